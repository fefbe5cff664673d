"""Spanish for the rules and for naming speakers: verbs of saying, nouns for those who speak, small words. Data."""

from __future__ import annotations

from bot.extract.packs import Pack

_AR, _ER, _IR = (
    "a an ó aron aba aban ando ado ará arán aría".split(),
    "e en ió ieron ía ían iendo ido erá erán ería".split(),
    "e en ió ieron ía ían iendo ido irá irán iría".split(),
)


def _forms(infinitives: str) -> frozenset[str]:
    """The forms of regular verbs that stand with "he", "she" or "they", gerund and participle among them."""
    forms = set()
    for verb in infinitives.split():
        stem, ending = verb[:-2], verb[-2:]
        forms |= {stem + form for form in {"ar": _AR, "er": _ER, "ir": _IR}[ending]}
    return frozenset(forms)


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_IRREGULAR_SPEECH = _words(
    """dice dicen dijo dijeron decía decían diciendo dicho dirá dirán diría cuenta cuentan recuerda recuerdan
    niega niegan advierte advierten advirtió advirtieron advertía advertían advirtiendo advertido
    sugiere sugieren sugirió sugirieron sugería sugiriendo sugerido pide piden pidió pidieron pedía pedían pidiendo
    pedido sostiene sostienen sostuvo sostuvieron sostenía sostenían sosteniendo sostenido mantiene mantienen mantuvo
    mantuvieron mantenía manteniendo mantenido propone proponen propuso propusieron proponía proponiendo propuesto
    expone exponen expuso expusieron exponía exponiendo expuesto reconoce reconocen reconoció reconocieron reconocía
    reconocían reconociendo reconocido aplaude aplauden aplaudió aplaudieron desmiente desmienten desmintió
    desmintieron desmentía desmintiendo desmentido repite repiten repitió repitieron repetía repitiendo repetido
    refiere refieren refirió refirieron refería reitera contradice contradijo predice predijo maldijo
    escribe escriben escribió escribieron escribía escribiendo escrito replica replican replicó replicaron
    añade añaden añadió añadieron añadía añadían añadiendo añadido concluye concluyen concluyó concluyeron concluía
    concluyendo concluido ríe"""
)
_THOUGHT_IRREGULAR = _words(
    """piensa piensan pensó pensaba quiere quieren quiso quisieron quería querían prefiere prefieren prefirió prefería
    teme temen temió temieron temía temían desea desean deseó deseaba cree creen creyó creyeron creía creían
    confía confían confió confiaba prevé prevén preveía previó pretende pretenden pretendió pretendía sabe saben
    supo sabía siente sienten sintió sentía entiende entienden entendió duda dudan dudó dudaba"""
)
SPEECH_ES = (
    _forms(
        """aceptar aclarar aconsejar acusar adelantar admitir afirmar agregar alegar alertar anotar anunciar avanzar
        apostillar apuntar argumentar asegurar aseverar augurar avisar calificar celebrar censurar comentar
        comunicar confesar confirmar constatar contestar corroborar criticar cuestionar declarar defender denunciar
        descartar describir destacar detallar diagnosticar divulgar enfatizar esgrimir especificar estimar evocar
        exclamar exhortar exigir explicar expresar exponer garantizar gritar ilustrar indicar informar insinuar
        insistir interrogar invocar ironizar jurar justificar lamentar manifestar matizar murmurar narrar notificar
        objetar observar opinar ordenar precisar pregonar preguntar prometer pronosticar proclamar puntualizar
        ratificar razonar rebatir recalcar rechazar recomendar relatar remachar remarcar reprochar resaltar responder
        resumir revelar saludar sentenciar señalar solicitar subrayar susurrar tachar testificar tuitear urgir
        valorar vaticinar zanjar desvelar apostar bramar musitar gemir reiterar contar recordar negar terciar sollozar
        bromear"""
    )
    | _IRREGULAR_SPEECH
)
"""Verbs that report words."""
THOUGHT_ES = _forms("esperar considerar desear confiar planear prever suponer temer sospechar soñar") | (
    _THOUGHT_IRREGULAR | _words("supone suponen supuso suponía")
)
"""Verbs that ascribe a belief, wish or plan."""
PERSON_NOUNS_ES = _words(
    """hombre mujer niño niña padre madre hermano hermana hijo hija marido esposa esposo viuda viudo amigo amiga vecino
    vecina residente estudiante alumno alumna maestro maestra profesor profesora doctor doctora médico médica enfermero
    enfermera abogado abogada juez jueza magistrado magistrada fiscal agente detective inspector inspectora comisario
    comisaria alguacil soldado general coronel capitán capitana comandante entrenador entrenadora técnico seleccionador
    jugador jugadora delantero delantera portero portera centrocampista defensa piloto ciclista campeón campeona
    presidente presidenta vicepresidente vicepresidenta primer ministro ministra secretario secretaria embajador
    embajadora enviado enviada diplomático diplomática senador senadora diputado diputada congresista gobernador
    gobernadora alcalde alcaldesa concejal concejala consejero consejera portavoz vocero vocera líder dirigente
    director directora ejecutivo ejecutiva fundador fundadora dueño dueña propietario propietaria empresario
    empresaria economista analista estratega científico científica investigador investigadora autor autora escritor
    escritora novelista poeta cantante actor actriz músico música artista cineasta arquitecto arquitecta ingeniero
    ingeniera agricultor agricultora ganadero ganadera pescador pescadora trabajador trabajadora candidato candidata
    funcionario funcionaria asesor asesora experto experta historiador historiadora periodista reportero reportera
    editor editora obispo arzobispo cardenal papa pontífice sacerdote cura monja imán rabino rey reina príncipe
    princesa testigo víctima superviviente sospechoso sospechosa acusado acusada detenido detenida conductor conductora
    camionero taxista bombero bombera alpinista biólogo bióloga físico física químico química geólogo geóloga
    astrónomo astrónoma sismólogo sismóloga epidemiólogo epidemióloga veterinario veterinaria conserje tendero tendera
    panadero panadera cocinero cocinera chef jefe jefa encargado encargada responsable coordinador coordinadora
    delegado delegada representante negociador negociadora mediador mediadora canciller premier mandatario mandataria
    sindicalista activista regidor regidora edil cartero cartera repartidor repartidora carpintero carpintera
    cantaor cantaora albañil marinero marinera campesino campesina párroco alumno monitor monitora manifestante
    refugiado refugiada migrante turista pasajero pasajera usuario usuaria
    cliente joven anciano anciana mayor diplomático militar policía guardia teniente sargento"""
)
GROUP_NOUNS_ES = _words(
    """fuentes testigos vecinos residentes expertos analistas críticos partidarios científicos investigadores médicos
    policías fiscales abogados autoridades asesores legisladores diputados senadores diplomáticos economistas
    manifestantes activistas trabajadores sindicatos maestros profesores padres familiares familias aficionados
    jugadores ministros líderes dirigentes personas hombres mujeres rebeldes soldados jueces bomberos agricultores
    votantes periodistas medios estudiantes funcionarios responsables portavoces otros muchos algunos ambos varios
    ellos ellas equipos organizaciones asociaciones grupos ecologistas"""
)
INSTITUTION_NOUNS_ES = _words(
    """gobierno ministerio parlamento senado congreso tribunal juzgado oficina agencia administración departamento banco
    empresa compañía firma corporación grupo sindicato club federación asociación liga comisión comité consejo partido
    campaña policía ejército armada universidad instituto hospital escuela iglesia fundación junta ayuntamiento
    alcaldía fiscalía defensoría presidencia gabinete casa kremlin pentágono vaticano periódico diario revista emisora
    cadena canal aerolínea fabricante constructora informe encuesta estudio comunicado documento nota guardia
    organización oenegé ong cancillería embajada consulado secretaría dirección servicio protección delegación
    consejería patronal confederación cooperativa observatorio centro ente organismo autoridad"""
)
SPANISH = Pack(
    speech=SPEECH_ES,
    strong=SPEECH_ES,
    thought=THOUGHT_ES,
    objects=_forms("anunciar rechazar negar condenar exigir prometer lamentar descartar denunciar defender criticar")
    | _words("pide piden pidió pidieron niega niegan"),
    labels=_forms("calificar tildar tachar describir definir llamar considerar"),
    committing=frozenset(),
    spoken_to=frozenset(),
    demanding=frozenset(),
    turning=_words("por sobre de con contra"),
    addressed=frozenset(),
    declining=_words("rehusó evitó quiso rechazó declinó volvió"),
    auxiliaries=_words(
        """ha han había habían he hemos fue fueron es son era eran está están estaba será serán sido siendo estado no
        también luego después además nunca tampoco se le les lo me nos ya aún solo sólo siempre incluso
        posteriormente asimismo igualmente recientemente públicamente hoy ayer"""
    ),
    passive=_words("fue fueron es son era eran sido ser siendo será serán"),
    perfect=_words("ha han había habían he hemos haber habiendo"),
    asking=frozenset(),
    owning=_words("cuyo cuya cuyos cuyas"),
    objective=_words("eso ello"),
    perceiving=_words("sabe saben supo sabía siente sienten sintió sentía entiende entienden entendió piensa pensó"),
    contrasts=_words("mientras aunque"),
    pronouns=_words("él ella ellos ellas quien quienes este esta"),
    determiners=_words(
        """el la los las un una unos unas su sus este esta estos estas ese esa esos esas otro otra otros otras dos tres
        cuatro cinco varios varias algunos algunas muchos muchas ambos ambas cada mi tu nuestro nuestra"""
    ),
    prepositions=_words("de del en a al con por para sobre desde hasta entre tras según contra durante ante bajo"),
    breaks=_words(
        """, ; : ( ) [ ] — – - -- _ pero y e o u que cual cuando mientras porque si después antes aunque donde como pues
        . ! ? … ¿ ¡ cuyo cuya ni sino"""
    ),
    days=_words("lunes martes miércoles jueves viernes sábado domingo hoy ayer anoche mañana"),
    nouns=PERSON_NOUNS_ES | GROUP_NOUNS_ES | INSTITUTION_NOUNS_ES,
    not_speakers=_words(
        """que eso esto aquello aquí allí donde cuando como más menos no nunca ahora también sí o si de a en por con
        para lo se tal así todo nada algo"""
    ),
    that=_words("que si cómo"),
    questions=_words("quién qué cuándo dónde cuál cuánto"),
    infinitive=frozenset(),
    joints=_words("y e pero"),
    according=(("según",), ("de", "acuerdo", "con"), ("en", "palabras", "de"), ("a", "juicio", "de")),
    adverbials=_words("en a al durante por tras ante desde con para"),
    after_trailing=_words(
        """en a al durante tras antes después mientras cuando como desde con por ante hoy ayer este esta quien y
        pero sobre para citado recogido según entre que minutos horas días semanas poco"""
    ),
    skipped=_words("que : , -- — también además hoy ayer"),
    adverb="mente",
    gerund="ndo",
    late_subject=True,
    drops_subject=True,
    bare=False,
    raya=True,
)
