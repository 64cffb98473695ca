"""Small statement sites, built by MkDocs itself."""

import atexit
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from .files import drawn, plant
from .prepared import run_module

REPOSITORY = Path(__file__).resolve().parents[2]

SMALL = """\
--- mkdocs.yml
site_name: Small statement
site_url: https://small.example/
extra:
  statement:
    title: Small statement
    publisher: Small Coalition
    address: https://coalition.example/announced
  edition:
    name: Small Coalition
    kind: official
    contact: post@small.example
theme:
  name: material
  custom_dir: overrides
  font: false
plugins: [search, {bibtex: {bib_file: references.bib, enable_inline_citations: false}}]
hooks:
  - hooks/load_site.py
  - hooks/generate.py
  - hooks/extensions.py
  - hooks/citations.py
  - hooks/bibliography.py
  - hooks/head.py
  - hooks/theme.py
  - hooks/release.py
markdown_extensions: [attr_list, footnotes, md_in_html, sane_lists]
draft_docs: /principles/draft.md
validation: {links: {anchors: warn, unrecognized_links: warn, absolute_links: warn}}
--- docs/index.md
---
template: undersigned/home.html
---
We say this.
--- docs/sign.md
# Sign
--- docs/principles/index.md
---
template: undersigned/text.html
---
# The text

\\statement
--- docs/principles/1.0.md
1. Do no harm
2. Say so
--- versions.yml
- version: "1.0"
  published: 2023-03
  sha256: (lock)
--- references.bib
@misc{a, title = {{A Source}}, year = 2020}
--- signatories.yml
- name: Acme
  kind: company
  country: NO
  website: https://acme.example
  signed: 2024-05-06
  evidence: https://acme.example/news
"""


@dataclass(frozen=True)
class SmallSite:
    """A site in a folder of its own, as a coalition that forked the repository has it."""

    root: Path

    def run(self, *command: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Run a module of this Python in the site."""
        return run_module(*command, cwd=cwd or self.root)

    def build(self) -> subprocess.CompletedProcess[str]:
        """Build strictly, into site/."""
        return self.run("mkdocs", "build", "--strict")

    def build_at(self, folder: Path) -> None:
        """Build strictly, into a folder elsewhere."""
        built = self.run("mkdocs", "build", "--strict", "--site-dir", str(folder))
        assert built.returncode == 0, built.stderr

    def page(self, address: str) -> str:
        """The HTML of a built page."""
        return (self.root / "site" / address / "index.html").read_text(encoding="utf-8")


def with_settings(changed: dict[str, str]) -> str:
    """The drawing of the small site's mkdocs.yml with some of its words in place of others."""
    text = drawn(SMALL)["mkdocs.yml"]
    for old, new in changed.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return f"--- mkdocs.yml\n{text}"


def split_at(entries: int) -> str:
    """The drawing of the small site's mkdocs.yml by which so many entries are for one page."""
    return with_settings({"extra:\n": f"extra:\n  register: {{split: {entries}}}\n"})


def small_site(root: Path, changes: str = "") -> SmallSite:
    """The small site, with the files drawn in `changes` in place of its own or beside them.

    Its package is a link to one that all of them share: to copy it, and to have it under git, takes
    as long as many a test. A test that changes it has a copy of its own, by `with_own_package`.
    """
    give_code(root, "hooks", "overrides", "tools")
    plant(root, drawn(SMALL) | drawn(changes))
    return SmallSite(root)


def give_code(root: Path, *folders: str) -> None:
    """Copy these folders of this repository into a site, with a link for the package."""
    for folder in folders:
        shutil.copytree(REPOSITORY / folder, root / folder, ignore=_ignored)
    (root / "hooks/undersigned").symlink_to(_package())


def with_own_package(site: SmallSite) -> SmallSite:
    """A site with a copy of the package instead of a link to it."""
    package = site.root / "hooks/undersigned"
    package.unlink()
    shutil.copytree(_package(), package, ignore=_ignored)
    return site


def _ignored(folder: str, names: list[str]) -> set[str]:
    """What a site is not given: what Python made, and the package itself."""
    package = {"undersigned"} if Path(folder) == REPOSITORY / "hooks" else set()
    return package | {each for each in names if each.endswith(("__pycache__", ".egg-info"))}


@cache
def _package() -> Path:
    """A copy of the package, of which what a test does wrong is not done to this repository."""
    folder = TemporaryDirectory()
    atexit.register(folder.cleanup)
    package = Path(folder.name) / "undersigned"
    shutil.copytree(REPOSITORY / "hooks/undersigned", package, ignore=_ignored)
    return package
