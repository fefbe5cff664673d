"""What all forms of a word share, those that are spelt otherwise included: "left" and "leaves" are "leave"."""

from __future__ import annotations

from functools import lru_cache

from bot.search.forms import stem

_IRREGULAR = """
be am is are was were been; have has had; do does did done; go goes went gone; say said; tell told; think thought;
know knew known; see saw seen; come came; take took taken; give gave given; find found; get got gotten; make made;
leave left; lose lost; win won; meet met; sit sat; stand stood; run ran; begin began begun; bring brought; buy bought;
build built; send sent; spend spent; sell sold; hold held; keep kept; sleep slept; feel felt; fall fell fallen;
rise rose risen; grow grew grown; throw threw thrown; fly flew flown; draw drew drawn; drive drove driven;
write wrote written; ride rode ridden; speak spoke spoken; break broke broken; steal stole stolen; choose chose chosen;
wear wore worn; bear bore born borne; tear tore torn; swear swore sworn; eat ate eaten; drink drank drunk;
sing sang sung; sink sank sunk; swim swam swum; ring rang rung; shake shook shaken; fight fought; catch caught;
teach taught; seek sought; hear heard; lead led; feed fed; flee fled; bleed bled; breed bred; read; lay laid; lie lain;
pay paid; mean meant; shoot shot; strike struck stricken; stick stuck; hang hung; dig dug; hide hidden hid;
bite bit bitten; light lit; slide slid; lend lent; bend bent; deal dealt; dream dreamt; burn burnt; learn learnt;
bind bound; wind wound; grind ground; become became; forget forgot forgotten; forgive forgave forgiven;
freeze froze frozen; wake woke woken; show showed shown; prove proven; arise arose arisen; withdraw withdrew withdrawn;
undergo underwent undergone; overthrow overthrew overthrown; understand understood; uphold upheld; withhold withheld;
man men; woman women; child children; person people; foot feet; tooth teeth; mouse mice; goose geese; life lives;
wife wives; knife knives; half halves; leaf leaves; thief thieves; crisis crises; basis bases; analysis analyses
"""
IRREGULAR = {form: group.split()[0] for group in reversed(_IRREGULAR.split(";")) for form in group.split()[1:]}
"""Forms that share no stem with the word they belong to. Where a form has two, the one named first here counts."""


@lru_cache(maxsize=65536)
def root(word: str) -> str:
    """The root of a normalised word."""
    return stem(IRREGULAR.get(word, word))
