"""Countries with their demonyms and capitals, and seats that stand for those who govern. Data, no behaviour.

In news "Pyongyang" or "the Kremlin" speak as governments; "the Russian minister" is a minister of Russia. Own
compilation; territories and bodies are listed where news treats them like countries.
"""

from __future__ import annotations

_TABLE = """
Afghanistan|Afghan|Kabul
Albania|Albanian|Tirana
Algeria|Algerian|Algiers
Angola|Angolan|Luanda
Argentina|Argentine Argentinian|Buenos Aires
Armenia|Armenian|Yerevan
Australia|Australian|Canberra
Austria|Austrian|Vienna
Azerbaijan|Azerbaijani Azeri|Baku
Bahrain|Bahraini|Manama
Bangladesh|Bangladeshi|Dhaka
Belarus|Belarusian|Minsk
Belgium|Belgian|Brussels
Benin|Beninese|Porto-Novo
Bolivia|Bolivian|La Paz
Bosnia|Bosnian|Sarajevo
Botswana|Botswanan|Gaborone
Brazil|Brazilian|Brasilia Brasília
Britain;United Kingdom;UK;U.K.;Great Britain|British UK|London
Bulgaria|Bulgarian|Sofia
Burkina Faso|Burkinabe|Ouagadougou
Burundi|Burundian|Bujumbura
Cambodia|Cambodian|Phnom Penh
Cameroon|Cameroonian|Yaounde
Canada|Canadian|Ottawa
Chad|Chadian|N'Djamena
Chile|Chilean|Santiago
China;PRC|Chinese|Beijing
Colombia|Colombian|Bogota Bogotá
Congo;DRC|Congolese|Kinshasa
Costa Rica|Costa Rican|San Jose
Croatia|Croatian|Zagreb
Cuba|Cuban|Havana
Cyprus|Cypriot|Nicosia
Czech Republic;Czechia|Czech|Prague
Denmark|Danish|Copenhagen
Dominican Republic|Dominican|Santo Domingo
East Timor|Timorese|Dili
Ecuador|Ecuadorian Ecuadorean|Quito
Egypt|Egyptian|Cairo
El Salvador|Salvadoran|San Salvador
England|English|
Eritrea|Eritrean|Asmara
Estonia|Estonian|Tallinn
Ethiopia|Ethiopian|Addis Ababa
European Union;EU;E.U.|European EU|
Fiji|Fijian|Suva
Finland|Finnish|Helsinki
France|French|Paris
Gabon|Gabonese|Libreville
Gambia|Gambian|Banjul
Georgia|Georgian|Tbilisi
Germany|German|Berlin
Ghana|Ghanaian|Accra
Greece|Greek|Athens
Guatemala|Guatemalan|
Guinea|Guinean|Conakry
Guyana|Guyanese|Georgetown
Haiti|Haitian|Port-au-Prince
Honduras|Honduran|Tegucigalpa
Hong Kong|Hongkonger|
Hungary|Hungarian|Budapest
Iceland|Icelandic|Reykjavik
India|Indian|New Delhi Delhi
Indonesia|Indonesian|Jakarta
Iran|Iranian|Tehran Teheran
Iraq|Iraqi|Baghdad
Ireland|Irish|Dublin
Israel|Israeli|Jerusalem
Italy|Italian|Rome
Ivory Coast|Ivorian|Abidjan
Jamaica|Jamaican|Kingston
Japan|Japanese|Tokyo
Jordan|Jordanian|Amman
Kazakhstan|Kazakh|Astana Nur-Sultan
Kenya|Kenyan|Nairobi
Kosovo|Kosovar|Pristina
Kuwait|Kuwaiti|
Kyrgyzstan|Kyrgyz|Bishkek
Laos|Lao Laotian|Vientiane
Latvia|Latvian|Riga
Lebanon|Lebanese|Beirut
Liberia|Liberian|Monrovia
Libya|Libyan|Tripoli
Lithuania|Lithuanian|Vilnius
Luxembourg|Luxembourgish|
Macedonia;North Macedonia|Macedonian|Skopje
Madagascar|Malagasy|Antananarivo
Malawi|Malawian|Lilongwe
Malaysia|Malaysian|Kuala Lumpur
Mali|Malian|Bamako
Malta|Maltese|Valletta
Mauritania|Mauritanian|Nouakchott
Mexico|Mexican|Mexico City
Moldova|Moldovan|Chisinau
Mongolia|Mongolian|Ulaanbaatar Ulan Bator
Montenegro|Montenegrin|Podgorica
Morocco|Moroccan|Rabat
Mozambique|Mozambican|Maputo
Myanmar;Burma|Burmese|Naypyidaw Yangon
Namibia|Namibian|Windhoek
Nepal|Nepalese Nepali|Kathmandu
Netherlands;Holland|Dutch|The Hague Amsterdam
New Zealand|New Zealand Kiwi|Wellington
Nicaragua|Nicaraguan|Managua
Niger|Nigerien|Niamey
Nigeria|Nigerian|Abuja
North Korea;DPRK|North Korean|Pyongyang
Northern Ireland|Northern Irish|Belfast
Norway|Norwegian|Oslo
Oman|Omani|Muscat
Pakistan|Pakistani|Islamabad
Palestine|Palestinian|Ramallah
Panama|Panamanian|
Papua New Guinea|Papuan|Port Moresby
Paraguay|Paraguayan|Asuncion
Peru|Peruvian|Lima
Philippines|Philippine Filipino|Manila
Poland|Polish|Warsaw
Portugal|Portuguese|Lisbon
Qatar|Qatari|Doha
Romania|Romanian|Bucharest
Russia;Russian Federation|Russian|Moscow
Rwanda|Rwandan|Kigali
Saudi Arabia|Saudi|Riyadh
Scotland|Scottish|Edinburgh
Senegal|Senegalese|Dakar
Serbia|Serbian Serb|Belgrade
Sierra Leone|Sierra Leonean|Freetown
Singapore|Singaporean|
Slovakia|Slovak|Bratislava
Slovenia|Slovenian Slovene|Ljubljana
Somalia|Somali|Mogadishu
South Africa|South African|Pretoria
South Korea;S. Korea|South Korean|Seoul
South Sudan|South Sudanese|Juba
Soviet Union;USSR|Soviet|
Spain|Spanish|Madrid
Sri Lanka|Sri Lankan|Colombo
Sudan|Sudanese|Khartoum
Sweden|Swedish|Stockholm
Switzerland|Swiss|Bern Berne
Syria|Syrian|Damascus
Taiwan|Taiwanese|Taipei
Tajikistan|Tajik|Dushanbe
Tanzania|Tanzanian|Dodoma
Thailand|Thai|Bangkok
Togo|Togolese|Lome
Tunisia|Tunisian|Tunis
Turkey;Türkiye|Turkish|Ankara
Turkmenistan|Turkmen|Ashgabat
Uganda|Ugandan|Kampala
Ukraine|Ukrainian|Kyiv Kiev
United Arab Emirates;UAE;Emirates|Emirati|Abu Dhabi
United States;US;U.S.;USA;U.S.A.;America;United States of America|American US U.S.|Washington
Uruguay|Uruguayan|Montevideo
Uzbekistan|Uzbek|Tashkent
Vatican;Holy See|Vatican|Vatican City
Venezuela|Venezuelan|Caracas
Vietnam|Vietnamese|Hanoi
Wales|Welsh|Cardiff
Yemen|Yemeni|Sanaa
Zambia|Zambian|Lusaka
Zimbabwe|Zimbabwean|Harare
"""

_MULTI: tuple[str, ...] = (
    "La Paz",
    "Buenos Aires",
    "Phnom Penh",
    "San Jose",
    "Santo Domingo",
    "San Salvador",
    "Addis Ababa",
)
_MULTI += ("New Delhi", "Kuala Lumpur", "Mexico City", "Ulan Bator", "The Hague", "Port Moresby", "Abu Dhabi")
_MULTI += ("Vatican City", "North Korean", "South Korean", "South African", "South Sudanese", "New Zealand")
_MULTI += ("Costa Rican", "Sri Lankan", "Sierra Leonean", "Northern Irish")


def _split(words: str) -> list[str]:
    """Names in a cell of the table, those of several words kept whole."""
    found = []
    for name in _MULTI:
        if name in words:
            found.append(name)
            words = words.replace(name, " ")
    return found + words.split()


COUNTRY: dict[str, str] = {}
"""Country, demonym or capital, case-folded -> the country's usual name, case-folded."""
COUNTRIES: set[str] = set()
"""Names of countries, case-folded."""
CAPITALS: set[str] = set()
"""Capitals, case-folded."""
DEMONYMS: set[str] = set()
"""Adjectives of countries, case-folded."""
for _line in _TABLE.split("\n"):
    if _line:
        _names, _adjectives, _capitals = _line.split("|")
        _country = _names.split(";")[0].casefold()
        COUNTRIES |= {name.casefold() for name in _names.split(";")}
        DEMONYMS |= {name.casefold() for name in _split(_adjectives)}
        CAPITALS |= {name.casefold() for name in _split(_capitals)}
        for _name in [*_names.split(";"), *_split(_adjectives), *_split(_capitals)]:
            COUNTRY.setdefault(_name.casefold(), _country)

_IN_SPANISH = """
united states|estados unidos|ee.uu.|eeuu|estadounidense|estadounidenses|norteamericano|norteamericana
britain|reino unido|gran bretaña|británico|británica|spain|españa|español|española|españoles
france|francia|francés|francesa|germany|alemania|alemán|alemana|italy|italia|italiano|italiana
russia|rusia|ruso|rusa|rusos|ukraine|ucrania|ucraniano|ucraniana|china|chino|china|japan|japón|japonés|japonesa
brazil|brasil|brasileño|brasileña|mexico|méxico|mexicano|mexicana|argentina|argentino|chile|chileno|chilena
colombia|colombiano|colombiana|peru|perú|peruano|peruana|venezuela|venezolano|venezolana|ecuador|ecuatoriano
bolivia|boliviano|boliviana|uruguay|uruguayo|uruguaya|paraguay|paraguayo|paraguaya|cuba|cubano|cubana
portugal|portugués|portuguesa|poland|polonia|polaco|polaca|turkey|turquía|turco|turca|iran|irán|iraní
egypt|egipto|egipcio|egipcia|morocco|marruecos|marroquí|european union|unión europea|europeo|europea
israel|israelí|palestine|palestina|palestino|syria|siria|sirio|north korea|corea del norte|norcoreano|norcoreana
south korea|corea del sur|surcoreano|surcoreana|switzerland|suiza|suizo|netherlands|países bajos|neerlandés
"""
for _line in _IN_SPANISH.split("\n"):
    _country = ""
    for _name in filter(None, _line.split("|")):
        if _name in COUNTRY and COUNTRY[_name] == _name:
            _country = _name
        COUNTRY.setdefault(_name, _country)

SEATS = {
    "kremlin": "russia",
    "white house": "united states",
    "pentagon": "united states",
    "state department": "united states",
    "capitol hill": "united states",
    "whitehall": "britain",
    "downing street": "britain",
    "elysee": "france",
    "elysée": "france",
    "élysée": "france",
    "quai d'orsay": "france",
    "blue house": "south korea",
    "zhongnanhai": "china",
    "bundestag": "germany",
    "knesset": "israel",
    "duma": "russia",
    "moncloa": "spain",
    "planalto": "brazil",
    "casa rosada": "argentina",
    "vatican": "vatican",
    "holy see": "vatican",
}
"""Seats of power that speak as institutions -> the country they stand for."""

US_STATES = {
    "alabama": "ala",
    "alaska": "alaska",
    "arizona": "ariz",
    "arkansas": "ark",
    "california": "calif",
    "colorado": "colo",
    "connecticut": "conn",
    "delaware": "del",
    "florida": "fla",
    "hawaii": "hawaii",
    "idaho": "idaho",
    "illinois": "ill",
    "indiana": "ind",
    "iowa": "iowa",
    "kansas": "kan",
    "kentucky": "ky",
    "louisiana": "la",
    "maine": "maine",
    "maryland": "md",
    "massachusetts": "mass",
    "michigan": "mich",
    "minnesota": "minn",
    "mississippi": "miss",
    "missouri": "mo",
    "montana": "mont",
    "nebraska": "neb",
    "nevada": "nev",
    "new hampshire": "n.h",
    "new jersey": "n.j",
    "new mexico": "n.m",
    "new york": "n.y",
    "north carolina": "n.c",
    "north dakota": "n.d",
    "ohio": "ohio",
    "oklahoma": "okla",
    "oregon": "ore",
    "pennsylvania": "pa",
    "rhode island": "r.i",
    "south carolina": "s.c",
    "south dakota": "s.d",
    "tennessee": "tenn",
    "texas": "tex",
    "utah": "utah",
    "vermont": "vt",
    "virginia": "va",
    "washington": "wash",
    "west virginia": "w.va",
    "wisconsin": "wis",
    "wyoming": "wyo",
}
"""States of the US, case-folded -> the abbreviation in datelines and after names, without its last point."""
CITIES = frozenset(
    """amsterdam atlanta auckland baltimore barcelona birmingham bogota boston bristol calgary casablanca chicago
    cincinnati cleveland dallas delhi denver detroit dubai dallas edmonton frankfurt geneva glasgow hamburg hollywood
    houston istanbul johannesburg karachi lagos liverpool lyon manchester marseille melbourne memphis miami milan
    milwaukee minneapolis montreal mumbai munich naples nashville orlando osaka philadelphia phoenix pittsburgh
    portland quebec sacramento seattle seville shanghai shenzhen sydney tampa toronto tucson turin valencia vancouver
    zurich brooklyn manhattan bronx queens harlem europe africa asia antarctica crimea donbas gaza chechnya tibet
    catalonia bavaria ontario alberta queensland kashmir punjab aleppo mosul kandahar""".split()
) | {"los angeles", "san francisco", "san diego", "las vegas", "new york city", "new orleans", "sao paulo", "st. louis"}
"""Places that can't be mistaken for people (other than countries, capitals and states)."""
