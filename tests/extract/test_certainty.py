"""How sure it is who is meant: plainer choices are surer, and what is unsure stays as written."""

import pytest

from bot.extract.certainty import LEAST, Evidence, certainty
from bot.extract.coreference import Chain
from bot.extract.kinds import Marks
from bot.extract.packs import ENGLISH
from bot.extract.people import Cast
from bot.extract.rules import Rules

WAYS = ["person", "body", "description", "relative"]


@pytest.mark.parametrize("way", WAYS)
def test_a_certainty_is_a_probability(way: str) -> None:
    for evidence in (Evidence(way), Evidence(way, 0.5, 0.0, False, False)):
        assert 0 < certainty(evidence) < 1


def test_the_plainer_the_surer() -> None:
    assert certainty(Evidence("person", 0.5)) < certainty(Evidence("person", 0.9))
    assert certainty(Evidence("person", 0.7, 0.1)) < certainty(Evidence("person", 0.7, 2.0))
    assert certainty(Evidence("relative", known=False)) < certainty(Evidence("relative"))


def test_what_is_unsure_stays_as_written() -> None:
    text = (
        "Anna Weiss met Maria Olsen in Orvik. The harbour was empty. The market was open. The weather was bad.\n\n"
        "“The pier is safe again,” she said."
    )
    found = Rules(ENGLISH).attribute(text)
    bold, careful = ([*Chain(text, Cast(text), found, Marks(text), least).answers.values()][-1] for least in (0, LEAST))
    assert bold.evidence is not None
    assert bold.certainty < LEAST
    assert careful.name == "she"
