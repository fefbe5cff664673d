"""Who a mention stands for: one walk through names, mentions of speakers and pronouns, in reading order.

Names are looked up; pronouns go to whoever is most present (`bot.extract.salience`) and fits; descriptions go by
roles. What stands inside a quotation is read after the words around it, as its speaker is known only then.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple

from bot.extract import certainty
from bot.extract.antecedents import RELATIVE
from bot.extract.certainty import Evidence
from bot.extract.descriptions import Descriptions
from bot.extract.kinds import Marks
from bot.extract.lexicon import DOCUMENT_NOUNS
from bot.extract.mentions import Answer, Mentions, chosen, joined
from bot.extract.names import Name
from bot.extract.openings import Opening, openings
from bot.extract.parts import is_asked, is_subject, owns_words, sentence_starts, tells_more
from bot.extract.people import Cast, Figure
from bot.extract.relatives import Relatives, bare
from bot.extract.roles import head_of, is_role, number_of
from bot.extract.salience import Salience
from bot.extract.titles import PARTIES
from bot.model import Attribution, Span, SpeakerKind

SOURCE, SUBJECT, OTHER, POSSESSIVE, MODIFIER = 1.6, 1.1, 0.5, 0.4, 0.1
"""What a mention adds, by its place; read off cases of PolNeAR's training half, as all weights here."""
LATEST = 0.3
"""What the last subject of the same sentence gains over one before it."""
NAMED_ITSELF = 0.3
"""What is left of a weight where the statement, told in other words, names the one who is to have made it."""
ENCLOSING = 2.0
"""What the speaker of the clause around a pronoun gains: "Lind said she believed ..."."""
LAST_SPEAKER = (1.0, 1.0, 0.4)
"""What the speaker of the words before gains where a pronoun speaks ("..., Lind said. "...," she said"), by how many
sentences before."""
AHEAD = 0.8
"""What the name behind an opening clause gains: "When he wrote ..., Mr. Lind"."""
UNKNOWN_GENDER, UNNAMED, UNSURE = 0.6, 0.8, 0.4
"""What is left of a weight where the gender of somebody named or unnamed isn't known, or whether it is a person."""
UNFIT = 0.5
"""What is left of the weight of a body that speaks, where "they" is asked for."""
PLAIN = 0.75
"""Share of the weight of the two likeliest from which a pronoun tells its bearer's gender."""
FAINT, FAINT_BODY = 0.02, 0.5
"""Weight below which nobody (no body or group) can be meant."""

GENDER = {
    "él": "m",
    "ella": "f",
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
_PERSONS = (SpeakerKind.PERSON, SpeakerKind.ANONYMOUS)
_SELF = re.compile(r" (?:him|her|it)self$| mism[oa]s?$")
_FIRST_PERSON = frozenset("i me my myself".split())
_ANSWER_LABELS = frozenset("a a. r r.".split())
_BODIES = {"they": SpeakerKind.GROUP, "them": SpeakerKind.GROUP, "it": SpeakerKind.INSTITUTION}
_AS_WRITTEN = frozenset("we us our you your their its this these those that one some others many".split())
_PRONOUN = re.compile(r"\b(?:[Hh](?:e|im|is|imself|er|ers|erself)|[Ss]he)\b")
_UP_TO_NAME = re.compile(r", (?:(?:the|an?|his|her|el|la) )?(?:[a-z-]+ ){0,4}")
_ABOUT = re.compile(r" [a-z]+(?: [a-z]+)? (?:of|about) ")
_ONE = re.compile(r"(?:the|an?|one|another)\s", re.IGNORECASE)
_QUESTIONS = frozenset("ask asks asked asking".split())
_OWNER = ("'s", "’s", "s'", "s’")
_GUESTS = 50
"""How many of those named first can be the one who is interviewed."""
_FAR = 2000
"""Characters between a mention and the part of its statement that is looked through for names."""
_SUBORDINATE = re.compile(
    r"(?:[“\"]?)(?:When|While|As|After|Before|Although|Though|If|Since|Because|In|On|At|With|Despite|Asked|During|For|By|"
    r"Once|Until|Like|Besides|Hours|Days|Minutes|Moments|Shortly|Soon)\b"
)


class _Event(NamedTuple):
    order: int
    start: int
    name: Name | None = None
    mention: Span | None = None
    """A mention of a speaker, or a pronoun."""
    opening: Opening | None = None


class Chain:
    """Resolves the mentions of a text in one pass; `answers` has them by their spans."""

    def __init__(
        self, text: str, cast: Cast, found: list[Attribution], marks: Marks, least: float = certainty.LEAST
    ) -> None:
        """Walks through the text; below a probability of `least` a mention stays as written."""
        self._text, self._cast, self._marks, self._least = text, cast, marks, least
        self._sentences = [0, *sentence_starts(text, marks)]
        self._sources = sorted({one.source for one in found if one.source})
        self._own = {one.source: one for one in found if one.source}
        self._contents = sorted((span, index) for index, one in enumerate(found) for span in one.content)
        self._found = found
        self._mentions = Mentions(text, cast)
        self._people, self._bodies = Salience(), Salience()
        self._descriptions = Descriptions(text, cast, self._people, self._bodies, least)
        self._relatives = Relatives(text, cast, self._mentions, self._descriptions)
        self._pairs: dict[str, Figure] = {}
        self._last: tuple[Figure, int] | None = None
        self._asked = False
        self._subject: tuple[Figure | None, int] = (None, 0)
        self.answers: dict[Span, Answer] = {}
        for event in sorted(self._events(), key=lambda event: event[:2]):
            self._step(event)

    # --- the walk

    def _events(self) -> Iterator[_Event]:
        for name in self._cast.names:
            if not self.in_source(name.start):
                yield _Event(name.start, name.start, name=name)
        for source in self._sources:
            yield _Event(self._when(source), source.start, mention=source)
        for match in _PRONOUN.finditer(self._text):
            if not self._marks.around(match.start()) and not self.in_source(match.start()):
                yield _Event(match.start(), match.start(), mention=Span(*match.span()))
        for one in openings(self._text, self._sentences):
            if not self._marks.around(one.span.start) and not self.in_source(one.span.end - 1):
                yield _Event(one.span.start, one.span.start, opening=one)

    def _when(self, source: Span) -> int:
        """When a mention is read: one inside a quotation after the mention of who says it all."""
        if self._marks.around(source.start) is None:
            return source.start
        around = self.enclosing(source)
        return max(source.start, around.source.end) if around and around.source else source.start

    def _step(self, event: _Event) -> None:
        clock = bisect_right(self._sentences, event.start)
        if event.name is not None:
            self._read_name(event.name, clock)
        elif event.opening is not None:
            self._read_opening(event.opening, clock)
        elif event.mention in self._own:
            self._read_source(event.mention, clock)
        elif event.mention is not None:
            answer = self._third_person(event.mention, clock, speaks=False)
            if answer and answer.figure:
                self._learn_gender(answer, event.mention)
                word = event.mention.of(self._text).casefold()
                self._people.mention(answer.figure, clock, POSSESSIVE if word in ("his", "her") else SUBJECT)

    def _learn_gender(self, answer: Answer, pronoun: Span) -> None:
        """Whom "he" plainly means is a man from there on, though the name doesn't tell."""
        plain = answer.evidence is not None and answer.evidence.share >= PLAIN
        if plain and answer.figure and answer.figure.gender is None:
            answer.figure.gender = GENDER.get(pronoun.of(self._text).casefold())

    def _read_opening(self, opening: Opening, clock: int) -> None:
        figure = self._descriptions.introduced(opening, clock)
        if figure is not None:
            self._mention(figure, clock, SUBJECT)

    def _read_name(self, name: Name, clock: int) -> None:
        figure = self._cast.of[name.start]
        if self._marks.around(name.start):
            gain = MODIFIER
        elif name.possessive:
            speaks = owns_words(self._text, name) and is_subject(self._text, name, self._sentences[clock - 1])
            gain = SUBJECT if speaks else POSSESSIVE
        elif tells_more(self._text, name):
            gain = MODIFIER
        else:
            subject = is_subject(self._text, name, self._sentences[clock - 1]) or is_asked(self._text, name)
            gain = SUBJECT if subject else OTHER
            self._read_pair(name, clock, gain)
        self._mention(figure, clock, gain)

    def _read_pair(self, name: Name, clock: int, gain: float) -> None:
        """Two persons joined are a group too, whom "they" takes up."""
        following = self._name_at(name.end + len(" and "))
        if following is None or self._text[name.end : following.start] != " and " or following.possessive:
            return
        pair = [self._cast.of[one.start] for one in (name, following)]
        if all(one.kind is SpeakerKind.PERSON and one.sure for one in pair) and pair[0] is not pair[1]:
            both = joined([one.name for one in pair])
            self._mention(self._pairs.setdefault(both, Figure(both, SpeakerKind.GROUP)), clock, gain)

    def _mention(self, figure: Figure, clock: int, gain: float) -> None:
        if figure.kind in _PERSONS:
            self._people.mention(figure, clock, gain)
            if gain >= SUBJECT:
                self._subject = figure, clock
        elif gain >= SUBJECT:
            self._bodies.mention(figure, clock, gain)

    def _read_source(self, source: Span, clock: int) -> None:
        answer = self._answer(source, clock)
        self.answers[source] = answer
        figure = answer.figure
        quoted = self._marks.around(source.start) is not None
        if quoted:
            return
        cue = self._own[source].cue
        self._asked = cue is not None and cue.of(self._text).casefold() in _QUESTIONS
        owner = source.of(self._text).endswith(_OWNER)
        if figure is not None:
            self._mention(figure, clock, self._gain(source, owner))
        if not owner:
            self._last = (figure, clock) if figure else None

    def _gain(self, source: Span, owner: bool) -> float:
        """What a speaker's mention adds: less for who only owns what speaks, who asks, and whom another quotes."""
        if owner:
            return POSSESSIVE
        if self._asked:
            return OTHER
        return SUBJECT if self.enclosing(source) else SOURCE

    # --- one mention

    def _answer(self, source: Span, clock: int) -> Answer:
        written = " ".join(source.of(self._text).split())
        low = _SELF.sub("", written.casefold())
        if self._own[source].cue == source:
            return self._dropped(source, clock)
        if low in GENDER:
            return self._third_person(source, clock, speaks=True) or Answer(written, SpeakerKind.PERSON, None, 0.6)
        if low in _FIRST_PERSON:
            return self._first_person(source, written)
        if low in RELATIVE:
            return self._relatives.read(source, written, clock)
        if low in _BODIES and (apposed := self._apposed(source)):
            return apposed
        if low in _BODIES:
            return self._body(written, low, source, clock)
        if low in _AS_WRITTEN:
            return Answer(written, SpeakerKind.GROUP)
        if low in _ANSWER_LABELS and self._text[source.end : source.end + 1] in (":", "."):
            return self._interviewed(source, written)
        return self._named(source) or self._apposed(source) or self._descriptions.read(source, written, clock)

    def _named(self, source: Span) -> Answer | None:
        inside = self._mentions.names_in(source)
        if several := self._mentions.several(source, inside):
            return Answer(several, SpeakerKind.GROUP, None, 1.0, Figure(several, SpeakerKind.GROUP))
        name = self._mentions.head(source, inside)
        if name is None or (name.form.name.casefold() in PARTIES and _ONE.match(self._text, source.start)):
            return None
        figure = self._cast.of[name.start]
        title = name.form.title if name.form.title and is_role(name.form.title) else None
        role = (title or figure.role) if figure.kind is SpeakerKind.PERSON else None
        return Answer(figure.name, figure.kind, role, 1.0 if figure.sure or " " not in figure.name else 0.95, figure)

    def _dropped(self, verb: Span, clock: int) -> Answer:
        """A verb without a subject: whoever has just spoken, else the person most present; no name at all at worst."""
        if self._last and self._spoke_last(self._last[0], clock):
            figure = self._last[0]
            return Answer(figure.name, figure.kind, figure.role, 0.85, figure)
        return self._third_person(verb, clock, speaks=True) or Answer("", SpeakerKind.PERSON)

    def _apposed(self, source: Span) -> Answer | None:
        """Of "the contractor" in "the contractor, Olaf Rein, said" the name behind it."""
        between = _UP_TO_NAME.match(self._text, source.end)
        name = self._name_at(between.end()) if between else None
        if name is None or name.possessive or self._text[name.end : name.end + 1] not in ",)":
            return None
        figure = self._cast.of[name.start]
        described = bare(" ".join(source.of(self._text).split()))
        person = figure.kind is SpeakerKind.PERSON
        if name.form.kind in ("place", "group") or (person and number_of(head_of(described)) == "institution"):
            return None
        role = described if person and is_role(described) else figure.role
        return Answer(figure.name, figure.kind, role if person else None, 0.95, figure)

    def _interviewed(self, source: Span, written: str) -> Answer:
        """ "A:" is whoever the words above name most often."""
        first = self._cast.figures[:_GUESTS]
        above = [f for f in first if f.kind is SpeakerKind.PERSON and f.places and f.places[0] < source.start]
        if not above:
            return Answer(written, SpeakerKind.PERSON, None, 0.5)
        figure = max(above, key=lambda one: (one.sure, len(one.places), -one.places[0]))
        return Answer(figure.name, figure.kind, figure.role, 0.8, figure)

    def _first_person(self, source: Span, written: str) -> Answer:
        around = self.enclosing(source) if self._marks.around(source.start) else None
        known = self.answers.get(around.source) if around and around.source else None
        return known or Answer(written, SpeakerKind.PERSON, None, 0.9)

    def _third_person(self, pronoun: Span, clock: int, speaks: bool) -> Answer | None:
        """ "he", "her": the person most present; None where two are about as likely."""
        gender = GENDER.get(pronoun.of(self._text).casefold())
        around = self.enclosing(pronoun)
        known = self.answers.get(around.source) if around and around.source else None
        speaker = known.figure if known and known.kind in _PERSONS else None
        quoted = speaks and self._marks.around(pronoun.start) is not None
        excluded, named = self._named_in_own_words(pronoun) if speaks else ([], [])
        ahead = self._ahead(pronoun, clock)
        scored: list[tuple[float, Figure]] = []
        figures = self._people.latest()
        for figure in [*figures, *(f for f in (ahead, speaker) if f is not None and f not in figures)]:
            if (
                (gender and figure.gender and figure.gender != gender)
                or figure in excluded
                or (quoted and figure is speaker)
            ):
                continue
            weight = self._people.weight(figure, clock) + (AHEAD if figure is ahead else 0.0)
            weight += LATEST if self._subject == (figure, clock) else 0.0
            weight += ENCLOSING if figure is speaker else 0.0
            weight += self._spoke_last(figure, clock) if speaks and figure is not speaker else 0.0
            weight *= _gender_factor(figure) * (1.0 if figure.sure else UNSURE)
            weight *= NAMED_ITSELF if figure in named else 1.0
            scored.append((weight, figure))
        answer = _likeliest(scored, FAINT, "person", _known)
        return self._if_sure(answer) if speaks else answer

    def _if_sure(self, answer: Answer | None) -> Answer | None:
        return answer if answer and answer.certainty >= self._least else None

    def _spoke_last(self, figure: Figure, clock: int) -> float:
        if self._last is None or self._last[0] is not figure:
            return 0.0
        if self._asked and clock > self._last[1]:  # who asks isn't who answers
            return 0.0
        if figure.kind is SpeakerKind.PERSON and self._subject[1] == clock and self._subject[0] is not figure:
            return 0.0
        since = clock - self._last[1]
        return LAST_SPEAKER[since] if since < len(LAST_SPEAKER) else 0.0

    def _ahead(self, pronoun: Span, clock: int) -> Figure | None:
        """The person named right behind the clause that opens the pronoun's sentence: "When he wrote ..., Mr. Lind"."""
        first = self._sentences[clock - 1]
        if not _SUBORDINATE.match(self._text, first) or "," in self._text[first : pronoun.start]:
            return None
        stop = self._sentences[clock] if clock < len(self._sentences) else len(self._text)
        comma = self._text.find(", ", pronoun.end, min(stop, pronoun.end + 240))
        at = self._mentions.before(comma)
        if comma < 0 or at >= len(self._cast.names):
            return None
        name = self._cast.names[at]
        between = self._text[comma + 2 : name.start]
        figure = self._cast.of[name.start]
        if name.possessive or name.start > stop or figure.kind is not SpeakerKind.PERSON:
            return None
        return figure if not between or is_role(between.strip()) else None

    def _body(self, written: str, low: str, source: Span, clock: int) -> Answer:
        """ "they", "it": the group or body most present, where one is plain enough; else as written."""
        wanted = _BODIES[low]
        kept = Answer(written, wanted, None, 0.8)
        if self._marks.around(source.start):
            return kept
        around = self.enclosing(source)
        known = self.answers.get(around.source) if around and around.source else None
        scored = []
        for figure in self._bodies.latest():
            fits = _fits(figure, wanted)
            if not fits and (low == "it" or self._spoke_last(figure, clock) < LAST_SPEAKER[1]):
                continue
            if low != "it" and head_of(figure.name) in DOCUMENT_NOUNS:
                continue
            weight = self._bodies.weight(figure, clock) * (1.0 if fits else UNFIT)
            weight += ENCLOSING if known and known.figure is figure else 0.0
            weight += self._spoke_last(figure, clock)
            scored.append((weight, figure))
        return self._if_sure(_likeliest(scored, FAINT_BODY, "body", lambda figure: _fits(figure, wanted))) or kept

    # --- where an offset stands

    def in_source(self, offset: int) -> bool:
        """Whether an offset stands in the mention of a speaker."""
        at = bisect_right(self._sources, Span(offset, len(self._text) + 1)) - 1
        return at >= 0 and offset < self._sources[at].end

    def enclosing(self, mention: Span) -> Attribution | None:
        """The innermost attribution in whose words a mention stands that isn't its own speaker's."""
        at = bisect_right(self._contents, (Span(mention.start, len(self._text) + 1), 0)) - 1
        for back in range(at, max(-1, at - 8), -1):
            span, index = self._contents[back]
            one = self._found[index]
            if mention.start < span.end and one.source != mention:
                return one
        return None

    def _named_in_own_words(self, source: Span) -> tuple[list[Figure], list[Figure]]:
        """Whom the mention's statement names, or is said of: in quotation marks, never themselves; and without."""
        excluded: list[Figure] = []
        named: list[Figure] = []
        about = _ABOUT.match(self._text, source.end)
        if about and (name := self._name_at(about.end())):
            excluded.append(self._cast.of[name.start])
        cue = self._own[source].cue
        if cue and (told := self._name_at(cue.end + 1)):
            excluded.append(self._cast.of[told.start])
        for span in self._own[source].content:
            if abs(span.start - source.start) > _FAR:
                continue
            begin = self._mentions.before(span.start - 1)
            for name in self._cast.names[begin : begin + 40]:
                if name.start >= span.end:
                    break
                (excluded if self._marks.around(name.start) else named).append(self._cast.of[name.start])
        return excluded, named

    def _name_at(self, offset: int) -> Name | None:
        at = self._mentions.before(offset)
        name = self._cast.names[at] if at < len(self._cast.names) else None
        return name if name and name.start == offset else None


def _gender_factor(figure: Figure) -> float:
    if figure.gender:
        return 1.0
    return UNNAMED if figure.kind is SpeakerKind.ANONYMOUS else UNKNOWN_GENDER


def _known(figure: Figure) -> bool:
    """Whether somebody's gender is known, or needn't be, as there is no name to tell it."""
    return figure.gender is not None or figure.kind is SpeakerKind.ANONYMOUS


def _fits(figure: Figure, wanted: SpeakerKind) -> bool:
    """Whether a body or group is one by its kind or its plural."""
    return figure.kind is wanted or (wanted is SpeakerKind.GROUP and figure.name.endswith("s"))


def _likeliest(
    scored: list[tuple[float, Figure]], faint: float, way: str, known: Callable[[Figure], bool]
) -> Answer | None:
    """Who weighs most; None where nobody weighs enough to be meant."""
    scored.sort(key=lambda pair: -pair[0])
    if not scored or scored[0][0] < faint:
        return None
    weight, figure = scored[0]
    share = weight / (weight + (scored[1][0] if len(scored) > 1 else 0.0))
    return chosen(figure, Evidence(way, share, weight, known(figure), figure.sure))
