"""Who is named in an article: the forms of one name brought together, with roles; and who of them is on record."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from bot.extract.given import gender_of
from bot.extract.headlines import confirmed, headlines
from bot.extract.institutions import HEADS
from bot.extract.names import Name, names
from bot.extract.roles import gender_of_noun, head_of, is_role
from bot.model import Person, Quote, Span, SpeakerKind
from bot.text import fold

_AFTER = re.compile(r",(?: \d{1,3},)? ((?:the|an?|his|her|their|its)? ?[^,.;:()“”\"\n]{3,110}?)(?= who |[,.;\n]| —|$)")
_BEFORE = re.compile(
    r"(?:^|[.“”\n,] ?)((?:the|an?|his|her|their|its|el|la|un|una|su|[A-Z]\w+['’]s) [^,.;:“”()\n]{3,80}), $",
    re.IGNORECASE,
)
_NO_PERSONS = ("institution", "place", "group")
_VERB_FIRST = re.compile(r"[A-Z][a-z]{3,}(?:ing|ed) [^ ]+$")
_DETERMINER = re.compile(r"^(?:the|an?|his|her|their|its|el|la|los|las|un|una|su)\s+", re.IGNORECASE)
_TITLE_ES = re.compile(
    r"\b(?:[Ee]l|[Ll]a|[Uu]na?|[Ss]u) "
    r"(?P<role>(?:ex)?[a-záéíóúñ]+(?: (?:de|del|para) [^,.;:()\n]{2,50}?| [a-záéíóúñ]+){0,3}) $"
)
_PLACE = re.compile(r" of ([A-Z][\w-]+)")
_FAMILY = re.compile(r" and (?P<given>[A-Z][\w-]+) (?P<family>[A-Z][\w-]+)(?! [A-Z])")
_AGE = re.compile(r"(?:, | \()(\d{1,3})(?=[,).])")
_LOWER_TITLE = re.compile(
    r"(?:(?:[A-Z][\w.-]+|[a-z]+-[a-z]+|former|chief|deputy|senior|vice|prime|foreign|defen[cs]e|finance|interior|campaign|"
    r"police|party|executive|managing|opposition|government|assistant|team|press|club|national|general|state|acting) )"
    r"{0,4}[a-z][a-z-]+ $"
)


MOST_BEARERS = 30
"""How many bearers of one name are told apart, so that a long list of them stays linear."""
MORE_OFTEN = 2
"""How many times more often one of two bearers of a surname must be named to be meant, though the other came last."""


@dataclass(eq=False, slots=True)
class Figure:
    """Somebody or something named in a text."""

    name: str
    kind: SpeakerKind
    gender: str | None = None
    """ "m", "f" or None; only to resolve pronouns."""
    sure: bool = True
    """Whether it is certainly a person or a body, not just a capitalised word."""
    age: int | None = None
    """In years, where the text tells: "Lind, 34,"."""
    roles: list[str] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)
    places: list[int] = field(default_factory=list)
    """Where it is named, in order."""

    @property
    def role(self) -> str | None:
        """The most telling role the text gives: the first of several words, else the first."""
        return next((role for role in self.roles if " " in role), self.roles[0] if self.roles else None)


class Cast:
    """Everybody named in a text, and where."""

    def __init__(self, text: str, spanish: bool = False) -> None:
        """Reads the names of a text: full ones first, then those that shorten them."""
        self._text, self._spanish = text, spanish
        lines = headlines(text)
        found = [name for name in names(text) if name.form.name]
        held = [name for name in found if _within(lines, name.start)] if lines else []
        self.names = [name for name in found if not _within(lines, name.start)] if held else found
        self.figures: list[Figure] = []
        self.of: dict[int, Figure] = {}
        """Where a name begins -> whom it names."""
        self.abbreviations: dict[str, str] = {}
        """Abbreviation -> the name by which the text explains it."""
        self._by_word: dict[str, list[Figure]] = {}
        for one, other in pairwise(self.names):
            if _abbreviates(text, one, other):
                self.abbreviations[other.form.name] = one.form.name
        for name in self.names:
            if (" " in name.form.name and not _VERB_FIRST.match(name.form.name)) or name.form.kind in _NO_PERSONS:
                self._take(name, self._same(name) or self._new(name))
        for name in self.names:
            if name.start not in self.of:
                self._take(name, self._of_family(name) or self._short(name) or self._new(name))
        for name in held:
            self._read_headline(name)

    def _of_family(self, name: Name) -> Figure | None:
        """Of "Ben" in "Ben and Sofia Marsh" a figure by the full name."""
        following = _FAMILY.match(self._text, name.end)
        if following is None or not gender_of(name.form.name) or not gender_of(following["given"]):
            return None
        form = name.form._replace(name=f"{name.form.name} {following['family']}", kind="person")
        full = name._replace(form=form)
        return self._same(full) or self._new(full)

    def _read_headline(self, run: Name) -> None:
        """Adds the names of a headline: those that the text bears out."""
        for name in confirmed(self._text, run, lambda words: fold_all(words) in self._by_word):
            figure = self._same(name) if " " in name.form.name else self._short(name)
            insort(self.names, name, key=lambda one: one.start)
            self._take(name, figure or self._new(name))

    def _take(self, name: Name, figure: Figure) -> None:
        self.of[name.start] = figure
        figure.forms[name.form.name] += 1
        if figure.places and figure.places[-1] > name.start:
            insort(figure.places, name.start)
        else:
            figure.places.append(name.start)
        if figure.gender is None:
            figure.gender = name.form.gender
        if name.form.kind == "person" or (figure.name != name.form.name and figure.name.endswith(f" {name.form.name}")):
            figure.sure = True  # by its kind, or since a surname alone takes it up
        if figure.kind is SpeakerKind.PERSON:
            if age := _AGE.match(self._text, name.end):
                figure.age = int(age[1])
            for role in self._roles(name):
                if role not in figure.roles:
                    figure.roles.append(role)
                    figure.sure = True
                    figure.gender = figure.gender or gender_of_noun(head_of(role))

    def _new(self, name: Name) -> Figure:
        person = name.form.kind == "person" or (name.form.kind == "maybe" and not name.determined)
        kind = SpeakerKind.PERSON if person else SpeakerKind.INSTITUTION
        band = name.form.kind == "maybe" and name.determined and name.form.name.endswith("s")
        kind = SpeakerKind.GROUP if name.form.kind == "group" or band else kind
        figure = Figure(name.form.name, kind, sure=name.form.kind == "person")
        self.figures.append(figure)
        words = _words(name.form.name) if person else ()
        for word in dict.fromkeys([*words, fold_all(name.form.name)]):
            if len(bearers := self._by_word.setdefault(word, [])) < MOST_BEARERS:
                bearers.append(figure)
        return figure

    def _same(self, name: Name) -> Figure | None:
        """The figure that bears this full name already, an initial or a second given name more or less."""
        words = _words(name.form.name)
        whole = fold_all(self.abbreviations.get(name.form.name, name.form.name))
        alike: list[Figure] = [*self._by_word.get(whole, ()), *(self._by_word.get(words[-1], ()) if words else ())]
        for figure in alike:
            known = _words(figure.name)
            if fold_all(figure.name) == whole:
                return figure
            if figure.kind is not SpeakerKind.PERSON or len(known) < 2 or not words:
                continue
            if _same_given(known[0], words[0]) or words == known[-len(words) :]:
                return figure
        return None

    def _short(self, name: Name) -> Figure | None:
        """Whom a single name shortens: surname before given name, then who was named last, or far more often."""
        word = fold_all(name.form.name)
        gender = name.form.gender

        if " " in word:  # "Chasing Lind": a verb that opens a sentence
            word = word.rsplit(" ", 1)[1]

        def rank(figure: Figure) -> tuple[bool, bool, int]:
            fits = gender is not None and gender == figure.gender
            return _words(figure.name)[-1:] == (word,), fits, sum(figure.forms.values())

        if name.determined and word.endswith("s") and word not in HEADS and name.form.kind == "maybe":
            return None  # "the Whigs" are all of them, not the "Conscience Whigs"

        fitting = [
            figure
            for figure in self._by_word.get(word, [])
            if not (gender and figure.gender and gender != figure.gender)
            and not (figure.kind is not SpeakerKind.PERSON and name.form.kind == "person")
            and not self._other_office(figure, name)
        ]
        best = max(fitting, key=rank, default=None)
        if best is None or len(fitting) == 1:
            return best
        equal = [figure for figure in fitting if rank(figure)[:2] == rank(best)[:2]]
        latest = max(equal, key=lambda figure: self._named_before(figure, name.start))
        return latest if MORE_OFTEN * sum(latest.forms.values()) >= sum(best.forms.values()) else best

    def _other_office(self, figure: Figure, name: Name) -> bool:
        """Whether a titled surname stands before its bearer comes in, who has no such title: "President Obama"."""
        title = name.form.title
        return bool(title) and is_role(title) and name.start < figure.places[0] and title not in figure.roles

    def _named_before(self, figure: Figure, offset: int) -> int:
        """Where a figure was last named before an offset; -1 for never."""
        at = bisect_left(figure.places, offset) - 1
        return figure.places[at] if at >= 0 else -1

    def _noun_before(self, start: int) -> bool:
        """Whether the word right before an offset is a noun for a person in lower case: "spokesman Karl Holm"."""
        if self._text[start - 1 : start] != " ":
            return False
        word = self._text[max(0, start - 24) : start - 1].rsplit(maxsplit=1)[-1:]
        return bool(word) and word[0].islower() and is_role(word[0])

    def _roles(self, name: Name) -> list[str]:
        """Roles that stand beside a name: title before, apposition before or behind."""
        found = [name.form.title] if name.form.title and is_role(name.form.title) else []
        text = self._text
        if (
            not found
            and self._noun_before(name.start)
            and (match := _LOWER_TITLE.search(text, max(0, name.start - 70), name.start))
        ):
            phrase = match.group().strip()
            found += [phrase] if is_role(phrase) and phrase.split()[0] not in ("The", "A", "An") else []
        if self._spanish and not found and (match := _TITLE_ES.search(text, max(0, name.start - 80), name.start)):
            found += [match["role"]] if is_role(match["role"]) else []
        if found and (place := _PLACE.match(text, name.end)):
            found.append(f"{found[0]} of {place[1]}")
        if text[name.end : name.end + 1] == "," and (match := _AFTER.match(text, name.end)):
            phrase = _DETERMINER.sub("", match[1].strip())
            found += [phrase] if is_role(phrase) else []
        if text[name.start - 2 : name.start] == ", " and (
            match := _BEFORE.search(text[max(0, name.start - 90) : name.start])
        ):
            phrase = _DETERMINER.sub("", match[1])
            found += [phrase] if is_role(phrase) else []
        return found


def _abbreviates(text: str, name: Name, short: Name) -> bool:
    """Whether a name explains the abbreviation behind it: "Norland Harbour Board (NHB)", "..., or NHB,"."""
    letters = short.form.name.replace(".", "")
    if not letters.isupper() or not 1 < len(letters) < 7 or text[name.end : short.start] not in (" (", ", or ", " or "):
        return False
    initials = "".join(word[0] for word in name.form.name.replace("-", " ").split() if word[0].isupper())
    return initials == letters


def _within(lines: Sequence[Span], offset: int) -> bool:
    """Whether an offset stands in one of the lines, which are in order."""
    at = bisect_right(lines, offset, key=lambda line: line.start) - 1
    return at >= 0 and offset < lines[at].end


@lru_cache(maxsize=16384)
def fold_all(name: str) -> str:
    """A name normalised word by word."""
    return " ".join(map(fold, name.split()))


@lru_cache(maxsize=16384)
def _words(name: str) -> tuple[str, ...]:
    return tuple(word for word in map(fold, name.split()) if word not in ("jr", "sr", "ii", "iii", ""))


def _same_given(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and (len(short) == 1 or len(short) >= 3)


def people_of(cast: Cast, quotes: Sequence[Quote]) -> tuple[Person, ...]:
    """Everybody with a quote, and everybody named with a role; most quoted first, then by first place in the text."""
    counts = Counter(quote.speaker.name for quote in quotes if quote.speaker)
    kinds = {quote.speaker.name: quote.speaker.kind for quote in quotes if quote.speaker}
    figures: dict[str, Figure] = {}
    for figure in cast.figures:
        figures.setdefault(figure.name, figure)
    named = [f.name for f in cast.figures if f.kind is SpeakerKind.PERSON and f.roles and f.sure]
    found = []
    for name in sorted(dict.fromkeys([*counts, *named]), key=lambda name: -counts[name]):
        one = figures.get(name)
        aliases = tuple(form for form, _ in one.forms.most_common() if form != name) if one else ()
        kind = kinds.get(name, SpeakerKind.PERSON)
        found.append(Person(name, kind, tuple(one.roles) if one else (), aliases, counts[name]))
    return tuple(found)
