"""The site to build: as the environment says what to compare it with."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from ..build.dates import MomentError, given_moment, wrong_moment
from ..build.kept import NOTHING_KEPT, Kept
from ..git import HistoryError
from ..outputs import outputs
from ..problem import Problem, quoted
from ..progress import SILENT, Progress
from ..publication import Publication
from ..settings import Configuration, Settings
from ..site import Site, read_site
from ..statement.history import history_of

# Names the revision since which a change is judged.
BASE = "BASE"


def site_to_build(
    root: Path,
    variables: Mapping[str, str],
    configuration: Configuration,
    kept: Kept = NOTHING_KEPT,
    progress: Progress = SILENT,
) -> tuple[Site, list[Problem]]:
    """The site to build, and its problems, by the variables of the environment.

    With BASE, only what changed since stops the build. The `configuration` is what the engine has
    read: the statement's address says which published texts are this statement's, that of the site
    which texts signatories prove, a preview's too. Raises `HistoryError`, naming the variable,
    where a revision is not there, and `MomentError` where the date of the build is none.
    """
    if wrong := wrong_moment(given_moment(variables)):
        raise MomentError(wrong)
    history = history_of(root, variables, _address_in(configuration.extra.get("statement")))
    if not (base := variables.get(BASE, "")):
        address = configuration.site_url
        return read_site(root, history=history, address=address, progress=progress, kept=kept)
    # Imported late: most builds are of the whole site.
    from .blame import change_since

    try:
        return change_since(root, base, history).site(root, configuration.site_url, progress)
    except HistoryError as error:
        message = f"cannot tell what changed since {BASE} {quoted(base)}: {error}"
        raise HistoryError(message) from error


def published(
    site: Site, settings: Settings, kept: Kept = NOTHING_KEPT, progress: Progress = SILENT
) -> Publication:
    """All that is published of a checked site; as it is `kept`, with the bytes of its files."""

    def make() -> Publication:
        made = outputs(site, settings, progress)
        files = (replace(each, parts=partial(tuple, [each.content])) for each in made.files)
        return replace(made, files=tuple(files)) if kept.keeps else made

    return kept.made("all", lambda: (site, settings), make)


def _address_in(statement: object) -> str | None:
    address = statement.get("address") if isinstance(statement, Mapping) else None
    return address.strip() if isinstance(address, str) and address.strip() else None
