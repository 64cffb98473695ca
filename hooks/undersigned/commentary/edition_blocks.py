r"""The blocks ``\contact`` and ``\controller``: where pages have them, and where they are words.

What each becomes hangs on the edition, so that no page names somebody who has no part in the site.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from ..problem import Problem, quoted
from ..text.pages import without_code
from ..text.source import Source, line_starts, place_in, with_line_feeds

CONTACT, CONTROLLER = "\\contact", "\\controller"

_BLOCK = re.compile(r"^(?P<before>[ \t]*)(?P<block>\\contact|\\controller)[ \t]*$", re.MULTILINE)
_NAMED = re.compile(r"(?<![\\\w])\\(?:contact|controller)(?![a-zA-Z])")


def with_paragraphs(words: str, paragraphs: Mapping[str, str]) -> str:
    """The Markdown of a page with a paragraph in place of each block, as far in as it stood.

    In code a block is what it is written as.
    """
    if CONTACT not in words and CONTROLLER not in words:
        return words
    pieces, end = list[str](), 0
    for block in _BLOCK.finditer(without_code(words)):
        pieces += [words[end : block.start("block")], paragraphs[block["block"]]]
        end = block.end()
    return "".join([*pieces, words[end:]])


def misplaced_blocks(pages: Iterable[Source], texts: Collection[str]) -> Iterator[Problem]:
    """A problem for each block within other words, where readers would see its name.

    `texts` are the paths of those that are signed, and of a draft: every word of them is shown.
    """
    for page in pages:
        if page.path not in texts and (CONTACT in page.text or CONTROLLER in page.text):
            text = without_code(with_line_feeds(page.text))
            starts = line_starts(text)
            for position, name in _misplaced(text):
                message = (
                    f"{quoted(name)} is read alone on its line only; give it a line of its own"
                )
                yield Problem(page.path, *place_in(starts, position), message)


def _misplaced(text: str) -> Iterator[tuple[int, str]]:
    blocks = {block.start("block") for block in _BLOCK.finditer(text)}
    named = ((each.start(), each[0]) for each in _NAMED.finditer(text))
    return ((position, name) for position, name in named if position not in blocks)
