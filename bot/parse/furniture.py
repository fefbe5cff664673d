"""Lines that are no part of an article: transmission codes, desks' notes, what web pages put around it. Lexicons.

Three strengths: CODES and INLINE are furniture wherever a line is made of them alone; TRANSMISSION, PAGE and EDGE only
before the article begins or behind its end; STOPS end the article, whatever follows.
"""

from __future__ import annotations

import re

from bot.parse.agencies import agency_of

LONGEST = 400
"""Characters: a longer line is never furniture."""

CODES = (
    r"\W*(?:BC|AM|PM)-{1,2}\w.*",
    r".*\b\w*Ld-Writethru\b.*",
    r".*\bCx1[0-9a-f]\b.*",
    r"(?:ZCZC|NNNN)\b.*",
    r"AP-(?:NY|WF|NR|ES|CS|WS)-\d\d-\d\d.*",
    r"\(?(?:MORE|END|ENDS|ENDIT|Enditem|ENDITEM|XXX)\)?[.\s]*|-0-|-30-",
    r"\W*(?:REUTER|Reuter)\W*",
    r"[-–—=*#_~.·•\s]{2,}|[-–—_*#=]+",
    r"\(?(?:STORY CAN END HERE|OPTIONAL (?:TRIM|MATERIAL|ADD)|BEGIN OPTIONAL|END OPTIONAL|NOTE CONTENTS)\b.*",
    r"\W*(?:Attn|ATTN|Eds|EDS)\b\.?(?: note)?:.*",
    r"\(?(?:ART|PHOTO|PHOTOS|GRAPHIC|VIDEO|AUDIO) ADV\b.*",
    r"\((?:For use by|For release|Moved |Eds|EDS|Attn)\b.*\)(?:\s*\(\w{2,3}\))?",
    r"AP (?:Photo|Video|Audio|Graphic)s? [A-Z]{2,4}\d.*",
    r"\W*(?:c|\(c\)|©)\.?\s?\d{4}\b.{0,80}",
    r"COPYRIGHT (?:\d{4}|BY)\b.*|IN ANY MEDIA WITHOUT ATTRIBUTION.*",
    r"\[\+\d+ chars\]",
)
"""What the wires put around and between the parts of a story: slugs, takes, notes for desks."""

INLINE = (
    r"(?:back|return) to (?:the )?top(?: button| of page)?|volver (?:arriba|al inicio)|ir arriba",
    r"(?:continue|keep|sigue) (?:reading|leyendo)(?: (?:below|the main story|the story))?",
    r"read (?:the )?full (?:story|article)",
    r"(?:advertisement|publicidad|publicité)s?(?: - (?:scroll to continue|continue .{0,30}))?",
    r"(?:article|story) continues (?:below|after)(?: (?:this |the )?ad(?:vertisement)?)?",
    r"related (?:articles?|stories|news|links?|topics?|content|posts?|coverage)",
    r"(?:artículos?|noticias?) relacionad[oa]s?",
    r"(?:share|compartir|comparte) (?:this|on|via|en|por|esta|este)\b.{0,40}|share",
    r"(?:copy|copiar) (?:link|url|enlace)|link copied.{0,20}|listen to (?:this )?article.{0,20}",
    r"click here (?:to|for) .{1,60}|haz clic aquí .{1,60}",
    r"(?:read|see) (?:more|also)\s?:.*|lea? también\s?:.*|also read\s?:.*",
    r"(?:we|this (?:web)?site|our (?:web)?site) uses? cookies\b.*",
    r"(?:utilizamos|usamos|este sitio (?:web )?(?:usa|utiliza)) (?:\w+ )?cookies\b.*",
    r"(?:sign up for|subscribe to) (?:our|the)\b.{0,80}(?:newsletters?|alerts?|inbox)\b.{0,60}|suscríbete a .{0,80}",
    r"hide caption|toggle caption|enlarge (?:this )?image|open image in new window",
)
"""What web pages put around and between the paragraphs; upper and lower case alike."""

TRANSMISSION = (
    r"[A-Z]{2,4}_?\w{0,6}\d{6,8}\.\d{4}\b.*",  # a document's number in an archive of wires
    r"(?:NEWS STORY|MISCELLANEOUS TEXT)\b.{0,60}",
    r"[A-Za-z]{1,3}\d{3,4}\b.{0,20}",  # a story's number on its wire: w1195, A2192
    r"[a-z]{3}\d{3}\s.*",
    r"[a-z] [a-z](?:\s.{0,80})?",  # priority and category: "u i BC-..."
    r"[\d/:.,\s-]{6,}(?:[AP]M)?",  # a date and time in figures
    r"[%#~@*:][\w ]{1,60}",  # fields of Australian copy
    r"\d{4,6}\s?GMT\b.{0,30}",
    r"\d{1,2}(?:ST|ND|RD|TH)? (?:LEAD|LD|ADD|TAKE|NET|UPDATE|WRAP)\b.{0,30}",
    r"[A-Z]",  # a desk's mark
    r"\d{1,2}(?:st|nd|rd|th) ?(?:Lead|Ld)\b.{0,30}",
    r"\(?(?:more|End|ends|Ends|end|FIN|Fin|nn|xxx|30)\)?[.\s]*",
    r"\W*(?:Editors?|EDITORS?|ATTENTION)\b\.?(?: note)?:.*",
    r"(?:With|AP) (?:AP )?Photos?\b.{0,60}",
    r"\(?(?:Undated|UNDATED)\)?",
    r"[A-Z][\w’' ]{2,40}(?:-[\w’' ]{1,40}){1,4}/[\w /]{0,80}",  # dpa's key words: Germany-football/Munich/
    r"(?:dpa|lbn|AAP|PTI|IANS|ANI|--IANS|BERNAMA)(?: [A-Za-z]{2,4}){1,4}",
    r"\*{3} TRANSLATED \*{3}",
)
"""What the wires put before the first and behind the last words alone."""

PAGE = (
    r"skip to (?:main )?content|you (?:may|might) (?:also )?like.{0,30}|(?:también )?te puede interesar",
    r"(?:share|compartir|comparte|comparta)|(?:contenidos?|temas|notas) relacionad[oa]s?",
    r"(?:print|email|e-mail|tweet|facebook|twitter|whatsapp|linkedin|telegram|reddit|pinterest|instagram|imprimir|x)",
    r"(?:advertising|anuncio|anzeige)s?|save(?: article)?|loading\W*",
    r"(?:sign|log) ?(?:in|up|out)|register|subscribe(?: now)?|suscríbete.{0,60}|menu|search|buscar|home|inicio",
    r"click here .{1,60}|tap here .{1,60}|(?:view|see|show) (?:all|more)(?: .{0,30})?|leer más|ver más",
    r"(?:read|see) (?:more|also|next).{0,80}|lire aussi.*|leggi anche.*|recommended(?: for you)?",
    r"\d+ ?(?:comments?|comentarios?|shares?|views?)|(?:leave|post|add) a comment|comments?|(?:no )?comentarios?",
    r"\d+ ?-?min(?:ute)?s?(?: (?:read|de lectura))?|follow us.{0,60}|síguenos.{0,60}",
    r"(?:accept|reject|aceptar)(?: all)?(?: cookies| todas?)?|cookie (?:policy|settings|notice)",
    r"(?:get|sign up for|subscribe to|join|recibe) (?:our|the|nuestr[oa])\b.{0,80}(?:newsletter|boletín).{0,60}",
    r"(?:newsletters?|boletín(?:es)?)(?: sign.?up)?|most (?:read|popular|viewed)",
    r"lo más (?:leído|visto)|trending(?: now)?",
    r"(?:the post|la entrada) .{1,200} (?:appeared first on|se publicó primero en|apareció primero en) .{1,80}",
    r"top stories|privacy policy|terms (?:of (?:use|service)|and conditions)|aviso legal|contact us|about us",
    r"política de (?:privacidad|cookies)|(?:next|previous) (?:article|story|post)|view (?:gallery|photos)",
    r"more (?:from|on|in) .{1,40}|más (?:noticias|sobre|en) .{0,40}",
)
"""What web pages put before the first and behind the last words; upper and lower case alike."""

EDGE = (
    r"\(?(?:additional )?(?:report|writ|edit|translat|compil)(?:ing|ed|ten|ion) (?:and \w+ )?by\b.{1,240}",
    r"\((?:reporting|additional reporting|writing|editing|compiled|by) .{1,240}\)?",
    r".{3,160}\bcontributed to (?:this|the) (?:report|story|article)\.?",
    r"(?:with |with inputs |inputs )(?:from|by) (?:agencies|agency|PTI|ANI|IANS|AFP|AP|Reuters)\b.{0,60}",
    r"\(with (?:agency )?inputs?.{0,60}\)",
    r"\(?this (?:interview|story|article|report|post|version|item|copy) (?:has (?:not )?been|was|is)\b.{0,160}\)?",
    r"\(?(?:editor[’']?s|editors[’']) note\b.{0,300}|nota (?:del editor|de la redacción)\b.{0,300}",
    r"(?:topics?|tags?|keywords?|filed under|categories|category|etiquetas|archivado en|temas)\s?:.{0,200}",
    r"(?:first )?(?:published|posted|updated|last updated|last modified|publicado|actualizado)\b:?.{0,80}",
    r"(?:photo|image|picture|photograph|credit|file photo|foto|imagen|photo credit)s?\s?:.{0,160}",
    r"\(?(?:AP|AFP|EFE|Reuters) (?:Photo|File)\b.{0,60}",
    r"(?:copyright|©|\(c\)).{0,200}|.{0,60}all rights reserved\b.{0,100}|.{0,60}todos los derechos reservados\b.{0,60}",
    r"our standards: .{1,80}|(?:the )?thomson reuters trust principles.{0,20}",
    r"(?:fuente|contact|contacto|media contact|tel|phone|email|e-mail|web|website|url)\s?:.{0,120}",
    r"https?://\S+|www\.\S+|\S{2,40}@\S{2,40}\.\w{2,6}|@\w{3,20}",
    r"\((?:adds?|recasts?|repeats?|updates?|corrects?|rewrites?|refiles?|changes?|fixes|removes)\b.{1,280}\)",
    r"(?:by|from) (?:our|a) (?:staff|own|special|foreign)? ?(?:correspondent|reporter|writer)s?",
    r"staff (?:report|reporter|writer|writers)",
    r"(?:the )?(?:associated press|ap|afp|reuters|dpa|canadian press)(?: \w+)? (?:writers?|staff|correspondents?)",
    r"\(?(?:with|see|related|sidebar)\b.{0,30}BC-.{0,60}",
    r"#\w+(?:\s+#\w+)*",
)
"""Credits, notes and labels before the first and behind the last words; upper and lower case alike."""

STOPS = (
    r"##? ?Note to editors.*|# ?(?:dpa )?(?i:notebook)",
    r"The following information is not (?:intended )?for publication.*",
    r"\*\s?\*\s?\*\s?\*",
    r"NNNN\b.*",
)
"""Lines after which nothing belongs to the article."""

LISTS = re.compile(
    r"(?:related|more (?:from|on|in)|most (?:read|popular)|(?:artículos|noticias) relacionad[oa]s|(?:también )?te puede"
    r"|lo más|más noticias|top stories|trending|read (?:more|also|next)|you (?:may|might)|recommended)\b.{0,60}",
    re.IGNORECASE,
)
"""Headings whose list of headlines follows them to the end of the page."""

SECTIONS = frozenset(
    """politics|world|business|economy|sport|sports|culture|science|health|technology|tech|environment|opinion|national|
    international|nation|local|local news|news|entertainment|lifestyle|travel|education|crime|society|arts|europe|
    africa|asia|americas|middle east|latin america|us|u.s.|usa|us news|u.s. news|uk|uk news|world news|business news|
    finance|markets|money|energy|climate|climate change|weather|football|soccer|cricket|tennis|basketball|baseball|
    features|interview|interviews|analysis|editorial|obituaries|obituary|religion|food|books|music|film|television|
    media|life|style|law|courts|defense|defence|military|diplomacy|foreign affairs|elections|disasters|human rights|
    migration|human interest|general news|investigations|science & environment|arts & culture|life & style|
    política|mundo|internacional|economía|negocios|deportes|cultura|ciencia|salud|tecnología|medio ambiente|
    medioambiente|sociedad|opinión|nacional|sucesos|españa|américa|latinoamérica|educación|justicia|entretenimiento|
    actualidad|gente|clima|energía|empresas|finanzas|fútbol|entrevista|tribunales|seguridad|reportajes|
    politik|wirtschaft|kultur|wissen|politique|économie|monde|société|santé|politica|economia|cronaca|esteri""".replace(
        "\n    ", ""
    ).split("|")
)
"""Names of sections, lower case."""


def _any_of(patterns: tuple[str, ...], flags: int = 0) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), flags)


_CODES = _any_of(CODES)
_INLINE = _any_of(INLINE, re.IGNORECASE)
_TRANSMISSION = _any_of(TRANSMISSION)
_PAGE = _any_of((*PAGE, *EDGE), re.IGNORECASE)
_STOPS = _any_of(STOPS)
_END_MARKS = " \t.»›>→*|•·:"


def is_furniture(line: str) -> bool:
    """Whether a line is a wire's code or a page's furniture wherever it stands."""
    if len(line) > LONGEST:
        return False
    return bool(_CODES.fullmatch(line) or _INLINE.fullmatch(line.strip(_END_MARKS)))


def is_code(line: str) -> bool:
    """Whether a line is a wire's code: where one stands, what else stands before the headline is for desks too."""
    bare = len(line) <= LONGEST and any(character.isalnum() for character in line)
    return bare and bool(_CODES.fullmatch(line) or _TRANSMISSION.fullmatch(line))


def is_edge(line: str) -> bool:
    """Whether a line outside the article's own words is furniture."""
    if len(line) > LONGEST:
        return False
    return bool(
        is_furniture(line)
        or _TRANSMISSION.fullmatch(line)
        or _PAGE.fullmatch(line)
        or _PAGE.fullmatch(line.strip(_END_MARKS))
        or agency_of(line)
    )


def stops(line: str) -> bool:
    """Whether the article has ended when this line comes."""
    return len(line) <= LONGEST and bool(_STOPS.fullmatch(line))


def opens_list(line: str) -> bool:
    """Whether headlines of other articles follow this line."""
    return len(line) <= LONGEST and bool(LISTS.fullmatch(line))


def is_section(line: str) -> bool:
    """Whether a line is the name of a newspaper's section."""
    return line.strip(_END_MARKS).casefold() in SECTIONS
