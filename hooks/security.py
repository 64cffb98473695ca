"""security.txt: whom to tell of a hole in the site."""

from datetime import UTC, datetime

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, Files, InclusionLevel
from undersigned.build.security_txt import PATH, ageing, read_security, security_text
from undersigned.problem import report, stopping


def on_config(config: MkDocsConfig) -> None:
    """Read the setting; stop the build over what is wrong in it, warn of what grows old."""
    contact = config.extra["statement"]["contact"]
    security, problems = read_security(config.extra.get("security"), contact)
    problems += ageing(security, datetime.now(UTC)) if security else []
    if problems:
        # Printed, not logged: it must not fail a strict build on the day that it grows old.
        click.echo(report(problems), err=True)
    if stopping(problems):
        raise Abort("the site is not built until these are mended")
    config.extra["security_read"] = security


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Serve the file, unless docs/ has one. MkDocs leaves folders with a dot out unless told."""
    security, given = config.extra["security_read"], files.get_file_from_path(PATH)
    if security is None or (given and given.inclusion is not InclusionLevel.EXCLUDED):
        return
    if given:
        files.remove(given)
    text = security_text(security, config.site_url or "", config.theme["language"])
    level = InclusionLevel.INCLUDED
    files.append(File.generated(config, PATH, content=text, inclusion=level))
