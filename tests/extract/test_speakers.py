"""Who said it: names made full, pronouns and descriptions resolved, the rest left as written."""

import pytest

from bot.extract import extract
from bot.model import SpeakerKind


def speakers(text: str) -> list[tuple[str, str, SpeakerKind]]:
    """(mention, name, kind) of every quote with a speaker."""
    return [(q.speaker.mention, q.speaker.name, q.speaker.kind) for q in extract(text).quotes if q.speaker]


LEAD = "Norland Foreign Minister Pavel Brandt said Monday that the talks had failed.\n\n"


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        (LEAD + "“We will not return to the table this year,” Brandt said.", "Brandt", "Pavel Brandt"),
        (LEAD + "“We will not return to the table this year,” he said.", "he", "Pavel Brandt"),
        (
            LEAD + "“We will not return to the table,” said the foreign minister.",
            "the foreign minister",
            "Pavel Brandt",
        ),
        (
            LEAD + "Maria Olsen, the mayor of Varnes, disagreed.\n\n“It was a mistake to leave,” she said.",
            "she",
            "Maria Olsen",
        ),
        (LEAD + "“We saw it coming for months,” Mr. Brandt said.", "Mr. Brandt", "Pavel Brandt"),
        (
            LEAD + "“They have not even called us back,” a senior official said.",
            "a senior official",
            "a senior official",
        ),
    ],
)
def test_a_mention_is_resolved(text: str, mention: str, name: str) -> None:
    assert (mention, name) in [(m, n) for m, n, _ in speakers(text)]


def test_gender_keeps_two_people_apart() -> None:
    text = (
        "Anna Weiss met Thomas Reed in the harbour office on Friday. Weiss praised the crew.\n\n"
        "“The pier is safe again,” he said.\n\n“The pier was never safe,” she said."
    )
    assert [name for _, name, _ in speakers(text)][-2:] == ["Thomas Reed", "Anna Weiss"]


def test_a_seat_of_power_is_an_institution_without_its_article() -> None:
    assert ("The Kremlin", "Kremlin", SpeakerKind.INSTITUTION) in speakers(
        "The Kremlin said that it had no comment to make."
    )


def test_honorific_and_role_are_no_part_of_the_name() -> None:
    quote = extract("“It floats,” said Mrs. Dora Finch, the ferry company's spokeswoman, on Sunday.").quotes[0]
    assert quote.speaker is not None
    assert quote.speaker.name == "Dora Finch"


def test_a_name_never_crosses_a_line_end() -> None:
    text = "Politics\n\nHolm said that the vote would be held on Tuesday."
    assert ("Holm", "Holm") in [(m, n) for m, n, _ in speakers(text)]


def test_unresolvable_pronouns_stay_as_written() -> None:
    assert [name for _, name, _ in speakers("“The harbour is closed until further notice,” he said.")] == ["he"]


def test_who_speaks_anonymously_goes_on_anonymously() -> None:
    text = (
        "Paul Harker left for Varnes on Monday.\n\n"
        "A senior official said that the talks had failed. “Nobody wanted to sign,” he said."
    )
    assert ("he", "A senior official", SpeakerKind.ANONYMOUS) in speakers(text)


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        ("Mara Lind met Olaf Rein, a clerk at the Harbour Ministry who said the books were burnt.", "who", "Olaf Rein"),
        ("Anna Weiss, 34, from Orvik, who said the pier was safe, left early.", "who", "Anna Weiss"),
        ("The Harbour Board, who said the pier was safe, left early.", "who", "who"),
        (
            "Pavel Brandt, the candidate for president, came. Olsen met the nominee for president, who said no.",
            "who",
            "Pavel Brandt",
        ),
        (
            "Anna Weiss asked Maria Olsen about the letter. “I never read it,” she told Weiss.",
            "she",
            "Maria Olsen",
        ),
        (
            "Karl Holm spoke first. The driver left the hall. “The road was clear,” he said.",
            "he",
            "The driver",
        ),
        (
            "Anna Weiss and Maria Olsen opened the pier on Friday. They said that it would stay open all winter.",
            "They",
            "Anna Weiss and Maria Olsen",
        ),
        ("Karl Holm was in court. His lawyer said that he would appeal.", "His lawyer", "His lawyer"),
        (
            "The council’s statement was short. They said that the pier would close.",
            "They",
            "They",
        ),
        (
            "The Norland Harbour Board (NHB) met on Monday. The NHB said that the pier would close.",
            "The NHB",
            "Norland Harbour Board",
        ),
        (
            "The mayor’s rivals met. When the protesters reached the pier, they said that they would stay.",
            "they",
            "protesters",
        ),
    ],
)
def test_who_is_meant(text: str, mention: str, name: str) -> None:
    assert (mention, name) in [(m, n) for m, n, _ in speakers(text)]
