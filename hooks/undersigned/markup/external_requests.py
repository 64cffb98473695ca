"""Requests that a page would make to other sites, which reveal its readers to them."""

import re
from collections.abc import Iterator

from ..problem import quoted
from .tags import SPACE, Tag, unescaped

# Attributes whose addresses browsers fetch by themselves, and those to which they send readers.
_FETCHED = {
    "audio": ("src",),
    "embed": ("src",),
    "feimage": ("href", "xlink:href"),
    "frame": ("src",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src",),
    "input": ("src",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src",),
    "track": ("src",),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
_SENT = {
    "base": ("href",),
    "button": ("formaction",),
    "form": ("action",),
    "input": ("formaction",),
}

# Links of other relations are fetched only when a reader follows them.
_FETCHING = {
    "apple-touch-icon",
    "dns-prefetch",
    "icon",
    "manifest",
    "mask-icon",
    "modulepreload",
    "preconnect",
    "prefetch",
    "preload",
    "prerender",
    "stylesheet",
}
_IMAGES = ("feimage", "image", "img", "input", "source")

_IGNORED = re.compile(r"^[\x00-\x20]+|[\t\n\r]")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_CANDIDATE = re.compile(r"(?:^|,)\s*([^\s,]\S*)")
_REFRESH = re.compile(r"^[^;,]*[;,]\s*(?:url\s*=)?\s*[\"']?([^\"']*)", re.IGNORECASE)

# How an address on another site begins: two slashes or a scheme, perhaps as character references.
_BEGINNING = r"(?:&|[/\\][\t\n\r]*+[&/\\]|[a-z][a-z0-9+.\t\n\r-]*+[:&])"
_ONE_OF = r"canonical|prev|next|alternate"
_HARMLESS = rf" rel=\"(?:(?:{_ONE_OF})\"[ >]|[a-z -]++\" href=\"(?!{_BEGINNING}|[\x00-\x20]))"

# Patterns, one of which is in every page that may load something from another site.
MARKS = (
    *(
        rf"{name}{SPACE}*+={SPACE}*+[\"']?[\x00-\x20]*+{_BEGINNING}"
        for name in ("src", "poster", "action", "data")
    ),
    *(rf"{name}{SPACE}*+=" for name in ("srcset", "ping", "http-equiv")),
    rf"<link(?!{_HARMLESS})",
    "<base",
    "<image",
    "<feimage",
    "<use",
)


def loaded(tag: Tag) -> Iterator[str]:
    """A message, with the remedy, for each request to another site that a tag causes."""
    for addresses, remedy in (
        (_fetched(tag), "put the file into docs/ and name it from there"),
        (_sent(tag), "use a link, which a reader follows or not"),
    ):
        yield from (
            f"address {quoted(each)} is not on this site, and pages ask for nothing else; {remedy}"
            for each in addresses
            if _elsewhere(each, tag)
        )


def _fetched(tag: Tag) -> Iterator[str]:
    if tag.name == "link" and not _FETCHING.isdisjoint(_value(tag, "rel").lower().split()):
        yield _value(tag, "href")
    yield from (_value(tag, name) for name in _FETCHED.get(tag.name, ()))
    for name in ("srcset", "imagesrcset"):
        yield from _CANDIDATE.findall(_value(tag, name))


def _sent(tag: Tag) -> Iterator[str]:
    yield from (_value(tag, name) for name in _SENT.get(tag.name, ()))
    yield from _value(tag, "ping").split()
    if _value(tag, "http-equiv").strip().lower() == "refresh":
        yield from _REFRESH.findall(_value(tag, "content"))


def _value(tag: Tag, name: str) -> str:
    return unescaped(tag.attributes.get(name, ""))


def _elsewhere(address: str, tag: Tag) -> bool:
    """Whether browsers resolve an address to another site (URL standard, 4.4)."""
    plain = _IGNORED.sub("", address)
    scheme = _SCHEME.match(plain)
    if scheme is None:
        return plain[:2].replace("\\", "/") == "//"
    # 'javascript:' is reported by the policy's own rule; the policy allows images in 'data:'.
    allowed = ("javascript", "data") if tag.name in _IMAGES else ("javascript",)
    return scheme[1].lower() not in allowed
