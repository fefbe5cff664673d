"""Words that search treats in a way of their own. Data only; all normalised as `bot.text.fold` does."""

from __future__ import annotations

STOP_WORDS = frozenset(
    """a an the and or but nor if then than so as at by for from in into of off on onto out over to up with about
    after again against all also am any are arent be because been before being below between both can cant could
    couldnt did didnt do does doesnt doing dont down during each few had has have havent having he her here hers
    herself him himself his how i id im ive is isnt it its itself just me more most my myself no not now only other
    our ours ourselves own same she should shouldnt some such that thats the their theirs them themselves there these
    they theyre theyve this those through too under until very was wasnt we were werent weve what when where which
    while who whom why will wont would wouldnt you your yours yourself yes one much many may might must shall
    el la los las un una unos unas lo al del de en y o u que se su sus por para con sin no es son fue ser ha han
    como mas pero le les ya si esta este esto""".split()
)
"""Words that say nothing of what a statement is about; alone they find nothing."""

NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty""".split()
    )
} | {word: str(10 * number) for number, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)}
"""Numbers written out."""

SYNONYMS = tuple(
    frozenset(group.split())
    for group in """
    job employment work
    war conflict fighting combat
    health healthcare medical medicine hospital
    money budget funding finance spending
    climate warming environment
    election vote ballot poll
    migrant migration immigration immigrant refugee asylum
    tax taxation levy
    police officer cop policing
    school education teacher pupil
    economy economic
    storm hurricane typhoon cyclone gale
    flood flooding inundation
    doctor physician medic
    crime criminal offence
    trade tariff import export
    gun firearm weapon arms
    nuclear atomic
    peace ceasefire truce
    attack assault strike raid
    death dead died killed fatality
    injury injured wounded hurt
    price cost inflation
    law legislation bill statute
    court trial lawsuit judge
    energy electricity power
    oil petroleum crude
    car vehicle automobile
    house housing home
    child children kid
    woman women female
    company firm business corporation
    resign resignation quit step
    virus epidemic pandemic disease outbreak
    bridge crossing viaduct
    ship vessel boat
    plane aircraft jet flight
    army military troops soldiers
    """.strip().splitlines()
)
"""Words that stand for one topic in news; any of them may stand where another was asked for."""
