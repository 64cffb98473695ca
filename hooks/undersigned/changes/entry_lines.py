"""What a review says of an entry, as lines of Markdown in which all untrusted text is code."""

from collections.abc import Iterable, Iterator, Mapping

from ..domain_names import shown
from ..evidence.grades import Grade
from ..identity import id_of
from ..markup.untrusted import code
from ..problem import Problem
from ..text.source import Entry
from ..urls import host_of, refusal
from .cautions import Caution, Cautioned
from .compare import Joining, Pair, VersionOf
from .unchecked import grade
from .value_lines import address_of, differences, label, value_of

# In characters.
LONGEST_MESSAGE = 1000

_IN_HEAD = ("name", "kind", "country", "website", "evidence", "confirmed_by_email")

# The fields by which the grade of an endorsement is computed.
_GRADED_BY = frozenset(("kind", "website", "website_then", "evidence", "confirmed_by_email"))


def added(
    entry: Entry, problems: Iterable[Problem], cautions: Iterable[Cautioned] = ()
) -> Iterator[str]:
    """A new entry, with all that it says, first why to look closely."""
    values = entry.values
    about = (values.get(name) for name in ("kind", "country", "website"))
    yield f"- {', '.join([f'**{code(name_of(entry))}**', *map(address_of, filter(None, about))])}"
    yield from _cautions(cautions)
    yield from _details(entry, problems)


def joining(
    each: Joining,
    version_of: VersionOf,
    untouched: bool,
    problems: Iterable[Problem],
    cautions: Iterable[Cautioned] = (),
) -> Iterator[str]:
    """A new entry of a signatory that was there, and what it would change of that one.

    `untouched` where no other entry of that signatory has been altered or removed.
    """
    versions = [code(version_of(entry) or "unknown") for entry in (each.entry, each.there)]
    who = f"**{code(name_of(each.there))}** (id {code(id_of(each.entry.values))})"
    stays = "; its entries that were there stay as they are" if untouched else ""
    if versions[0] == versions[1]:
        yield f"- another endorsement of {who}, of version {versions[0]} as before{stays}"
    else:
        yield f"- another endorsement of {who}, now of version {versions[0]}{stays}"
    if each.differences:
        yield "  - **perhaps somebody else**: it says otherwise than the entry that was there"
        yield from differences(each.differences)
    yield from _cautions(one for one in cautions if one.caution is not Caution.ID_TAKEN)
    yield from _details(each.entry, problems)


def altered(
    pair: Pair,
    names: Mapping[str, str],
    problems: Iterable[Problem],
    cautions: Iterable[Cautioned] = (),
) -> Iterator[str]:
    """An entry before and after, with what follows of the change."""
    yield f"- **{code(name_of(pair.before))}**, somebody else’s entry"
    yield from _cautions(cautions)
    yield from (f"  - {line}" for line in _identity(pair))
    yield from differences(pair.differences)
    yield from _elsewhere(pair)
    yield from (f"  - {line}" for line in _ending(pair, names))
    if _GRADED_BY & pair.changed_fields:
        yield from (f"  - {line}" for line in _graded(pair))
    yield from problem_lines(on_lines_of(pair.after, problems))


def moved(pair: Pair) -> Iterator[str]:
    """An entry that says what it said, in another file."""
    places = f"from {code(pair.before.path)} to {code(pair.after.path)}"
    yield f"- **{code(name_of(pair.before))}**, {places}"


def removed(entry: Entry) -> Iterator[str]:
    """An entry that is gone."""
    yield f"- **{code(name_of(entry))}**, somebody else’s entry, of {code(entry.path)}"


def name_of(entry: Entry) -> str:
    """The name of an entry, or words for one that has none."""
    name = entry.get("name")
    return name.value if name else "an entry without a name"


def _cautions(cautions: Iterable[Cautioned]) -> Iterator[str]:
    for each in cautions:
        yield f"  - **{each.caution}**: {code(each.detail)}"


def _elsewhere(pair: Pair) -> Iterator[str]:
    """That its addresses lead to other hosts, and that it stands in another file."""
    for field in ("website", "evidence"):
        old, new = (_host(each.values.get(field)) for each in (pair.before, pair.after))
        if old and new and old != new:
            yield f"  - **its {field} moves to another host**: {code(old)} → {code(new)}"
    if pair.before.path != pair.after.path:
        yield f"  - moved from {code(pair.before.path)} to {code(pair.after.path)}"


def _host(address: str | None) -> str:
    return shown(host_of(address)) if address and refusal(address) is None else ""


def _details(entry: Entry, problems: Iterable[Problem]) -> Iterator[str]:
    yield f"  - {_evidence(entry)}"
    for name, value in entry.values.items():
        if name not in _IN_HEAD:
            yield f"  - {label(name)}: {value_of(name, value)}"
    yield from problem_lines(on_lines_of(entry, problems))


def _identity(pair: Pair) -> Iterator[str]:
    """Whether it is still the same signatory, by its id and its names."""
    old, new = (id_of(entry.values) for entry in (pair.before, pair.after))
    if pair.shared:
        yield f"taken for the same signatory by {pair.shared}"
    if pair.is_replacement:
        yield f"**perhaps somebody else** under the id {code(new)}"
    if old != new:
        remedy = code(f"id: {old}")
        yield f"**its id changes**: {code(old)} → {code(new)}; {remedy} would keep links and feeds"
    elif pair.is_renaming:
        yield f"its id stays {code(new)}"
    if pair.is_renaming:
        name = code(f"formerly: {name_of(pair.before)}")
        yield f"{name} {'is given' if pair.says_earlier_name else '**is not given**'}"


def _ending(pair: Pair, names: Mapping[str, str]) -> Iterator[str]:
    """How a signatory has merged or ended, which is no withdrawal."""
    if not {"ended", "succeeded_by"} & pair.changed_fields:
        return
    ended, successor = (pair.after.values.get(name) for name in ("ended", "succeeded_by"))
    if successor is not None:
        known = code(names[successor]) if successor in names else "**nobody in the register**"
        yield f"merged, not withdrawn: succeeded by {known}"
    if ended is not None:
        yield f"ended on {code(ended)}, not withdrawn: listed apart and not counted"
    elif successor is not None:
        yield "counted as long as no date is given as `ended`"


def _graded(pair: Pair) -> Iterator[str]:
    """How the endorsement is known now, and whether the website before the change says so."""
    before, after = pair.before.values, pair.after.values
    was, now = (GRADES.get(grade(entry)) for entry in (pair.before, pair.after))
    yield f"now {_evidence(pair.after)}"
    then = after.get("website_then")
    if then is not None and then not in (before.get("website_then"), before.get("website")):
        yield f"**{code(then)} was not its website** before this change"
    if was != now:
        yield f"before this change: {was or 'no evidence'}"
    elif then is not None and "website" in pair.changed_fields:
        yield "its evidence keeps its grade by `website_then`"


# How an endorsement is known by its entry alone, in few words.
GRADES: Mapping[Grade | None, str] = {
    Grade.OWN_SITE: "stated on its own site",
    Grade.RECORDED: "recorded by somebody else",
    Grade.CONFIRMED: "confirmed by e-mail",
    Grade.STATED: "stated on a page not shown to be theirs",
}


def _evidence(entry: Entry) -> str:
    """How the endorsement is known, and where a maintainer can see that."""
    evidence = entry.values.get("evidence")
    address = code(evidence or "")
    known = grade(entry)
    host = code(shown(host_of(evidence))) if evidence and known else ""
    match known:
        case Grade.OWN_SITE if then := entry.values.get("website_then"):
            return (
                f"stated on its own site at the time, {host}, under {address_of(then)}: {address}"
            )
        case Grade.OWN_SITE:
            return f"stated on its own site, {host}: {address}"
        case Grade.RECORDED:
            return f"recorded by {host}: {address}"
        case Grade.STATED:
            return f"stated on a page at {host}, not shown to be theirs: {address}"
        case Grade.CONFIRMED:
            day = code(entry.values["confirmed_by_email"])
            return f"confirmed by e-mail on {day}, which the maintainer who has the reply can tell"
        case _ if evidence is not None:
            return f"evidence that is no public address: {address_of(evidence)}"
    return "no evidence"


def on_lines_of(entry: Entry, problems: Iterable[Problem]) -> list[Problem]:
    """The problems on the lines of an entry."""
    lines = range(entry.line, entry.last_line + 1)
    return [each for each in problems if each.path == entry.path and each.line in lines]


def problem_lines(problems: Iterable[Problem]) -> Iterator[str]:
    """A line for each problem of an entry, beneath what the entry says."""
    for problem in problems:
        yield f"  - **{problem.severity}**: {code(problem.message, LONGEST_MESSAGE)}"
