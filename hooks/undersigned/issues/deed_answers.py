"""What is particular to a deed by issue: its sources, which people may give by their addresses."""

from collections.abc import Iterator, Sequence

from ..bibliography.files import among
from ..bibliography.library import Library, keys_by_page
from ..fields import BETWEEN
from ..problem import quoted
from ..urls import page_of
from .answers import Answers
from .refusals import Refusal

_SOURCES = "sources"


def with_keys(answers: Answers, library: Library) -> tuple[Answers, list[Refusal]]:
    """The answers with the key of each source that was given by its address.

    Case, ``www.``, a slash at the end and ``http`` in place of ``https`` do not count. What is no
    address stays as it is, for the checker to judge.
    """
    given = list(filter(None, answers.values.get(_SOURCES, "").split(BETWEEN)))
    if not any(map(_is_address, given)):
        return answers, []
    known = keys_by_page(library)
    keys, refused = list[str](), list[Refusal]()
    for each in given:
        found = known.get(page_of(_whole(each)), ()) if _is_address(each) else (each,)
        keys += found[:1]
        if len(found) != 1:
            refused.append(answers.refusal(_SOURCES, _no_key(each, found, library)))
    values = {**answers.values, _SOURCES: BETWEEN.join(dict.fromkeys(keys or given))}
    return answers._replace(values=values), refused


def undated(answers: Answers, refused: Sequence[Refusal]) -> Iterator[Refusal]:
    """That neither question about a date has an answer, where the form asks both."""
    date, seen = answers.form.about("date"), answers.form.about("seen")
    asked = {each.heading for each in (date, seen) if each}
    if not (date and seen) or asked.intersection(each.where for each in refused):
        return
    if answers.values.keys().isdisjoint(("date", "seen")):
        yield Refusal(date.heading, f"has no answer; give one, or answer '{seen.heading}'")


def _is_address(source: str) -> bool:
    """Whether somebody wrote the address of a page, as browsers show it; no key begins so."""
    return source.lower().startswith(("https://", "http://", "www."))


def _whole(address: str) -> str:
    return f"https://{address}" if address.lower().startswith("www.") else address


def _no_key(address: str, keys: Sequence[str], library: Library) -> str:
    """Why an address is that of no single source, with the remedy."""
    if keys:
        listed = ", ".join(keys)
        return f"several sources have the address {quoted(address)}; write the key of one: {listed}"
    message = f"no source in {among(library.files)} has the address {quoted(address)}"
    return f"{message}; ask a maintainer in a comment to add it there"
