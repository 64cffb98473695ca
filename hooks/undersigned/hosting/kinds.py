"""The hosts and servers for which netlify.toml can be written anew."""

from collections.abc import Callable, Mapping

from .rules import Hosting, Written
from .underscored import for_cloudflare, for_gitlab

KINDS: Mapping[str, Callable[[Hosting], Written]] = {
    "cloudflare": for_cloudflare,
    "gitlab": for_gitlab,
}
