"""News agencies and wire services: the names they sign with. Data, and one look-up."""

from __future__ import annotations

import re

NAMES = {
    "AAP": "Australian Associated Press | AAP Newswire",
    "Anadolu": "AA | Anadolu Agency | Anadolu Ajansı | Anadolu Ajansi",
    "AFP": "Agence France-Presse | AFP Relaxnews",
    "AGI": "",
    "AGERPRES": "",
    "Adnkronos": "",
    "Agência Brasil": "Agencia Brasil",
    "AKI": "",
    "Andina": "",
    "ANI": "Asian News International",
    "ANP": "",
    "ANSA": "ANSA.it",
    "Antara": "Antara News",
    "AP": "Associated Press | The Associated Press",
    "APA": "",
    "APP": "Associated Press of Pakistan",
    "ASKAnews": "",
    "Belga": "",
    "Bernama": "",
    "Bloomberg": "Bloomberg News",
    "BNS": "",
    "BTA": "",
    "Business Wire": "",
    "BusinessDesk": "",
    "Canadian Press": "The Canadian Press | CP | La Presse Canadienne | Presse Canadienne",
    "CNA": "Central News Agency",
    "CNS": "Catholic News Service | China News Service",
    "Colpisa": "",
    "CTK": "ČTK",
    "Cox News Service": "Cox Newspapers",
    "dpa": "Deutsche Presse-Agentur | dpa-AFX | dpa International",
    "DW": "Deutsche Welle",
    "EFE": "Agencia EFE | EFE Verde | EFEAGRO | EFECOM | EFE Noticias",
    "ECNS": "",
    "Europa Press": "EP",
    "Fides": "",
    "GlobeNewswire": "",
    "GNA": "Ghana News Agency",
    "IANS": "Indo-Asian News Service",
    "Interfax": "Interfax-Ukraine | Interfax-Kazakhstan",
    "INA": "Iraqi News Agency",
    "IPS": "Inter Press Service",
    "IRNA": "",
    "ISNA": "",
    "Italpress": "",
    "ITAR-TASS": "",
    "Jiji": "Jiji Press",
    "JTA": "",
    "KCNA": "Korean Central News Agency",
    "KRT": "Knight Ridder/Tribune",
    "KUNA": "",
    "Kyodo": "Kyodo News",
    "Lusa": "",
    "MAP": "",
    "McClatchy": "McClatchy Newspapers",
    "MENA": "Middle East News Agency",
    "MTI": "",
    "NAN": "News Agency of Nigeria",
    "NINA": "",
    "Notimex": "",
    "NTB": "",
    "NYT": "New York Times News Service | N.Y. Times News Service",
    "NZPA": "",
    "PA": "Press Association | PA Media | PA news agency",
    "PAP": "",
    "Petra": "",
    "PNA": "Philippine News Agency",
    "PR Newswire": "PRNewswire-AsiaNet | PRNewswire-USNewswire",
    "Prensa Latina": "PL",
    "PTI": "Press Trust of India",
    "QNA": "",
    "Reuters": "Reuter | Thomson Reuters",
    "RIA Novosti": "RIA | RIA News",
    "Ritzau": "",
    "RNS": "Religion News Service",
    "SANA": "",
    "Sapa": "",
    "SDA": "Keystone-SDA",
    "SID": "",
    "SPA": "Saudi Press Agency",
    "Sputnik": "",
    "STA": "",
    "STT": "",
    "Tanjug": "",
    "TASS": "",
    "Télam": "Telam",
    "TNS": "Tribune News Service",
    "TT": "",
    "Ukrinform": "",
    "UNI": "United News of India",
    "UPI": "United Press International",
    "VNA": "Vietnam News Agency",
    "VOA": "Voice of America",
    "WAFA": "",
    "WAM": "Emirates News Agency",
    "Xinhua": "Xinhua News Agency",
    "Yonhap": "Yonhap News Agency | Yonhap News",
}
"""The name an agency is known by, and others it signs with. A name of two or three letters counts in capitals alone."""
SHORT = 4
"""Letters: a name as short as that may be a word ("STA", "Map"), so its capitals must be right."""
_CAPITALS = re.compile(r"[A-Z]{2,}")
_JOINT = re.compile(r"\s*/\s*|\s+(?:and|y|et|und)\s+|-")
_GAPS = re.compile(r"[\W_]+")


def _key(name: str) -> str:
    return _GAPS.sub("", name).casefold()


_BY_KEY = {_key(one): agency for agency, others in NAMES.items() for one in (agency, *others.split(" | ")) if one}


def agency_of(name: str) -> str | None:
    """The agency that signs so: "Agence France-Presse" is "AFP", "dpa/lsw" is "dpa"; None if it is none we know."""
    bare = name.strip(" .,=*-–—_")
    return _whole(bare) or _whole(_JOINT.split(bare, maxsplit=1)[0])


def _whole(name: str) -> str | None:
    found = _BY_KEY.get(_key(name)) if len(name) <= 60 else None
    if found and len(name) <= SHORT and name != found and not _CAPITALS.fullmatch(name):
        return None
    return found
