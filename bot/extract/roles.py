"""Roles in words: "the head of Russian diplomacy" is the "Russian Foreign Minister"; "the senator" may be "Sen."."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from bot.extract.lexicon import GROUP_NOUNS, INSTITUTION_NOUNS, PERSON_NOUNS
from bot.extract.places import CITIES, COUNTRY, DEMONYMS, SEATS, US_STATES
from bot.extract.spanish import GROUP_NOUNS_ES, INSTITUTION_NOUNS_ES, PERSON_NOUNS_ES
from bot.extract.titles import FEMININE, MASCULINE, PARTIES, TITLE_HEADS

EXACT, BROADER, ROLELESS = 1.0, 0.7, 0.4
"""How well a description fits (0 to 1): the same office in other words; a broader word for it; no word against it."""


class Role(NamedTuple):
    """A role or description, taken apart."""

    heads: frozenset[str]
    """Offices in one canonical word each: "foreign-minister"."""
    places: frozenset[str]
    """Countries and states, whether named by demonym, capital or seat."""
    parties: frozenset[str]
    others: frozenset[str]
    """All other words that distinguish: "campaign", "treasury"."""
    past: bool = False
    """Whether it was held before: "former"."""
    now: bool = False
    """Whether it is held since lately: "new"."""


_OFFICES = [
    (re.compile(pattern), f" {office} ")
    for pattern, office in [
        (
            r"\bhead of (?:the )?(?:[\w-]+ ){0,2}diplomacy\b|\b(?:top|chief) diplomat\b|\bdiplomacy chief\b",
            "foreign-minister",
        ),
        (
            r"\b(?:foreign (?:affairs )?minister|minister (?:of|for) foreign affairs|foreign secretary)\b",
            "foreign-minister",
        ),
        (
            r"\bsecretary of state\b",
            "foreign-minister",
        ),
        (
            (
                r"\b(?:defen[cs]e (?:minister|secretary|chief)|(?:minister|secretary) (?:of|"
                r"for) defen[cs]e|pentagon chief)\b"
            ),
            "defence-minister",
        ),
        (
            (
                r"\b(?:finance minister|minister (?:of|for) finance|treasury secretary|"
                r"secretary of the treasury|chancellor of the exchequer)\b"
            ),
            "finance-minister",
        ),
        (r"\b(?:interior (?:minister|secretary)|minister of (?:the )?interior|home secretary)\b", "interior-minister"),
        (r"\b(?:prime minister|premier|head of (?:the )?government|taoiseach|chancellor)\b", "prime-minister"),
        (r"\bhead of (?:the )?state\b", "president"),
        (r"\b(?:chief executive(?: officer)?|ceo)\b", "chief-executive"),
        (r"\battorney[ -]general\b", "attorney-general"),
        (r"\bsecretary[ -]general\b", "secretary-general"),
        (r"\bvice[ -]president\b", "vice-president"),
        (r"\bpolice (?:chief|commissioner)|chief of police\b", "police-chief"),
        (r"\bspokes(?:man|woman|person)\b", "spokesperson"),
        (r"\bchair(?:man|woman|person)?\b", "chair"),
        (r"\b(?:sen|senators?)\b\.?", "senator"),
        (r"\b(?:rep|congress(?:man|woman|member|person)|house member)\b\.?", "representative"),
        (r"\bgov\b\.?", "governor"),
        (r"\b(?:gen|lt gen)\b\.", "general"),
        (r"\bprof\b\.?", "professor"),
        (r"\blawmaker|legislator|parliamentarian\b", "lawmaker"),
        (r"\b(?:lawyer|attorney|counsel|solicitor|barrister)\b", "lawyer"),
        (r"\b(?:business(?:man|woman|person)|mogul|tycoon|magnate|entrepreneur|billionaire|developer)\b", "tycoon"),
        (r"\b(?:coach|manager|trainer)\b", "coach"),
        (r"\b(?:writer|author|novelist)\b", "author"),
        (r"\b(?:advisers?|advisor|aide)\b", "aide"),
        (r"\b(?:standard-bearer|nominee)\b", "nominee"),
        (r"\b(?:contender|hopeful|front-runner|frontrunner|candidate)\b", "candidate"),
        (r"\b(?:pontiff|pope|holy father)\b", "pope"),
        (r"\b(?:monarch|king|queen|sovereign)\b", "monarch"),
        (r"\b(?:doctor|physician|surgeon)\b", "doctor"),
        (r"\b(?:boss|chief|head)\b", "head"),
    ]
]
_BROADER = {
    "mandatario": "presidente primer",
    "mandataria": "presidenta primera",
    "dirigente": "presidente presidenta líder secretario secretaria ministro ministra",
    "regidor": "alcalde concejal",
    "regidora": "alcaldesa concejala",
    "edil": "concejal concejala alcalde alcaldesa",
    "leader": "president prime-minister chair monarch nominee representative senator secretary-general speaker head",
    "politician": "president prime-minister senator representative governor mayor lawmaker leader candidate minister",
    "lawmaker": "senator representative deputy mp councillor delegate assemblyman",
    "minister": "foreign-minister defence-minister finance-minister interior-minister prime-minister",
    "secretary": "foreign-minister defence-minister finance-minister interior-minister secretary-general",
    "diplomat": "foreign-minister ambassador envoy",
    "head": "director chief-executive president chair commissioner secretary-general police-chief superintendent",
    "executive": "chief-executive president director head chair founder",
    "official": "minister director secretary commissioner spokesperson police-chief superintendent aide",
    "officer": "sergeant captain lieutenant detective inspector constable colonel major police-chief superintendent",
    "general": "commander",
    "player": "striker midfielder defender goalkeeper forward captain quarterback pitcher skipper",
    "captain": "skipper",
    "scientist": "researcher professor physicist biologist chemist geologist astronomer seismologist epidemiologist",
    "researcher": "scientist professor physicist biologist chemist geologist astronomer analyst",
    "expert": "analyst professor researcher economist scientist",
    "analyst": "strategist economist",
    "journalist": "reporter columnist editor correspondent anchor author",
    "judge": "justice",
    "candidate": "nominee",
    "nominee": "candidate",
    "tycoon": "chief-executive founder investor owner",
    "commander": "general colonel admiral captain",
    "cleric": "imam bishop archbishop cardinal priest ayatollah rabbi pope pastor",
    "performer": "actor actress singer musician comedian",
    "professor": "academic scholar",
    "investigator": "detective inspector prosecutor",
    "adviser": "strategist aide",
}
_WIDER = {
    office: {wide for wide, narrow in _BROADER.items() if office in narrow.split()}
    for office in " ".join(_BROADER.values()).split()
}
_WORD = re.compile(r"[^\W_]+(?:[-.'’][^\W_]+)*")
_EMPTY = frozenset(
    """the a an of for at in from to on and his her its their our my who is was then former ex new old longtime veteran
    senior top chief's 's retired ousted late first second third one year-old also who's by with as
    el la los las un una unos unas de del al y en que su sus para con por""".split()
)
_MORE = frozenset(
    """clerk foreman landlord landlady interpreter translator staffer
    source narrator commentator moderator caller viewer voter passenger bystander neighbour neighbor insider observer
    colleague classmate customer employee pastor hairdresser volunteer protester supporter critic opponent patient
    relative parent grandmother grandfather uncle aunt cousin refugee migrant shopper tourist resident native
    socialist libertarian star celebrity assistant columnist blogger critic user rival ally predecessor successor
    counterpart running-mate front-runner frontrunner contender challenger hopeful moderator lieutenant colleague
    pensioner prisoner inmate detainee bartender waiter waitress trucker cook cleaner carpenter mechanic electrician
    musician drummer guitarist dancer designer sculptor painter photographer producer playwright essayist academic
    scholar linguist psychologist psychiatrist sociologist anthropologist archaeologist philosopher mathematician
    statistician demographer ecologist botanist zoologist geneticist virologist immunologist oceanographer
    climatologist hydrologist volcanologist engineer programmer technician inventor postmaster mayor-elect
    president-elect shepherd beekeeper baker butcher brewer forester harbourmaster harbormaster lifeguard referee
    umpire jockey cyclist swimmer runner boxer wrestler golfer skier sailor rower climber winger defenceman
    batsman bowler pitcher catcher goalie keeper full-back midfielder coach-driver taxi-driver bus-driver""".split()
)
_HEADS = PERSON_NOUNS | TITLE_HEADS | _MORE | (PERSON_NOUNS_ES - frozenset("general mayor".split()))
PERSON_HEADS = _HEADS
"""All nouns for one person."""
GENERIC = frozenset(
    """native resident teenager youngster veteran newcomer star father mother politician billionaire pensioner
    grandmother grandfather candidate nominee contender hopeful frontrunner front-runner tycoon mogul businessman
    businesswoman developer magnate entrepreneur actor actress singer""".split()
)
"""Nouns by which news takes up whoever it is about, whatever other role it has told."""
FUNCTIONS = frozenset(
    """judge prosecutor lawyer attorney spokesman spokeswoman spokesperson driver owner officer detective doctor nurse
    witness victim suspect defendant plaintiff reporter interviewer host moderator caller narrator announcer source
    official editor boss manager neighbour neighbor interpreter translator referee coroner inspector sheriff coach
    pilot captain clerk foreman magistrate chairman chairwoman chair commentator presenter anchor author teacher
    principal landlord operator user adviser aide assistant colleague friend rival client columnist writer critic
    analyst expert man woman boy girl person child student voter passer-by""".split()
)
"""Nouns for a part in the story that somebody unnamed may play: "the judge" needn't have been named."""
POLITICIANS = frozenset(
    """president prime-minister vice-president senator representative governor mayor lawmaker legislator minister
    foreign-minister defence-minister finance-minister interior-minister chair chairman chairwoman speaker leader
    candidate nominee whip deputy councillor delegate incumbent""".split()
)
"""Offices whose bearers a party's name can take up: "the Utah Republican"."""
FIRMS = frozenset(
    """company firm group bank lender airline carrier manufacturer maker retailer supplier builder operator business
    corporation club team side empresa compañía grupo banco club""".split()
)
"""Nouns that may take up any body's name."""
BODY_HEADS = {
    "agency": frozenset("agency administration bureau department service fbi cia nasa epa authority".split()),
    "department": frozenset({"department", "dept"}),
    "company": frozenset(
        """company co corp corporation inc ltd plc llc group holdings energy motors airlines airways steel shipping
        systems technologies industries pharmaceuticals foods mining petroleum oil gas""".split()
    ),
    "firm": frozenset("firm inc llc llp partners associates capital consulting strategies group".split()),
    "newspaper": frozenset("times post journal herald tribune gazette telegraph guardian chronicle daily star".split()),
    "paper": frozenset("times post journal herald tribune gazette telegraph guardian chronicle daily star".split()),
    "airline": frozenset("airlines airways air".split()),
    "court": frozenset({"court", "tribunal"}),
    "panel": frozenset({"panel", "committee", "commission"}),
    "group": frozenset("group association coalition foundation alliance society network institute project".split()),
    "university": frozenset({"university", "college"}),
    "lender": frozenset({"bank"}),
    "watchdog": frozenset("agency authority commission office".split()),
    "think-tank": frozenset({"institute", "foundation", "institution"}),
    "charity": frozenset({"foundation", "charity", "trust", "fund"}),
}
"""Nouns for bodies with the words of a body's name that they take up; other nouns take up themselves."""
_COMPLEMENT = re.compile(
    r"\s+(?:of|for|at|in|from|to|on|with|who|that|which|named|whose|by|near|about|behind|against|familiar|close|"
    r"de|del|en|que|quien|para|con|speaking|working|charged|accused|and|under|outside|inside|overseeing|running|based|involved|briefed)\s+|[,;:(—–]"
)
_WOMEN = FEMININE | frozenset(
    "woman girl mother sister daughter wife widow grandmother actress queen waitress aunt niece heroine nun".split()
)
_MEN = MASCULINE | frozenset(
    "man boy father brother son husband grandfather uncle nephew widower actor waiter monk gentleman".split()
)


@lru_cache(maxsize=8192)
def role_of(phrase: str) -> Role:
    """Takes a role or a description apart."""
    low = f" {phrase.casefold().replace('’', chr(39))} "
    for pattern, office in _OFFICES:
        low = pattern.sub(office, low)
    found: dict[str, set[str]] = {"heads": set(), "places": set(), "parties": set(), "others": set()}
    # whose somebody is, is nothing that they are: the nominee of "the nominee's daughter"
    owner = set(_WORD.findall(low[: low.rfind("'s ") + 2]))
    for word in [*_pairs(low), *_WORD.findall(low)]:
        bare = word.removesuffix("'s").rstrip(".")
        place = COUNTRY.get(bare) or (bare if bare in US_STATES or bare in CITIES else None) or SEATS.get(bare)
        if place:
            found["places"].add(place)
        elif " " in bare:
            continue
        elif word in owner:
            found["others"].add(bare)
        elif bare in _HEADS or bare in _WIDER or bare in _BROADER or bare in _CANONICAL:
            found["heads"].add(bare)
        elif bare in PARTIES:
            found["parties"].add(_party(bare))
        elif bare not in _EMPTY:
            found["others"].add(bare)
    if "north korea" in found["places"] or "south korea" in found["places"]:
        found["others"] -= {"north", "south"}
    others = frozenset(_STEM.sub("", word) if len(word) > 6 else word for word in found["others"])
    words = set(low.split())
    return Role(
        frozenset(found["heads"]),
        frozenset(found["places"]),
        frozenset(found["parties"]),
        others,
        past=not words.isdisjoint(("former", "ex", "ousted", "late")),
        now=not words.isdisjoint(("new", "current", "incoming", "newly")),
    )


_STEM = re.compile(r"(?:ians?|ans?|ia|ese|a)$")
"""What is left off words, so that "Torvanian" is of Torvania, whatever the map says."""


_CANONICAL = {office.strip() for _, office in _OFFICES}


def _pairs(low: str) -> list[str]:
    words = _WORD.findall(low)
    return [f"{a} {b}".removesuffix("'s") for a, b in pairwise(words)]


def _party(word: str) -> str:
    return "democrat" if word == "democratic" else word


def fit(description: Role, roles: Iterable[Role]) -> float:
    """How well a description fits somebody with these roles, 0 (not, or at odds with them) to 1."""
    known = [role for role in roles if not (description.now and role.past)]
    if not known:
        return 0.0
    heads = frozenset().union(*(role.heads for role in known))
    places = frozenset().union(*(role.places for role in known))
    parties = frozenset().union(*(role.parties for role in known))
    if description.places and places and not description.places & places:
        return 0.0
    if description.parties and parties and not description.parties & parties:
        return 0.0
    best = _head_fit(description.heads, heads)
    if not description.heads and description.parties & parties:
        best = BROADER
    others = frozenset().union(*(role.others for role in known))
    if not best or (description.others and not description.others & others and best < EXACT):
        return 0.0
    missing = len(description.others - others) + len(description.places - places) + len(description.parties - parties)
    return best * 0.8**missing


def adherent_fit(description: Role, roles: Iterable[Role]) -> float:
    """How well a party's adherent from a place ("the Utah Republican") fits a politician with these roles."""
    known = list(roles)
    heads = frozenset().union(*(role.heads for role in known))
    places = frozenset().union(*(role.places for role in known))
    parties = frozenset().union(*(role.parties for role in known))
    if not heads & POLITICIANS or (parties and not description.parties & parties):
        return 0.0
    told = bool(description.places & places)
    return (BROADER if told else ROLELESS) if told or not description.places or not places else 0.0


def _head_fit(wanted: frozenset[str], held: frozenset[str]) -> float:
    """How the offices of a description and those held compare."""
    wanted = wanted - {"former", "deputy"} or wanted
    if wanted & held:
        return EXACT
    if any(_WIDER.get(head, set()) & wanted for head in held):
        return BROADER
    return BROADER * BROADER if any(_WIDER.get(head, set()) & held for head in wanted) else 0.0


@lru_cache(maxsize=16384)
def head_of(phrase: str) -> str:
    """The noun on which a noun phrase hangs, lower case: "mother" of "the 34-year-old mother of three"."""
    head = _COMPLEMENT.split(phrase, maxsplit=1)[0].split()
    return head[-1].casefold().strip("\"'“”‘’.") if head else ""


_AGE = re.compile(r"\b(\d{1,3})-year-old\b")


def age_in(phrase: str) -> int | None:
    """The age that a description tells: 34 of "the 34-year-old mother of three"."""
    found = _AGE.search(phrase)
    return int(found[1]) if found else None


@lru_cache(maxsize=16384)
def is_role(phrase: str) -> bool:
    """Whether a phrase is a person's role: "Russian foreign minister", "a senior economist at the bank"."""
    head = head_of(phrase)
    if phrase.split(" ", 1)[0].casefold() in ("who", "which", "that", "whose"):
        return False
    return head in _HEADS or head.removeprefix("ex-") in _HEADS or head.removeprefix("co-") in _HEADS


def gender_of_noun(noun: str) -> str | None:
    """ "m" or "f" where a noun for a person tells: "spokeswoman"."""
    return "f" if noun in _WOMEN else "m" if noun in _MEN else None


_PERSONAL = (
    "-year-old",
    "writer",
    "worker",
    "keeper",
    "player",
    "fighter",
    "holder",
    "goer",
    "maker",
    "woman",
    "person",
    "delegate",
)
"""How nouns for persons end."""
_PLACES = frozenset("city town county state country nation village province alliance bloc".split())
_MANY = frozenset("none some two three four five six both percent majority half most all many each".split())


@lru_cache(maxsize=16384)
def number_of(noun: str) -> str:
    """What a noun speaks for: "person", "group", "institution", or "" where it isn't known."""
    if noun in _HEADS or noun.endswith(_PERSONAL):
        return "person"
    if (
        noun in _MANY
        or noun in GROUP_NOUNS
        or noun in GROUP_NOUNS_ES
        or (noun.endswith("s") and (noun[:-1] in PARTIES or noun[:-1] in DEMONYMS))
        or (noun.endswith("s") and (noun[:-1] in _HEADS or noun[:-3] + "y" in _HEADS))
    ):
        return "group"
    if (
        noun in _PLACES
        or noun in INSTITUTION_NOUNS_ES
        or noun in INSTITUTION_NOUNS
        or noun.removesuffix("s") in INSTITUTION_NOUNS
    ):
        return "institution"
    return ""
