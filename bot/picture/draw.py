"""Drawing, with the last pictures kept: they are asked for again when a button is pressed twice or a link is shared."""

from __future__ import annotations

from functools import lru_cache

from bot.picture.card import draw_card
from bot.picture.chart import draw_bars, draw_columns

KEPT = 64
"""Pictures of each kind that are kept, of about 40 kB each."""

card = lru_cache(KEPT)(draw_card)
bars = lru_cache(KEPT)(draw_bars)
columns = lru_cache(KEPT)(draw_columns)
