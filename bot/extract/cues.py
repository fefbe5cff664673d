"""The verbs of a sentence that attribute, each with its speaker and where its words stand."""

from __future__ import annotations

from dataclasses import dataclass

from bot.extract.clauses import Clause, Phrases, past_adverbials, past_day
from bot.extract.packs import Pack

QUOTED, THAT, TRAILING, NAMED, BARE, OBJECT = 0.95, 0.9, 0.9, 0.95, 0.75, 0.6
"""Confidence (0 to 1) by how the words are joined to the verb: in marks, by "that", before ", X said", by "according
to", by nothing, as a noun phrase."""
STOPS = frozenset(". ! ? … , ; : — – -- _ ) ( '' ” \" » ’".split())
PAUSES = frozenset(", — – -- _".split())
FURTHEST_THAT = 12
"""Tokens behind a verb within which "that" shows that its words follow."""
FURTHEST_SUBJECT = 14
"""Tokens behind a verb within which its subject begins, where a phrase stands between."""
FEWEST_WORDS = 3
"""Tokens before ", X said" from which they are a statement rather than an adverbial."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb with its speaker; positions are tokens of the clause."""

    first: int
    """Where the verb group begins."""
    past: int
    """Where it ends (exclusive)."""
    verb: int
    source: tuple[int, int] | None
    before: bool
    """The words stand before it ("…," Y said), else behind."""
    confidence: float
    shared: bool = False
    """Whether the speaker is an earlier verb's."""

    @property
    def begins(self) -> int:
        """Where verb and speaker together begin."""
        return min(self.first, self.source[0]) if self.source and not self.shared else self.first

    @property
    def ends(self) -> int:
        """Where verb and speaker together end (exclusive)."""
        return max(self.past, self.source[1]) if self.source and not self.shared else self.past


class Cues:
    """Finds cues."""

    def __init__(self, pack: Pack, phrases: Phrases) -> None:
        """Args: pack: The language. phrases: Its noun phrases."""
        self._pack, self._phrases = pack, phrases
        self._verbs = pack.cues
        self._openings = frozenset(phrase[0] for phrase in pack.according)

    def of(self, clause: Clause) -> list[Cue]:
        """The cues of a sentence, in order."""
        found: list[Cue] = []
        for at, word in enumerate(clause.words):
            if clause.quoted[at]:
                continue
            cue = self._according(clause, at) if word in self._openings else None
            if cue is None and word in self._verbs and not _is_name(clause, at):
                cue = self._verb(clause, at, word, found)
            if cue is None and word == ":" and not found:
                cue = self._colon(clause, at)
            if cue is None and at and clause.quoted[at - 1]:
                cue = self._unknown_verb(clause, at)
            if cue is not None and not any(cue.verb < one.ends and one.begins <= cue.verb for one in found):
                found.append(cue)
        return found

    # --- according to

    def _according(self, clause: Clause, at: int) -> Cue | None:
        for phrase in self._pack.according:
            past = at + len(phrase)
            if clause.words[at:past] == phrase:
                source = self._phrases.until_pause(clause, past) or self._phrases.right(clause, past, loose=True)
                return source and Cue(at, past, at, source, at > FEWEST_WORDS - 2, NAMED)
        return None

    def _colon(self, clause: Clause, at: int) -> Cue | None:
        """A colon before a quotation, without a verb of saying: the subject of the sentence speaks."""
        if at + 1 >= len(clause.words) or not clause.quoted[at + 1]:
            return None
        source = self._phrases.subject(clause, at)
        return source and Cue(at, at + 1, at, source, False, NAMED)

    # --- verbs

    def _verb(self, clause: Clause, at: int, word: str, earlier: list[Cue]) -> Cue | None:
        first = self._phrases.group_start(clause, at)
        if self._not_finite(clause, at, word, first):
            return self._after_participle(clause, at, word, earlier)
        first = self._chain(clause, first)
        return (
            self._inverted(clause, at, first, word, earlier)
            or self._after_subject(clause, at, first, word, earlier)
            or self._joined(clause, at, first, word, earlier)
            or self._dropped(clause, at, first, word)
            or self._after_participle(clause, at, word, earlier)
        )

    def _not_finite(self, clause: Clause, at: int, word: str, first: int) -> bool:
        """Whether the word is a noun, an infinitive, a participle or a passive here."""
        pack = self._pack
        before = clause.words[first - 1] if first else ""
        group = clause.words[first:at]
        if before in pack.infinitive:
            return not (first > 1 and clause.words[first - 2] in pack.declining)
        if before in pack.determiners and before not in pack.pronouns:
            return True
        nearest = next((one for one in reversed(group) if one in pack.passive or one in pack.perfect), None)
        if word.endswith(pack.gerund):
            return nearest not in pack.passive
        return nearest in pack.passive

    def _chain(self, clause: Clause, first: int) -> int:
        """Where "refused to say" begins for "say"."""
        if first > 1 and clause.words[first - 1] in self._pack.infinitive:
            return self._phrases.group_start(clause, first - 2)
        return first

    def _inverted(self, clause: Clause, at: int, first: int, word: str, earlier: list[Cue]) -> Cue | None:
        """ "…," said Y; … , said Y; in some languages also "Said Y that ..."."""
        if first != at:
            return None
        closed = at > 0 and (
            clause.quoted[at - 1] or (at > 1 and clause.words[at - 1] in PAUSES and clause.quoted[at - 2])
        )
        plain = at > FEWEST_WORDS and clause.words[at - 1] in PAUSES and word in self._pack.strong
        plain = plain and word not in self._pack.addressed
        if (closed or plain) and word in self._pack.speech and self._words_before(clause, at, earlier):
            source = self._phrases.right(clause, self._subject_at(clause, at + 1), loose=True)
            if source is not None and self._ends(clause, source[1], word=""):
                return Cue(first, at + 1, at, source, True, QUOTED if closed else TRAILING)
            if source is None and closed and self._pack.drops_subject and self._ends(clause, at + 1, word=""):
                return Cue(first, at + 1, at, None, True, QUOTED)
        if self._pack.late_subject and word in self._pack.speech | self._pack.thought:
            return self._late_subject(clause, at, first)
        return None

    def _subject_at(self, clause: Clause, at: int) -> int:
        """Where the subject begins: behind "en declaraciones a EFE", where the language has it so; `at` at most."""
        if not self._pack.late_subject or at >= len(clause.words) or clause.words[at] not in self._pack.adverbials:
            return at
        for ahead in range(at + 2, min(at + FURTHEST_SUBJECT, len(clause.words))):
            word, before = clause.words[ahead], clause.words[ahead - 1]
            if word in STOPS or clause.quoted[ahead]:
                break
            if word in self._pack.determiners and before not in self._pack.prepositions and before != "a":
                return ahead
        return at

    def _late_subject(self, clause: Clause, at: int, first: int) -> Cue | None:
        source = self._phrases.right(clause, at + 1)
        if source is None or source[1] >= len(clause.words) or clause.words[source[1]] not in self._pack.that:
            return None
        return Cue(first, at + 1, at, source, False, THAT)

    def _unknown_verb(self, clause: Clause, at: int) -> Cue | None:
        """ "…," laughs Y: after a closing mark with a comma any verb reports, if only a name and a stop follow it."""
        word = clause.words[at]
        if not word.isalpha() or len(word) < 4 or clause.tokens[at].text[0].isupper() or self._is_function(word):
            return None
        if at < 2 or clause.words[at - 2] not in (",", "?", "!"):
            return None
        source = self._phrases.right(clause, at + 1)
        if source is None or not self._ends(clause, source[1], word=""):
            return None
        if not self._verbs.isdisjoint(clause.words[source[0] : source[1]]):
            return None
        return Cue(at, at + 1, at, source, True, BARE)

    def _is_function(self, word: str) -> bool:
        pack = self._pack
        closed = pack.prepositions | pack.breaks | pack.auxiliaries | pack.determiners | pack.after_trailing
        return word in closed or word in pack.nouns or word in pack.pronouns

    def _after_subject(self, clause: Clause, at: int, first: int, word: str, earlier: list[Cue]) -> Cue | None:
        source = self._relative(clause, at, first) or self._phrases.left(clause, first, loose=word in self._pack.strong)
        if source is None or (source[0] and clause.words[source[0] - 1] in self._pack.asking | self._pack.owning):
            return None
        inserted = clause.words[at + 1 : at + 2] == (",",)
        if self._ends(clause, at + 1, word) and self._words_before(
            clause, source[0], earlier, 1 if inserted else FEWEST_WORDS
        ):
            return Cue(first, at + 1, at, source, True, TRAILING)
        confidence = self._reports(clause, at, word)
        return Cue(first, at + 1, at, source, False, confidence) if confidence else None

    def _relative(self, clause: Clause, at: int, first: int) -> tuple[int, int] | None:
        """ ", que pidió «...»": a relative pronoun speaks, if words in marks follow."""
        if not self._pack.drops_subject or first < 2 or clause.words[first - 2 : first] != (",", "que"):
            return None
        return (first - 1, first) if any(clause.quoted[at + 1 : at + 3]) else None

    def _joined(self, clause: Clause, at: int, first: int, word: str, earlier: list[Cue]) -> Cue | None:
        """ "... but said that": the subject is the earlier verb's."""
        if not first or clause.words[first - 1] not in self._pack.joints or word not in self._pack.cues:
            return None
        source = earlier[-1].source if earlier else self._phrases.subject(clause, first)
        confidence = self._reports(clause, at, word)
        return Cue(first, at + 1, at, source, False, confidence, shared=True) if source and confidence else None

    def _dropped(self, clause: Clause, at: int, first: int, word: str) -> Cue | None:
        """ "Afirmó que ...": a verb alone stands for "he said that", where the language has it so."""
        pack = self._pack
        if not pack.drops_subject or word not in pack.speech | pack.thought or word.endswith(pack.gerund):
            return None
        before = clause.words[first - 1] if first else ","
        behind = clause.words[past_adverbials(clause, at + 1, pack, that=False) :][:1]
        if (before in PAUSES or before in pack.joints or before in STOPS) and behind and behind[0] in pack.that:
            return Cue(first, at + 1, at, None, False, THAT)
        return None

    def _after_participle(self, clause: Clause, at: int, word: str, earlier: list[Cue]) -> Cue | None:
        """ ", adding that ...": the speaker is the earlier verb's, or the subject of the sentence."""
        if not word.endswith(self._pack.gerund) or word not in self._pack.speech or not at:
            return None
        if clause.words[at - 1] not in (*PAUSES, *self._pack.joints):
            return None
        source = earlier[-1].source if earlier else self._phrases.subject(clause, at)
        confidence = self._reports(clause, at, word)
        return Cue(at, at + 1, at, source, False, confidence, shared=True) if source and confidence else None

    # --- where the words stand

    def _words_before(self, clause: Clause, at: int, earlier: list[Cue], fewest: int = FEWEST_WORDS) -> bool:
        """Whether words end just before position `at`: a closing mark, or a pause behind some tokens."""
        floor = max((one.ends - 1 for one in earlier if one.verb < at), default=-1)
        if at - 1 <= floor:
            return False
        if clause.quoted[at - 1]:
            return True
        return clause.words[at - 1] in PAUSES and at - floor > fewest + 1

    def _ends(self, clause: Clause, at: int, word: str) -> bool:
        """Whether nothing that could be the words follows."""
        if word in self._pack.addressed:
            at = self.listener_end(clause, at)
            if at < len(clause.words) and clause.words[at] in self._pack.infinitive:
                return False
        at = past_day(clause, at, self._pack)
        if word in self._pack.committing and clause.words[at : at + 1] == ("to",):
            return False
        if at >= len(clause.words):
            return True
        if clause.quoted[at]:
            return not word
        following = clause.words[at]
        if following in STOPS:
            return following != ":"
        if following not in self._pack.after_trailing and not following.endswith(self._pack.adverb):
            return False
        return not (word and self._that_follows(clause, at))

    def _that_follows(self, clause: Clause, at: int) -> bool:
        """Whether "that" comes before the next pause: "said in a heated argument that"."""
        for word, quoted in zip(clause.words[at : at + FURTHEST_THAT], clause.quoted[at:], strict=False):
            if word in STOPS or quoted:
                return False
            if word in self._pack.that:
                return True
        return False

    def listener_end(self, clause: Clause, at: int) -> int:
        """Where the listener ends whom some verbs name before the words: "told | the court | that"."""
        start = at
        pack = self._pack
        while at < len(clause.words) and not clause.quoted[at] and at - start < 8:
            word = clause.words[at]
            if word in STOPS or word in pack.that or word in pack.questions or word in pack.prepositions:
                break
            if at > start and (word in pack.determiners or word in pack.pronouns):
                break
            at += 1
        return at

    def _reports(self, clause: Clause, at: int, word: str) -> float:
        """How likely what follows the verb is its words; 0 for not."""
        pack = self._pack
        if at + 1 >= len(clause.words):
            return 0.0
        behind = clause.words[at + 1 : at + 9]
        if any(clause.quoted[at + 1 :]) and (word in pack.speech or word in pack.labels):
            return QUOTED
        if not pack.bare:
            behind = behind[: max(1, past_adverbials(clause, at + 1, pack) - at)]
        if any(one in pack.that for one in behind) or behind[0] in pack.questions or behind[0] == ":":
            return 0.0 if _about(clause, at + 1) else THAT
        return self._reports_bare(clause, at, word)

    def _reports_bare(self, clause: Clause, at: int, word: str) -> float:
        """The same for words that neither marks nor "that" tell."""
        pack, behind = self._pack, clause.words[at + 1 : at + 9]
        following, second = behind[0], behind[1] if len(behind) > 1 else ""
        if following in pack.objective and (second in STOPS or second in pack.prepositions):
            return 0.0
        if clause.words[past_day(clause, at + 1, pack) :][:1] == ("to",):
            return BARE if (word in pack.thought or word in pack.committing) and word not in pack.perceiving else 0.0
        if following in STOPS or following in pack.turning:
            return OBJECT if following == "for" and word in pack.demanding else 0.0
        if word in pack.addressed and any(one in pack.infinitive for one in behind):
            return BARE
        if word in pack.labels and "as" in clause.words[at + 1 : at + 14]:
            return OBJECT
        if word in pack.strong and pack.bare:
            return BARE
        return OBJECT if word in pack.objects or (word in pack.thought and word not in pack.perceiving) else 0.0


def _is_name(clause: Clause, at: int) -> bool:
    """Whether a verb's form is part of a name here: "the United States"."""
    word = clause.tokens[at].text
    return at > 0 and word[0].isupper() and not word.isupper()


def _about(clause: Clause, at: int) -> bool:
    """Whether "that" is a pronoun here: "said that."."""
    return clause.words[at] == "that" and at + 1 < len(clause.words) and clause.words[at + 1] in STOPS
