"""What the rules need to know of a language: its verbs of saying, what may stand around them, what a speaker can be."""

from __future__ import annotations

from dataclasses import dataclass

from bot.extract.lexicon import (
    AUXILIARIES,
    GROUP_NOUNS,
    INSTITUTION_NOUNS,
    PERSON_NOUNS,
    PRONOUNS,
    SPEECH_VERBS,
    STRONG_VERBS,
    THOUGHT_VERBS,
)


@dataclass(frozen=True, slots=True)
class Pack:
    """A language, as the rules see it. All words in lower case."""

    speech: frozenset[str]
    """Verbs that report words."""
    strong: frozenset[str]
    """Of them, those after which a clause without marks is a report."""
    thought: frozenset[str]
    """Verbs that ascribe a belief, wish or plan."""
    objects: frozenset[str]
    """Verbs that report with a mere noun phrase: "denied the charge", "called for calm"."""
    labels: frozenset[str]
    """Verbs that report by naming a thing so: "called it a “mess”"."""
    committing: frozenset[str]
    """Verbs that report with an infinitive: "pledged to raise"."""
    demanding: frozenset[str]
    """Verbs that report with "for": "called for calm"."""
    turning: frozenset[str]
    """Prepositions behind a verb after which it reports nothing: "spoke about"."""
    addressed: frozenset[str]
    """Verbs that name the listener before the words."""
    spoken_to: frozenset[str]
    """Of them, those whose listener is no part of what was asked: "asked the court to dismiss"."""
    declining: frozenset[str]
    """Verbs before the infinitive of another: "refused to say"."""
    auxiliaries: frozenset[str]
    passive: frozenset[str]
    """Forms of "be": with a participle somebody else speaks."""
    perfect: frozenset[str]
    """Forms of "have"."""
    asking: frozenset[str]
    """Auxiliaries that before a subject make a question: "Does he regret"."""
    owning: frozenset[str]
    """Words before a subject that doesn't speak for itself: "whose side"."""
    objective: frozenset[str]
    """Pronouns that are no subject of what was said: "wrote it in a week"."""
    perceiving: frozenset[str]
    """Of the verbs of thought, those that ascribe nothing with a mere noun phrase: "saw the money"."""
    contrasts: frozenset[str]
    """Words that begin another's statement: "while Ostrin insisted"."""
    pronouns: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    breaks: frozenset[str]
    """Where a noun phrase ends."""
    days: frozenset[str]
    nouns: frozenset[str]
    """Nouns for those who can speak."""
    not_speakers: frozenset[str]
    that: frozenset[str]
    questions: frozenset[str]
    """Words that begin a question told in other words: "asked who would pay"."""
    infinitive: frozenset[str]
    joints: frozenset[str]
    """Words that join a second verb to the same subject: "and", "but"."""
    according: tuple[tuple[str, ...], ...]
    adverbials: frozenset[str]
    """Prepositions that begin what stands between verb and words: "on Monday", "in a statement"."""
    after_trailing: frozenset[str]
    """Words that may follow "…, X said" without being what X said."""
    skipped: frozenset[str]
    """What stands between verb and words and belongs to neither."""
    adverb: str
    """How adverbs end."""
    gerund: str
    """How participles end that go on for the same speaker."""
    late_subject: bool
    """Whether the subject may stand between verb and "that": "Explicó la bióloga que ..."."""
    drops_subject: bool
    """Whether a verb alone can stand for "he said"."""
    bare: bool
    """Whether a clause without "that" can be a report: "said it would"."""
    raya: bool
    """Whether a dash that begins a paragraph begins speech."""

    @property
    def cues(self) -> frozenset[str]:
        """All verbs that may attribute."""
        return self.speech | self.thought | self.objects | self.labels


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


DAYS = _words("monday tuesday wednesday thursday friday saturday sunday today yesterday tonight later earlier")
ENGLISH = Pack(
    speech=SPEECH_VERBS,
    strong=STRONG_VERBS,
    thought=THOUGHT_VERBS,
    objects=_words(
        """denied denies blamed blames condemned condemns rejected rejects criticized criticised criticizes criticises
        dismissed dismisses welcomed welcomes praised praises demanded demands promised promises pledged pledges
        proposed proposes predicted predicts forecast forecasts announced announces confirmed confirms acknowledged
        acknowledges urged urges accused accuses warned warns vowed vows threatened threatens denounced denounces
        defended defends outlined disputed disputes cited cites ruled rule rules"""
    ),
    labels=_words(
        """called calls calling described describes describing dubbed dubs branded brands labeled labelled labels
        dismissed dismisses characterized characterised deemed termed slammed slams blasted blasts praised hailed hails
        denounced denounces condemned condemns mocked likened compared"""
    ),
    committing=_words(
        """pledged pledges promised promises vowed vows offered offers threatened threatens agreed agrees refused
        refuses declined declines proposed proposes demanded demands asked asks claimed claims swore swears volunteered
        appealed appeals called calls warned urged"""
    ),
    demanding=_words("called calls asked asks appealed pleaded pressed pushed"),
    turning=_words("by for about of with against"),
    addressed=_words(
        """tell tells told telling appealed appeals inform informs informed remind reminds reminded assure assures
        assured ask asks asked asking urge urges urged urging advise advised notify notified warn warns warned
        warning"""
    ),
    declining=_words(
        """refused refuses declined declines failed fails continued continues went sought seeks appeared appears seemed
        seems tried tries used wants wanted hesitated began begins"""
    ),
    auxiliaries=AUXILIARIES,
    perfect=_words("has have had having 've ’ve"),
    asking=_words("do does did would will can could should did"),
    owning=_words("whose"),
    objective=_words("it them him her this these"),
    perceiving=_words(
        """see sees saw seen know knows knew known find finds found mean means meant understand understands understood
        forget forgets forgot seek seeks sought choose chooses chose remember remembers remembered learn learns learned
        realize realizes realized realise realises realised regard regards regarded view views viewed decide decides
        decided consider considers considered think thinks thought"""
    ),
    contrasts=_words("while whereas although though"),
    passive=_words("is are was were be been being am 's ’s 're ’re"),
    pronouns=frozenset(PRONOUNS),
    determiners=_words(
        """the a an his her their its our my your this that these those one two three four five several some many most
        both another other no each every"""
    ),
    prepositions=_words("of for at in from with to on by under over near against about as"),
    breaks=_words(
        """, ; : ( ) [ ] — – - -- _ but and or that which as when while because if after before since though although
        where so whether until unless than then . ! ? … who whose whom"""
    ),
    days=DAYS,
    nouns=PERSON_NOUNS | GROUP_NOUNS | INSTITUTION_NOUNS | _words("person member source guard figures data court one"),
    not_speakers=_words(
        """there here what how why where when this that these those such nobody more less not never now then also it's
        yes no and or but if as to of in on at by for with from into up out"""
    ),
    that=_words("that whether if how why"),
    questions=_words("who what when where which whose"),
    infinitive=_words("to"),
    joints=_words("and but"),
    according=(("according", "to"),),
    adverbials=_words("in on during at to via through by from after before outside inside shortly ahead"),
    after_trailing=_words(
        """in on at during after before to by while when as from with through via outside inside adding referring
        speaking earlier later again last this next of for about citing cited quoted who whose following but and here"""
    ),
    skipped=_words("that : , -- _ — out also again on"),
    spoken_to=_words("tell tells told ask asks asked order orders ordered appealed appeals"),
    adverb="ly",
    gerund="ing",
    late_subject=False,
    drops_subject=False,
    bare=True,
    raya=False,
)
