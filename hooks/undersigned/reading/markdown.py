"""Code and comments in Markdown: what a page shows as it is written, and nobody reads as words."""

import re

# Comments, blocks between fences, and spans between as many backticks as begin them. A fence is
# closed by one that is at least as long (CommonMark 0.31, section 4.5); one that nothing closes
# begins no block, since Python-Markdown draws what follows it as words.
_CODE = re.compile(
    r"<!--.*?-->|^(?P<fence>(?P<sign>[`~])(?P=sign){2,}+)[^`\n]*\n.*?^(?P=fence)(?P=sign)*+[ \t]*$"
    r"|(?<![`\\])(?P<ticks>`+)(?!`)[^`](?:(?!\n[ \t]*\n).)*?(?<!`)(?P=ticks)(?!`)",
    re.MULTILINE | re.DOTALL,
)

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n(---|\.\.\.)[ \t]*(\n|\Z)", re.DOTALL)

# Stands for an '@' in code: of the private use area, so that no page has it.
_HIDDEN = "\ue0ff"


def code_hidden(text: str) -> str:
    """A page that cites nothing in code and comments; every place in it stays as it is."""
    return _CODE.sub(lambda code: code[0].replace("@", _HIDDEN), text)


def code_shown(text: str) -> str:
    """A page whose code was hidden, as it was."""
    return text.replace(_HIDDEN, "@")


def without_code(text: str) -> str:
    """A page with blanks in place of code and comments, so that every position stays."""
    return _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)


def without_front_matter(text: str) -> str:
    """The words of a page, without the settings between '---' at its head."""
    return _FRONT_MATTER.sub("", text, count=1)
