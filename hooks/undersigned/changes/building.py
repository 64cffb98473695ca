"""The site to build, by what the environment compares it with, and what is published of it."""

from collections.abc import Mapping, MutableMapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from ..build.dates import MomentError, date_build, given_moment, wrong_moment
from ..build.kept import NOTHING_KEPT, Kept
from ..build.preview import Deploy
from ..dates import StatedDate
from ..git import HistoryError
from ..outputs import outputs
from ..problem import Problem, quoted, setting_problem, stopping
from ..progress import SILENT, Progress
from ..publication import Publication
from ..register.examining import Later
from ..settings import Configuration, Settings, read_settings
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
    later: Later | None = None,
) -> tuple[Site, list[Problem]]:
    """The site to build, and its problems, by the variables of the environment.

    With BASE, only what changed since stops the build. The `configuration` is what the engine has
    read: the statement's address says which published texts are this statement's, that of the site
    which texts signatories prove, a preview's too. Raises `HistoryError`, naming the variable,
    where a revision is not there, and `MomentError` where the date of the build is none. What is
    still looked for is in `later`, as by `read_site`.
    """
    if wrong := wrong_moment(given_moment(variables)):
        raise MomentError(wrong)
    history = history_of(root, variables, _address_in(configuration.extra.get("statement")))
    if not (base := variables.get(BASE, "")):
        address = configuration.site_url
        return read_site(
            root, history=history, address=address, progress=progress, kept=kept, later=later
        )
    # Imported late: most builds are of the whole site.
    from .blame import change_since

    try:
        return change_since(root, base, history).site(root, configuration.site_url, progress)
    except HistoryError as error:
        message = f"cannot tell what changed since {BASE} {quoted(base)}: {error}"
        raise HistoryError(message) from error


def published(
    root: Path,
    variables: MutableMapping[str, str],
    configuration: Configuration,
    kept: Kept = NOTHING_KEPT,
    progress: Progress = SILENT,
) -> tuple[Publication | None, list[Problem]]:
    """All that is published of the site to build, or nothing if a problem stops it; all problems.

    The build is dated in the variables. Of a long register, pages and data are made before it is
    known whether it has duplicates. Raises what `site_to_build` does.
    """
    later: Later | None = None if kept.keeps else []
    site, problems = site_to_build(root, variables, configuration, kept, progress, later)
    date_build(variables, root, site.versions, site.register.signatories)
    settings, wrong = read_settings(configuration, variables, datetime.now(UTC))
    wrong += elsewhere(site, settings) if settings else []
    if settings and any(version.is_draft for version in site.versions):
        site, settings = _dated_draft(site, settings.built_on), _of_a_draft(settings)
    made = None
    if settings and not stopping([*problems, *wrong]):
        make = partial(_made, site, settings, kept, progress)
        made = kept.made("all", lambda: (site, settings), make)
    found = [work.result() for work in later or ()]
    if any(each is None or stopping(each) for each in found):
        # A register with duplicates is none, of which other rules have something else to say.
        _, problems = site_to_build(root, variables, configuration, kept, progress)
    problems += [*wrong, *(problem for each in found for problem in each or ())]
    return (None if stopping(problems) else made), problems


def _dated_draft(site: Site, day: date) -> Site:
    """The site with its draft dated as the build is, so that one commit has the same bytes any day.

    Where nothing dates the build, it has the day on which the draft was read.
    """
    on = StatedDate(day.year, day.month, day.day)
    dated = (replace(each, published=on) if each.is_draft else each for each in site.versions)
    return replace(site, versions=tuple(dated))


def _of_a_draft(settings: Settings) -> Settings:
    """The settings while the text is a draft: nobody is led to where it would be published."""
    note = settings.catalogue.gettext("No version of the text is published yet: this is its draft.")
    preview = replace(settings.preview or Deploy(), note=note)
    return replace(settings, site_url="", published="", preview=preview)


def elsewhere(site: Site, settings: Settings) -> list[Problem]:
    """What is wrong if the engine reads another folder of the texts than mkdocs.yml itself has.

    Whatever needs no engine, such as `undersigned check`, reads that file alone.
    """
    texts = settings.statement.texts
    if not site.versions or site.versions[-1].texts == texts:
        return []
    message = f"the texts are in {texts.source}/ by what this file inherits, and not by its own"
    message = f"{message} words; write extra.statement.words and folder into the file itself"
    return [setting_problem(message)]


def _made(site: Site, settings: Settings, kept: Kept, progress: Progress) -> Publication:
    """What is published of a checked site; where it is kept, with the bytes of its files."""
    made = outputs(site, settings, progress)
    files = (replace(each, parts=partial(tuple, [each.content])) for each in made.files)
    return replace(made, files=tuple(files)) if kept.keeps else made


def _address_in(statement: object) -> str | None:
    address = statement.get("address") if isinstance(statement, Mapping) else None
    return address.strip() if isinstance(address, str) and address.strip() else None
