"""What templates may write around a page's content: the elements and attributes, and no others.

The list is wider than that of pages: templates are code, which is reviewed as code. But no title,
setting or template makes a page send a reader away, load from elsewhere or run what it holds.
"""

import re
from collections.abc import Iterator

from ..problem import quoted
from .attribute_values import refused_value
from .content_list import ELEMENTS, REFUSED, REFUSED_ATTRIBUTES
from .written_tags import Tag

_DRAWN = frozenset(
    ("circle", "desc", "ellipse", "g", "line", "path", "polygon", "polyline", "rect", "svg", "text",
     "tspan")
)  # fmt: skip
_ELEMENTS = frozenset((
    *ELEMENTS, *_DRAWN, "article", "body", "button", "caption", "fieldset", "footer", "form",
    "head", "header", "html", "legend", "link", "main", "meta", "meter", "nav", "optgroup",
    "option", "output", "progress", "script", "search", "select", "textarea", "title", "address",
    "dialog", "col", "colgroup", "picture",
))  # fmt: skip

# Attributes that a template may not write either; the others of `REFUSED_ATTRIBUTES` hide.
_HIDING = ("aria-hidden", "hidden", "inert", "popover", "style")
_REFUSED = {name: why for name, why in REFUSED_ATTRIBUTES.items() if name not in _HIDING} | {
    "action": "sends what a reader types",
    "formaction": "sends what a reader types",
    "is": "makes another element of it",
    "itemprop": "makes a link of the head of it",
    "manifest": "loads a file",
    "background": "loads a file",
    "imagesrcset": "names files that are loaded by size",
    "xlink:href": "loads a file",
}
_HANDLER = re.compile(r"on[a-z]+")
_META = re.compile(
    r"(?:author|color-scheme|description|generator|keywords|robots|theme-color|viewport)"
    r"|(?:article|google|msvalidate|og|profile|twitter)[:.a-z_-]+"
)
_WEB = re.compile(r"https?://[^\x00-\x20/\\]")
_FETCHED = ("apple-touch-icon", "icon", "manifest", "mask-icon", "stylesheet")
_LINKED = (*_FETCHED, "alternate", "author", "canonical", "license", "me", "next", "prev", "search")


def refused_in_frame(tag: Tag) -> Iterator[str]:
    """What is wrong with a tag of a built page, and the remedy of each."""
    if not tag.name or tag.ends:
        return
    if tag.fault:
        yield f"{quoted(tag.written)}: {tag.fault}"
    if tag.name in ("script", "style") and not tag.written.startswith(f"<{tag.name}"):
        yield f"{quoted(tag.written)} is not read as templates write it; write small letters"
    elif tag.name not in _ELEMENTS and tag.name != "style":
        why = REFUSED.get(tag.name, "is not on the list of what templates write")
        yield f"element {quoted(tag.name)} {why}; remove it"
    elif judge := _JUDGES.get(tag.name):
        yield from judge(tag)
    for name, value in tag.attributes.items():
        if name not in _OF_WORDS:
            yield from _refused_attribute(tag, name, value)


# Attributes of which none is refused, whatever it says; most tags have no others.
_OF_WORDS = frozenset(("aria-label", "class", "content", "dir", "lang", "rel", "title", "value"))


def _refused_attribute(tag: Tag, name: str, value: str) -> Iterator[str]:
    if name == "style" and value:
        yield (
            f"style attribute {quoted(value)} is refused by the content security policy; give it a"
            " class and style that in extra_css"
        )
    elif _HANDLER.fullmatch(name):
        yield (
            f"event handler {quoted(name)} is refused by the content security policy; listen for"
            f" {quoted(name[2:])} in a script’s file"
        )
    elif name in _REFUSED:
        yield f"attribute {quoted(name)} {_REFUSED[name]}; remove it"
    elif wrong := _address(tag, name, value):
        yield f"address {quoted(value)} {wrong}"
    elif name == "id" and value == "__config" and tag.name != "script":
        yield "id '__config' is that of the settings of the page’s scripts; give another"


def _address(tag: Tag, name: str, value: str) -> str:
    if name == "href" and tag.name != "link":
        # An address of the register is an address of the web, and the register's rules judge it.
        return "" if _WEB.match(value) else refused_value("a", name, value)
    return refused_value("img", name, value) if name == "src" else ""


def _meta(tag: Tag) -> Iterator[str]:
    found = tag.attributes
    known = found.get("name", found.get("property", ""))
    if found.keys() == {"charset"} and found["charset"].lower() == "utf-8":
        return
    if not _META.fullmatch(known) or not found.keys() <= {"name", "property", "content", "media"}:
        yield f"{quoted(tag.written)} is not on the list of what templates write; remove it"


def _link(tag: Tag) -> Iterator[str]:
    rel, href = tag.attributes.get("rel", "").lower().split(), tag.attributes.get("href", "")
    if not rel or not set(rel) <= set(_LINKED):
        yield f"{quoted(tag.written)} is not on the list of what templates write; remove it"
    elif not set(rel).isdisjoint(_FETCHED) and (wrong := refused_value("img", "src", href)):
        yield f"address {quoted(href)} {wrong}"


def _button(tag: Tag) -> Iterator[str]:
    if tag.attributes.get("type", "").lower() == "image":
        yield "an input of type 'image' sends what a reader does; write a link"


_JUDGES = {"meta": _meta, "link": _link, "input": _button}
