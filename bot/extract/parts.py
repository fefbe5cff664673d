"""What part a name plays in its sentence: whether it is the subject, who is asked, or only tells more of another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.extract.kinds import Marks
from bot.extract.names import Name

_SENTENCE = re.compile(
    r"(?:\n|[.!?…](?<!\b[A-Z]\.)(?<!\b(?:Mr|Ms|Dr|St|Lt)\.)(?<!\b(?:Mrs|Sen|Rep|Gov|Gen|Col|Sgt|Rev)\.)"
    r"(?<!\bProf\.)[\"”’'»)\]]*+\s)\s*+"
)
_BEGINS = re.compile(r"[\"“‘'«(\[—¿¡-]{0,4}[^\W_a-z]")
_OPENING = re.compile(
    r"(?:,|\b(?:and|but|that|while|when|as|because|after|before|if|although|though|whether|where|since)) $"
)
_VERB = re.compile(
    r"(?: of [A-Z][\w.]+(?:, [A-Z][\w.]+)?)?(?:,[^,.;\n]{0,90},)?"
    r" (?:has|had|is|was|will|would|could|may|might|did|does|says|said|told|also|"
    r"then|[a-z]+ed|[a-z]+es|ha|han|fue|es|será|dijo|[a-zñ]+(?:ó|aron|ieron))\b"
)
_APPOSED = re.compile(r", (?:(?!(?:for|of|to|with|by|at|from|in|on|and|or|who|that|which)\b)[^\s,;.()“”\"]+ ){0,7}$")
"""What stands before a name that only explains who was meant: "One delegate, the farmer Olaf Rein, left"."""
_VERB_BEHIND = re.compile(r"(?: of [A-Z][\w.]+(?:, [A-Z][\w.]+)?)?, (?:has|had|is|was|[a-z]+ed|said|told|says)\b")
_MODIFIES = re.compile(
    r" (?:[a-z]+ )?(?:campaign|supporter|supporters|aide|aides|spokesman|spokeswoman|spokesperson|administration"
    r"|adviser|advisers|ally|allies|backer|backers|voter|voters|rally|rallies|team|family|camp|staffer|surrogate|loyalist"
    r"|loyalists|critic|critics|fan|fans|foundation|era|years|presidency|government|ad|ads)\b"
)
_WORDS_OF = re.compile(
    r"['’]s? (?:[a-z-]+ ){0,2}?(?:article|book|column|comments?|editorial|essay|letter|memo|op-ed|piece|post|posts|"
    r"remarks?|speech|statements?|testimony|tweets?|words|answers?|reply)\b"
)
"""Behind a name: what its bearer said or wrote."""
_ASKED = re.compile(
    r"\b(?:asked|asks|questioned|quizzed|pressed) "
    r"(?:(?!(?:about|for|if|whether|why|how|what|when|that|to|of|by)\b)[a-z-]+ ){0,3}$"
)


def sentence_starts(text: str, marks: Marks) -> Iterator[int]:
    """Where sentences begin; those inside a quotation don't count, as they bring nobody else to speak."""
    for match in _SENTENCE.finditer(text):
        around = marks.around(match.end())
        if (around is None or around.outer.start == match.end()) and _BEGINS.match(text, match.end()):
            yield match.end()


def is_subject(text: str, name: Name, sentence: int) -> bool:
    """Whether a name is the subject of a clause of the sentence that begins at `sentence`."""
    opens = name.start - sentence <= len("The ")
    opens = opens or _OPENING.search(text, max(0, name.start - 9), name.start) is not None
    if opens or _VERB.match(text, name.end):
        return True
    behind = _VERB_BEHIND.match(text, name.end)
    return behind is not None and _APPOSED.search(text, max(0, name.start - 90), name.start) is not None


def is_asked(text: str, name: Name) -> bool:
    """Whether somebody is asked here, who then is the one to speak: "Holm asked Lind whether she"."""
    return _ASKED.search(text, max(0, name.start - 60), name.start) is not None


def tells_more(text: str, name: Name) -> bool:
    """Whether a name only tells whose a campaign or an aide is."""
    return _MODIFIES.match(text, name.end) is not None


def owns_words(text: str, name: Name) -> bool:
    """Whether what its bearer said or wrote stands behind a name: "Lind's letter"."""
    return _WORDS_OF.match(text, name.end) is not None
