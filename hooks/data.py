"""Open data: files for programs, all from the register that the pages show, and their page."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from undersigned.data.files import MEANINGS, open_data, proofs
from undersigned.data.signatories import meanings
from undersigned.data.statement import origin_of
from undersigned.git import revision
from undersigned.locale import locale_of, shown_date

PAGE = "data.md"


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the files, and the page that describes them unless docs/ has one of that path.

    Templates have what that page shows at `config.extra.open_data`.
    """
    site, language = config.extra["site"], config.theme["language"]
    commit = revision(Path(config.config_file_path).parent)
    origin = origin_of(config.extra["statement"], config.site_url or "")
    made = open_data(origin, site, config.extra["signatories"], language, commit)
    for path, content in made.files.items():
        files.append(File.generated(config, path, content=content))
    if files.get_file_from_path(PAGE) is None:
        hidden = InclusionLevel.NOT_IN_NAV
        files.append(File.generated(config, PAGE, content="# Data\n", inclusion=hidden))
    change = made.last_change
    config.extra["open_data"] = {
        "files": MEANINGS,
        "fields": meanings(),
        "proofs": proofs(origin, site.versions, made.register_sha256),
        "last_change": change,
        "changed": shown_date(change.date, locale_of(language)) if change else "",
    }


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Draw the page with its template."""
    if page.file.src_uri == PAGE:
        page.meta.setdefault("template", "undersigned/data.html")
