"""The edition in PDF, written into a built site whose pages show what they have to."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from ..build.dates import VARIABLE
from ..dates import StatedDate
from ..markup.dead_links import dead_links
from ..problem import Problem, Severity, quoted, setting_problem
from ..progress import SILENT, Progress
from ..shown.built import BuiltSite
from ..shown.pages import judgement
from ..typesetting import PATH
from .content import UnsetError, with_pictures
from .document import document, register_of
from .layout import LayoutError, NotDisplayedError, installed_layout
from .unset import beyond, set_with_what_there_is, why_lacking

_OR_NONE = "or leave out the PDF by extra.edition.pdf: false"


class Completed(NamedTuple):
    """What keeps a built site from being published, or is noted; links that lead nowhere."""

    problems: Sequence[Problem]
    dead: Sequence[str]


def completed(
    site: BuiltSite, variables: Mapping[str, str], progress: Progress = SILENT
) -> Completed:
    """The judgement of a built site; if nothing keeps it from being published, its PDF is written.

    The environment's `variables` have the moment of the build.
    """
    problems, pages = judgement(site, progress)
    if not problems and site.made.view.settings.pdf:
        progress.begin(1)
        progress.now(f"setting {PATH}")
        problems = list(write_edition(site, int(variables[VARIABLE])))
        progress.end()
    led = ((each.file, each.links) for each in pages)
    return Completed(problems, list(dead_links(site.folder, led)))


def write_edition(site: BuiltSite, moment: int) -> Iterator[Problem]:
    """Write the PDF; names that no font has are a note, as the document says where they stand.

    The `moment` that dates it is in seconds since 1970.
    """
    layout = installed_layout()
    made, version = site.made, site.made.site.versions[-1]
    place = version.path
    try:
        folder = site.folder / made.view.texts.folder
        said = document(made, site.drawn(version.text), _day(moment))
        said = {**said, "text": with_pictures(said["text"], lambda at: (folder / at).read_bytes())}
        if unset := layout.lacking(beyond(said["text"])):
            yield Problem(place, 1, 1, _no_letters(min(unset)))
            return
        why = why_lacking(register_of(made.view.settings), made.view.words.catalogue)
        content, lacking = set_with_what_there_is(layout, said, moment, why)
    except (UnsetError, LayoutError, NotDisplayedError) as error:
        message = f"{PATH} cannot be set: {error}; reword it, {_OR_NONE}"
        yield Problem(place, 1, 1, message.replace("\n", " "))
        return
    (site.folder / PATH).write_bytes(content)
    if lacking:
        others = f" and {len(lacking) - 1:,} more" if len(lacking) > 1 else ""
        message = f"{PATH} has the id or […] in place of {quoted(min(lacking))}{others}"
        message = f"{message}: no font of it has all letters; the site shows them"
        yield setting_problem(message, Severity.NOTE)


def _day(moment: int) -> StatedDate:
    day = datetime.fromtimestamp(moment, UTC)
    return StatedDate(day.year, day.month, day.day)


def _no_letters(text: str) -> str:
    return f"{quoted(text)} has letters that no font of {PATH} has; reword it, {_OR_NONE}"
