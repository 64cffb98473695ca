"""The site to build: as the environment says what to compare it with."""

from collections.abc import Mapping
from pathlib import Path

from ..build.dates import MomentError, given_moment, wrong_moment
from ..git import HistoryError
from ..problem import Problem, quoted
from ..progress import SILENT, Progress
from ..settings import Configuration
from ..site import Site, read_site
from ..statement.history import history_of

# Names the revision since which a change is judged.
BASE = "BASE"


def site_to_build(
    root: Path,
    variables: Mapping[str, str],
    configuration: Configuration,
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
        return read_site(root, history=history, address=configuration.site_url, progress=progress)
    # Imported late: most builds are of the whole site.
    from .blame import change_since

    try:
        return change_since(root, base, history).site(root, configuration.site_url, progress)
    except HistoryError as error:
        message = f"cannot tell what changed since {BASE} {quoted(base)}: {error}"
        raise HistoryError(message) from error


def _address_in(statement: object) -> str | None:
    address = statement.get("address") if isinstance(statement, Mapping) else None
    return address.strip() if isinstance(address, str) and address.strip() else None
