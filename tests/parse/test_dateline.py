"""Datelines of many agencies: what is read, where the words begin, and what is no dateline."""

import pytest

from bot.parse.dateline import place_name, read

WORDS = "The council of the islands met at dawn and agreed on nothing at all."

HABITS = [
    # raw, place, date, agency
    ("Marlow, Oct 19 (EFE).-", "Marlow", "--10-19", "EFE"),
    ("Marlow, 19 oct (EFE).-", "Marlow", "--10-19", "EFE"),
    ("San Telmo (Arvania), 3 ene (EFE).-", "San Telmo", "--01-03", "EFE"),
    ("Marlow (EFE).-", "Marlow", None, "EFE"),
    ("MARLOW 24 Oct. (EUROPA PRESS) -", "Marlow", "--10-24", "Europa Press"),
    ("El Puerto, 27 nov (Prensa Latina)", "El Puerto", "--11-27", "Prensa Latina"),
    ("MARLOW, Arvania (AP) —", "Marlow", None, "AP"),
    ("MARLOW, Arvania (AP) --", "Marlow", None, "AP"),
    ("MARLOW, Arvania (AP) _", "Marlow", None, "AP"),
    ("DAR ES SELIM, Arvania (AP)_", "Dar es Selim", None, "AP"),
    ("PORT MARLOW (AP)", "Port Marlow", None, "AP"),
    ("MARLOW, Oct 19 (Reuters) -", "Marlow", "--10-19", "Reuters"),
    ("MARLOW/THE HEATH, March 7 (Reuters) -", "Marlow/The Heath", "--03-07", "Reuters"),
    ("Oct 19 (Reuters) -", None, "--10-19", "Reuters"),
    ("MARLOW, March 2 -", "Marlow", "--03-02", None),
    ("MARLOW, N.T., March 2 -", "Marlow", "--03-02", None),
    ("ST. BRANNOC, March 2 -", "St. Brannoc", "--03-02", None),
    ("Marlow, Dec 20, 2017 (AFP) -", "Marlow", "2017-12-20", "AFP"),
    ("MARLOW, April 15 (AFP) -", "Marlow", "--04-15", "AFP"),
    ("Marlow (AFP) –", "Marlow", None, "AFP"),
    ("MARLOW, 15 avr 2024 (AFP) -", "Marlow", "2024-04-15", "AFP"),
    ("MARLOW, October 19. /TASS/.", "Marlow", "--10-19", "TASS"),
    ("/TASS/.", None, None, "TASS"),
    ("MARLOW. Oct 19 (Interfax) -", "Marlow", "--10-19", "Interfax"),
    ("MARLOW, October 19 (RIA Novosti) -", "Marlow", "--10-19", "RIA Novosti"),
    ("MARLOW (Sputnik) -", "Marlow", None, "Sputnik"),
    ("MARLOW, Aug. 21 (Xinhua) --", "Marlow", "--08-21", "Xinhua"),
    ("MARLOW, Nov. 30 (Kyodo) --", "Marlow", "--11-30", "Kyodo"),
    ("MARLOW, Nov. 30, Kyodo -", "Marlow", "--11-30", "Kyodo"),
    ("MARLOW July 23", "Marlow", "--07-23", None),
    ("MARLOW, June 1 (Yonhap) --", "Marlow", "--06-01", "Yonhap"),
    ("Marlow, October 19 (KCNA) --", "Marlow", "--10-19", "KCNA"),
    ("Nov. 28 (UPI) --", None, "--11-28", "UPI"),
    ("MARLOW, Nov. 28 (UPI) --", "Marlow", "--11-28", "UPI"),
    ("Marlow (dpa) -", "Marlow", None, "dpa"),
    ("Marlow/Ostheim (dpa/lsw) -", "Marlow/Ostheim", None, "dpa"),
    ("Marlow, 3. Mai (dpa) -", "Marlow", "--05-03", "dpa"),
    ("(ANSA) - Marlow, June 11 -", "Marlow", "--06-11", "ANSA"),
    ("(ANSA) - MARLOW, 16 MAG -", "Marlow", "--05-16", "ANSA"),
    ("New Marlow, July 26 (IANS)", "New Marlow", "--07-26", "IANS"),
    ("New Marlow, Dec 9 (PTI)", "New Marlow", "--12-09", "PTI"),
    ("New Marlow [Arvania], October 19 (ANI):", "New Marlow", "--10-19", "ANI"),
    ("MARLOW, Oct 19 (APP):", "Marlow", "--10-19", "APP"),
    ("KUALA MARLOW, Oct 19 (Bernama) --", "Kuala Marlow", "--10-19", "Bernama"),
    ("MARLOW (AA) -", "Marlow", None, "Anadolu"),
    ("MARLOW, Nov 6 AAP -", "Marlow", "--11-06", "AAP"),
    ("MARLOW (CP) —", "Marlow", None, "Canadian Press"),
    ("MARLOW —", "Marlow", None, None),
    ("INDIAN HEAD, Mo. _", "Indian Head", None, None),
    ("MARLOW, Dec. 03, 2019 (GLOBE NEWSWIRE) --", "Marlow", "2019-12-03", "GlobeNewswire"),
    ("MARLOW--(BUSINESS WIRE)--", "Marlow", None, "Business Wire"),
    ("MARLOW, Oct. 19, 2023 /PRNewswire/ --", "Marlow", "2023-10-19", "PR Newswire"),
    ("MARLOW, Thurs. -", "Marlow", None, None),
    ("MARLOW, 2023-10-19 (QNA) -", "Marlow", "2023-10-19", "QNA"),
    ("Jan. 12 (Harbour Desk) -", None, "--01-12", "Harbour Desk"),
    ("MARLOW, 11 sept. 2001 (ATS) -", "Marlow", "2001-09-11", "ATS"),
    ("Marlow, 19 de octubre de 2023 (EFE).-", "Marlow", "2023-10-19", "EFE"),
]


@pytest.mark.parametrize(("raw", "place", "date", "agency"), HABITS)
def test_a_dateline_is_read_as_its_agency_writes_it(
    raw: str, place: str | None, date: str | None, agency: str | None
) -> None:
    found = read(f"{raw} {WORDS}")
    assert found is not None
    assert found.dateline.raw == raw
    assert (found.dateline.place, found.dateline.date, found.dateline.agency) == (place, date, agency)
    assert f"{raw} {WORDS}"[found.end :] == WORDS


@pytest.mark.parametrize("raw", [raw for raw, *_ in HABITS if raw[-1] in "-—–_.:"])
def test_a_dateline_may_stand_alone_on_its_line(raw: str) -> None:
    found = read(raw)
    assert found is not None
    assert (found.dateline.raw, found.end) == (raw, len(raw))


@pytest.mark.parametrize(
    "line",
    [
        WORDS,
        "The minister (AP) said nothing of the kind.",
        "Ports Minister Ada Lund (Reuters) told the house.",
        "The agency (AFP) - which is old - said so.",
        "On Oct 19 the council met.",
        "Oct 19 was the day of the vote.",
        "UPDATE 1 - Marlow council votes again",
        "ANALYSIS - Why the harbour silted up",
        "HARBOUR SPOTLIGHT - MARLOW LOOKS ABROAD",
        "MARLOW SETS MAY 29 START FOR FERRY",
        "Harbour news round-up Nov 06, 1200",
        "“MARLOW — the old name — stays,” she said.",
        "A.B. - said nothing",
        "Q: - what?",
        "- dash",
        "(AP)",
        "",
    ],
)
def test_prose_and_headlines_have_no_dateline(line: str) -> None:
    assert read(line) is None


@pytest.mark.parametrize(
    ("capitals", "name"),
    [
        ("DAR ES SELIM", "Dar es Selim"),
        ("AL-MARLA", "Al-Marla"),
        ("PORT-AU-MARLE", "Port-au-Marle"),
        ("L'ORSA", "L'Orsa"),
        ("ST. BRANNOC", "St. Brannoc"),
        ("LA MARLA", "La Marla"),
        ("MARLOW D.C.", "Marlow D.C."),
        ("MÜRREN", "Mürren"),
        ("Marlow", "Marlow"),
        ("UN", "UN"),
    ],
)
def test_a_place_in_capitals_gets_ordinary_letters(capitals: str, name: str) -> None:
    assert place_name(capitals) == name
