"""Words that the extractors know: verbs of saying and thinking, nouns for speakers, media. Data, no behaviour."""

from __future__ import annotations


def _inflected(verbs: str) -> frozenset[str]:
    """Every form of regular English verbs: base, -s, -ed, -ing."""
    forms = set()
    for verb in verbs.split():
        base = verb.removesuffix("+")
        if verb.endswith("+"):  # the last consonant is doubled: admit+ -> admitted
            forms |= {base, base + "s", base + base[-1] + "ed", base + base[-1] + "ing"}
        elif base.endswith("e"):
            forms |= {base, base + "s", base + "d", base[:-1] + "ing"}
        elif base.endswith("y") and base[-2] not in "aeiou":
            forms |= {base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"}
        elif base.endswith(("s", "sh", "ch", "x", "z")):
            forms |= {base, base + "es", base + "ed", base + "ing"}
        else:
            forms |= {base, base + "s", base + "ed", base + "ing"}
    return frozenset(forms)


SPEECH_VERBS = frozenset(
    """say says said saying tell tells told telling speak speaks spoke spoken speaking write writes wrote written
    writing     swear swears swore sworn swearing""".split()
) | _inflected(
    """acknowledge add admit+ advise advocate affirm agree allege announce answer argue ask assert assure attest bemoan
    blame blast boast call caution cite claim clarify comment complain concede conclude confess confirm contend
    counter cry declare decry defend demand denounce deny describe detail dispute elaborate emphasize emphasise
    exclaim explain express forecast grumble hail hint imply indicate inform insist instruct joke lament lash
    maintain mention note observe offer opine order outline plead pledge point post praise predict proclaim promise
    propose protest query question quip+ quote reaffirm reason reassure rebuke recall recommend recount reiterate
    rejoin relate remark remind repeat reply report request respond retort reveal rule scoff scold shout signal sigh
    slam+ sneer specify state stress suggest summarize summarise testify thank threaten tout tweet underline
    underscore urge voice vow warn whisper yell criticize criticise condemn accuse appeal apologize apologise
    disclose echo estimate posit recite narrate mutter murmur brag+ gush hiss snap+ snarl joke muse wonder chide
    interject volunteer"""
)
"""Verbs that report words."""

THOUGHT_VERBS = frozenset(
    """think thinks thought thinking know knows knew known knowing feel feels felt feeling see sees saw seen find finds
    found mean means meant meaning understand understands understood forget forgets forgot seek seeks sought
    choose chooses chose""".split()
) | _inflected(
    """believe hope expect want wish plan+ intend fear doubt worry consider suspect assume imagine decide favor favour
    oppose support prefer aim love like hate regret desire anticipate view regard realize realise learn remember
    conclude envision accept agree pretend"""
)
"""Verbs that ascribe a belief, wish or plan; not words, unless quoted."""

THOUGHT_NOUNS = frozenset(
    """belief beliefs hope hopes fear fears plan plans view views opinion opinions wish wishes doubt doubts intention
    intentions desire expectation expectations concern concerns goal goals idea thoughts feeling feelings""".split()
)
"""Nouns for beliefs, wishes and plans."""

THOUGHT_ADJECTIVES = frozenset(
    """confident convinced sure certain unsure hopeful optimistic pessimistic skeptical sceptical worried afraid aware
    unaware determined eager keen willing unwilling reluctant ready happy glad proud sad angry upset furious unhappy
    concerned surprised adamant committed interested intent set open likely""".split()
)
"""How one feels about what one believes or plans."""

STRONG_VERBS = frozenset(
    """said says say told tells added adds announced argued asserted claimed claims complained conceded confirmed
    contended declared denied explained insisted insists noted notes predicted promised reiterated remarked replied
    reported reports responded revealed stated states stressed suggested suggests tweeted underlined underscored urged
    vowed warned warns wrote writes acknowledged admitted alleged cautioned testified asked asks joked quipped recalled
    estimated commented observed emphasized emphasised maintained pledged saying adding telling noting arguing
    claiming insisting warning writing stating announcing explaining admits denies""".split()
)
"""Verbs after which a clause without marks is a report."""

SPEECH_NOUNS = frozenset(
    """statement statements remark remarks comment comments tweet tweets post letter speech interview report warning
    announcement claim claims assertion argument message email release address testimony news briefing accusation
    allegation suggestion promise pledge reply response""".split()
)

PERSON_NOUNS = frozenset(
    """man woman boy girl father mother brother sister son daughter husband wife widow friend neighbour neighbor
    resident student teacher doctor nurse lawyer attorney judge prosecutor officer detective inspector constable
    sheriff soldier general colonel captain commander coach manager player striker goalkeeper midfielder defender
    driver rider champion skipper trainer president vice-president premier chancellor minister secretary ambassador
    envoy diplomat senator congressman congresswoman representative governor mayor councillor councilor lawmaker
    legislator leader chairman chairwoman chair chief head director executive founder owner economist analyst
    strategist scientist researcher professor author writer singer actor actress musician artist filmmaker architect
    engineer farmer fisherman worker nominee candidate official spokesman spokeswoman spokesperson aide adviser advisor
    expert historian journalist reporter editor bishop pope pontiff priest imam rabbi king queen prince princess
    billionaire tycoon businessman businesswoman mogul veteran survivor victim witness suspect defendant plaintiff
    pilot astronaut chef baker surgeon dean principal commissioner deputy delegate negotiator mediator superintendent
    undersecretary politician premier democrat republican conservative liberal activist organizer organiser
    speaker whip treasurer banker trader investor winemaker biologist physicist chemist geologist astronomer
    seismologist meteorologist epidemiologist vet veterinarian curator librarian conductor composer novelist poet
    warden ranger firefighter paramedic teenager youngster newcomer incumbent boss chairperson co-founder
    vice-chairman""".split()
)
"""Nouns for one person; with "the" before them they describe somebody who may be named elsewhere."""

GROUP_NOUNS = frozenset(
    """officials sources witnesses residents analysts experts critics supporters opponents scientists researchers
    doctors police prosecutors lawyers investigators authorities aides advisers advisors lawmakers diplomats economists
    traders dealers observers activists protesters workers unions teachers parents neighbours neighbors fans players
    ministers leaders people men women rebels troops soldiers officers judges firefighters engineers astronomers
    republicans democrats conservatives liberals others many some several both relatives families survivors
    organizers organisers spokesmen campaigners farmers voters reporters journalists media lawyers students""".split()
)

INSTITUTION_NOUNS = frozenset(
    """government ministry parliament senate congress court office agency administration department bank company firm
    corporation group union club federation association league commission committee council party campaign police force
    army navy university institute hospital school church fund foundation board bureau authority service team embassy
    consulate presidency cabinet kremlin pentagon vatican directorate secretariat tribunal jury newspaper paper
    magazine station network broadcaster channel website daily weekly airline carrier maker manufacturer retailer
    supplier builder operator refinery report survey poll study communique document indictment lawsuit statement
    organization organisation charity nonprofit panel observatory laboratory centre center ensemble trust""".split()
)

DOCUMENT_NOUNS = frozenset(
    """report survey poll study communique document indictment lawsuit statement letter memo memorandum ad video tweet
    article editorial results figures data records emails documents findings""".split()
)
"""What is written or shown: it may say something, but "they" don't."""

MEDIA = frozenset(
    """tass reuters afp ap xinhua interfax ria novosti efe dpa ansa kyodo yonhap kcna upi bbc cnn nbc abc cbs fox npr
    bloomberg politico anadolu pti ani bernama aap""".split()
)
MEDIA_NOUNS = frozenset(
    "agency newspaper paper daily weekly channel broadcaster station network magazine radio".split()
)

PRONOUNS = {
    "he": "m",
    "she": "f",
    "they": "p",
    "it": "n",
    "i": "1",
    "we": "1p",
    "who": "r",
    "him": "m",
    "her": "f",
    "them": "p",
}
"""Pronouns that can be a speaker: masculine, feminine, plural, neuter, first person, relative."""

AUXILIARIES = frozenset(
    """has have had is are was were be been being will would shall should can could may might must do does did 's 've 'd
    ’s ’ve ’d n't n’t not never also later then further reportedly repeatedly publicly previously recently once already
    just again even still only often always actually simply clearly initially now earlier""".split()
)
"""What may stand between a speaker and the verb."""

HONORIFICS = frozenset("mr mrs ms miss mx dr sir dame lord lady madam mister don doña".split())

TITLES = frozenset(
    """president vice senator sen representative rep congressman congresswoman governor gov mayor minister prime
    secretary general gen colonel col lieutenant lt sergeant sgt captain capt major maj admiral adm commander chief
    chairman chairwoman director professor prof judge justice attorney sheriff detective inspector officer constable
    superintendent supt king queen prince princess pope cardinal bishop archbishop father reverend rev rabbi imam
    ambassador chancellor premier foreign defense defence finance interior home deputy former ex-president then
    spokesman spokeswoman spokesperson coach manager chief executive speaker first lady leader candidate nominee
    analyst economist striker goalkeeper captain midfielder forward defender saint st crown treasurer
    commissioner under-secretary undersecretary assistant associate acting interim co-founder founder
    republican democratic democrat""".split()
)
"""Words of a role that may stand before a name."""
