"""Words of news that tell nothing of a topic, stop words apart. Data only; normalised as `bot.text.fold` does."""

from __future__ import annotations

DULL = frozenset(
    """
    able according across act action actions add added adding ago ahead allow allowed almost along already although
    always amid among amount announced another answer anybody anyone anything anyway area areas around ask asked
    asking away back bad based basis became become becomes began begin behind believe believed best better beyond
    big bit bring brought called calling calls came carry case cases cause certain certainly chance change changed
    changes clear clearly close come comes coming common concern concerned concerns continue continued continues
    countries country course current currently day days decide decided decision decisions deep definitely despite
    different difficult done dozen due early effort efforts either else end ended enough ensure entire especially
    even event events ever every everybody everyone everything exactly example expect expected face fact facts far
    feel felt find fine first five follow followed following force form former forward found four fully future gave
    general get gets getting give given gives giving go goes going gone good got great group groups guy guys half
    hand happen happened happening happens hard head hear heard held help hold hope hopes hour hours however huge
    hundred hundreds idea immediately important include including increase increased indeed individual information
    inside instead involved issue issues job keep kept kind knew know known knows large last late later latest lead
    least leave led left less let level like likely line little live lives long longer look looked looking lost lot
    lots made main major make makes making man manner matter maybe mean means measure measures member members men
    mention met million minute minutes miss moment month months morning move moved name near nearly necessary need
    needed needs never new next night nobody none nothing notice number numbers obviously offer often old ones open
    opportunity order others overall part particular particularly past pay people per percent perhaps period person
    place places plan plans play please point points position possible present pretty problem problems process
    provide provided public put question questions quickly quite rather reach read ready real really reason reasons
    receive received recent recently record reduce regarding related remain remains report reported reports respect
    response rest result results right run said saw say saying says second see seek seem seems seen sense sent
    serious seriously set several short show showed shown side significant similar simply since situation six small
    something sometimes soon sort speak special specific spoke stand start started state statement states stay step
    steps still stop strong sure take taken takes taking talk talked talking tell ten term terms thank thanks thing
    things think third though thought thousand thousands three time times today together told tomorrow took top
    total toward towards tried true truth try trying turn turned two type understand us use used using various
    version view wait want wanted wants way ways week weeks well went whatever whether whole whose within without
    woman word words work worked working works world worse worst wrong year years yesterday yet young
    ahora algo alguien algunos anos antes asi aunque aqui cada cosa cosas cual cuando cuanto cuatro decir desde
    despues dia dias dice dijo donde dos durante ella ellos embargo entonces entre era eran eso estaba estado
    estamos estan estar estos gran hace hacer hacia hasta hay hecho hemos hoy luego mejor menos mientras mismo
    momento mucho muchos mundo muy nada nadie nos nosotros nuestra nuestro nueva nuevo nunca otra otro otros parte
    personas poco podemos poder porque primera primero puede pueden pues quien siempre sido siendo sobre solo somos
    tal tambien tan tanto tener tenemos tiempo tiene tienen toda todas todo todos trabajo tres trata tras uno vamos
    vez veces
    """.split()
)
"""They stand in statements about anything."""

LY_NOUNS = frozenset(
    "ally anomaly assembly bully family fly italy jelly july melancholy monopoly rally reply supply".split()
)
"""Words in -ly that may be a topic; the others are adverbs."""
