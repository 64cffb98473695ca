"""Whether a built site shows what was signed, and who signed it: judged after every build."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from ..build.output import MARKER
from ..markup.built_pages import JudgedTags, contents, page_problems, read_page
from ..markup.document import Element, page
from ..paths import PROOFS, RECORD_PAGE
from ..problem import Problem, counted
from ..progress import SILENT, Progress, shown_each
from ..statement.pictures import pictures_of
from ..views.groups import OVERVIEW
from ..workers import Work
from .built import BuiltSite
from .entries import doubled_ids
from .frame import Step, hiding, steps_to
from .judging import PageFacts, judged, judged_by
from .listings import listings
from .served_twice import served_twice
from .text import CLASS
from .wanted import Wanted, wanted_on


class Judgement(NamedTuple):
    """What keeps a built site from being published, and what is known of each of its pages."""

    problems: Sequence[Problem]
    pages: Sequence[PageFacts]


def judgement(site: BuiltSite, progress: Progress = SILENT) -> Judgement:
    """The judgement of a built site; what is shown is judged on sound pages only."""
    wanted = wanted_on(site, _frame(site, JudgedTags()))
    progress.begin(len(site.pages))
    judge = _judged_each if site.kept.keeps else _judged_in_halves  # a fork keeps for itself
    facts = judge(site, wanted, site.pages, progress)
    progress.end()
    refused = page_problems(each.refused for each in facts)
    unsound = [*served_twice(site), *(_doubled_ids(site) if refused else ())] or refused
    shown = (problem for each in facts for problem in each.problems)
    return Judgement(unsound or shown_problems(site, wanted, shown), facts)


def _judged_in_halves(
    site: BuiltSite, wanted: Wanted, pages: Sequence[Path], progress: Progress
) -> list[PageFacts]:
    """What is known of each page, half of them judged by a second processor if there is one.

    Every other page, since sheets of a register, which take long, follow each other.
    """
    half = partial(_judged_each, site, wanted, pages[1::2])
    others = Work(half, is_long=bool(site.made.view.register.sections))
    facts: list[PageFacts | None] = [None] * len(pages)
    facts[::2] = _judged_each(site, wanted, pages[::2], progress)
    progress.now("judging the other half")
    facts[1::2] = others.result()
    progress.done(len(pages) // 2)
    return [each for each in facts if each]


def _judged_each(
    site: BuiltSite, wanted: Wanted, pages: Sequence[Path], progress: Progress = SILENT
) -> list[PageFacts]:
    tags, facts = JudgedTags(), []
    for read in shown_each("judging", contents(pages, site.folder, site.folder), progress):
        of = partial(judged_by, site, wanted, *read)
        judge = partial(judged, site, wanted, tags, *read)
        facts.append(site.kept.made(("judged", read[0]), of, judge))
    return facts


def shown_problems(site: BuiltSite, wanted: Wanted, shown: Iterable[Problem]) -> list[Problem]:
    """What a site shows otherwise than it was signed, given what its pages do."""
    found = list(_missing(site))
    if place := hiding(wanted.frame):
        found.append(
            site.problem_of(
                site.made.view.texts.index, f"the words of every page stand {place}; {_PLAINLY}"
            )
        )
    return [*_altered_copies(site), *_altered_pictures(site), *_first_of_each([*found, *shown])]


def _doubled_ids(site: BuiltSite) -> Iterator[Problem]:
    """An id of an entry that something in the words of the overview has: that is given another."""
    register, place = site.made.view.register, site.folder / site.file_of(OVERVIEW)
    if place.is_file() and not register.sections:
        ids = [entry.id for entry in register.entries]
        for message in doubled_ids(page(place.read_bytes()), ids):
            yield site.problem(site.file_of(OVERVIEW), message)


def _first_of_each(problems: Iterable[Problem]) -> Iterator[Problem]:
    """What is wrong by a template is so on every page: it is reported once, with the number."""
    alike: dict[str, list[Problem]] = {}
    for each in problems:
        alike.setdefault(each.message, []).append(each)
    for message, (first, *others) in alike.items():
        more = f" (and on {counted(len(others), 'other page')})" if others else ""
        yield first._replace(message=f"{message}{more}")


def _frame(site: BuiltSite, tags: JudgedTags) -> tuple[Step, ...]:
    place = site.folder / site.file_of(site.made.site.versions[-1].page)
    html = place.read_text("utf-8", "replace") if place.is_file() else ""
    root, _ = read_page(html, tags)
    return frame_of(root) if root else ()


def frame_of(root: Element) -> tuple[Step, ...]:
    """What templates write around the words of every page, as on one on which no word is free."""
    return next((steps_to(each) for each in root.select(f".{CLASS}")), ())


def _missing(site: BuiltSite) -> Iterator[Problem]:
    """The texts, and the pages of everybody who signed and of what they did, are published."""
    view = site.made.view
    texts = [version.page for version in site.made.site.versions]
    signed = [each.path for each in listings(view.register, view.texts) if each.anchored]
    record = [each.path for each in view.record.pages]
    for path in dict.fromkeys((view.texts.index, *texts, OVERVIEW, *signed, RECORD_PAGE, *record)):
        if not (site.folder / site.file_of(path)).is_file():
            remedy = _WRITTEN if path == view.texts.index else _KEPT
            yield site.problem_of(path, f"is not published; {remedy}")


_WRITTEN = f"write this page, with '{MARKER}' alone on a line"
_KEPT = "take it out of 'exclude_docs' and 'draft_docs' in mkdocs.yml"


def _altered_copies(site: BuiltSite) -> Iterator[Problem]:
    """What signatories' servers said is served byte for byte as it was kept."""
    for file in site.made.files:
        if file.path.startswith(f"{PROOFS}/"):
            place = site.folder / file.path
            if not place.is_file() or place.read_bytes() != file.content:
                yield site.problem(file.path, f"is not served as it was kept; {_LEFT_ALONE}")


def _altered_pictures(site: BuiltSite) -> Iterator[Problem]:
    """The pictures of texts are served byte for byte as they were signed."""
    for version in site.made.site.versions:
        for each in pictures_of(version.text):
            path = f"{version.texts.folder}/{each.name}"
            place = site.folder / path
            content = place.read_bytes() if place.is_file() else None
            if content is None or (each.digest and each.named(content) != each.name):
                yield site.problem(path, f"is not served as the text has it; {_LEFT_ALONE}")


_LEFT_ALONE = "take out of mkdocs.yml the plugin or hook that changes it"
_PLAINLY = "remove that from the templates in overrides/, or from the settings that they print"
