"""Invented quotations in several scripts and lengths, and invented counts, for pictures to be looked at and timed."""

from __future__ import annotations

from bot.picture import Card, Chart

LONG = (
    "“When I was a girl the harbour froze over every winter, and we walked across to the island to buy bread, because "
    "the ferry could not run. My own children have never seen it freeze. So when people tell me that the figures are "
    "uncertain, that we should wait another ten years before we raise the wall, I tell them to come and stand with me "
    "on the quay in February and show me the ice.\n\n“We do not need another study. We have nine of them, and they all "
    "say the same. What we need is stone, and people who know how to lay it, and a council that votes for both on the "
    "same evening. If that costs more than we have, then we will pay for it over twenty years, as our grandparents "
    "paid for the lighthouse, and nobody has ever asked for that money back.”"
)
MIDDLE = (
    "“Nobody needs to be afraid of the bridge. We have checked every bolt of it, twice, and we will check it again "
    "before the first lorry drives over it.”"
)
CARDS = {
    "short": Card("“We will rebuild.”", "Mara Lind", "Mayor of Orvik", "", "Tidende · Orvik, 19 October 2023"),
    "dark": Card(MIDDLE, "Mara Lind", "Mayor of Orvik", "", "Tidende · Orvik, 19 October 2023", dark=True),
    "long": Card(LONG, "Katrin Øst-Nyström", "Chair of the Harbour Commission", "", "Dagblad · Nordhavn, 2 May 2024"),
    "indirect": Card(
        "the drills off the island of Halm alarm her country and could undo two years of patient talks",
        "Ida Reuel", "Foreign Minister", "reported indirectly", "NDP · Lisenmark, 14 March 2024",
    ),
    "accents": Card(
        "« Nous n’avons jamais demandé l’aumône : à Saint-Élier, l’œuvre de nos aïeux — Žofie, Łukasz, Ñandú, Ștefan, "
        "Þóra, Đỗ Thị Hương — mérite mieux. »",
        "Zoë Crèvecœur-Nguyễn", "maire de Saint-Élier", "", "Le Phare · Saint-Élier, 4 mai 2024",
    ),
    "cyrillic": Card(
        "«Мы не просим о помощи, мы просим о справедливости: мост строили все вместе, и чинить его мы будем все "
        "вместе».",
        "Мира Северова", "глава городского совета Орвика", "", "Вестник Орвика · Орвик, 3 марта 2024 г.",
    ),
    "arabic": Card(
        "«لن نغلق الميناء يومًا واحدًا. لدينا 120 سفينة تنتظر، ولدى شركة Nordhavn عقد حتى عام 2027، وسنفي بكل كلمة فيه.»",
        "ليلى الزاهري", "مديرة ميناء الأورفيك", "", "صحيفة الشاطئ · أورفيك، 4 مايو 2024",
    ),
    "hebrew": Card(
        "„לא נסגור את הנמל אפילו ליום אחד”, אמרה. „יש לנו 120 אוניות שמחכות.”",
        "יעל ברקאי", "מנהלת הנמל", "", "עיתון החוף · אורביק, 4 במאי 2024", dark=True,
    ),
    "chinese": Card(
        "“这座桥是大家一起修的，坏了也要大家一起来修。我们不需要更多的报告，我们需要的是石头，还有会砌石头的人。”",
        "林若海", "奥维克市市长", "", "海岸日报 · 奥维克，2024年5月4日",
    ),
    "japanese": Card(
        "「橋はもう安全です。私たちはボルトを一本ずつ、二度にわたって確認しました。怖がる必要はありません。」",
        "森野みなと", "オルヴィク市長", "", "岸辺新聞 · オルヴィク、2024年5月4日", dark=True,
    ),
    "korean": Card(
        "“다리는 다시 안전합니다. 우리는 볼트 하나하나를 두 번씩 확인했습니다. 두려워할 필요가 없습니다.”",
        "한바다", "오르비크 시장", "", "해안일보 · 오르비크, 2024년 5월 4일",
    ),
}  # fmt: skip
MOST_QUOTED = Chart(
    "Who is quoted most",
    "Statements in 412 articles",
    (("Mara Lind", 48), ("Katrin Øst-Nyström", 31), ("Harbour Board", 22), ("ليلى الزاهري", 17), ("Мира Северова", 9)),
)
_STARTS = {0: "March 2022", 10: "January 2023", 22: "January 2024"}
OVER_TIME = Chart(
    "Mara Lind, about “bridge”",
    "93 statements, by month, March 2022 – February 2024",
    tuple((_STARTS.get(month, ""), month * 7 % 9) for month in range(24)),
)
