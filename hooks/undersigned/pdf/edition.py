"""The edition in PDF, written into a built site whose pages show what they have to."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from ..build.dates import VARIABLE
from ..dates import StatedDate
from ..paths import text_of_version
from ..problem import Problem, Severity, quoted, setting_problem
from ..progress import SILENT, Progress
from ..shown.built import BuiltSite
from ..typesetting import PATH
from .content import UnsetError
from .document import document, register_of
from .layout import Layout, LayoutError, NotDisplayedError, installed_layout
from .unset import beyond, set_with_what_there_is

_OR_NONE = "or leave out the PDF by extra.edition.pdf: false"


def typeset(
    site: BuiltSite, variables: Mapping[str, str], progress: Progress = SILENT
) -> list[Problem]:
    """Write the PDF of a built site, if it is wanted; what keeps it from being set, or is noted.

    The environment's `variables` have the moment of the build.
    """
    if not site.made.view.settings.pdf:
        return []
    progress.begin(1)
    progress.now(f"setting {PATH}")
    found = list(_write(site, int(variables[VARIABLE]), installed_layout()))
    progress.end()
    return found


def _write(site: BuiltSite, moment: int, layout: Layout) -> Iterator[Problem]:
    """Write the PDF; names that no font has are a note, as the document says where they stand."""
    made, version = site.made, site.made.site.versions[-1]
    place = text_of_version(version.number)
    try:
        said = document(made, site.drawn(version.text), _day(moment))
        if unset := layout.lacking(beyond(said["text"])):
            yield Problem(place, 1, 1, _no_letters(min(unset)))
            return
        register = register_of(made.view.settings)
        content, lacking = set_with_what_there_is(layout, said, moment, register)
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
