"""The package's extensions of Markdown are switched on for every page."""

# Imported here, while this folder is on the path: MkDocs has Python-Markdown import them by name
# once it no longer is.
import undersigned.markup.notes_in_order
import undersigned.markup.tables_by_class
from mkdocs.config.defaults import MkDocsConfig

NAMES = (undersigned.markup.notes_in_order.__name__, undersigned.markup.tables_by_class.__name__)


def on_config(config: MkDocsConfig) -> None:
    """Number notes in reading order, sort them likewise, and align columns by class."""
    config.mdx_configs.setdefault("footnotes", {})["USE_DEFINITION_ORDER"] = False
    # One configuration may be built several times.
    config.markdown_extensions += [name for name in NAMES if name not in config.markdown_extensions]
