"""Words around names: titles, honorifics, parties, words that begin sentences. Data, no behaviour."""

from __future__ import annotations

HONORIFICS = frozenset(
    """mr mrs ms miss mx messrs mister madam sir dame lord lady
    sra sr señor señora doña monsieur madame herr frau dr""".split()
)
"""Forms of address: left out of names and roles."""
TITLE_HEADS = frozenset(
    """president vice-president vp senator sen sens representative rep reps congressman congresswoman governor gov govs
    mayor minister secretary general gen colonel col lieutenant lt sergeant sgt captain capt major maj admiral adm
    commander cmdr chief chairman chairwoman chair chairperson director professor prof judge justice attorney
    sheriff detective inspector officer constable superintendent supt king queen prince princess pope cardinal
    bishop archbishop patriarch reverend rev rabbi imam ayatollah sheikh emir sultan ambassador chancellor premier
    deputy spokesman spokeswoman spokesperson coach manager executive ceo cfo speaker leader candidate nominee
    analyst economist striker goalkeeper midfielder defender forward treasurer commissioner undersecretary
    under-secretary founder co-founder strategist adviser advisor aide lawyer prosecutor solicitor barrister
    councillor councilor councilman councilwoman alderman lawmaker legislator delegate envoy diplomat author
    writer novelist poet actor actress singer rapper director filmmaker comedian journalist reporter columnist
    editor publisher anchor host presenter correspondent commentator historian scientist researcher physicist
    biologist chemist geologist astronomer astronaut pilot engineer architect billionaire businessman
    businesswoman entrepreneur tycoon mogul investor developer banker philanthropist activist campaigner organizer
    organiser pollster lobbyist consultant scholar student teacher doctor nurse surgeon physician coroner farmer
    farmworker driver rider champion skipper trainer quarterback pitcher guard officer agent soldier veteran
    corporal private airman marine brigadier marshal commodore hon congressmember assemblyman assemblywoman mp mep
    msp td dean principal provost chaplain pastor father sister brother mother fundraiser donor operative
    surrogate counsel counselor secretary-general paramedic firefighter winemaker fisherman boss head owner
    partner pundit expert critic minister-president taoiseach comptroller auditor ombudsman presidente ministro
    ministra senador senadora diputado diputada alcalde alcaldesa portavoz gobernador gobernadora secretario
    secretaria jefe jefa líder entrenador rey reina papa canciller vicepresidente vicepresidenta juez jueza fiscal
    general consejero consejera""".split()
)
"""Words with which a title before a name ends."""
ADJECTIVES = frozenset(
    """former ex acting interim deputy vice prime foreign defense defence finance interior home deputy assistant
    associate senior junior chief state national federal democratic republican conservative liberal labour
    independent presidential vice-presidential gubernatorial then longtime veteran retired late crown first lady
    executive co-chair mainstream moderate progressive exrepublicano ex-president""".split()
)
"""Capitalised words that may begin a title."""
PARTIES = frozenset(
    """republican democrat democratic conservative tory liberal labour libertarian socialist communist gop independent
    muslim christian jewish catholic evangelical protestant sunni shiite shia hindu buddhist sikh jew latino
    hispanic african-american asian-american european african asian western arab kurd kurdish islamist palestinian
    latin tories""".split()
)
"""Adherents: never a person's name by themselves."""
REGNAL = frozenset("pope king queen prince princess saint emperor empress papa rey reina sheikh sultan emir".split())
"""Titles that stay with a single name: "Pope Francis"."""
OFFICES = frozenset(
    """state defense defence treasury house commerce labor labour energy agriculture education health homeland staff
    interior justice transportation foreign finance police intelligence representatives parliament veterans war
    operations mission""".split()
)
"""What a title goes on with after "of" and before a name: "Secretary of State", "Speaker of the House"."""
ADDRESSED = frozenset(
    """president vice-president secretary speaker chairman chairwoman chair minister mayor ambassador governor justice
    premier chancellor""".split()
)
"""Offices by which one is addressed: "Mr. Speaker" is nobody's name."""
SURNAMES = frozenset("bishop dean king pope prince farmer".split())
"""Of TITLE_HEADS, those that are surnames behind another title: "Senator King"."""
MASCULINE = frozenset(
    """mr mister sir lord sr señor monsieur herr father brother king prince pope congressman chairman spokesman
    councilman alderman assemblyman businessman actor salesman fisherman cardinal bishop archbishop patriarch imam
    ayatollah sheikh sultan emir rabbi rey papa ministro senador diputado alcalde gobernador juez""".split()
)
"""Titles that men bear."""
FEMININE = frozenset(
    """mrs ms miss madam dame lady sra señora doña madame frau sister mother queen princess congresswoman chairwoman
    spokeswoman councilwoman assemblywoman businesswoman actress reina ministra senadora diputada alcaldesa
    gobernadora jueza""".split()
)
"""Titles that women bear."""
NOT_NAMES = frozenset(
    """the a an this that these those some many most all any no every each both several few other another such one two
    three four five six seven eight nine ten i you he she it we they me him her us them my your his its our their
    who whom whose which what when where why how in on at by for from with without within into onto of off over
    under after before during since until till while as if though although because unless whether than then there
    here now and or but nor so yet also still just even only not never neither either about above across against
    along among around behind below beneath beside besides between beyond despite down except inside like near
    outside past per regarding through throughout to toward towards up upon via according however moreover
    furthermore meanwhile nevertheless nonetheless therefore thus hence instead otherwise indeed perhaps maybe
    again once twice later earlier recently today yesterday tomorrow tonight last next first second third finally
    eventually additionally well yes no oh please let let's is are was were be been being am do does did done has
    have had having will would shall should can could may might must get got make made take took say says said
    saying ask asked asking tell told told speaking writing adding noting asked given thanks despite much more
    less least very too rather quite almost already always often sometimes usually generally especially
    particularly clearly apparently obviously certainly probably possibly actually really basically ultimately
    initially previously currently increasingly unfortunately fortunately interestingly surprisingly monday
    tuesday wednesday thursday friday saturday sunday january february april june july september october november
    december jan feb mar apr jun jul aug sept sep oct nov dec people everyone everybody someone somebody
    anyone anybody nobody nothing something anything everything former critics supporters officials sources
    experts analysts polls voters it's he's she's they're we're i'm i've you're that's there's what's who's isn't
    don't didn't doesn't can't won't wasn't i'll i'd we'll we've they've it’s he’s she’s they’re we’re i’m i’ve
    you’re that’s there’s what’s who’s isn’t don’t didn’t doesn’t can’t won’t watch read photo video image related
    advertisement editor's q: a: earlier thus citing following based including el la los las un una en de
    según pero y o por para con sin sobre tras durante desde hasta cuando donde como que este esta estos estas ese
    esa su sus se no sí lo le al del también además así aunque mientras entre nadie alguien ninguno ninguna algo todo
    todos cada quizá ayer hoy mañana aquí allí""".split()
)
"""Words that stand capitalised at the beginning of a sentence and belong to no name."""
