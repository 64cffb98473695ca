"""What mkdocs-bibtex does with references, made quick enough for many pages and previews."""

from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs_bibtex.citation import Citation
from mkdocs_bibtex.registry import ReferenceRegistry
from undersigned.bibliography.library import PATH
from undersigned.keeping import KeptTexts, kept_folder


class _FormattedOnce:
    """A source's reference in full, formatted the first time that a page cites it."""

    def __init__(self, registry: ReferenceRegistry, kept: KeptTexts) -> None:
        self.formatted, self.kept = registry.reference_text, kept

    def __call__(self, citation: Citation) -> str:
        return self.kept.get(citation.key, lambda: self.formatted(citation))


def on_config(config: MkDocsConfig) -> None:
    """Keep formatted references: most sources are cited on several pages.

    The plugin makes a new registry whenever references.bib has changed, so nothing grows stale.
    """
    registry = config.plugins["bibtex"].registry  # type: ignore[attr-defined]
    if not isinstance(registry.reference_text, _FormattedOnce):
        registry.reference_text = _FormattedOnce(registry, _kept(config))


def on_post_build(config: MkDocsConfig) -> None:
    """Keep them for the next build as well."""
    config.plugins["bibtex"].registry.reference_text.kept.keep()  # type: ignore[attr-defined]


def _kept(config: MkDocsConfig) -> KeptTexts:
    root = Path(config.config_file_path).parent
    formatters = f"{version('pybtex')} {version('mkdocs-bibtex')} "
    stamp = sha256(formatters.encode() + (root / PATH).read_bytes()).hexdigest()
    folder = kept_folder("references")
    return KeptTexts(folder / "formatted.json" if folder else None, stamp)
