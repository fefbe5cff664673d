"""Summaries of one article and of several, put into words."""

from dataclasses import replace

from bot.compose import compose, plain
from bot.compose.digests import EVENTS_A_PAGE
from bot.language import SPANISH
from bot.model import Answer, ArticleRef, Block, Choice, Event, Named, Reply, Result, Span, Style

ARTICLE = ArticleRef(
    "0123456789abcdef",
    "Ferry sinks at its quay",
    None,
    "2023-10-19",
    "NDP",
    "Orvik",
    "https://ndp.example/ferry",
    "x",
    2,
)
OTHER = replace(ARTICLE, id="f" * 16, headline="Orvik ferry goes down", provider="TIDE", url=None)
TEXT = "The ferry sank. She said her crew was safe."
TOLD = Result("summary", "The ferry sank.", ARTICLE, (Span(0, 15),))
PRONOUN = Result(
    "summary",
    TEXT[16:],
    ARTICLE,
    (Span(16, len(TEXT)),),
    named=(Named(Span(16, 19), "Lind"), Named(Span(25, 28), "Lind’s")),
)
SUMMARY = Answer(
    "/summary",
    "summary",
    results=(TOLD, PRONOUN),
    subject=ARTICLE.headline,
    choices=(Choice("longer", f"/summary {ARTICLE.id} in 10 sentences"),),
    facts={"where": "Orvik", "when": "2023-10-19", "who": "Mara Lind", "numbers": "nine people", "source": "NDP"},
)


def shown(reply: Reply) -> list[str]:
    return ["".join(piece.text for piece in block.pieces) for block in reply.blocks]


def styled(block: Block, style: Style) -> list[str]:
    return [piece.text for piece in block.pieces if piece.style is style]


def test_names_stand_in_brackets_in_place_of_pronouns() -> None:
    reply = compose(SUMMARY)
    assert shown(reply)[1:3] == ["The ferry sank.", "[Lind] said [Lind’s] crew was safe."]


def test_the_facts_come_with_it() -> None:
    assert shown(compose(SUMMARY))[3] == (
        "Where: Orvik\nWhen: 19 October 2023\nWho is quoted: Mara Lind\nNumbers: nine people\nSource: NDP"
    )


def test_one_line_tells_only_where_it_stands() -> None:
    line = replace(SUMMARY, results=(TOLD,), choices=(Choice("longer", f"/summary {ARTICLE.id}"),))
    assert shown(compose(line)) == ["Ferry sinks at its quay", "The ferry sank.", "NDP · Orvik · 19 October 2023"]


def test_an_article_of_one_sentence_has_its_facts() -> None:
    whole = replace(SUMMARY, results=(TOLD,), choices=())
    assert shown(compose(whole))[2].startswith("Where: Orvik")


def test_buttons_lead_on_and_to_the_source() -> None:
    ways, source, *files = compose(SUMMARY).buttons
    assert [[button.label for button in row] for row in files] == [["Export"]]
    assert [button.label for button in ways] == ["Quotes", "People", "Longer", "Full text"]
    assert ways[2].message == f"/summary {ARTICLE.id} in 10 sentences"
    assert [(button.label, button.url) for button in source] == [("Source", ARTICLE.url)]
    without = replace(SUMMARY, results=(replace(TOLD, article=OTHER),))
    assert not any(button.url for row in compose(without).buttons for button in row)


def test_a_link_is_no_line_to_type() -> None:
    assert "Source: https" not in plain(compose(SUMMARY))
    assert "Ferry sinks at its quay <https://ndp.example/ferry>" in plain(compose(SUMMARY))


def digest(number: int = 1) -> Answer:
    dispute = (Result("sentence", "Nine men swam.", ARTICLE), Result("sentence", "Ten men swam.", OTHER))
    event = Event((ARTICLE, OTHER), (TOLD, PRONOUN), (dispute,))
    events = (event, *[Event((OTHER,), (replace(TOLD, article=OTHER),))] * (number - 1))
    choices = tuple(Choice(one.articles[0].headline or "", f"/summary {one.articles[0].id}") for one in events)
    results = tuple(result for one in events for result in one.results)
    return Answer("/digest", "digest", results=results, events=events, choices=choices, facts={"articles": "2"})


def test_an_event_has_its_outlets_and_what_they_dispute() -> None:
    heading, event, dispute = shown(compose(digest()))
    assert heading == "The news · 2 articles · 1 event"
    assert event == (
        "1. Ferry sinks at its quay\nNDP, TIDE · 19 October 2023 · 2 articles\n"
        "The ferry sank. [Lind] said [Lind’s] crew was safe."
    )
    assert dispute == "Outlets differ\nNDP: Nine men swam.\nTIDE: Ten men swam."


def test_the_numbers_of_a_page_are_its_buttons() -> None:
    many = digest(EVENTS_A_PAGE + 2)
    first, second = compose(many), compose(many, page=1)
    assert [button.label for button in first.buttons[1]] == [str(place) for place in range(1, EVENTS_A_PAGE + 1)]
    assert [button.label for button in second.buttons[1]] == ["6", "7"]
    assert second.buttons[1][0].message == f"/summary {OTHER.id}"
    assert shown(second)[1].startswith("6. Orvik ferry goes down\nTIDE · Orvik · 19 October 2023")


def test_it_is_said_in_the_users_language() -> None:
    told = shown(compose(digest(), say=SPANISH))
    assert told[0] == "Las noticias · 2 artículos · 1 acontecimiento"
    assert styled(compose(digest(), say=SPANISH).blocks[2], Style.ITALIC) == ["Los medios difieren"]
