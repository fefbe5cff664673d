"""The same behaviours, by number, for somebody who speaks Spanish: asked and answered in it, articles as they are."""

from __future__ import annotations

import re

import pytest

from tests.e2e.client import Bot, User

pytestmark = pytest.mark.e2e

SMOKE = "smoke on the horizon"


@pytest.fixture
def ana(bot: Bot) -> User:
    """Somebody whose Telegram is in Spanish."""
    return User(bot, "es")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        pytest.param(f"/quien {SMOKE}", ("coincidencia exacta", "Marek Adler", "14 de marzo"), id="1"),
        pytest.param("/cita Hollmvik sobre boats", ("Katrin Holmvik", "sobre «boats»"), id="2"),
        pytest.param("/quien pay for concret now or boats later", ("coincidencia cercana", "«concret» por"), id="3"),
        pytest.param("/cita Katrin Holmvikson sobre nada", ("No consta",), id="6"),
        pytest.param("/quien unas palabras que jamás dijo nadie aquí", ("No consta: en los artículos",), id="6-words"),
        pytest.param("¿qué dijo Marek Adler?", ("Marek Adler", "declaraciones"), id="8"),
        pytest.param("/resumen Naval drills off Halmer", ("Dónde: Lisena", "Cuándo: 14 de marzo"), id="9"),
        pytest.param("/ayuda cita", ("/cita <persona> [sobre <tema>]",), id="13"),
        pytest.param("/cita Marek Adler sobre talks", ("en estilo indirecto",), id="17"),
        pytest.param("/cita Katrin Holmvik desde:2031", ("Nada de lo que consta cumple",), id="18"),
        pytest.param("/cita Katrin Holmvik tipo:quizá", ("No puedo usar «tipo:quizá»",), id="18-wrong"),
        pytest.param("/comprueba “charts, not threats” - Adler", ("Alterada", "ejaste fuera «with»"), id="check"),
        pytest.param("/privacidad", ("30 minutos", "/misdatos", "/olvida"), id="21"),
        pytest.param("/stats", ("quienes me gestionan",), id="24"),
        pytest.param("/compara Marek Adler y Katrin Holmvik", ("Marek Adler | Katrin Holmvik",), id="25-compare"),
        pytest.param("/personas", ("Marek Adler",), id="25-people"),
        pytest.param("/temas", ("De qué se habla más",), id="25-topics"),
        pytest.param("/cronologia Katrin Holmvik", ("Fecha sin año",), id="timeline"),
        pytest.param("/persona Marek Adler", ("Medios: ", "Última declaración"), id="person"),
        pytest.param("gracias", ("De nada",), id="thanks"),
        pytest.param("/nosé algo", ("No tengo ninguna orden",), id="unknown"),
    ],
)
def test_asked_and_answered_in_spanish(ana: User, asked: str, told: tuple[str, ...]) -> None:
    shown = ana.ask(asked).text
    assert [words for words in told if words not in shown] == [], shown


def test_5_and_7_buttons_and_pages(ana: User) -> None:
    asked = ana.ask("/cita Adler")
    assert "¿A quién te refieres?" in asked.text
    assert "Ruth Adler" in ana.press(asked, "Ruth Adler").text
    second = ana.press(ana.ask("/cita Katrin Holmvik"), "Siguiente ▶")
    assert re.search(r"2/\d+$", second.text)
    assert "◀ Atrás" in second.buttons


def test_13_examples_and_suggestions_are_in_spanish_and_have_an_answer(ana: User) -> None:
    welcome = ana.ask("/start")
    assert "quién dijo qué" in welcome.text
    assert [label.split()[0] for label in welcome.buttons] == ["/cita", "/quien", "/resumen"]
    for label in welcome.buttons:
        assert "No consta" not in ana.press(welcome, label).text


def test_20_a_group_is_answered_in_spanish(ana: User) -> None:
    ana.chat = {"id": -1_000_000 - ana.id, "type": "supergroup", "title": "La redacción"}
    ana.say("¿alguien ha leído lo del humo?")
    assert "coincidencia exacta" in ana.ask(f"/quien {SMOKE}").text
    assert ana.unread() == []


def test_21_forgetting(ana: User) -> None:
    ana.ask(f"/quien {SMOKE}")
    assert "ya no hay nada guardado" in ana.press(ana.ask("/olvida"), "Borrarlo todo").text


def test_23_a_stale_button(ana: User) -> None:
    shown = ana.ask("/cita Katrin Holmvik")
    assert "demasiado antiguo" in ana.toast(ana.tap(shown, "p:forged:0"))
