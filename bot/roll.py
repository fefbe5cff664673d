"""`onrecord people`: who is taken for whom, and setting it right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.errors import NotOnePersonError
from bot.model import Person, Ruling

if TYPE_CHECKING:
    from bot.desk import Desk


def line(person: Person) -> str:
    """One person in one line: how often quoted, the latest role, the other names."""
    role = f", {person.roles[0]}" if person.roles else ""
    names = f" (also: {', '.join(person.aliases)})" if person.aliases else ""
    return f"{person.quotes:6d}  {person.name}{role}{names}"


def lines(rulings: list[Ruling]) -> Iterator[str]:
    """What was decided, as it could be typed."""
    for one in rulings:
        yield f'split "{one.name}"' if one.other is None else f'merge "{one.name}" "{one.other}"'


def merge(desk: Desk, name: str, other: str) -> str:
    """Merge two people; what to tell.

    Raises:
        NotOnePersonError: One of the names isn't just one person's; the message names those it may be.
    """
    one, two = _one(desk, name), _one(desk, other)
    if one == two:
        return f"{name} and {other} are one person already"
    desk.merge_people(name, other)
    return f"{name} and {other} are one person from now on: {_one(desk, name).name}"


def split(desk: Desk, name: str) -> str:
    """Split a name off; what to tell.

    Raises:
        NotOnePersonError: The name isn't just one person's, or stands for itself already.
    """
    if desk.split_person(name):
        return f"{name} stands for itself from now on"
    _one(desk, name)
    raise NotOnePersonError(f"{name}: stands for itself already; there is nothing to split")


def _one(desk: Desk, name: str) -> Person:
    people = desk.people(name)
    if not people:
        raise NotOnePersonError(f"{name}: nobody on record has just that name; see them with: onrecord people list")
    if len(people) > 1:
        raise NotOnePersonError(f"{name}: may be {' or '.join(person.name for person in people)}; name one of them")
    return people[0]
