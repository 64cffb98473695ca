"""Rules about the names of authors, editors and other contributors."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from html import unescape

from ...problem import Problem, quoted
from ..latex.reading import plain
from ..style.roles import unknown_type
from ..values.people import OTHERS, Name, given, shown_name
from .reference import Reference

_WRITE_AND = "write 'and' between names, or braces around the name of an organisation"
_BRACED = re.compile(r"\{[^{}]*\}")

# A name without any of these is one, if it has a letter.
_SUSPECT = re.compile(r"[,;|(\[]|\bal\b", re.I)
_SEPARATOR = re.compile(r"[;|]|&(?=[^,]*,)|(?<=,)[^&]*&")
_ET_AL = re.compile(r"(?<!\w)et\.?\s*al(?:ii\b|\b\.?)", re.I)
_ROLE = re.compile(
    r"[(\[]\s*(?:eds?|hrsgg?|hg|dirs?|coords?|comps?|trad|transl?|[eé]ds?|cur|org|red)\b\.?\s*[)\]]",
    re.I,
)
_COMMA_IN_BRACKETS = re.compile(r"\([^()]*,[^()]*\)|\[[^\[\]]*,[^\[\]]*\]")

_PART_BEHIND_SEMICOLON = re.compile(r";\s*(?:family|given|prefix|suffix)\s*=", re.I)

# What stands between two commas, as in 'King, Jr., Martin Luther'; compiled where one has two.
_SUFFIX = (
    r"(?:(?:jr|jnr|jun|sr|snr|sen|junior|senior|[ivx]+|[0-9](?:st|nd|rd|th)|esq|esquire|bart|bt"
    r"|ph ?d|m ?d|d ?d|j ?d|[okcmd]be|qc|kc|sj|op|osb|ofm|frs|père|pere|fils|aîné|filho|neto"
    r"|júnior|sobrinho|hijo|the (?:elder|younger)|d ?[äj]|der (?:ältere|jüngere))\b ?)+"
)
_TWO_COMMAS = 2
# What follows a comma in an organisation's name, and never in a person's ('Arc, Joan of' is one).
_OF_ORGANISATIONS = re.compile(
    r"(?:inc|incorporated|corp|corporation|llc|pllc|llp|ltd|limited|plc|gmbh|pty ltd|co ltd)\.?"
    r"|.*\b(?:of|for|für|pour)\s+\w.*",
    re.I,
)
_MOST_GIVEN_NAMES = 9
# What is nobody's given name; 'MD' and 'V' may be initials.
_BEHIND_NAMES = re.compile(r"(?:jr|jnr|ph\.? ?d|esq)\.?", re.I)


def names_are_separated(reference: Reference, _: date) -> Iterator[Problem]:
    """A list of names has 'and' between them, and commas only between the parts of one.

    'others' stands for names that are not given and is last (BibTeX, 'btxdoc', section 4).
    """
    for field, names in reference.entry.persons.items():
        for left, name in enumerate(names, 1 - len(names)):
            if why := _fault(name, left < 0):
                of = f" {quoted(name.written)}" if name.written else ""
                yield reference.problem(f"{field.lower()}{of} {why}", field.lower())


def roles_are_known(references: Sequence[Reference]) -> Iterator[Problem]:
    """The type of an editor and the parts of a name are those that BibLaTeX knows.

    There is one note for each, at its first place.
    """
    seen = set[tuple[str, str]]()
    for reference in references:
        for field, what, problem in _unknown(reference):
            if (field, what) not in seen:
                seen.add((field, what))
                yield problem


def _unknown(reference: Reference) -> Iterator[tuple[str, str, Problem]]:
    for field, names in reference.entry.persons.items():
        field = field.lower()
        if type_ := unknown_type(reference.entry, field):
            message = f"{field}type {quoted(type_)} is not known and shown as it is"
            remedy = "write one of BibLaTeX's, such as 'compiler', or leave it so"
            yield field, type_, reference.note(f"{message}; {remedy}", f"{field}type")
        for name in names:
            for part in name.unknown:
                message = f"{quoted(part)} in the name {quoted(name.written)} is not shown"
                remedy = "a name has the parts family, given, prefix and suffix"
                yield "", part, reference.note(f"{message}; {remedy}", field)


def _fault(name: Name, before_others: bool) -> str:
    """What is wrong with a name, and its remedy; empty if it may be one."""
    written = name.written
    if not written:
        return "has an 'and' with no name beside it; add the name, or remove the 'and'"
    if before_others and written.lower() == OTHERS:
        return "stands before other names; put it last"
    looked_at = shown_name(name) if name.extended or "\\" in written else written
    if not re.search(r"[^\W_]", looked_at):
        return "is no name; write the name, or remove it"
    if name.extended and _PART_BEHIND_SEMICOLON.search(written):
        return "has ';' between the parts of a name; write a comma"
    return "" if name.extended or not _SUSPECT.search(written) else _fault_of_form(name)


def _fault_of_form(name: Name) -> str:
    """What is wrong with the form of a name; what stands in braces may be of any form."""
    bare = unescape(name.written)
    while bare != (bare := _BRACED.sub("", bare)):
        pass
    if found := _ET_AL.search(bare) or _ET_AL.fullmatch(plain(name.written)):
        return f"has {quoted(found[0])}; write 'and others' behind the last name"
    if found := _ROLE.search(bare):
        return f"has {quoted(found[0])}; leave it out, and give the name in the field of that role"
    if _SEPARATOR.search(bare) or bare.count(",") > _TWO_COMMAS:
        return f"is more than one name; {_WRITE_AND}"
    if _COMMA_IN_BRACKETS.search(bare):
        return f"has a comma within brackets, which parts it; {_WRITE_AND}"
    first = given(name) if "," in bare else ""
    if _OF_ORGANISATIONS.fullmatch(first) or first.count(" ") >= _MOST_GIVEN_NAMES:
        return f"reads {quoted(name.shown)}; put braces around the name of an organisation"
    if _BEHIND_NAMES.fullmatch(first):
        way = "leave that out, or write it between commas, as in 'King, Jr., Martin'"
        return f"reads {quoted(name.shown)}; {way}"
    suffix = plain(" ".join(name.lineage_names))
    if suffix and not re.fullmatch(_SUFFIX, re.sub(r"[.\s]+", " ", suffix).strip(), re.I):
        return f"has {quoted(suffix)} where a suffix such as 'Jr' would stand; {_WRITE_AND}"
    return ""
