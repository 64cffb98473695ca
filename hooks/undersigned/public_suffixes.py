"""The Public Suffix List: under which names each name is given to an owner of its own.

It is the copy that comes with tldextract, its private part included, so that every
``*.github.io`` is somebody's own. No network is needed. Rules are applied as publicsuffix.org
describes, but that a host under no rule has no suffix.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path


def suffix_of(host: str) -> str:
    """The public suffix of a host, without a dot at its end; empty where the list knows none."""
    labels = host.split(".")
    rules, below = _rules(), host.lower()
    if "xn--" in below:
        below = ".".join(map(_in_letters, below.split(".")))
    for start in range(len(labels)):  # the longest rule prevails
        name, below = below, below.partition(".")[2]
        if f"!{name}" in rules:
            return ".".join(labels[start + 1 :])
        if name in rules or f"*.{below}" in rules:
            return ".".join(labels[start:])
    return ""


def domain_under(suffix: str, host: str) -> str:
    """The name of a host that lies directly under its suffix; empty where there is none."""
    name = host.removesuffix(suffix).removesuffix(".").rpartition(".")[2] if suffix else ""
    return f"{name}.{suffix}" if name else ""


def _in_letters(label: str) -> str:
    """A label as the list writes it (RFC 5891); as it stands where it is no A-label."""
    # Imported late: its tables are large, and most registers never need them.
    import idna

    try:
        return idna.decode(label) if label.startswith("xn--") else label
    except (UnicodeError, IndexError):
        return label


@cache
def _rules() -> frozenset[str]:
    # Read from its file: tldextract itself takes thirty times as long, most of it for the network.
    package = find_spec("tldextract")
    place = Path((package and package.origin) or "").with_name(".tld_set_snapshot")
    # Lines hold a rule, a comment or nothing; no host is equal to one of the latter.
    return frozenset(place.read_text("utf-8").split("\n"))
