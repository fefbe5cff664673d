"""What a chart shows, in words and in numbers: the numbers are drawn, the words are for those who can't see it."""

from __future__ import annotations

from collections import Counter
from datetime import date

from bot.compose import wording
from bot.compose.body import cut
from bot.language import Language
from bot.model import Answer, Result

MOST_DAYS, MOST_MONTHS = 31, 60
"""Columns of a day, or a month, each; a longer time is told by months, or years."""
MOST_TOLD = 24
"""Columns told in words; of more only the tallest and how many there are."""

MOST_LABELS = 8
"""Labels below the columns."""
LINE = 62
"""Characters that fit below all columns."""
LEAST_NARROW = 10
"""Columns: fewer are as wide as six characters each."""

Columns = list[tuple[str, int]]
"""Days, months or years (ISO 8601) with the number of statements."""


def columns(answer: Answer) -> Columns:
    """The statements by day, month or year, silent ones with 0; those whose date lacks the year are left out."""
    dates = sorted(date_of(result) for result in answer.results if date_of(result))
    if not dates:
        return []
    for length, most in ((10, MOST_DAYS), (7, MOST_MONTHS), (4, 10_000)):
        shown = [one[:length] for one in dates]
        if all(len(one) == length for one in shown) and _between(shown[0], shown[-1]) < most:
            counts = Counter(shown)
            return [(one, counts[one]) for one in _all(shown[0], shown[-1])]
    counts = Counter(one[:4] for one in dates)
    return [(one, counts[one]) for one in _all(dates[0][:4], dates[-1][:4])]


def date_of(result: Result) -> str:
    """The day, month or year of a statement's article; empty where it lacks the year."""
    published = (result.article.published or "") if result.article else ""
    return published[:10] if published[:4].isdecimal() else ""


def _number(stretch: str) -> int:
    """A day, month or year as a number that counts on by one."""
    parts = [int(part) for part in stretch.split("-")]
    if len(parts) == 3:
        return date(*parts).toordinal()
    return parts[0] * 12 + parts[1] - 1 if len(parts) == 2 else parts[0]


def _between(first: str, last: str) -> int:
    return _number(last) - _number(first)


def _all(first: str, last: str) -> list[str]:
    """All stretches from the first to the last."""
    numbers = range(_number(first), _number(last) + 1)
    if len(first) == 10:
        return [date.fromordinal(number).isoformat() for number in numbers]
    if len(first) == 7:
        return [f"{number // 12:04}-{number % 12 + 1:02}" for number in numbers]
    return [f"{number:04}" for number in numbers]


def title(say: Language, answer: Answer) -> str:
    """The heading of a chart."""
    speaker, topic = answer.facts.get("speaker"), answer.facts.get("topic")
    if not speaker and not topic:
        return say(wording.MOST_QUOTED)
    return f"{cut(speaker or topic)}{say(wording.ABOUT, topic=cut(topic)) if speaker and topic else ''}"


def note(say: Language, answer: Answer) -> str:
    """What is counted, in which time."""
    if answer.results[0].kind == "person":
        articles = answer.facts["articles"]
        return say.plural("Statements in {number} article", "Statements in {number} articles", articles)
    stretches = columns(answer)
    by = {10: wording.BY_DAY, 7: wording.BY_MONTH, 4: wording.BY_YEAR}
    counted = sum(number for _, number in stretches)
    told = say.plural("{number} statement", "{number} statements", counted)
    told += f" ({say(wording.NOT_ALL)})" if "more" in answer.facts else ""
    if not stretches:
        return told
    first, last = (say.date(stretches[place][0]) for place in (0, -1))
    return f"{told}, {say(by[len(stretches[0][0])])}, {first if first == last else f'{first} – {last}'}"


def told(say: Language, answer: Answer) -> str:
    """The chart's numbers in words."""
    if answer.results[0].kind == "person":
        bars = [(cut(one.text), one.person.quotes) for one in answer.results if one.person]
        return "; ".join(f"{name}: {say.number(number)}" for name, number in bars)
    stretches = [(stretch, number) for stretch, number in columns(answer) if number]
    shown = stretches if len(stretches) <= MOST_TOLD else sorted(stretches, key=lambda one: -one[1])[:MOST_TOLD]
    return "; ".join(f"{say.date(stretch)}: {say.number(number)}" for stretch, number in sorted(shown))


def labelled(say: Language, stretches: Columns) -> list[tuple[str, int]]:
    """The columns with labels where there is room for them: the first, and where a year begins, or each of few."""
    labels: list[str] = []
    free = 0
    room = max(1, len(stretches) // MOST_LABELS)
    for place, (stretch, _) in enumerate(stretches):
        wanted = place == 0 or (place >= free and (len(stretch) == 4 or _begins(stretch, len(stretches))))
        labels.append(say.date(stretch) if wanted else "")
        free = place + max(room, _width(labels[-1], len(stretches))) if wanted else free
    return [(label, number) for label, (_, number) in zip(labels, stretches, strict=True)]


def _begins(stretch: str, all_of_them: int) -> bool:
    """Whether a year begins, or any stretch where there are few."""
    return stretch.endswith("-01") or all_of_them <= MOST_LABELS


def _width(label: str, columns_drawn: int) -> int:
    """Columns that a label is as wide as, with a space."""
    return -(-(len(label) + 2) * columns_drawn // LINE) if columns_drawn > LEAST_NARROW else -(-(len(label) + 2) // 6)
