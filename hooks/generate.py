"""Every page and file of `outputs` is appended to those of docs/, and nothing else is."""

from itertools import pairwise

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from undersigned.build.stylesheet import FOLDER, joined


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Append what docs/ lacks, and what nothing there may replace, folders with a dot included."""
    made = config.extra["undersigned"] = config.extra["undersigned"].writing_in(config.site_dir)
    for page in made.pages.values():
        level = InclusionLevel.UNDEFINED if page.navigable else InclusionLevel.NOT_IN_NAV
        _append(files, File.generated(config, page.path, content=page.words, inclusion=level))
        files.src_uris[page.path].edit_uri = page.edited_in(files.src_uris[page.path].edit_uri)
    for file in made.files:
        level = InclusionLevel.INCLUDED if file.stays else InclusionLevel.UNDEFINED
        place = {"abs_src_path": str(file.place_in(config.site_dir))}
        given = place if file.wins else {"content": file.content}
        _append(files, File.generated(config, file.path, **given, inclusion=level), file.wins)
    _join_style_sheets(files, config)


def on_nav(nav: object, config: MkDocsConfig, files: Files) -> None:
    """Chain sheets, and records of deeds; the menu marks the page that leads to the one read."""
    for sheets, within in config.extra["undersigned"].view.chains:
        pages = [page for each in sheets if (page := files.src_uris[each.path].page)]
        for before, after in pairwise(pages):
            before.next_page, after.previous_page = after, before
        for page in pages:
            page.parent = files.src_uris[within].page  # type: ignore[assignment]


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give each page its template, its meta and its words."""
    made, file = config.extra["undersigned"], page.file
    page.meta, words = made.framed(file.src_uri, bool(file.generated_by), page.meta, markdown)
    return str(words)


def _append(files: Files, made: File, wins: bool = False) -> None:
    given = files.get_file_from_path(made.src_uri)
    if given and (wins or given.inclusion is InclusionLevel.EXCLUDED):
        files.remove(given)
    if made.src_uri not in files.src_uris:
        files.append(made)


def _join_style_sheets(files: Files, config: MkDocsConfig) -> None:
    """Serve the project's own style sheets as one; those that a site adds elsewhere stay apart."""
    view = config.extra["undersigned"].view
    own = [path for path in view.style_sheets if path.startswith(FOLDER) and path in files.src_uris]
    path, text = joined([view.look.style, *(files.src_uris[each].content_string for each in own)])
    for each in own:
        files.remove(files.src_uris[each])
    if own:
        files.append(File.generated(config, path, content=text))
        config.extra_css = [path, *(each for each in view.style_sheets if each not in own)]
