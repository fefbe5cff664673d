"""What a question is narrowed to: filters as typed ("since:2023-03"), and as said ("since March 2023")."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from rapidfuzz.distance import OSA

from bot.answer.periods import DATE, STRETCH, Period, day_before, day_behind, period
from bot.model import UNFILTERED, Filters, QuoteKind, Sort
from bot.text import fold, normalise, tokens_of


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A message without its filters."""

    message: str
    filters: Filters = UNFILTERED
    wrong: str | None = None
    """The first filter that can't be used, as typed."""


_NAMES = {
    "since": "since",
    "desde": "since",
    "until": "until",
    "hasta": "until",
    "after": "after",
    "before": "before",
    "from": "outlet",
    "de": "outlet",
    "in": "place",
    "en": "place",
    "kind": "kind",
    "tipo": "kind",
    "sort": "sort",
    "orden": "sort",
}
"""What each filter is called as typed, and what it sets."""
_GUESSED = frozenset("date year when outlet source provider speaker topic place section type order lang".split())
"""Names that filters might have, but haven't."""
_VALUES = {
    "kind": {"directo": "direct", "directa": "direct", "mixto": "mixed", "mixta": "mixed", "indirecto": "indirect",
             "indirecta": "indirect"},
    "sort": {"newest": "new", "latest": "new", "date": "new", "nuevo": "new", "oldest": "old", "first": "old",
             "viejo": "old", "score": "best", "mejor": "best"},
}  # fmt: skip
_CHOICES: dict[str, type[QuoteKind | Sort]] = {"kind": QuoteKind, "sort": Sort}
_TYPED = re.compile(
    rf"(?<!\S)(?P<name>{'|'.join(_NAMES)}):(?P<value>\"[^\"]+\"|“[^“”]+”|[^\s\"“]\S*)(?=\s|$)", re.IGNORECASE
)
_ALIKE = re.compile(r"(?<!\S)(?P<name>[^\W\d_]{4,9}):(?P<value>[^\s\"“:]+)(?=\s|$)")
_QUOTED = re.compile(
    r"(?<=\S)\s+(?:(?:about|on|sobre)\s+)?(?:\"(?P<a>[^\"]+)\"|“(?P<b>[^“”]+)”)(?=[\s.?!]|$)", re.IGNORECASE
)
_NAMED_FIRST = re.compile(r"[/／]\w+(?:@\w+)?")
"""A command alone: marks right behind it hold a name or the whole of what is asked."""
_WITH_QUOTED = re.compile(r"[/／](?:who|quote|timeline)\b", re.IGNORECASE)
_END = r"(?=\s*(?:$|[,;?.!]|\b(?:about|on|regarding|sobre|acerca|from|in|by|en|de|since|until|before|after|desde|hasta|say|says|said)\b))"  # noqa: E501 - one lookahead
_WHEN = rf"(?:{STRETCH}|{DATE})"


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\S){pattern}\b{_END}", re.IGNORECASE)


_SAID: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "between",
        _compiled(rf"(?:between|entre|from|desde) (?P<a>{DATE}) (?:and|y|to|until|till|through|hasta|a) (?P<b>{DATE})"),
    ),
    ("since", _compiled(rf"from (?P<a>{DATE}) on(?:wards?)?")),
    ("since", _compiled(rf"(?:ever )?(?:since|starting in|desde|a partir de) (?P<a>{_WHEN})")),
    ("until", _compiled(rf"(?:until|till|up to|through|hasta) (?P<a>{_WHEN})")),
    ("before", _compiled(rf"(?:before|prior to|antes del?) (?P<a>{_WHEN})")),
    ("after", _compiled(rf"(?:after|después del?|despues del?) (?P<a>{_WHEN})")),
    ("stretch", _compiled(rf"(?:(?:in|over|during|from|of|for|en|durante|de) )?(?P<a>{STRETCH})")),
    ("in", _compiled(rf"(?:back )?(?:in|during|from|on|en|durante) (?P<a>{DATE})")),
)
"""How time is told in plain words."""
_IN_A_TOPIC = "in"
"""Behind a command this may as well be a part of the topic: "/quote Lind about elections in 2024"."""
_KIND = re.compile(
    r"\b(?:only |just )?(?P<kind>direct|indirect) (?=(?:quotes?|quotations?|statements?)\b)", re.IGNORECASE
)
_SORT = re.compile(
    r"[\s,]*\b(?:(?:the |with the )?(?P<sort>newest|latest|oldest|earliest|best)(?: ones?)? first)\b", re.IGNORECASE
)
_OUTLET = re.compile(r"\s(?:from|in|to|de|en|a) (?:the |el |la )?(?P<name>[^,:|?]{2,60}?)(?=\s*[?.!]*$)", re.IGNORECASE)
_WHOSE = re.compile(r"(?:quotes?|quotations?|statements?|remarks?|comments?|words|citas)$", re.IGNORECASE)
"""Before "from": what follows is a speaker."""
_DANGLING = re.compile(r"(?<![\s,;:])(?:[\s,;]+(?:about|on|sobre|and|y))+[\s,;:]*$|[\s,;:]+$", re.IGNORECASE)
"""Right behind a colon it is a topic, such as it is."""


def typed(message: str, today: date) -> Narrowed:
    """The filters that are typed as such; what looks like one but can't be used is `wrong`."""
    filters, wrong = UNFILTERED, None
    for match in _TYPED.finditer(message):
        narrower = _with(filters, _NAMES[match["name"].casefold()], match["value"].strip('"“”'), today)
        wrong = wrong or (None if narrower else match.group())
        filters = narrower or filters
    rest = _TYPED.sub("", message)
    wrong = wrong or _misnamed(rest)
    if filters.since and filters.until and filters.until < filters.since[: len(filters.until)]:
        wrong = wrong or f"since:{filters.since} until:{filters.until}"
    rest, exact = _quoted(rest) if _WITH_QUOTED.match(rest) else (rest, ())
    return Narrowed(_tidy(rest) if rest != message else message, replace(filters, exact=exact), wrong)


def _with(filters: Filters, name: str, value: str, today: date) -> Filters | None:
    told: dict[str, Any] | None = None
    if name in _VALUES:
        known = _VALUES[name].get(fold(value), fold(value))
        told = {name: _CHOICES[name](known)} if known in list(_CHOICES[name]) else None
    elif name in ("outlet", "place"):
        told = {name: value} if tokens_of(value) else None
    else:
        covered = period(value, today)
        told = _bounds(name, covered) if covered else None
    return replace(filters, **told) if told else None


def _bounds(name: str, covered: Period) -> dict[str, Any]:
    return {
        "since": {"since": covered.first},
        "until": {"until": covered.last},
        "after": {"since": day_behind(covered.last)},
        "before": {"until": day_before(covered.first)},
        "in": {"since": covered.first, "until": covered.last},
        "stretch": {"since": covered.first, "until": covered.last},
    }[name]


def _misnamed(rest: str) -> str | None:
    """What looks like a filter by another name: a guessed or misspelt one."""
    for match in _ALIKE.finditer(rest):
        name = match["name"]
        slip = name.islower() and any(OSA.distance(name, known) == 1 for known in _NAMES if len(known) > 3)
        if name in _GUESSED or (slip and name not in _NAMES):
            return match.group()
    return None


def _quoted(message: str) -> tuple[str, tuple[str, ...]]:
    """The message without words between marks that stand behind other words, and those words."""
    found = [match for match in _QUOTED.finditer(message) if not _NAMED_FIRST.fullmatch(message[: match.start()])]
    exact = tuple(match["a"] or match["b"] for match in found if tokens_of(match["a"] or match["b"]))
    for match in reversed(found):
        message = message[: match.start()] + message[match.end() :]
    return message, exact


def said(message: str, today: date, outlets: Callable[[], Iterable[str]]) -> Narrowed:
    """The filters that are told in plain words: dates, an outlet on record, a kind, an order."""
    filters, rest = _dated(message, today)
    kind, sort = _KIND.search(rest), _SORT.search(rest)
    if kind:
        filters, rest = replace(filters, kind=QuoteKind(kind["kind"].casefold())), _KIND.sub("", rest)
    if sort:
        filters, rest = replace(filters, sort=_order(sort["sort"])), _SORT.sub("", rest)
    outlet = _OUTLET.search(rest)
    if outlet and not _WHOSE.search(rest[: outlet.start()]) and _is_one(outlet["name"], outlets()):
        filters, rest = replace(filters, outlet=outlet["name"].strip()), rest[: outlet.start()]
    return Narrowed(_tidy(rest) if filters != UNFILTERED else message, filters)


def _order(word: str) -> Sort:
    return {"newest": Sort.NEW, "latest": Sort.NEW, "best": Sort.BEST}.get(word.casefold(), Sort.OLD)


def _dated(message: str, today: date) -> tuple[Filters, str]:
    """The first time that is told."""
    of_a_command = message.startswith(("/", "／")) and " " in message
    for name, pattern in _SAID:
        for match in pattern.finditer(message) if not (of_a_command and name == _IN_A_TOPIC) else ():
            bounds = _told(name, match, today)
            if bounds:
                return replace(UNFILTERED, **bounds), message[: match.start()] + message[match.end() :]
    return UNFILTERED, message


def _told(name: str, match: re.Match[str], today: date) -> dict[str, Any] | None:
    first = period(match["a"], today)
    if first is None:
        return None
    if name != "between":
        return _bounds(name, first)
    last = period(match["b"], today)
    return {"since": first.first, "until": last.last} if last and first.first <= last.last else None


def _is_one(name: str, outlets: Iterable[str]) -> bool:
    return normalise(name) in {normalise(outlet).removeprefix("the ") for outlet in outlets}


def _tidy(message: str) -> str:
    return _DANGLING.sub("", " ".join(message.split()) + " ").strip()


def merged(one: Filters, other: Filters) -> Filters:
    """Both; where both tell, the first counts."""
    told: dict[str, Any] = {
        field.name: getattr(one, field.name) or getattr(other, field.name) for field in fields(Filters)
    }
    return Filters(**told)


def as_typed(filters: Filters) -> str:
    """The filters as one would type them; `typed` reads them back."""
    told = (
        ("since", filters.since),
        ("until", filters.until),
        ("from", filters.outlet),
        ("in", filters.place or filters.article),
        ("kind", filters.kind),
        ("sort", filters.sort),
    )
    parts = [f'{name}:"{value}"' if " " in value else f"{name}:{value}" for name, value in told if value]
    return " ".join([*parts, *(f'"{words}"' for words in filters.exact)])


def with_filters(message: str, filters: Filters) -> str:
    """A message that asks for the same, narrowed."""
    return f"{message} {as_typed(filters)}".strip()
