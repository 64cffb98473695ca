"""The project’s own style sheets are served as one."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from undersigned.build.stylesheet import joined

STYLES = "assets/undersigned/"


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Join the project's own style sheets; those that a site adds elsewhere stay apart."""
    # Kept as they are given: one configuration may be built several times.
    given = config.extra.setdefault("style_sheets", list(config.extra_css))
    own = [path for path in given if path.startswith(STYLES) and path in files.src_uris]
    if not own:
        return
    parts = [files.src_uris[path] for path in own]
    name, text = joined(part.content_string for part in parts)
    for part in parts:
        files.remove(part)
    files.append(File.generated(config, f"{STYLES}{name}", content=text))
    config.extra_css = [f"{STYLES}{name}", *(each for each in given if each not in own)]
