"""Words that tell a body, a company or an event from a person in a capitalised name. Data, no behaviour."""

from __future__ import annotations

HEADS = frozenset(
    """academy action administration agency airlines airport airways alliance archives army assembly associates
    association athletic authority bank banks bar battalion beach bloc board bridge brigade broadcasting
    brotherhood brothers bureau cabinet caucus center centre chamber chapel charity chronicle church circuit city
    clinic club coalition college command commission committee community companies company conference
    confederation congress consortium constitution corp corporation council county court courts crescent cross
    daily defense department dept directorate district division duma electoral embassy energy enterprise
    enterprises environment estates examiner exchange executive express federation federal festival financial firm
    force forces foreign foundation friends front fund gazette government group guard guardian guild health herald
    holdings hospital hotel house inc independent industries initiative institute institution intelligence
    international inquirer investigation investigations investment investments island islands journal justice
    labor labs league legislature library limited llc llp ltd lodge magazine management media ministry mission
    mosque motors movement museum nation national nations navy network news nation observatory observer office
    olympic olympics opera orchestra order organisation organization palace panel paper parliament parole partners
    partnership party pharmaceuticals police post presidency press prison programme program project radio railway
    records register relations representatives republic reserve resources review roundtable school schools science
    sciences securities security senate service services shipping society solutions star station steel street
    studies studio studios sun supreme survey syndicate systems taskforce team technologies technology telegraph
    television temple theater theatre times tower trade treasury tribune tribunal trust union unit united
    universities university ventures wing works world zoo pac plc gmbh poll polls awards cup prize games act
    amendment bill treaty agreement accord war day week month year street avenue road square hall room building
    center river lake mountain valley sea ocean park garden gardens bay coast peninsula airlines america americas
    europe africa asia democrats republicans conservatives liberals greens jews muslims christians catholics
    campaign convention primary caucuses election super bowl championship championships tour masters open
    association strategies consulting research analytics communications capital equity insurance motors oil gas
    energy petroleum mining chemicals foods airlines cruises resorts hotels entertainment pictures films music
    books publishing brewery bakery farm farms dairy winery vineyard port harbor harbour docks shipyard mill mills
    factory laboratory laboratories observatory planetarium aquarium""".split()
)
"""A capitalised name with one of these words is no person's."""

HEADS_ES = frozenset(
    """academia agencia asamblea asociación ayuntamiento banco cámara cancillería cátedra club colegio comisión
    comité congreso consejo consejería consulado coordinadora corte cortes defensoría departamento diputación
    dirección ejército embajada federación fiscalía fundación generalitat gobierno guardia hospital instituto
    junta juzgado liga ministerio movimiento observatorio oficina organización parlamento partido patronal
    plataforma policía presidencia real secretaría senado sindicato sociedad tribunal universidad xunta""".split()
)
"""Spanish words with which the names of bodies begin."""
TRADES = ("maker", "retailer", "lender", "refiner", "insurer", "broadcaster", "airline", "carrier", "supplier")
"""How words end that stand before a company's name: "steelmaker"."""
BODY_ENDS = frozenset(
    """supremo constitucional nacional civil general popular socialista mundial internacional europea europeo central
    federal local estatal superior provincial""".split()
)
"""Words with which such names end before a person's may follow: "Tribunal Supremo Ana Gil"."""
OF_HEADS = frozenset(
    """academy assembly army association bank bishops board bureau center centre chamber church city college commission
    committee confederation conference congress council court department directorate federation foundation friends
    government group house institute institution ministry museum office organisation organization party parliament
    presidents prison republic school secretariat society state states statistics university union league
    daughters sons knights embassy authority agency journal archives bank embassy department force forces port
    order""".split()
)
"""A capitalised word after which "of ..." goes on with the name: "Bank of England", "University of Ostrava"."""

EVENTS = frozenset(
    """act agreement accord amendment awards bill bowl caucus caucuses championship championships convention cup day
    debate election festival games games masters month olympics open primary prize treaty war week year""".split()
)
"""Of those, events and laws: they don't speak, nor can anybody mean them by "the company"."""

SOFT_HEADS = frozenset(
    """banks bar beach best bill bishop bridge brothers cardinal church court cross cup day express farm field friends
    gardens grant guard hall harbor hill house island justice lake law lodge major mills moon mountain order page
    park parks police post power price prince read reserve rivers river road rock room school soto star stone
    street sun temple tower towers trust valley war week weeks west wing wood woods work works year young bank
    industries press labor star sea holland partners action center light brewer labs bay north south coast mission
    energy art rush best case money coin crescent masters record trade records school cards games oil gas foods
    pictures music farms port constitution america europe africa asia""".split()
)
"""Of HEADS (and others), words that are surnames too: "Kate Bridge" is a person, "Tower Bridge" is none."""

WELL_KNOWN = frozenset(
    """google facebook twitter apple amazon microsoft netflix uber tesla boeing airbus samsung sony toyota honda nissan
    volkswagen bmw daimler siemens nokia ericsson huawei alibaba tencent intel ibm oracle cisco exxonmobil exxon
    chevron shell bp gazprom rosneft lukoil aramco opec walmart target starbucks mcdonald's pepsico nestle
    unilever pfizer moderna astrazeneca novartis roche bayer merck citigroup citi barclays hsbc ubs jpmorgan
    blackrock visa mastercard paypal verizon comcast disney viacom youtube instagram whatsapp telegram tiktok
    snapchat linkedin reddit wikipedia wikileaks greenpeace amnesty unicef unesco nato interpol europol opec fifa
    uefa nasa hezbollah hamas taliban fatah isis al-qaeda al-qaida congress parliament senate treasury interior
    pew gallup quinnipiac nielsen moody's reuters politico breitbart bloomberg buzzfeed huffpost salon slate vox
    axios guardian economist newsweek time fortune forbes gawker mediaite townhall vogue wired variety mashable
    univision telemundo cspan c-span tass xinhua interfax anadolu ansa spiegel bild zeit monde figaro mundo país
    kommersant nasdaq ryanair lufthansa rosatom roscosmos tepco renault peugeot fiat ferrari porsche lockheed
    raytheon halliburton enron lehman republicans democrats""".split()
)
"""Bodies, companies and media known by one word that looks like any name."""
