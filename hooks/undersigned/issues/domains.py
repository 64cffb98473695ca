"""What a person writes for a domain, and the website that it means."""

import re

from ..domain_names import shown
from ..normal_forms import nfkc
from ..proofs.hosts import proving_hosts
from ..urls import refusal

# People copy what the browser shows, of the home page or of the file itself.
_DOMAIN = re.compile(r"(?:https?://)?([^\s/:?#]+)(?:/|/\.well-known/endorsements\.txt)?")

_NOT_ALONE = "is not a domain alone; write it as in 'acme.com'"
_SHARED = (
    "is a host that many people share, and no file there speaks for one of them; give a domain of"
    " your own, or open an issue with a form that asks for a page"
)


def website_of(answer: str) -> tuple[str, str]:
    """The website at a domain, however somebody wrote it; or none, and why, with the remedy.

    Case, ``https://``, a slash at the end and the path of the file itself do not count. Letters
    beyond ASCII are written as browsers show them (UTS 46).
    """
    found = _DOMAIN.fullmatch(nfkc(answer).lower())
    if found is None:
        return "", _NOT_ALONE
    website = f"https://{shown(found[1].rstrip('.')).partition(' ')[0]}"
    if why := refusal(website):
        return "", why
    return (website, "") if proving_hosts(website) else ("", _SHARED)
