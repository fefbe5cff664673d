"""Text -> tokens with offsets, for the extractors: contractions split, abbreviations whole."""

from __future__ import annotations

import re
from typing import NamedTuple


class Token(NamedTuple):
    """A word or mark and where it stands (code points)."""

    text: str
    start: int
    end: int


_TOKEN = re.compile(
    r"""
    [a-z]++(?=[ ,\n])                                        # most words, the fast way
  | (?:[A-Z]\.){2,}(?=\W|$)                                   # U.S., D.C.
  | [A-Z]-[A-Z]\.[A-Z]\.?                                     # D-N.Y.
  | (?=[A-Zv])(?:Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Maj|Adm|Rev|Hon|Mr|Mrs|Ms|Dr|Prof|St|Jr|Sr|Inc|Ltd|Co|Corp|No|vs
      |Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Supt|Insp|Sra?|Dra)\.(?=\s|,|$)
  | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|[a-z]{1,2}\b)?             # 1,000; 5.30pm
  | (?=['`.-])(?:''|``|--+|\.{3,})                            # two-letter marks, dashes, dots
  | (?=[^\W\d_]++['’]t\b)[^\W\d_]+(?=n['’]t\b)              # do|n't
  | n['’]t\b
  | ['’](?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b
  | [^\W_]+(?:[-‐‑&][^\W_]+)*                                 # words, hyphens kept
  | \S
    """,
    re.VERBOSE,
)


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`, offsets into `text`; nothing but white space is left out. Linear in length."""
    stop = len(text) if end is None else end
    return [Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, start, stop)]


def spans_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the tokens of `text[start:end]` stand: `tokenize` for those who need no more."""
    return [m.span() for m in _TOKEN.finditer(text, start, end)]
