"""Refusals: why an issue cannot become an entry, as a comment that no untrusted text can alter.

Values are in code spans, in which GitHub reads no mentions, links, images or HTML (GitHub
Flavored Markdown, 6.1: code spans bind tighter than all other inline marks); the fence has more
backticks than the value. E-mail addresses are never repeated.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ..markup.untrusted import fence_for
from ..problem import QUOTED_AT_MOST, counted, printable
from ..text.characters import email_addresses

# Enough for every question and every rule once; a hostile body could cause hundreds.
REPORTED_AT_MOST = 20
_LONGEST_REASON = 500

_WITHHELD = "[withheld: an e-mail address]"

# One line, since GitHub keeps the line breaks of a comment.
_NEXT = "To mend this, {how}. Then ask a maintainer for the label `{label}` again."
_IN_ISSUE = "edit the first message of this issue and leave its headings as they are"
_ON_SERVER = "see to the file on your server"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A reason to refuse an issue: where in the issue, what is wanted, and what was found there.

    `where` is trusted text: a heading of the form, or a part of the issue. `wanted` and `found`
    may hold untrusted text. What is wanted may be wanted `on_server`, of the file that is there.
    """

    where: str
    wanted: str
    found: str = ""
    on_server: bool = False

    def __str__(self) -> str:
        """The refusal on one line, for a log."""
        found = f" (found: {_shown(self.found)})" if self.found else ""
        return f"{self.where}: {_reason(self.wanted)}{found}"


def comment_text(refusals: Sequence[Refusal], label: str) -> str:
    """The refusals as Markdown for a comment on the issue, with what to do next."""
    lines = [f"This cannot become an entry yet: {counted(len(refusals), 'thing')} to mend.", ""]
    lines += [_item(refusal) for refusal in refusals[:REPORTED_AT_MOST]]
    if len(refusals) > REPORTED_AT_MOST:
        lines.append(f"- and {len(refusals) - REPORTED_AT_MOST} more")
    on_server = {refusal.on_server for refusal in refusals}
    ways = [way for way, where in ((_ON_SERVER, True), (_IN_ISSUE, False)) if where in on_server]
    return "\n".join([*lines, "", _NEXT.format(how=", and ".join(ways), label=label), ""])


def as_code(text: str) -> str:
    """A printable text on one line as a code span."""
    fence = fence_for(text)
    return f"{fence} {text} {fence}" if text.strip() else "(nothing)"


def _item(refusal: Refusal) -> str:
    found = f" Found: {as_code(_shown(refusal.found))}." if refusal.found else ""
    return f"- **{refusal.where}**: {as_code(_reason(refusal.wanted))}.{found}"


def _reason(text: str) -> str:
    return _shown(text, _LONGEST_REASON)


def _shown(text: str, at_most: int = QUOTED_AT_MOST) -> str:
    """The text in printable characters, cut; a placeholder where it has an e-mail address."""
    if email_addresses(text):
        return _WITHHELD
    text = printable(text)  # before cutting, since an escape has up to ten characters
    return text if len(text) <= at_most else f"{text[: at_most - 1]}…"
