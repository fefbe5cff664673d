"""What plain messages ask for, in English and Spanish: intent, slots, filters."""

from datetime import date

import pytest

from bot.answer import Responder
from bot.answer.filters import as_typed
from bot.answer.narrow import understand_narrowed
from bot.answer.parts import Parts
from bot.model import Memory
from tests.answer.stubs import MARA, TOMAS, Finder, FirstSentences, Shelf

SHELF = Shelf()
PARTS = Parts(SHELF, Finder(SHELF), FirstSentences())
LISTED = tuple(ref.id for ref in SHELF.articles())
MEMORY = Memory(MARA, "taxes", LISTED[0], LISTED)
TODAY = date(2023, 11, 15)
SLOTS = ("speaker", "topic", "other", "words", "article", "sentences")

ASKED = """
what else did he say?                         | quote    | speaker=he
what else did she say about schools?          | quote    | speaker=she topic=schools
and Reuel?                                    | quote    | words=Reuel
and what did Reuel say?                       | quote    | speaker=Reuel
and what about taxes?                         | quote    | words=taxes
what did they say?                            | quote    | speaker=they
did she say anything about schools?           | quote    | speaker=she topic=schools
more                                          | quote    |
what did Lind say yesterday?                  | quote    | speaker=Lind | since:2023-11-14 until:2023-11-14
what did Lind say about taxes since March?    | quote    | speaker=Lind topic=taxes | since:2023-03
since March                                   | quote    | topic=taxes | since:2023-03
only direct quotes                            | quote    | topic=taxes | kind:direct
newest first                                  | quote    | topic=taxes | sort:new
what did the mayor say about taxes in October? | quote   | speaker=the_mayor topic=taxes | since:2023-10 until:2023-10
tell me what Lind said about the bridge       | quote    | speaker=Lind topic=bridge
anything from Reuel on the ferry?             | quote    | speaker=Reuel topic=ferry
everything by Lind                            | quote    | speaker=Lind
show me everything Lind said                  | quote    | speaker=Lind
give me quotes by Lind                        | quote    | speaker=Lind
has Lind commented on taxes?                  | quote    | speaker=Lind topic=taxes
does Lind support the bridge?                 | quote    | speaker=Lind topic=bridge
was Lind quoted about the bridge?             | quote    | speaker=Lind topic=bridge
what did Lind tell Tidende about taxes?       | quote    | speaker=Lind topic=taxes
what are Reuel's views on the ferry?          | quote    | speaker=Reuel topic=ferry
when did she say that?                        | quote    | speaker=she
how did Reuel react to the storm?             | quote    | speaker=Reuel topic=storm
who said the bridge is safe?                  | who      | words=the_bridge_is_safe
who talked about taxes last week?             | who      | words=taxes | since:2023-11-06 until:2023-11-12
who's Lind?                                   | who is   | speaker=Lind
who is Mara Lind                              | who is   | speaker=Mara_Lind
is it true that Lind said taxes will rise?    | check    | speaker=Lind words=taxes_will_rise
shorter                                       | summary  | sentences=1
make it shorter                               | summary  | sentences=1
even shorter, please                          | summary  | sentences=1
longer                                        | summary  | sentences=10
show me the second one                        | summary  | article=the_second_one
what's the second about?                      | summary  | article=the_second
what is it about?                             | summary  | article=it
summarize it in 2 sentences                   | summary  | article=it sentences=2
open the first one                            | article  | article=the_first_one
show the article                              | article  |
full text                                     | article  |
show me the articles                          | articles |
compare Lind with Reuel on the bridge         | compare  | speaker=Lind other=Reuel topic=bridge
Lind vs Reuel                                 | compare  | speaker=Lind other=Reuel
qué dijo Lind sobre los impuestos             | quote    | speaker=Lind topic=impuestos
que dijo Lind acerca del puente?              | quote    | speaker=Lind topic=puente
¿Qué dijo Mara Lind del puente?               | quote    | speaker=Mara_Lind topic=puente
qué dijo Lind de los impuestos desde marzo    | quote    | speaker=Lind topic=impuestos | since:2023-03
qué ha dicho Lind desde marzo de 2023         | quote    | speaker=Lind | since:2023-03
qué opina Lind de los impuestos               | quote    | speaker=Lind topic=impuestos
dime qué dijo Lind sobre el puente por favor  | quote    | speaker=Lind topic=puente
cuéntame qué dijo Lind                        | quote    | speaker=Lind
muéstrame las citas de Lind                   | quote    | speaker=Lind
¿y Reuel?                                     | quote    | words=Reuel
¿y qué dijo Reuel?                            | quote    | speaker=Reuel
y Reuel qué dijo?                             | quote    | speaker=Reuel
¿y sobre el puente?                           | quote    | topic=puente
¿qué más dijo ella?                           | quote    | speaker=ella
¿qué más ha dicho Lind?                       | quote    | speaker=Lind
desde marzo                                   | quote    | topic=taxes | since:2023-03
más                                           | quote    |
quién dijo que el puente es seguro            | who      | words=el_puente_es_seguro
¿Quién dijo “nadie debe tener miedo”?         | who      | words=nadie_debe_tener_miedo
quién habló del puente?                       | who      | words=puente
quién ha hablado sobre el puente              | who      | words=el_puente
¿quién es Mara Lind?                          | who is   | speaker=Mara_Lind
¿dijo Lind que los impuestos subirán?         | check    | speaker=Lind words=los_impuestos_subirán
más breve                                     | summary  | sentences=1
resume el segundo                             | summary  | article=el_segundo
resúmelo                                      | summary  |
muéstrame el tercero                          | summary  | article=el_tercero
ábrelo                                        | article  |
artículos sobre el puente                     | articles | words=el_puente
compara Lind y Reuel sobre el puente          | compare  | speaker=Lind other=Reuel topic=puente
de qué habla Lind?                            | topics   | speaker=Lind
"""


def _row(line: str) -> tuple[str, str, dict[str, str], str]:
    message, command, told, filters = (part.strip() for part in (line + " | ").split(" | ")[:4])
    slots = dict(one.split("=") for one in told.split())
    return message, command, {name: value.replace("_", " ") for name, value in slots.items()}, filters


ROWS = [_row(line + " ") for line in ASKED.strip().splitlines()]


@pytest.mark.parametrize(("message", "command", "slots", "filters"), ROWS, ids=[row[0] for row in ROWS])
def test_a_message_is_understood(message: str, command: str, slots: dict[str, str], filters: str) -> None:
    intent = understand_narrowed(PARTS, message, MEMORY, TODAY)
    found = {name: str(value) for name in SLOTS if (value := getattr(intent, name))}
    assert (intent.command, found, as_typed(intent.filters)) == (command, slots, filters)


def test_that_means_the_topic_before(responder: Responder) -> None:
    answer, after = responder.answer("what did Reuel say about that?", Memory(MARA, "winter", listed=LISTED))
    assert answer.facts["speaker"] == TOMAS
    assert after.topic == "winter"


def test_a_conversation_goes_on(responder: Responder) -> None:
    _, memory = responder.answer("what did Mara Lind say about the bridge?")
    assert (memory.speaker, memory.topic) == (MARA, "bridge")
    _, memory = responder.answer("and Tomas Reuel?", memory)
    assert memory.speaker == TOMAS
    answer, memory = responder.answer("what else did he say?", memory)
    assert {result.speaker.name for result in answer.results if result.speaker} == {TOMAS}
    _, memory = responder.answer("articles", memory)
    answer, memory = responder.answer("the second one", memory)
    assert (answer.command, memory.article_id) == ("summary", LISTED[1])
    shorter, _ = responder.answer("shorter", memory)
    assert len([result for result in shorter.results if result.kind == "summary"]) == 1
