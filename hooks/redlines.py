"""A page for each version after the first: what it changed of the words before it."""

from itertools import pairwise

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from undersigned.statement.diff.redline import redline
from undersigned.statement.version import Version


def on_config(config: MkDocsConfig) -> None:
    """Give templates the address of each redline by its version, at `config.extra.redlines`."""
    later = config.extra["site"].versions[1:]
    config.extra["redlines"] = {each.number: f"principles/{each.number}/changes/" for each in later}


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add the redlines for which docs/ has no page of its own."""
    for path in _by_path(config):
        if files.get_file_from_path(path) is None:
            level = InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, path, content="", inclusion=level))


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Draw them with their template; the search has the words of each version already."""
    pair = _by_path(config).get(page.file.src_uri)
    if pair is None or not page.file.generated_by:
        return
    (old, new), title = pair, config.extra["statement"]["title"]
    shown = {edition.number: edition for edition in config.extra["editions"]}
    said = f"{title}: what version {new.number} changed of version {old.number}, word by word."
    page.meta.update(
        template="undersigned/redline.html",
        title=f"Changes from version {old.number} to {new.number}",
        description=said,
        search={"exclude": True},
        redline=redline(old.text, new.text),
        editions=[shown[each.number] for each in pair],
    )


def _by_path(config: MkDocsConfig) -> dict[str, tuple[Version, Version]]:
    """The two versions that each redline is about, by the path of its page."""
    pairs = pairwise(config.extra["site"].versions)
    return {f"principles/{new.number}/changes.md": (old, new) for old, new in pairs}
