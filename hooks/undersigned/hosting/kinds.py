"""The hosts and servers for which netlify.toml can be written anew."""

from collections.abc import Callable, Mapping

from .apache import for_apache
from .nginx import for_nginx
from .rules import Hosting, Written
from .underscored import for_cloudflare, for_gitlab

KINDS: Mapping[str, Callable[[Hosting], Written]] = {
    "apache": for_apache,
    "cloudflare": for_cloudflare,
    "gitlab": for_gitlab,
    "nginx": for_nginx,
}
