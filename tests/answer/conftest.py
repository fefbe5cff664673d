import pytest

from bot.answer import Responder
from tests.answer.stubs import Finder, FirstSentences, Shelf


@pytest.fixture
def responder() -> Responder:
    shelf = Shelf()
    return Responder(shelf, Finder(shelf), FirstSentences())


@pytest.fixture
def empty() -> Responder:
    shelf = Shelf(())
    return Responder(shelf, Finder(shelf), FirstSentences())
