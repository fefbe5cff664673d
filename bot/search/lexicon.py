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

TITLES = frozenset(
    """mr mrs ms miss mx dr prof professor sir dame lord lady sen senator rep representative congressman congresswoman
    gov governor gen general col colonel lt capt captain maj major sgt sergeant adm admiral cmdr commander rev reverend
    hon judge justice president vice prime minister premier chancellor secretary mayor councillor councilman
    councilwoman chairman chairwoman chair chief director king queen prince princess sheikh imam ayatollah monsieur
    senor senora don dona ambassador spokesman spokeswoman spokesperson analyst engineer coach former ex acting
    detective sheriff officer bishop archbishop cardinal pope father sister brother deputy""".split()
)
"""Titles and callings that stand before a name and are no part of it."""

COURTESY = frozenset("mr mrs ms miss mx dr sir don dona senor senora monsieur".split())
"""Titles that anybody may be given."""

SUFFIXES = frozenset("jr sr ii iii iv phd md esq obe mbe cbe".split())
"""What may stand behind a name and is no part of it either."""

SMALL = frozenset("the a an of and for el la los las de del der den die das le les von van di da al bin ben".split())
"""Little words in names: they neither make nor break a likeness."""

LEGAL_FORMS = {
    "aktiengesellschaft": "ag",
    "incorporated": "inc",
    "corporation": "corp",
    "company": "co",
    "limited": "ltd",
    **{
        form: form
        for form in "ag inc corp co ltd llc plc gmbh sa se nv ab as oao ooo jsc ojsc pjsc srl sarl lp llp".split()
    },
}
"""Legal forms of companies, long and short."""

LONG_FORMS = {
    "open joint stock company": "ojsc",
    "joint stock company": "jsc",
    "societatea cu raspundere limitata": "srl",
    "united states": "us",
    "united kingdom": "uk",
    "united nations": "un",
    "european union": "eu",
}
"""Names of several words that are as well written as one."""

NICKNAMES = tuple(
    frozenset(group.split())
    for group in """
    alexander alex sasha
    andrew andy drew
    anthony tony
    benjamin ben benny bibi
    bernard bernie
    charles chuck charlie
    christopher chris kit
    daniel dan danny
    david dave
    deborah debbie deb
    donald don
    edward ed eddie ted ned
    elizabeth liz beth betsy lizzie
    francisco paco pancho
    frederick fred freddie
    gerald gerry jerry
    gregory greg
    henry hank harry
    jacob jake
    james jim jimmy jamie
    jennifer jen jenny
    jeffrey jeff
    john johnny jack
    jose pepe
    joseph joe joey
    joshua josh
    kathleen kathy cathy katherine catherine kate katie
    kenneth ken kenny
    lawrence larry
    leonard len lenny
    margaret maggie peggy meg
    matthew matt
    michael mike mick
    nicholas nick
    pamela pam
    patrick pat paddy
    patricia pat patty tricia
    peter pete
    philip phil
    raymond ray
    rebecca becky
    richard rick dick rich richie
    robert bob bobby rob robbie
    ronald ron ronnie
    samuel sam sammy
    stephen steve steven
    susan sue susie
    theodore ted teddy
    thomas tom tommy
    timothy tim
    victoria vicky
    vincent vince
    vladimir volodya vova
    walter walt
    william bill billy will willy
    """.strip().splitlines()
)
"""Given names and what their bearers are called."""

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

OFFICES = {
    frozenset(words.split()): office
    for office, several in (
        ("foreign minister", "head diplomacy,chief diplomacy,top diplomat,chief diplomat"),
        ("prime minister", "premier,pm,head government"),
        ("president", "head state"),
        ("finance minister", "finance chief,chancellor exchequer"),
        ("defence minister", "defence secretary,defence chief"),
        ("police chief", "chief police,head police"),
    )
    for words in several.split(",")
}
"""What else newspapers call an office; other words ("of Norvanian") may stand between."""
