"""The opening of a summary: what to look at closely, before all else."""

from collections.abc import Iterator, Mapping

from ..markup.untrusted import code
from . import entry_lines, record_sections
from .cautions import Caution
from .review import Review
from .risks import Risk, risks_of
from .sections import named


def opening(review: Review) -> Iterator[str]:
    """One sentence on the whole, or on all that a maintainer must look at; then who, and why.

    What is loud stands in GitHub's own form of a caution.
    """
    risky = "; ".join(_risky(review))
    only = review.adds_one_drop_in_only
    if only or not risky:
        yield _calm(review)
    if risky and not only:
        yield "> [!CAUTION]"
        yield f"> **Look closely: this touches {risky}.**"
    cautions = list(_cautions(review))
    if cautions and (only or not risky):
        yield from ("", "> [!CAUTION]", "> **Look closely at what is new:**")
    if cautions:
        yield ">"
        yield from (f"> - {line}" for line in cautions)


def _calm(review: Review) -> str:
    """One sentence on a change that touches nothing of somebody else's."""
    if review.adds_one_drop_in_only:
        return "**Adds one drop-in and touches nothing else.**"
    if not review.files and not review.outside:
        return "**Changes nothing.**"
    folds = {"the register": review.folded, "the record of deeds": review.record.folded}
    into = " and ".join(where for where, folded in folds.items() if folded)
    if into and not (review.entries.added or review.entries.joining):
        return f"**Folds drop-ins into {into} and changes no entry.**"
    return "**Touches neither what was signed, nor anybody else’s entry, nor code.**"


def _cautions(review: Review) -> Iterator[str]:
    """Each caution with the names of those whom it is about, the gravest first."""
    about: dict[Caution, dict[str, None]] = {caution: {} for caution in Caution}
    for each in review.cautions:
        about[each.caution][entry_lines.name_of(each.entry)] = None
    for caution, names in about.items():
        if names:
            yield f"{caution}: {named(names)}"
    yield from record_sections.cautions(review.record)
    if not review.ids_asked:
        yield "whether a new id was in the register before is not known: the history is cut off"


def _risky(review: Review) -> Iterator[str]:
    """What a maintainer has to look at: links and published texts, existing entries, then code."""
    risks = dict(_risks(review))
    first = (Risk.LINK, Risk.TEXT, Risk.VERSIONS, Risk.BESIDE)
    copies = [path.rpartition("/")[0] for path in risks.pop(Risk.PROOF, ())]
    for risk in first:
        if risk in risks:
            yield f"{risk} ({named(risks[risk])})"
    if review.readdressed:
        old, new = (code(each) if each else "none that is plain" for each in review.readdressed)
        yield f"whose statement this is: its address was {old}, now {new}, {_UNBOUND}"
    if review.taken_over:
        yield f"an id that may now be somebody else’s ({named(review.taken_over)})"
    if review.others:
        names = map(entry_lines.name_of, review.others)
        yield f"somebody else’s entry ({named(names)})"
    yield from record_sections.risky(review.record)
    if review.unproved:
        yield f"an endorsement that is no longer proved ({named(review.unproved)})"
    if copies:
        yield f"{Risk.PROOF} ({named(dict.fromkeys(copies))})"
    for risk, paths in risks.items():
        if risk not in first:
            yield f"{risk} ({named(paths)})"
    if review.quoting:
        pages = named(review.quoting)
        yield f"a page that quotes a published text, and now otherwise ({pages})"
    if run := [each.path for each in (*review.touched, *review.outside) if each.may_run]:
        yield f"a file that it makes executable ({named(run)})"
    if alike := [path for pair in review.alike for path in pair]:
        pairs = named(dict.fromkeys(alike))
        yield f"a path that is another’s but for case or composed letters ({pairs})"


# What a change of `extra.statement.address` brings with it.
_UNBOUND = "and what was published under the first binds no text under the second"


def _risks(review: Review) -> Mapping[Risk, list[str]]:
    new = {each.path for each in (*review.touched, *review.outside) if each.is_new}
    outside = [each.path for each in review.outside]
    return risks_of(review.files, outside, review.texts, review.links, new)
