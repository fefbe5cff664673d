"""Names on record: what articles tell of each, kept up to date as they come and go; and who bears them.

A form is one spelling of a name, in one field of roles (mostly none). Quotes point at forms, for good; forms point at
people, as the rules see it now.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from bot.model import Extraction, SpeakerKind
from bot.naming.identity import whole_of
from bot.naming.roles import fields_of
from bot.store import directory, rulings
from bot.store.linking import Changed, settle
from bot.store.rows import Stored, packed, unpacked
from bot.store.totals import grow

_Fact = tuple[str, str]
"""A sort ("kind", "role", "alias") and what it says."""


@dataclass(slots=True)
class _Sheet:
    """What one article tells of one name."""

    quotes: int = 0
    facts: dict[_Fact, int] = field(default_factory=dict)
    """Each with its place in the article's own order."""

    def of(self, sort: str) -> list[str]:
        """The facts of a sort."""
        return [fact for one, fact in self.facts if one == sort]

    @property
    def body(self) -> bool:
        """Whether the article takes the name for something else than a person."""
        return self.of("kind")[:1] != [SpeakerKind.PERSON.value]

    @property
    def fields(self) -> str:
        """The fields of its roles, as a form has them."""
        return "" if self.body else " ".join(sorted(fields_of(self.of("role"))))


def enter(connection: sqlite3.Connection, article: int, dated: str, extraction: Extraction) -> dict[str, int]:
    """Add what an article tells of its speakers; the numbers of their forms by name."""
    changed, numbers = Changed(), {}
    for name, sheet in _sheets(extraction).items():
        number = numbers[name] = _form(connection, name, sheet.fields, changed)
        _count(connection, number, sheet, 1, changed)
        for (sort, fact), place in sheet.facts.items():
            _add_fact(connection, number, (sort, fact), place, changed)
        connection.executemany(
            "INSERT OR IGNORE INTO role_use SELECT number, ?, ? FROM form_fact WHERE form = ? AND sort = 'role' "
            "AND fact = ?",
            ((dated, article, number, packed(role)) for role in sheet.of("role")),
        )
    settle(connection, changed)
    return numbers


def withdraw(connection: sqlite3.Connection, article: int, dated: str, extraction: Extraction) -> None:
    """Take back what `enter` added for just this extraction, whose quotes are gone already."""
    changed = Changed()
    for name, sheet in _sheets(extraction).items():
        number = _form(connection, name, sheet.fields, changed)
        for (sort, fact), place in sheet.facts.items():
            _take_fact(connection, number, (sort, fact), place, changed)
        connection.executemany(
            "DELETE FROM role_use WHERE dated = ? AND article = ? AND fact = (SELECT number FROM form_fact "
            "WHERE form = ? AND sort = 'role' AND fact = ?)",
            ((dated, article, number, packed(role)) for role in sheet.of("role")),
        )
        _count(connection, number, sheet, -1, changed)
    settle(connection, changed)


def relink(connection: sqlite3.Connection) -> None:
    """Apply the rules anew to all that is on record, as names are normalised now."""
    for table in ("person", "person_word", "name_word"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own tables
    connection.execute("UPDATE total SET number = 0 WHERE name = 'people'")
    names = connection.execute("SELECT number, name FROM form").fetchall()
    wholes = ((packed(whole_of(unpacked(name))), number) for number, name in names)
    connection.executemany("UPDATE form SET whole = ?, block = '', person = 0 WHERE number = ?", wholes)
    settle(connection, Changed({number for number, _ in names}))


def merge(connection: sqlite3.Connection, name: str, other: str) -> bool:
    """Remember that two names are one person's, and apply it; False where one of them isn't just one person's."""
    people = [directory.numbers_named(connection, one) for one in (name, other)]
    if any(len(found) != 1 for found in people) or people[0] == people[1]:
        return False
    one, two = (_chosen(connection, number, asked) for (number,), asked in zip(people, (name, other), strict=True))
    rulings.add_merge(connection, one[1:], two[1:])
    _apply(connection, {one[0], two[0]})
    return True


def split(connection: sqlite3.Connection, name: str) -> bool:
    """Undo the merge that a name is in, or else remember that it stands for itself; False where it does already."""
    found = directory.numbers_named(connection, name)
    merged = set(rulings.merges(connection).values())
    one = found[0] if len(found) == 1 else next((number for number in found if number in merged), None)
    if one is None:
        return False
    forms = connection.execute("SELECT number, name, fields FROM form WHERE person = ?", (one,)).fetchall()
    own = [form for form in forms if name in _called(*form[1:])] or [_chosen(connection, one, name)]
    freed = rulings.take_merges(connection, [form[1:] for form in own])
    if not freed and (len(own) == len(forms) or len(found) > 1):
        return False
    for form in () if freed else own:
        rulings.add_split(connection, form[1:])
    _apply(connection, {form[0] for form in forms})
    return True


def _apply(connection: sqlite3.Connection, forms: set[int]) -> None:
    settle(connection, Changed(forms))
    grow(connection, "changes", 1)


def _chosen(connection: sqlite3.Connection, person: int, name: str) -> tuple[int, Stored, str]:
    """The form that stands for somebody in a ruling: the one of that very name, else the one they are called by."""
    rows: list[tuple[int, Stored, str]] = connection.execute(
        "SELECT form.number, form.name, form.fields FROM form JOIN person ON person.number = person "
        "WHERE person = ? ORDER BY form.name = plain DESC, form.fields, form.name",
        (person,),
    ).fetchall()
    return next((row for row in rows if name in _called(*row[1:])), rows[0])


def _called(name: Stored, fields: str) -> tuple[str, str]:
    """How a form may be asked for."""
    return unpacked(name), rulings.labelled(name, fields)


def _sheets(extraction: Extraction) -> dict[str, _Sheet]:
    sheets: dict[str, _Sheet] = defaultdict(_Sheet)
    for name, quotes in Counter(quote.speaker.name for quote in extraction.quotes if quote.speaker).items():
        sheets[name].quotes = quotes
    for person in extraction.people:
        told = [("kind", person.kind.value), *(("role", role) for role in person.roles)]
        told += [("alias", alias) for alias in person.aliases]
        for place, fact in enumerate(told):
            sheets[person.name].facts.setdefault(fact, place)
    listed = {name for name, sheet in sheets.items() if sheet.facts}
    for quote in extraction.quotes:
        if quote.speaker and quote.speaker.name not in listed:
            facts = sheets[quote.speaker.name].facts
            facts.setdefault(("kind", quote.speaker.kind.value), 0)
            if quote.speaker.role:
                facts.setdefault(("role", quote.speaker.role), 1)
    return sheets


def _form(connection: sqlite3.Connection, name: str, fields: str, changed: Changed) -> int:
    """The number of a form, made where there is none."""
    key = (packed(name), fields)
    row = connection.execute("SELECT number FROM form WHERE name = ? AND fields = ?", key).fetchone()
    if row is None:
        row = connection.execute(
            "INSERT INTO form (name, fields, whole) VALUES (?, ?, ?) RETURNING number", (*key, packed(whole_of(name)))
        ).fetchone()
        changed.forms.add(row[0])
    changed.counted.add(row[0])
    return int(row[0])


def _count(connection: sqlite3.Connection, number: int, sheet: _Sheet, by: int, changed: Changed) -> None:
    articles, bodies = connection.execute(
        "UPDATE form SET articles = articles + ?, bodies = bodies + ?, quotes = quotes + ? WHERE number = ? "
        "RETURNING articles, bodies",
        (by, by * sheet.body, by * sheet.quotes, number),
    ).fetchone()
    before = (articles - by, bodies - by * sheet.body)
    if _sizes(articles, bodies) != _sizes(*before):
        changed.forms.add(number)


def _sizes(articles: int, bodies: int) -> tuple[int, int]:
    """The sizes that the rules see: they change seldom."""
    return (articles - bodies).bit_length(), bodies.bit_length()


def _add_fact(connection: sqlite3.Connection, form: int, fact: _Fact, place: int, changed: Changed) -> None:
    sort, told = fact
    (count,) = connection.execute(
        "INSERT INTO form_fact (form, sort, fact, places) VALUES (?, ?, ?, ?) ON CONFLICT (form, sort, fact) "
        "DO UPDATE SET count = count + 1, places = places + excluded.places RETURNING count",
        (form, sort, packed(told), place),
    ).fetchone()
    if count == 1:
        changed.forms.add(form)


def _take_fact(connection: sqlite3.Connection, form: int, fact: _Fact, place: int, changed: Changed) -> None:
    sort, told = fact
    number, count = connection.execute(
        "UPDATE form_fact SET count = count - 1, places = places - ? WHERE form = ? AND sort = ? AND fact = ? "
        "RETURNING number, count",
        (place, form, sort, packed(told)),
    ).fetchone()
    if count == 0:
        connection.execute("DELETE FROM form_fact WHERE number = ?", (number,))
        changed.forms.add(form)
