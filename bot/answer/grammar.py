"""The grammar of plain questions, as data: for each command, patterns whose named groups are the slots.

A pattern must match a whole message, after politeness and end marks are gone. The first that matches counts.
English and Spanish.
"""

from __future__ import annotations

import re
from itertools import chain

from bot.answer.browse_grammar import COMPARE, PERSON, TIMELINE, TOPICS
from bot.answer.check_grammar import CHECK

_SAY = (
    "say|says|said|saying|state|states|stated|claim|claims|claimed|tell|tells|told|argue|argues|argued|warn|warns|"
    "warned|think|thinks|thought|believe|believes|believed|announce|announced|comment|commented|add|added|promise|"
    "promised|mention|mentioned|write|wrote|declare|declared|demand|demanded|describe|described|call|called|"
    "express|expressed"
)
_DIJO = (
    "dijo|dijeron|dice|dicen|afirmó|afirmo|afirmaron|declaró|declaro|declararon|opina|opinó|opino|piensa|comentó|"
    "comento|aseguró|aseguro|sostuvo|anunció|anuncio|advirtió|advirtio"
)
_ABOUT = (
    "about|on|regarding|concerning|re|with regard to|in regard to|when it comes to|sobre|acerca del?|"
    "respecto (?:al?|del?)|en cuanto al?"
)
_ARTICLES = r"(?:articles?|news|stories|story|texts?|pieces?|headlines?|reports?)"
_THE = r"(?:the |an? |el |la |los |las |un |una )?"
_TOPIC = rf"(?: (?:{_ABOUT}|of|to) (?P<topic>.+))?"
_WORDS = r"(?: that| que)?[,:]? (?P<words>.+)"
_NTH = (
    r"(?:first|second|third|fourth|fifth|sixth|last|latest|primer[oa]?|segund[oa]|tercer[oa]?|cuart[oa]|quint[oa]|"
    r"sext[oa]|últim[oa]|ultim[oa])"
)

_QUOTE = (
    (
        rf"(?:and )?what(?: else| more)? (?:did|does|do|has|have|had|would|will|is|was) (?!(?:you|i)\b)(?P<speaker>.+?)"
        rf"(?: ever| also| just| recently| already)?"
        rf" (?:{_SAY})(?: (?:anything|something|more))?(?: else)?{_TOPIC}"
    ),
    rf"(?:did|does|has|have) (?P<speaker>.+?) (?:ever )?(?:{_SAY}|said) (?:anything|something)(?: else)?{_TOPIC}",
    (
        rf"(?:did|does|has|have) (?P<speaker>.+?) (?:ever )?(?:{_SAY}|speak|spoken|talk|talked)"
        rf"(?: that|:| about| of| on)? (?P<topic>.+)"
    ),
    (
        rf"(?:what|everything|anything|all|things?)(?: else| that)? (?P<speaker>(?!was\b|is\b|has\b|people\b).+?)"
        rf" (?:has |have |had )?(?:{_SAY}){_TOPIC}"
    ),
    (
        r"how (?:did|does|has|have) (?P<speaker>.+?) (?:react|reacted|respond|responded|answer|answered|reply|replied)"
        r"(?: (?:to|about|on) (?P<topic>.+))?"
    ),
    (
        rf"what(?: is|'s| was| are) (?P<speaker>.+?)(?:'s|s') (?:view|position|opinion|stance|take|line|comment|"
        rf"reaction|response|answer|statement)s?{_TOPIC}"
    ),
    (
        rf"(?:the )?(?P<speaker>.+?)(?:'s|s') (?:views?|positions?|opinions?|stance|take|quotes?|statements?|words|"
        rf"comments?|reactions?|remarks?){_TOPIC}"
    ),
    (
        rf"(?:all |any |some |every |the )*(?:quotes?|quotations?|statements?|remarks?|comments?|words) (?:{_ABOUT}) "
        rf"(?P<topic>.+) (?:by|from) (?P<speaker>.+)"
    ),
    (
        rf"(?:all |any |some |every |the )*(?:quotes?|quotations?|statements?|remarks?|comments?|words) (?:by|from|of) "
        rf"(?P<speaker>.+?)(?: (?:{_ABOUT}) (?P<topic>.+))?"
    ),
    (
        rf"(?P<speaker>(?!(?:who|what|tell|show|give|find|dime)\b)\S+(?: \S+){{0,4}}?) (?:said|says|say) "
        rf"(?:{_ABOUT}) (?P<topic>.+)"
    ),
    (
        rf"(?:anything|something|everything|all|algo|todo) (?:by|from|de) (?P<speaker>.+?)"
        rf"(?: (?:{_ABOUT}) (?P<topic>.+))?"
    ),
    (
        r"(?:does|did|do) (?P<speaker>(?!(?:you|i|we|anyone|anybody|someone|somebody)\b).+?) (?:support|back|oppose|"
        r"favou?r|want|agree (?:with|to|on)) (?P<topic>.+)"
    ),
    rf"what (?:did|does|has|have) (?P<speaker>.+?) (?:tell|told) (?:\S+ ){{1,3}}?(?:{_ABOUT}) (?P<topic>.+)",
    rf"(?:is|was|are|were) (?P<speaker>.+?) (?:quoted|cited|on record) (?:{_ABOUT}) (?P<topic>.+)",
    (
        r"(?:when|where|in (?:what|which) (?:article|story|paper)) (?:did|has|have) (?P<speaker>.+?) (?:say|said)"
        r"(?: (?:that|it|this|so))?(?: (?P<topic>.+))?"
    ),
    (
        rf"(?:y |and )?(?:qué|que)(?: más| mas)? (?:ha dicho|han dicho|{_DIJO})(?! (?:{_ABOUT}|del?)\b) "
        rf"(?P<speaker>.+?)(?: (?:{_ABOUT}|del?) (?P<topic>.+))?"
    ),
    rf"(?:y )?(?P<speaker>\S+(?: \S+){{0,3}}?),? (?:qué|que) (?:ha dicho|{_DIJO})(?: (?:{_ABOUT}|del?) (?P<topic>.+))?",
    rf"(?:las |los |todas las )?citas de (?P<speaker>.+?)(?: (?:{_ABOUT}) (?P<topic>.+))?",
)

_QUOTE_GO_ON = (
    rf"(?:qué|que) más (?:dijo|ha dicho|dice)(?: (?:{_ABOUT}) (?P<topic>.+))?",
    rf"(?:qué|que) (?:dijo|ha dicho|dice|opina|piensa) (?:{_ABOUT}|del?) (?P<topic>.+)",
    rf"(?:and |y )?(?:what|anything|something) (?:else|more)(?: (?:{_ABOUT}) (?P<topic>.+))?",
    r"(?:and )?what about (?P<words>.+)",
    r"(?:and |y )?(?:about|regarding|sobre|acerca de) (?P<topic>.+)",
    r"more(?: quotes)?|go on|qué más|que más|más|mas",
    r"(?:and|y) (?P<words>\S+(?: \S+){0,4})",
)
"""Questions that go on from the last one: `words` may be a speaker or a topic."""

_WHO = (
    (
        rf"who(?: else| all)?(?: was it(?: that| who)?| is it(?: that| who)?)?"
        rf"(?: has| have| had| is quoted as| was quoted as)? (?:(?:{_SAY})(?: (?:something|anything|a word))?"
        rf"|spoke|spoken|talks?|talked|speaks?)(?: (?:about|of|on))?{_WORDS}"
    ),
    (
        rf"(?:did|has|have|does) (?:anyone|anybody|someone|somebody) (?:ever )?(?:{_SAY}|speak|spoken|talk|talked)"
        rf"(?: (?:anything|something))?(?: (?:about|of|on))?{_WORDS}"
    ),
    (
        rf"what (?:was|is|has been|do people|did people|did they all|does everyone|did everyone) (?:{_SAY})"
        rf"(?: about| on) (?P<words>.+)"
    ),
    rf"(?:all |any |some |the )*(?:quotes?|statements?) (?:{_ABOUT}|with|containing) (?P<words>(?:(?! by | from ).)+)",
    (
        rf"(?:quién|quien|quiénes|quienes)(?: lo)? (?:ha dicho|han dicho|{_DIJO}|"
        rf"(?:habló|hablo|habla|hablan|ha hablado|han hablado)(?: de(?=l ))?(?: del?)?)(?: (?:{_ABOUT}))?{_WORDS}"
    ),
    r"where (?:does|do|did) (?P<words>.+) come from",
    r"where (?:is|was|are|were) (?P<words>.+) (?:taken from|from|said)",
    r"(?:which|what) (?:article|story|report|paper) (?:says|said|mentions|has|had|quotes)(?: that)? (?P<words>.+)",
    r"(?:whose (?:words|quote) (?:are|is|were|was)(?: these| this| it)?)[,:]? (?P<words>.+)",
)

_SUMMARY = (
    (
        r"(?:summari[sz]e|sum up|summary(?: of| for)?|tl;?dr(?: of)?|recap(?: of)?|(?:the )?gist(?: of)?|"
        r"(?:a |the )?short version(?: of)?|brief me(?: on)?|resume|resumir|resúmeme|resumeme|resumen(?: de| del)?)"
        r"(?: (?P<article>.+))?"
    ),
    rf"what(?: is|'s| was|s) (?P<article>{_THE}{_NTH}) about",
    r"(?:resúmelo|resumelo|resúmela|resumela)",
    (
        rf"(?:show(?: me)?|give me|see|muéstrame|muestrame|muestra|dame|ver) "
        rf"(?P<article>{_THE}{_NTH}(?: (?:one|{_ARTICLES}|noticia|artículo|articulo))?)"
    ),
    rf"what(?: is|'s| was|s) (?P<article>(?:it|this|that|{_THE}(?:\S+ )?(?:one|{_ARTICLES})|{_ARTICLES} \S+)) about",
    r"what(?: has)? happened(?: (?:in|at|with|to) (?P<article>.+))?",
    r"(?:qué|que) pasó(?: (?:en|con) (?P<article>.+))?",
)

_DIGEST = (
    (
        r"(?:(?:the |a |my |daily |news |morning |today's |el )*(?:digest|roundup|round-up|briefing|boletín|boletin)|"
        r"resumen del día|resumen del dia|resumen diario)"
        r"(?:(?: (?:of|for|on|from|about|de|del|sobre))? (?P<words>.+))?"
    ),
)

_ARTICLES_LIST = (
    (
        rf"(?:what|which)(?: other)? {_ARTICLES}(?: (?:do|have|did|are|can|is)\b(?! about)"
        rf"(?:(?! about ).)*)?(?: (?:about|on) (?P<words>.+))?"
    ),
    (
        r"(?!(?:show|see)(?: me)? the (?:article|story|text|piece|report)$)"
        rf"(?:list|all|show|see)(?: me)?(?: of)?(?: all)?(?: the)? {_ARTICLES}(?: (?:{_ABOUT}) (?P<words>.+))?"
    ),
    (
        rf"(?:the |any |some )?(?:latest |last |new |recent |all )?(?:articles|news|stories|headlines)"
        rf"(?: (?:{_ABOUT}) (?P<words>.+))?"
    ),
    r"what(?: is|'s|s) new|what do you have|what have you got|what is (?:loaded|on record)",
    (
        r"(?:lista de |listar |lista |los |las |qué |que |todos los |ver |muestra )*(?:artículos|articulos|noticias|"
        r"titulares)(?: hay| tienes)?(?: (?:sobre|de|acerca de) (?P<words>.+))?"
    ),
)

_PEOPLE = (
    (
        r"who(?:'s| is| are| was| were| all is| else is)? (?:on record|quoted|speaking|cited|named|speaks|talks|there)"
        r"(?: (?:in|by) (?P<article>.+))?"
    ),
    r"who do you (?:know|have)|who can i (?:ask about|quote)",
    (
        r"(?:list|show|all|see)(?: me)?(?: of)?(?: all)?(?: the)? (?:people|persons|speakers|names)"
        r"(?: (?:in|of) (?P<article>.+))?"
    ),
    r"(?:the )?(?:people|speakers)(?: (?:in|of) (?P<article>.+))?",
    r"(?:quién|quien|quiénes|quienes) (?:habla|hablan|está|están)|personas|(?:lista de )?personas",
)

_QUOTES = (
    (
        rf"(?:all |the |show |list )*(?:quotes|quotations|statements|citas) (?:in|of|from|en|de) "
        rf"(?P<article>{_THE}(?:\S+ )?(?:one|{_ARTICLES})|it|this|that|#?\d+|article \S+)"
    ),
    r"(?:what|who) (?:is|was) (?:said|quoted) in (?P<article>.+)",
)

_ARTICLE = (
    (
        rf"(?:open|read(?: me)?|full text(?: of)?|whole text(?: of)?|(?:the )?text of|"
        rf"show(?: me)? {_THE}(?:full |whole )?(?:text|article)(?: of| about)?|"
        rf"texto completo(?: de)?|lee|leer|abre|ábrelo|abrelo|léelo|leelo)(?: (?P<article>.+))?"
    ),
)

_HELP = (
    (
        r"help(?: me)?(?: (?:with )?(?P<words>\S+))?|commands?|usage|manual|what (?:can|do) (?:you|u) do|"
        r"what can i (?:ask|do|say)|what are you|who are you|how (?:does|do) (?:this|it|you) work|"
        r"how (?:do|can) i .+|how to .+|ayuda|(?:qué|que) puedes hacer|cómo funciona|como funciona"
    ),
)
_START = (
    (
        r"(?:hello|hi|hey|hiya|yo|greetings|good (?:morning|afternoon|evening|day)|hola|buenos días|buenos dias|"
        r"buenas(?: tardes| noches)?|start|salut|hallo|ciao)(?: (?:there|bot|again|everyone|all))?"
    ),
)
_THANKS = (
    (
        r"(?:many |ok |okay |great )*(?:thanks|thank you|thank u|thx|ty|cheers|gracias|muchas gracias|perfect|great|ok|"
        r"okay|cool|nice|good|bye|goodbye|adiós|adios)(?: (?:a lot|so much|very much|bot|you|everyone|job))?"
    ),
)

SUMMARY_LENGTH = (
    (
        re.compile(
            r"(?:make it |hazlo )?(?:a bit |much |even )?(?:shorter|briefer|more briefly|in short|"
            r"(?:más|mas) (?:corto|breve))(?:,? please)?",
            re.IGNORECASE,
        ),
        1,
    ),
    (
        re.compile(
            r"(?:make it |hazlo )?(?:a bit |much |even )?(?:longer|more detail(?:s|ed)?|in more detail|"
            r"(?:más|mas) (?:largo|detalles?))(?:,? please)?",
            re.IGNORECASE,
        ),
        10,
    ),
)
"""Messages that want the last summary again in so many sentences."""
NUMBER_WORDS = {
    word: number
    for number, words in enumerate(("one a una un", "two dos", "three tres", "four cuatro", "five cinco"), 1)
    for word in words.split()
}
IN_SENTENCES = re.compile(
    rf"(?P<article>.*?),?\s*\b(?:in|en) (?P<number>\d{{1,2}}|{'|'.join(NUMBER_WORDS)}) "
    r"(?:sentences?|lines?|frases?|l[íi]neas?)",
    re.IGNORECASE,
)
IN_ALL = re.compile(
    r"(?:(?:everything|anything|all|todo)(?: (?:the )?(?:articles|news|stories|reports))?|"
    r"(?:all )?(?:the )?(?:articles|news|stories|reports|coverage|noticias))?"
    rf"[ :]*(?:{_ABOUT}|of|de)\b:? *(?P<topic>.+)",
    re.IGNORECASE,
)
"""Behind /summary: all that there is on a topic, rather than the one about it."""
BY_SPEAKER = re.compile(
    rf"(?:everything|all|(?:all )?(?:the )?{_ARTICLES}|todo)?[ :]*(?:by|quoting|with quotes (?:by|of)|por):? "
    r"(?P<speaker>.+)",
    re.IGNORECASE,
)
_POINTED_AT = (
    r"(?P<article>|#?\d+|[0-9a-f]{16}|it|this|that|(?:the )?(?:first|second|third|fourth|fifth|last|latest)(?: one)?)"
)
IN_A_SIZE = (
    (
        re.compile(
            rf"{_POINTED_AT}\s*,?\s*(?:(?:in|as) )?(?:a )?(?:short|brief(?:ly)?|one[ -]line(?:r)?)", re.IGNORECASE
        ),
        1,
    ),
    (re.compile(rf"{_POINTED_AT}\s*,?\s*(?:(?:in )?(?:long|detail(?:ed)?)|longer)", re.IGNORECASE), 10),
)
"""Behind /summary, with nothing before that could be words of a headline: "2 short", "long"."""

_ANYTHING = (
    (
        r"(?:tell me|let me know|what do (?:you|we) (?:know|have)|do you (?:know|have) (?:anything|something)|"
        r"anything|something|info|information|háblame|hablame|algo) (?:about|on|sobre|de) (?P<words>.+)"
    ),
    r"(?:search for|look up|look for|search|busca) (?P<words>.+)",
)
"""Questions that name a thing, not what is wanted of it."""

_RULES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("start", _START),
    ("thanks", _THANKS),
    ("help", _HELP),
    ("timeline", TIMELINE),
    ("topics", TOPICS),
    ("compare", COMPARE),
    ("person", PERSON),
    ("articles", _ARTICLES_LIST),
    ("people", _PEOPLE),
    ("quotes", _QUOTES),
    ("digest", _DIGEST),
    ("summary", _SUMMARY),
    ("article", _ARTICLE),
    ("who", _WHO),
    ("check", CHECK),
    ("quote", _QUOTE),
    ("more", _QUOTE_GO_ON),
    ("bare", _ANYTHING),
)
RULES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (command, re.compile(pattern, re.IGNORECASE)) for command, patterns in _RULES for pattern in patterns
)
"""Command ("more": a quote that goes on from the last question; "bare": any answer) and pattern, in the order tried."""

NAMES_SOMEBODY = re.compile(r"(?:who|quién|quien)(?: is| was|'s| es)? (?P<speaker>.+)", re.IGNORECASE)
"""The last resort of a question with "who"."""

POLITE = re.compile(
    r"(?:(?:please|pls|ok|okay|so|well|hey|hi|hello|hola|bot|now|then|por favor|can you|could you|would you|"
    r"will you|can i|may i|i want to know|i'd like to know|i would like to know|do you know|tell me|let me know|"
    r"show me|give me|get me|find me|find|remind me|puedes|dime|cuéntame|cuentame|muéstrame|muestrame|"
    r"dame)[,:]?\s+)+(?=\S)",
    re.IGNORECASE,
)
"""What people put before a question; taken away only where no pattern matches with it."""
POLITE_END = re.compile(r"[\s,]+(?:please|pls|thanks|thank you|por favor)$", re.IGNORECASE)

PRONOUNS = frozenset(
    """he she they it him her them his hers their theirs this that él ella ellos ellas el same
    somebody someone""".split()
)
"""Words for a speaker that was named before."""

SPEAKER_TOPIC = (
    re.compile(r"(?P<speaker>[^:]+?)\s*:\s*(?P<topic>.+)"),
    re.compile(rf"(?:{_ABOUT}) (?P<topic>.+?)(?: by | from |[:,]\s*)(?P<speaker>.+)", re.IGNORECASE),
    re.compile(rf"(?P<speaker>.+?),? (?:{_ABOUT}) (?P<topic>.+)", re.IGNORECASE),
    re.compile(r"(?P<topic>.+) (?:by|from) (?P<speaker>.+)", re.IGNORECASE),
    re.compile(r"(?P<speaker>[^,]+?)\s*[,|;–—]\s*(?P<topic>.+)"),
)
"""How people part speaker and topic behind /quote, the surest first."""
TOPIC_ALONE = re.compile(rf"(?:{_ABOUT})[:]? (?P<topic>.+)", re.IGNORECASE)

ORDINALS = {
    word: number
    for number, words in enumerate(
        (
            "first 1st primero primera primer",
            "second 2nd segundo segunda",
            "third 3rd tercero tercera tercer",
            "fourth 4th cuarto cuarta",
            "fifth 5th quinto quinta",
            "sixth 6th sexto sexta",
            "seventh 7th",
            "eighth 8th",
            "ninth 9th",
            "tenth 10th",
        ),
        1,
    )
    for word in words.split()
}
LAST = frozenset("last bottom último última ultimo ultima".split())
LATEST = frozenset("latest newest recent today's recientes reciente".split())
IT = frozenset("it this that same ese esa este esta eso esto".split())
FILLERS = frozenset(
    """the a an one ones article articles story news piece text of in about on number no nr most please from list
    el la los las uno una artículo articulo noticia de del número numero""".split()
)
"""Words that may stand around an ordinal without changing it."""
ABOUT_ONE = re.compile(
    rf"(?:{_THE}(?:one|{_ARTICLES}|noticia|artículo)|that|the)?\s*\b(?:{_ABOUT}|with|where|called|titled|headlined|"
    rf"named|from) (?P<phrase>.+)",
    re.IGNORECASE,
)
"""The one about ..., the article called ..."""

THE_ONE = re.compile(
    r"(?:the|that|el|la) (?:one|article|story|text|piece|report|noticia|artículo|articulo)\b.*|"
    r"(?:the|that) .+ (?:article|story|text|piece|report)",
    re.IGNORECASE,
)
"""Words that mean one article, whatever they say of it."""
KIND_OF_ARTICLE = re.compile(rf"{_THE}(?P<phrase>.+) {_ARTICLES}", re.IGNORECASE)
"""The shark story."""
DETERMINER = re.compile(r"(?:the|an?|el|la|los|las) (?=\S)", re.IGNORECASE)

LEADING_SAID = re.compile(
    rf"(?:(?:has |have )?(?:said|says|told us|{_DIJO})(?: that| que)?|that)[,:]? (?=\S)", re.IGNORECASE
)
"""What people type between /who and the words."""
EVERYTHING_SAID = frozenset("it this that so something anything eso esto lo".split())
"""Words behind "who said" that name no words."""

KEYWORDS = tuple(
    sorted(
        set(
            chain(
                """what about said quote quotes summary summarise summarize articles article people speakers
                else does tell show list help latest second third regarding sobre dijo quién resumen""".split()
            )
        )
    )
)
"""Words of the grammar worth mending where they are misspelt and no pattern matches."""
