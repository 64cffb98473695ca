"""Paths of websites that are only a language, and would hold evidence to it."""

import re
from urllib.parse import urlsplit

from .accounts import place_of
from .location import location_of
from .ownership import without_index

# ISO 639-1.
_LANGUAGES = """
aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv
dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie
ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv
mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm
rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts
tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
"""

# A language, which a script or a country may follow (RFC 5646), or a country alone.
_TAG = re.compile(r"([a-z]{2})(?:[-_](?:[a-z]{4}|[a-z]{2}|[0-9]{3}))*", re.IGNORECASE)


def path_advice(website: str) -> str | None:
    """What to drop from the address of a website whose path is only a language; None if nothing.

    Such as ``/en/``, ``/pt-br`` or ``/us/en/``: a website with a path is held to that path, and
    evidence in another language would not count as the signatory's own.
    """
    # Most have no path: they end with the third slash, or before it.
    if website.find("/", len("https://")) in (-1, len(website) - 1):
        return None
    claim = location_of(website)
    if claim is None or claim.query or not _is_language(without_index(claim.names)):
        return None
    # On hosts that many share, the path names the account.
    if (place := place_of(claim.host)) and not place.subdomain:
        return None
    parts = urlsplit(website)
    return (
        f"website '{website}' claims no more than its pages in one language; "
        f"drop '{parts.path}' and give 'https://{parts.netloc}/'"
    )


def _is_language(names: tuple[str, ...]) -> bool:
    tags = [tag for name in names if (tag := _TAG.fullmatch(name))]
    if not 1 <= len(names) <= 2 or len(tags) < len(names):
        return False
    return any(tag[1].lower() in _LANGUAGES.split() for tag in tags)
