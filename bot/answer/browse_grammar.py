"""The grammar of questions about one person, about what is talked of, about two speakers, and over time, as data.

English and Spanish; a pattern has to match a whole message (`grammar`).
"""

from __future__ import annotations

import re

_ABOUT = "about|on|regarding|concerning|over|sobre|acerca de|respecto a|en cuanto a"
_TOPIC = rf"(?: (?:{_ABOUT}) (?P<topic>.+))?"
_SAYING = r"(?: (?:said|say|says|think|thinks|have said|has said|dijeron|dicen))?"
_ANYBODY = r"(?:people|they|everyone|everybody|all of them|the articles|la gente)"
_MOST = r"(?: (?:the )?most(?: often)?| más| mas)?"

PERSON = (
    r"(?:(?:a |the )?(?:profile|bio|biography|background)|perfil|ficha|biografía|biografia)(?: (?:of|for|on|about|de))? (?P<speaker>.+)",  # noqa: E501
    r"what(?: is|'s| was| are| were) (?P<speaker>.+?)(?:'s|s') (?:role|job|title|office|post)s?",
    r"what (?:role|job|title|post|office)s? (?:does|did|do|has|have) (?P<speaker>.+?) (?:have|had|hold|held)",
    r"who (?:exactly|really) (?:is|was) (?P<speaker>.+)",
    r"how (?:often|many times) (?:is|was|has|have) (?P<speaker>.+?) (?:been )?(?:quoted|cited)",
    r"who (?:is|was|gets?) (?P<speaker>.+?) quoted (?:together )?with",
    r"(?P<speaker>\S+(?: \S+){0,3}?)(?:'s|s') (?:profile|bio|biography|roles?|career)",
    r"(?:qué|que) cargos? (?:tiene|ocupa|tenía|tenia) (?P<speaker>.+)",
)

TOPICS = (
    r"(?:the |hot |main |top |all |popular |current |trending )*(?:topics|subjects|themes|temas)(?: (?:of|by|for|from|de) (?P<speaker>.+))?",  # noqa: E501
    (
        r"(?:what are |which are |list |show |cuáles son |cuales son )(?:the |hot |main |top |los )*"
        r"(?:topics|subjects|themes|temas)"
    ),
    rf"what(?: topics| subjects| themes| issues)? (?:does|do|did) {_ANYBODY} (?:talk|speak) (?:about|of){_MOST}",
    rf"what(?: is|'s| are)(?: {_ANYBODY})? (?:being )?(?:talked about|talking about|discussed|discussing){_MOST}",
    (
        r"what (?:topics|subjects|themes|issues) (?:does|do|did|has|have) (?P<speaker>.+?) (?:talk|talked|speak|spoken|"
        rf"mention|mentioned|discuss|discussed|raise|raised)(?: (?:about|of|on))?{_MOST}"
    ),
    rf"what (?:does|do|did) (?P<speaker>.+?) (?:talk|speak) (?:about|of){_MOST}",
    rf"de (?:qué|que) (?:temas )?se habla{_MOST}",
    rf"de (?:qué|que) (?:temas )?(?:habla|hablan|habló|hablo) (?P<speaker>.+?){_MOST}",
    r"(?:what(?: is|'s) )?trending",
)

COMPARE = (
    (
        r"(?:compare|contrast|compara|comparar)(?: what| lo que)? (?P<speaker>.+?) "
        rf"(?:and|with|to|vs\.?|versus|against|y|con) (?P<other>.+?){_SAYING}{_TOPIC}"
    ),
    rf"(?P<speaker>\S+(?: \S+){{0,4}}?) (?:vs\.?|versus) (?P<other>\S+(?: \S+){{0,4}}?){_TOPIC}",
    (
        rf"(?:what(?: is|'s) |where is )?(?:the )?differences? between (?P<speaker>.+?) and (?P<other>.+?)"
        rf"{_SAYING}{_TOPIC}"
    ),
    rf"how (?:do|did) (?P<speaker>.+?) and (?P<other>.+?) (?:differ|disagree|compare){_TOPIC}",
    rf"(?:do|did) (?P<speaker>.+?) and (?P<other>.+?) (?:agree|disagree){_TOPIC}",
)

TIMELINE = (
    (
        r"(?:(?:a |the )?(?:timeline|time line|chronology)|(?:la |una )?(?:cronología|cronologia))"
        r"(?: (?:of|for|on|about|de|del|sobre))? (?P<words>.+)"
    ),
    (
        r"how (?:has|have|did) (?P<speaker>.+?)(?:'s|s') (?:position|views?|stance|opinion|line|tone)"
        r"(?: (?:on|about|regarding) (?P<topic>.+?))? (?:changed?|evolved?|developed?|shifted)(?: over time)?"
    ),
    (
        r"what (?:has|have|did) (?P<speaker>.+?) (?:said|say)(?: (?:about|on) (?P<topic>.+?))? "
        r"(?:over time|over the years|in order|chronologically)"
    ),
)

TWO_SPEAKERS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in COMPARE)
"""For the words behind /compare, with "compare" before them."""
BETWEEN_SIDES = re.compile(r"\s*[|;/]\s*")
"""What parts the speakers and the topic behind /compare; a comma does where nothing else does."""
