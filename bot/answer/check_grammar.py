"""The grammar of questions whether somebody said just that, as data. English and Spanish.

"Did X say that ...", "is it true that X said ...", and a quotation with its speaker are checked word for word;
"did X say anything about ..." asks for what X said, and "did anybody say ..." for who did (`grammar`).
"""

from __future__ import annotations

import re

_ABOUT = "about|on|regarding|concerning|sobre|acerca de|respecto a"
_SAY = "say|claim|declare|announce|promise|warn|argue|write|admit|tweet"
_CLAIM = "says|said|claims|claimed|declares|declared|announced|promised|warned|argued|wrote|written|admitted|tweeted"
"""Without "states": "the United States said"."""
_AFIRMA = (
    "dijo|dijeron|dice|dicen|afirmó|afirmo|declaró|declaro|aseguró|aseguro|sostuvo|anunció|anuncio|advirtió|advirtio|"
    "ha dicho|han dicho|prometió|prometio|escribió|escribio"
)
_REALLY = r"(?:really |actually |ever |just |realmente |de verdad |alguna vez )*"
_SOMEBODY = r"(?P<speaker>(?!(?:any|some)(?:one|body)\b|alguien\b|algo\b|(?:i|you|we)\b)[^“\"«:]+?)"
_NO_TOPIC = rf"(?!(?:{_ABOUT}|anything|something|more|algo)\b)"
_OPEN, _CLOSE = '[“"«„‘]', "[”\"»“’']"
_MARKED = rf"{_OPEN}(?P<words>.+){_CLOSE}"
_CLAUSE = (
    rf"(?:(?: (?:that|que))?[,:]? (?={_OPEN})| (?:that|que)[,:]? {_NO_TOPIC}|[,:] | {_NO_TOPIC}(?=\S+(?: \S+){{2}}))"
)
"""What parts "did X say" from the words: "that", a mark, or nothing before three words and more."""

CHECK = (
    rf"(?:did|does) {_SOMEBODY} {_REALLY}(?:{_SAY}){_CLAUSE}(?P<words>.+)",
    rf"(?:has|have|had) {_SOMEBODY} {_REALLY}(?:{_CLAIM}){_CLAUSE}(?P<words>.+)",
    (
        rf"(?:is|was) it (?:really |actually )?(?:true|right|correct|a fact|the case|so)(?: that)? {_SOMEBODY} "
        rf"(?:has |have |had |is |was )?{_REALLY}(?:{_CLAIM}){_CLAUSE}(?P<words>.+)"
    ),
    rf"(?:is|was) it {_SOMEBODY} (?:who|that) {_REALLY}(?:{_CLAIM})(?: that)?[,:]? {_NO_TOPIC}(?P<words>.+)",
    (
        rf"(?:is|was|are|were) {_SOMEBODY} {_REALLY}(?:quoted|cited|on record) (?:as |for )?(?:saying|with)"
        rf"(?: that)?[,:]? (?P<words>.+)"
    ),
    (
        rf"(?:check|verify|fact-?check|confirm|verifica|verificar|comprueba|comprobar|confirma)"
        rf"(?: (?:if|whether|that|this|the|quote|quotation|si|que|esta|la|cita))*[,:]? "
        rf"(?P<words>{_OPEN}.+|\S+(?: \S+){{3,}})"
    ),
    (
        r"(?:is|was) (?:this|the following|that|it) (?:a |an |the )?(?:real |true |accurate |genuine |correct |exact |"
        rf"right |verbatim |actual )?(?:quote|quotation|real|true|accurate|correct|right)[,:]? (?P<words>{_OPEN}.+)"
    ),
    (
        rf"(?:is|was) {_MARKED} (?:a |an )?(?:real|true|accurate|genuine|correct|exact|right|verbatim|actual|"
        rf"what (?P<speaker>.+?) (?:{_CLAIM}))(?: quote| quotation)?"
    ),
    rf"{_MARKED},?\s*(?:[-–—]+\s*|(?:según|segun|according to|as) )(?P<speaker>[^“”\"«»]{{2,60}})",
    (
        rf"(?:(?:es|será|sera) (?:verdad|cierto|correcto|real) que )(?P<speaker>.+?) {_REALLY}(?:{_AFIRMA})"
        rf"(?: que)?[,:]? {_NO_TOPIC}(?P<words>.+)"
    ),
    rf"(?:es|será|sera) (?:verdad|cierto|correcto) que {_REALLY}(?:{_AFIRMA}) {_SOMEBODY} que (?P<words>.+)",
    rf"{_REALLY}(?:{_AFIRMA}) {_SOMEBODY} (?:que |(?={_OPEN}))(?P<words>.+)",
)

_NAMED = r"(?P<speaker>[^“”\"«»:]{2,80}?)"
_FROM = "by|from|says|said|según|segun|according to|attributed to|dijo|de|por"


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


QUOTED_BY = _compiled(
    rf"{_MARKED}[.,;]?(?P<speaker>)",
    (
        rf"(?:did |has |is it true that )?{_NAMED}(?:\s*:|,? (?:{_SAY}|{_CLAIM}|{_AFIRMA})(?: that| que)?[:,]?)\s*"
        rf"{_MARKED}[.,;]?"
    ),
    rf"{_MARKED}[.,;]?\s*(?:[-–—]+|,? (?:{_FROM}) )\s*{_NAMED}\.?",
    rf"{_MARKED}[.,;]?\s*\({_NAMED}\)\.?",
    rf"{_MARKED}[.,;]? {_NAMED} (?:{_CLAIM}|{_AFIRMA})\.?",
)
"""A quotation between marks behind /check: alone, or with its speaker told by a mark or a verb."""
QUOTED_BESIDE = _compiled(rf"{_NAMED},?\s*{_MARKED}[.,;]?", rf"{_MARKED}[.,;]?\s*{_NAMED}\.?")
"""The same with only a name beside the marks; it has to be known, or the marks are a part of the quotation."""
SAID_BY = _compiled(
    r"(?P<words>.+?)\s+[-–—]+\s*(?P<speaker>[^-–—:]{2,60})",
    r"(?P<words>.+?),? (?:according to|según|segun|attributed to) (?P<speaker>\S+(?: \S+){0,5})",
    rf"(?P<words>.+), (?:{_CLAIM}|{_AFIRMA}) (?P<speaker>\S+(?: \S+){{0,5}})",
    rf"(?P<speaker>\S+(?: \S+){{0,6}}?) (?:{_CLAIM}|{_AFIRMA})(?: that| que)?[,:]? (?P<words>.+)",
    *(pattern for pattern in CHECK if "(?P<speaker>" in pattern),
)
"""Without marks: each a way to read the words, for the record to decide."""
SAID_BESIDE = _compiled(r"(?P<speaker>[^:]{2,60}):\s*(?P<words>.+)")
"""The same, where the name has to be known."""
