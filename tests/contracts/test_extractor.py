"""What every extractor promises (`bot.ports.Extractor`)."""

import pytest

from bot.extract.engine import Engine
from bot.extract.rules import Rules
from bot.extract.tagger.attributor import Tagger
from bot.model import Article
from bot.ports import Extractor

HARD = [
    "",
    " \n\t",
    "“",
    "”" * 50,
    "said",
    "he said he said he said",
    "NAME: WHAT?",
    "\ud800 said “x”",
    "\x00",
    "١٢٣ قال",
    "🙂" * 30,
]


@pytest.fixture(params=[Engine, lambda: Engine(Rules()), lambda: Engine(Tagger())], ids=["default", "rules", "tagger"])
def extractor(request: pytest.FixtureRequest) -> Extractor:
    made: Extractor = request.param()
    return made


@pytest.mark.parametrize("text", HARD)
def test_never_raises(extractor: Extractor, text: str) -> None:
    for quote in extractor.extract(Article(text)).quotes:
        assert all(0 <= span.start < span.end <= len(text) for span in quote.content)


def test_finds_the_words_and_the_speaker(extractor: Extractor) -> None:
    text = "“The bridge is safe again,” said Mara Lind, the mayor."
    found = extractor.extract(Article(text))
    assert [quote.speaker.name for quote in found.quotes if quote.speaker] == ["Mara Lind"]
    assert [person.name for person in found.people] == ["Mara Lind"]


def test_the_same_again_gives_the_same(extractor: Extractor) -> None:
    article = Article("Mara Lind said that the bridge was safe.\n\n“We checked it,” she said.")
    assert extractor.extract(article) == extractor.extract(article)
