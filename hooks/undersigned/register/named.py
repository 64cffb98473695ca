"""Those whom mkdocs.yml names before others, held against the register, each at its place."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from ..identity import id_of
from ..model import Signatory, Standing
from ..names.slug import slug
from ..paths import CONFIGURATION
from ..problem import Problem, Severity, quoted
from ..text.source import Text
from ..text.yaml_nodes import node_at, nodes_of, root_node, text_of_node
from .entries import gather
from .settings import MOST_NAMED

# Comparing an id with more than these takes longer than the hint is worth.
_MOST_COMPARED = 5_000


def faults_of_named(root: Path, signatories: Iterable[Signatory]) -> Iterator[Problem]:
    """A problem for each id of `extra.register.named` that is nobody's, or that is there twice.

    Of whoever no longer endorses the statement it is a note: they are not named, and nobody else
    has to mend anything for that. What is wrong with the file, and that it names too many, is for
    the engine to report.
    """
    named = _named_in(root)
    standing = {each.id: each.standing for each in signatories} if named else {}
    before: set[str] = set()
    # Read once more only where somebody is missing: those of faulty entries are not unknown.
    written = cache(lambda: {id_of(entry.values) for entry in gather(root)[0]})
    for text in named[:MOST_NAMED]:
        who = text.value.strip()
        if who in before:
            yield _at(text, f"{quoted(who)} is named before; remove one of the two")
        elif who not in standing:
            if who not in written():
                yield _unknown(text, who, standing)
        elif standing[who] is not Standing.ENDORSES:
            message = f"{quoted(who)} does not endorse the text now and is not named; remove it"
            yield _at(text, message, Severity.NOTE)
        before.add(who)


def _named_in(root: Path) -> list[Text]:
    listed = nodes_of(node_at(root_node(root, CONFIGURATION), "extra", "register", "named"))
    return [text for each in listed if (text := text_of_node(each))]


def _unknown(text: Text, who: str, known: Iterable[str]) -> Problem:
    """The problem of an id that is nobody's."""
    ids = list(known)
    near = [slug(who)] if slug(who) in ids else ()
    if not near and len(ids) <= _MOST_COMPARED:
        near = get_close_matches(who, ids, 1)
    hint = f"did you mean '{near[0]}'?" if near else "give the id of one, or remove this line"
    return _at(text, f"no signatory has the id {quoted(who)}; {hint}")


def _at(text: Text, message: str, severity: Severity = Severity.PROBLEM) -> Problem:
    where = "extra.register.named"
    return Problem(CONFIGURATION, text.line, text.column, f"{where}: {message}", severity)
