"""The words in which a verification is printed, made last of what was found."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ..domain_names import shown
from ..problem import counted, printable, quoted
from ..proofs.endorsements_txt import Line, name_form
from ..proofs.judgement import Said
from .site_files import MORE
from .verdicts import Answer, Contradiction, Fault, Heard, Point, Verdict
from .verify import Verification

# How a line begins that no signatory has.
_SITE = "the site contradicts itself"

_UNSAID = {
    Said.NOTHING: "says nothing of it",
    Said.NAMES_NOBODY: "names nobody on {line}, and the host is not this signatory's alone",
    Said.NAMES_OTHER: "names another on {line}, '{name}'",
    Said.NAMES_SEVERAL: "names '{name}' on {line}, as several on this host are called",
    Said.ANOTHER_VERSION: "endorses another version on {line}, at {address}",
    Said.ANOTHER_ADDRESS: "endorses these words on {line} at another address, {address}",
}


def lines_of(found: Verification) -> Iterator[str]:
    """Every line: what contradicts first, then each signatory in the order of the site, totals."""
    by_answer: dict[Answer, list[Verdict]] = {answer: [] for answer in Answer}
    for verdict in found.verdicts:
        by_answer[verdict.answer].append(verdict)
    faults, digests = sorted(found.faults, key=lambda fault: not fault.contradicts), _digests(found)
    contradicting = sum(each.contradicts for each in faults)
    for each in faults[:contradicting]:
        yield f"{_SITE}: {printable(each.message)}"
    for verdict in by_answer.pop(Answer.CONTRADICTED):
        yield f"{Answer.CONTRADICTED}: {_contradicted(verdict, digests, found)}"
    for each in faults[contradicting:]:
        yield f"note: {printable(each.message)}"
    for answer, verdicts in by_answer.items():
        for verdict in verdicts:
            yield f"{answer}: {_known(verdict)}"
    yield from _served(found)
    yield from _left(found)
    yield totals(found)


def totals(found: Verification) -> str:
    """How many signatories have each answer, on one line."""
    counts = Counter(each.answer for each in found.verdicts)
    of = ", ".join(f"{counts[answer]:,} {answer}" for answer in Answer)
    signatories = counted(len(found.verdicts), "signatory", "signatories")
    withdrawn = f"; {found.withdrawn:,} withdrawn" if found.withdrawn else ""
    itself = sum(each.contradicts for each in found.faults)
    contradicts = f"; the site contradicts itself {counted(itself, 'time')}" if itself else ""
    return f"{signatories}: {of}{withdrawn}{contradicts}"


def _digests(found: Verification) -> Mapping[str, str]:
    """The digests of the texts by their addresses: as they are served, or else as stated."""
    return {each.text.address: each.sha256 or each.text.sha256 for each in found.texts}


def _served(found: Verification) -> Iterator[str]:
    for each in found.texts:
        if each.sha256:
            yield f"version {each.text.version}: {each.address} has sha256:{each.sha256}"


def _left(found: Verification) -> Iterator[str]:
    why = "the run was stopped" if found.stopped else f"the time was over; {MORE}"
    if found.copies_left:
        yield f"{counted(found.copies_left, 'kept copy', 'kept copies')} not read: {why}"
    if found.unasked:
        yield f"{counted(found.unasked, 'server')} not asked: {why}"


def _who(verdict: Verdict) -> str:
    """The name that a site gives to a signatory, with the host that may speak for it."""
    name = quoted(verdict.listed.latest.name)
    return f"{name} ({shown(verdict.host)})" if verdict.host else name


def _contradicted(verdict: Verdict, digests: Mapping[str, str], found: Verification) -> str:
    """Who is contradicted by what, with every address, as it can be quoted."""
    latest = verdict.listed.latest
    is_own = latest.url.startswith(found.statement.address)
    place = f" at {printable(latest.url)}" if is_own else ""
    said = "; and ".join(_against(each, digests) for each in verdict.contradictions)
    return f"{_who(verdict)} is listed{place} as endorsing; {said}"


def _against(each: Contradiction, digests: Mapping[str, str]) -> str:
    heard, line = each.heard, each.line
    place = _place(heard, line) + ("," if heard.kept_from or heard.key else "")
    match each.fault:
        case Fault.DENIES if line:
            digest = digests.get(line.address, "")
            here = f"this site serves sha256:{digest} there"
            text = f"{printable(line.address)} with sha256:{line.sha256}"
            return f"{place} {line.action.value}s {text}, and {here}"
        case Fault.WITHDRAWN if line:
            return f"{place} withdraws version {each.version} on {line.day}"
        case Fault.OTHER_DAY:
            return f"{place} and the grade 'proved' gives another day"
        case Fault.SILENT:
            return f"{place} does not prove version {each.version}, as the grade 'proved' claims"
        case Fault.MISSING:
            return f"the grade 'proved' is claimed, and {place} {printable(heard.why)}"
    return f"{place} {printable(heard.why)}"


def _place(heard: Heard, line: Line | None = None) -> str:
    """Where something is said: the line and the address, and for a copy when it was fetched."""
    place = f"line {line.number} of {heard.address}" if line else heard.address
    kept = f", fetched from {heard.kept_from} on {heard.day}" if heard.kept_from else ""
    signed = f", signed by {heard.key}" if heard.key else ""
    return printable(f"{place}{kept}{signed}")


def _known(verdict: Verdict) -> str:
    """How an endorsement is known, for each version of which that differs."""
    parts = dict[str, list[str]]()
    for point in verdict.points:
        parts.setdefault(_how(point, verdict), []).append(point.version)
    several = "; ".join(f"version {_listed(versions)} {how}" for how, versions in parts.items())
    return f"{_who(verdict)}, {several}"


def _how(point: Point, verdict: Verdict) -> str:
    if point.answer is Answer.NOW and point.by:
        return f"by {_proof(point, verdict)}{_other_key(verdict)}"
    if point.answer is Answer.KEPT and point.by:
        return f"by {_proof(point, verdict)}; now {_unproved(verdict, point)}"
    return f"by the site alone: {_unproved(verdict, point)}"


def _proof(point: Point, verdict: Verdict) -> str:
    """The line that proves; which name it gives, where it is one that a site says to be former."""
    line, place = point.line, _place(point.by, point.line) if point.by else ""
    if line is None or line.name in ("", name_form(verdict.listed.latest.name)):
        return place
    return f"{place}, which names {quoted(line.name)}, a former name as this site says"


def _other_key(verdict: Verdict) -> str:
    """What is to be known where the server has another key than it had, or none any more."""
    now, kept = verdict.now, verdict.kept
    if not now or not kept or not kept.key or kept.key == now.key:
        return ""
    return f"; the copy of {kept.day} was signed by {kept.key}"


def _unproved(verdict: Verdict, point: Point) -> str:
    """Why a server proves nothing now."""
    now = verdict.now
    if not verdict.host:
        return "no server of its own is known, which could say so"
    if now is None:
        ended = "it has ended, so " if verdict.listed.latest.ended else ""
        return f"{ended}its server was not asked"
    if now.file is None:
        return f"{printable(now.address)} {printable(now.why)}"
    said, line = point.now or (Said.NOTHING, None)
    number, name, address = (line.number, line.name, line.address) if line else (0, "", "")
    words = _UNSAID.get(said, _UNSAID[Said.NOTHING])
    words = words.format(line=f"line {number}", name=printable(name), address=printable(address))
    unread = f"; {_unread(now)}" if now.file.unread else ""
    return f"{printable(now.address)} {words}{unread}"


def _unread(now: Heard) -> str:
    numbers = now.file.unread if now.file else ()
    return f"its line {numbers[0]} cannot be read"


def _listed(versions: Sequence[str]) -> str:
    return " and ".join(versions)
