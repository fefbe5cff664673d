from datetime import date

import pytest

from bot.answer import Responder
from tests.answer.stubs import Finder, FirstSentences, Shelf

TODAY = date(2023, 11, 15)


@pytest.fixture
def responder() -> Responder:
    shelf = Shelf()
    return Responder(shelf, Finder(shelf), FirstSentences(), lambda: TODAY)


@pytest.fixture
def empty() -> Responder:
    shelf = Shelf(())
    return Responder(shelf, Finder(shelf), FirstSentences())
