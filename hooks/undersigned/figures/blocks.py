r"""The block ``\figure{NAME}`` in pages: where it stands, and what is wrong with one."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from ..paths import path_in_pages
from ..problem import Problem, Severity, quoted
from ..text.pages import without_code
from ..text.source import Source, line_starts, place_in
from .model import Figure
from .rules import nearest

_BLOCK = re.compile(r"^\\figure\{([^{}\n]*)\}[ \t]*$", re.MULTILINE)
_BEGUN = re.compile(r"\\figure(?![a-zA-Z])[^\n]*")

# With so many timelines of the greatest length, a page takes ten seconds to draw.
MOST_ON_A_PAGE = 20

_ALONE = "let it stand on one line of its own, as '\\figure{name}', with an empty line around it"


def with_shown(words: str, shown: Callable[[str], str]) -> str:
    """The Markdown of a page with what is `shown` for each name in place of its block."""
    if "\\figure{" not in words:
        return words
    pieces, end = list[str](), 0
    for block in _BLOCK.finditer(without_code(words)):
        pieces += [words[end : block.start()], shown(block[1])]
        end = block.end()
    return "".join([*pieces, words[end:]])


def pages_showing(pages: Iterable[Source]) -> Mapping[str, str]:
    """The path in docs/ of the first page that shows a figure, by the figure's name."""
    found = dict[str, str]()
    for page in pages:
        text = without_code(page.text) if "\\figure{" in page.text else ""
        for block in _BLOCK.finditer(text):
            found.setdefault(block[1], path_in_pages(page.path))
    return found


def faulty_blocks(pages: Iterable[Source], known: Collection[str]) -> Iterator[Problem]:
    """A problem for each block that shows nothing; `known` are the names of all figures."""
    for page in pages:
        if "\\figure" in page.text:
            starts = line_starts(page.text)
            for position, message in _faults(without_code(page.text), known):
                yield Problem(page.path, *place_in(starts, position), message)


def never_shown(figures: Mapping[str, Figure], pages: Mapping[str, str]) -> Iterator[Problem]:
    """A note for each figure that no page shows; `pages` are those that show one, by its name."""
    for name, figure in figures.items():
        if name not in pages:
            message = f"no page shows this figure; show it by '\\figure{{{name}}}', or remove it"
            yield Problem(figure.path, 1, 1, message, Severity.NOTE)


def _faults(text: str, known: Collection[str]) -> Iterator[tuple[int, str]]:
    blocks = {block.start(): block for block in _BLOCK.finditer(text)}
    here = set[str]()
    for begun in _BEGUN.finditer(text):
        block = blocks.get(begun.start())
        if block is None or not _stands_apart(text, block):
            yield begun.start(), f"{quoted(begun[0].strip())} shows no figure here; {_ALONE}"
        elif block[1] not in known:
            yield begun.start(), f"there is no figure {quoted(block[1])}; {_hint(block[1], known)}"
        elif block[1] in here:
            message = f"figure {quoted(block[1])} is shown on this page already; remove one of both"
            yield begun.start(), message
        here.add(block[1] if block else "")
    for block in list(blocks.values())[MOST_ON_A_PAGE : MOST_ON_A_PAGE + 1]:
        message = f"the page shows more than {MOST_ON_A_PAGE} figures; divide it into several pages"
        yield block.start(), message


def _hint(name: str, known: Collection[str]) -> str:
    near = nearest(name, sorted(known))
    named = name if name.replace("-", "").isalnum() else "name"
    return f"did you mean '{near}'?" if near else f"add figures/{named}.yml beside this page"


def _stands_apart(text: str, block: re.Match[str]) -> bool:
    """Whether the lines around a block have no words, or the page begins or ends there."""
    above = text[: block.start()].removesuffix("\n").rpartition("\n")[2]
    below = text[block.end() :].removeprefix("\n").partition("\n")[0]
    return not above.strip() and not below.strip()
