"""The hosts and servers for which netlify.toml can be written anew."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from ..problem import Severity, setting_problem
from .apache import for_apache
from .github import for_github
from .nginx import for_nginx
from .rules import Hosting, Written
from .underscored import for_cloudflare, for_gitlab

# Each is given the rules and the address of the site, which is empty where it is not known.
KINDS: Mapping[str, Callable[[Hosting, str], Written]] = {
    "apache": lambda hosting, _: for_apache(hosting),
    "cloudflare": lambda hosting, _: for_cloudflare(hosting),
    "github": for_github,
    "gitlab": lambda hosting, _: for_gitlab(hosting),
    "nginx": lambda hosting, _: for_nginx(hosting),
}


def written_for(kind: str, hosting: Hosting, address: str = "") -> Written:
    """The files for one of `KINDS`; raises `KeyError` for any other.

    Rules are for paths from the root of a host: a site that lies below it is told so.
    """
    written = KINDS[kind](hosting, address)
    below = urlsplit(address).path.strip("/")
    if not below or kind == "github":
        return written
    message = (
        f"the site lies below '/{below}/', and netlify.toml says paths from the root of a host;"
        " serve it at the root, or put that before each path of netlify.toml"
    )
    return replace(written, notes=[*written.notes, setting_problem(message, Severity.NOTE)])
