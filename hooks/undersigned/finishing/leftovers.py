"""What another statement has left behind, in a repository that was begun from its own."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from ..problem import Problem, Severity, quoted
from ..statement.identity import same_statement
from ..text.source import Source, Text, line_starts, place_in
from ..text.yaml_nodes import composed, node_at, text_of_node
from .other_statements import host_of
from .reading import CITATION, SiteFiles, is_page_of


def the_citation_is_of_this_statement(files: SiteFiles) -> Iterator[Problem]:
    """CITATION.cff gives the title and the address of this statement."""
    statement = files.statement
    cited = _cited(files.file(CITATION))
    if statement is None or cited is None:
        return
    title, address = cited
    if title and " ".join(title.value.split()) != statement.one_line_title:
        yield _miscited(title, statement.one_line_title)
    if address and not same_statement(address.value, statement.address):
        yield _miscited(address, statement.address)


def nobody_is_led_to_another_site(files: SiteFiles) -> Iterator[Problem]:
    """No file names where the site of another statement is, or where that is asked.

    Which those are is known from the history of mkdocs.yml: a clone without it finds none.
    """
    own = files.own
    places = {each for names in files.before for each in (*names.hosts[1:], *names.contacts)}
    left = places - {*own.hosts, *own.contacts, ""}
    for source in _all(files):
        for line, column, found in _found(source, sorted(left)):
            message = f"{quoted(found)} is of the site of another statement; write your own"
            yield Problem(source.path, line, column, message)


def no_other_statement_is_named(files: SiteFiles) -> Iterator[Problem]:
    """No file has the names of another statement, its id, or the host of its address.

    A page or README may mean to name it, so there it is a warning. Which they are is known from
    the history of mkdocs.yml, and from a CITATION.cff that cites another address.
    """
    names, cited = sorted(_foreign(files)), _of_citation(files)
    for source in _all(files):
        spoken = is_page_of(source.path) or source.path == "README.md"
        severity = Severity.WARNING if spoken else Severity.PROBLEM
        for line, column, found in _found(source, names):
            if source.path == CITATION and found in cited:
                continue  # which is reported as what is cited
            message = f"{quoted(found)} is a name of another statement; write your own"
            yield Problem(source.path, line, column, message, severity)


def _foreign(files: SiteFiles) -> set[str]:
    """The names that are another statement's and neither this one's nor a part of its names.

    A single word may be anybody's, so a name has two; a slug has a hyphen, a host a dot.
    """
    own = files.own
    known = chain.from_iterable((*each.words, each.id, *each.hosts[:1]) for each in files.before)
    names = {each for each in (*known, *_of_citation(files)) if re.search(r"\w[\W_]+\w", each)}
    ours = " / ".join((*own.words, own.id, own.address, *own.hosts, *own.contacts)).casefold()
    return {each for each in names if each.casefold() not in ours}


def _of_citation(files: SiteFiles) -> Sequence[str]:
    """The title and the host that a citation of another statement gives."""
    statement, cited = files.statement, _cited(files.file(CITATION))
    title, address = cited or (None, None)
    if not (statement and title and address) or same_statement(address.value, statement.address):
        return ()
    return " ".join(title.value.split()), host_of(address.value)


def _cited(source: Source | None) -> tuple[Text | None, Text | None] | None:
    """The title and the address that a citation file prefers; None where there is no such file."""
    node = composed(source, aliases=False)[0] if source else None
    preferred = node_at(node, "preferred-citation")
    if preferred is None:
        return None
    return text_of_node(node_at(preferred, "title")), text_of_node(node_at(preferred, "url"))


def _miscited(text: Text, wanted: str) -> Problem:
    message = f"{quoted(text.value)} is cited, and mkdocs.yml has {quoted(wanted)}; write that"
    return Problem(CITATION, text.line, text.column, message)


def _all(files: SiteFiles) -> Sequence[Source]:
    return (*([files.settings] if files.settings else []), *files.pages, *files.beside)


def _found(source: Source, words: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """The places of words in a file, each as a whole and in any case; a longer one goes first."""
    if not words:
        return
    # Between words there may be a line break and the sign of a comment or of folded text.
    longest = sorted(words, key=len, reverse=True)
    patterns = (r"\s+(?:#\s+)?".join(map(re.escape, each.split())) for each in longest)
    whole = re.compile(rf"(?<![\w.@-])(?:{'|'.join(patterns)})(?![\w-])", re.IGNORECASE)
    starts: list[int] = []
    for found in whole.finditer(source.text):
        starts = starts or line_starts(source.text)
        yield *place_in(starts, found.start()), " ".join(found[0].split())
