"""Rich text as one line of inline HTML, for pages and for Markdown, and as plain text."""

import re

from pybtex.backends import BaseBackend
from pybtex.richtext import Text

# Characters that HTML or Markdown may read as markup: most of ASCII’s punctuation, a full stop
# after a digit (an ordered list) and a hyphen at the edge of a word (a list or a rule).
_MARKUP = re.compile(r"[!-+:<->@\[-`{-~]|(?<=[0-9])\.|(?<!\w)-|-(?!\w)")

# In an address, without the characters that addresses are made of.
_MARKUP_IN_ADDRESS = re.compile(r"[!\"&'()*<>@\[-`{|}]")


def html(text: Text) -> str:
    """Rich text as one line of inline HTML."""
    return str(text.render(_Inline("utf-8")))


def words(text: Text) -> str:
    """Rich text as plain text, without markup."""
    return str(text)


def escaped(text: str) -> str:
    """The text with numeric character references for characters that may be read as markup."""
    return _MARKUP.sub(_reference, text)


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


class _Inline(BaseBackend):  # type: ignore[misc]
    """A backend that escapes for HTML and Markdown; pybtex’s own escapes for HTML alone."""

    def format_str(self, text: str) -> str:
        return escaped(text)

    def format_tag(self, tag: str, text: str) -> str:
        return f"<{tag}>{text}</{tag}>" if text else ""

    def format_href(self, url: str, text: str, external: bool = False) -> str:
        address = _MARKUP_IN_ADDRESS.sub(_reference, url)
        return f'<a href="{address}" rel="nofollow noopener">{text}</a>' if text else ""
