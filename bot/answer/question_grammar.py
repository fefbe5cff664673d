"""What questions look like that a sentence of an article could answer, as data. English and Spanish."""

from __future__ import annotations

import re

_OPENS = re.compile(
    r"[¿\s]*(?:(?:and|so|but|y|pero|in|on|at|by|for|from|to|of|with|since|until|during|under|about|a|de|en|por|con|"
    r"desde|hasta|para|sobre) ){0,2}(?:who|whom|whose|what|which|when|where|why|how|name|list|give|quién|"
    r"quiénes|cuándo|dónde|adónde|cuál|cuáles|cómo|cuánto|cuánta|cuántos|cuántas|qué|por qué)\b",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|did|does|do|has|have|had|can|could|will|would|"
    r"qué|quién|cuándo|dónde|cuál|cómo|es|son|fue|está|hay|ha)\b.*\?\s*$",
    re.IGNORECASE,
)
_OF_SAYING = re.compile(
    r"\b(?:say|says|said|saying|tells?|told|quoted?|quotes|comment(?:s|ed|ing)?|talk(?:s|ed|ing)?|spoken?|speaks?|"
    r"respond(?:s|ed)?|react(?:s|ed)?|dijo|dijeron|dice|dicen|dicho|opina|habló|hablan?)\b",
    re.IGNORECASE,
)


def is_question(words: str) -> bool:
    """Whether words ask for something: "when did he arrive?", "¿cuántos barcos hay?"."""
    return bool(_OPENS.match(words) or _WITHIN.search(words))


def is_of_saying(words: str) -> bool:
    """Whether words are about who is on record with what; a sentence that nobody said is no answer to that."""
    return bool(_OF_SAYING.search(words))
