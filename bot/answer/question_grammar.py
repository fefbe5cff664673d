"""What questions look like that a sentence of an article could answer, as data. English and Spanish."""

from __future__ import annotations

import re

_OPENS = re.compile(
    r"[¿\s]*(?:(?:and|so|but|y|pero|in|on|at|by|for|from|to|of|with|since|until|during|under|about|a|de|en|por|con|"
    r"desde|hasta|para|sobre) ){0,2}(?:who|whom|whose|what|which|when|where|why|how|quién|quiénes|cuándo|dónde|"
    r"adónde|cuál|cuáles|cómo|cuánto|cuánta|cuántos|cuántas|qué|por qué)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\b(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|did|does|do|has|have|had|can|"
                     r"could|will|would|qué|quién|cuándo|dónde|cuál|cómo)\b.*\?\s*$", re.IGNORECASE)  # fmt: skip
_OF_SAYING = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|stat(?:es|ed|ement)|claim(?:s|ed)?|tells?|told|argue[sd]?|warn(?:s|ed)?|thinks?|thought|"
    r"believe[sd]?|quoted?|quotes|comment(?:s|ed)?|talk(?:s|ed|ing)?|spoken?|speaks?|respond(?:s|ed)?|react(?:s|ed)?|"
    r"dijo|dijeron|dice|dicen|dicho|afirmó|declaró|opina|piensa|habló|hablan?)\b",
    re.IGNORECASE,
)
"""Such a question is about who is on record with what; a sentence that nobody said is no answer."""


def is_question(words: str) -> bool:
    """Whether words ask for something that a sentence could tell: "when did he arrive?", "¿cuántos barcos hay?"."""
    return bool(_OPENS.match(words) or _WITHIN.search(words)) and not _OF_SAYING.search(words)
