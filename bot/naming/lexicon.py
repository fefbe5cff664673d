"""Words of names, titles and roles. Data only; all normalised as `bot.text.fold` does."""

from __future__ import annotations

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

GENERATIONS = frozenset("jr sr ii iii iv".split())
"""Of those, what tells a father from a son, or one body from the next of its name."""

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

SAME_FORMS = dict.fromkeys("oao ojsc jsc pjsc ao pao zao".split(), "jsc") | dict.fromkeys("inc corp co".split(), "inc")
"""Legal forms that newspapers take for one another, and what they come to."""

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

GENERIC = frozenset(
    """former ex acting senior deputy chief head new general vice assistant associate top leading late retired current
    national international local""".split()
)
"""Words of roles that tell nothing of who somebody is: two people may well share them."""

LAPSED = frozenset("former formerly ex retired onetime late then".split())
"""Words that say that somebody no longer has the role."""

FIELDS = {
    "politics": frozenset(
        """sen senator rep representative congressman congresswoman assemblyman assemblywoman gov governor minister
        mayor premier councillor councilman councilwoman alderman lawmaker legislator mp mep ambassador diplomat senador
        senadora ministro ministra alcalde alcaldesa diputado diputada concejal""".split()
    ),
    "sport": frozenset(
        """goalkeeper goalie striker midfielder winger fullback quarterback linebacker cornerback footballer cricketer
        batsman bowler golfer boxer wrestler swimmer skier snowboarder sprinter hurdler jockey cyclist gymnast rower
        referee umpire pitcher catcher shortstop skater decathlete portero futbolista delantero ciclista""".split()
    ),
    "arts": frozenset(
        """actor actress singer songwriter rapper guitarist drummer pianist violinist cellist painter sculptor novelist
        poet playwright dancer choreographer comedian soprano tenor composer actriz cantante pintor pintora""".split()
    ),
    "science": frozenset(
        """physicist chemist biologist astronomer geologist mathematician surgeon cardiologist epidemiologist virologist
        immunologist oncologist botanist zoologist archaeologist meteorologist seismologist neurologist""".split()
    ),
    "religion": frozenset("bishop archbishop cardinal imam rabbi priest vicar abbot abbess friar obispo".split()),
    "trades": frozenset(
        """farmer fisherman baker butcher plumber electrician carpenter waiter waitress hairdresser bricklayer welder
        gardener shopkeeper cobbler tailor locksmith mechanic""".split()
    ),
}
"""Callings that one person seldom has two of: whoever shares a name but not the field is taken for somebody else."""
