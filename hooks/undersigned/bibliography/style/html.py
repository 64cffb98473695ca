"""References as one line of HTML that may stand in a page or in Markdown, and as bare words."""

import re

from pybtex.backends import BaseBackend
from pybtex.richtext import Text

# Whatever HTML or Markdown could take for markup: most of ASCII’s signs, a stop behind a digit
# (an ordered list) and a hyphen apart from words (a list or a rule).
_MARKUP = re.compile(r"[!-+:<->@\[-`{-~]|(?<=[0-9])\.|(?<!\w)-|-(?!\w)")

# An address keeps the signs that addresses are made of.
_MARKUP_IN_ADDRESS = re.compile(r"[!\"&'()*<>@\[-`{|}]")


def html(text: Text) -> str:
    """One line of inline HTML."""
    return str(text.render(_Inline("utf-8")))


def words(text: Text) -> str:
    """The same without markup."""
    return str(text)


def escaped(text: str) -> str:
    """The text with numeric character references for whatever could be taken for markup."""
    return _MARKUP.sub(_reference, text)


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


class _Inline(BaseBackend):  # type: ignore[misc]
    """pybtex’s HTML backend escapes for HTML alone; this one for Markdown as well."""

    def format_str(self, text: str) -> str:
        return escaped(text)

    def format_tag(self, tag: str, text: str) -> str:
        return f"<{tag}>{text}</{tag}>" if text else ""

    def format_href(self, url: str, text: str, external: bool = False) -> str:
        address = _MARKUP_IN_ADDRESS.sub(_reference, url)
        return f'<a href="{address}" rel="nofollow noopener">{text}</a>' if text else ""
