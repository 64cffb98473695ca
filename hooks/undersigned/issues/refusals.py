"""What keeps an issue from becoming an entry, told so that no word of it can do harm.

A value stands in a span of code, where GitHub makes neither mentions, links, images nor HTML
(GitHub Flavored Markdown, 6.1: code spans bind tighter than all other inline marks); the span's
backticks outnumber the value's. An e-mail address is never repeated.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ..markup.untrusted import fence_for
from ..problem import QUOTED_AT_MOST, counted, printable
from ..text.characters import email_addresses

# Enough for every question and every rule once; a hostile body could make hundreds.
REPORTED_AT_MOST = 20
_LONGEST_REASON = 500

_WITHHELD = "[withheld: an e-mail address]"

# One line, since GitHub shows a line break of a comment as one.
_NEXT = (
    "To mend this, edit the first message of this issue and leave its headings as they are. Then "
    "ask a maintainer for the label `{label}` again. If two names look alike and are two "
    "signatories, say so here in a comment."
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing to mend: where in the issue, what was found there, and what is wanted.

    `where` is one of this project's own words: a heading of the form, or a part of the issue.
    """

    where: str
    wanted: str
    found: str = ""

    def __str__(self) -> str:
        """One line for a log."""
        found = f" (found: {_shown(self.found)})" if self.found else ""
        return f"{self.where}: {_reason(self.wanted)}{found}"


def comment_text(refusals: Sequence[Refusal], label: str) -> str:
    """All of them as Markdown for a comment on the issue, and how to go on."""
    lines = [f"This cannot become an entry yet: {counted(len(refusals), 'thing')} to mend.", ""]
    lines += [_item(refusal) for refusal in refusals[:REPORTED_AT_MOST]]
    if len(refusals) > REPORTED_AT_MOST:
        lines.append(f"- and {len(refusals) - REPORTED_AT_MOST} more")
    return "\n".join([*lines, "", _NEXT.format(label=label), ""])


def as_code(text: str) -> str:
    """A printable text, which is one line, as a span of code."""
    fence = fence_for(text)
    return f"{fence} {text} {fence}" if text.strip() else "(nothing)"


def _item(refusal: Refusal) -> str:
    found = f" Found: {as_code(_shown(refusal.found))}." if refusal.found else ""
    return f"- **{refusal.where}**: {as_code(_reason(refusal.wanted))}.{found}"


def _reason(text: str) -> str:
    return _shown(text, _LONGEST_REASON)


def _shown(text: str, at_most: int = QUOTED_AT_MOST) -> str:
    """The text, shortened; none of it where it holds an e-mail address."""
    if email_addresses(text):
        return _WITHHELD
    text = printable(text)  # first, since an escape is up to ten characters long
    return text if len(text) <= at_most else f"{text[: at_most - 1]}…"
