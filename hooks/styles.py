"""The project’s own style sheets are served as one."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from undersigned.pages.styles import joined

STYLES = "assets/undersigned/"


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Join the project's own style sheets; those that a site adds elsewhere stay apart."""
    own = [path for path in config.extra_css if path.startswith(STYLES) and path in files.src_uris]
    if not own:
        return
    parts = [files.src_uris[path] for path in own]
    name, text = joined(part.content_string for part in parts)
    for part in parts:
        files.remove(part)
    files.append(File.generated(config, f"{STYLES}{name}", content=text))
    config.extra_css = [f"{STYLES}{name}", *(each for each in config.extra_css if each not in own)]
