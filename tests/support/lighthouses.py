"""The second site: a letter of lighthouse keepers.

Content that takes the package, or, as in a fork, in place of this repository's own.
"""

import re
import shutil
from pathlib import Path
from typing import Any

import yaml
from undersigned.register.rules.context import latest_today
from undersigned.statement.versions import read_versions

from .packaged import CONTENT, OWN_SETTINGS
from .sites import REPOSITORY, SmallSite, give_code

LIGHTHOUSES = REPOSITORY / "tests/sites/lighthouses"

# What an edition of somebody else's is called.
ANNOTATED = "Lamps Annotated"

# Who has withdrawn, by id.
WITHDRAWN = "lantern-sound-ferries"

# The letter's commitments in order, each by the page that is about it.
COMMITMENTS = ("lamps", "records", "notice")

VERSIONS, _ = read_versions(LIGHTHOUSES, latest_today())

SETTINGS: dict[str, Any] = yaml.safe_load((LIGHTHOUSES / "mkdocs.yml").read_text(encoding="utf-8"))
SITE_URL: str = SETTINGS["site_url"]
STATEMENT: dict[str, str] = SETTINGS["extra"]["statement"]


def lighthouses(folder: Path) -> Path:
    """The site of the keepers' letter in a folder, which is made."""
    shutil.copytree(LIGHTHOUSES, folder, ignore=shutil.ignore_patterns("site"))
    return folder


def forked(root: Path) -> SmallSite:
    """The keepers' site with hooks and templates of its own, those of this repository."""
    give_code(root, "hooks", "overrides")
    (root / "overrides/assets/undersigned/card.png").unlink(missing_ok=True)
    shutil.copy(REPOSITORY / "mkdocs.yml", root / "mkdocs.yml")
    replace_content(root)
    return SmallSite(root)


def annotated(root: Path) -> SmallSite:
    """The letter in an edition of somebody else's, who has named neither a contact nor a place."""
    site = forked(root)
    place = root / "mkdocs.yml"
    edition = f"name: {ANNOTATED}\n    kind: independent\n"
    named = re.compile(r"(?<=  edition:\n    )(?:.+\n {4})+.+\n")
    text, changed = named.subn(edition, place.read_text(encoding="utf-8"))
    assert changed == 1
    place.write_text(text, encoding="utf-8")
    return site


def replace_content(root: Path) -> None:
    """Put the keepers' content and settings in place of those of a copy of this repository."""
    for name in CONTENT:
        _remove(root / name)
        theirs = LIGHTHOUSES / name
        if theirs.is_dir():
            shutil.copytree(theirs, root / name)
        elif theirs.exists():
            shutil.copy(theirs, root / name)
    settings = _settings((root / "mkdocs.yml").read_text(encoding="utf-8"))
    own = _settings((LIGHTHOUSES / "mkdocs.yml").read_text(encoding="utf-8"))
    settings |= {name: own[name] for name in OWN_SETTINGS}
    settings["extra"] += "  generator: false\n"  # as the plugin says for those that take it
    text = "\n".join(settings.values()).replace("/principles/", "/letter/")
    hosting = root / "netlify.toml"
    if hosting.exists():
        hosting.write_text(hosting.read_text("utf-8").replace("/principles/", "/letter/"), "utf-8")
    icons = "logo: assets/lighthouse.svg\n  favicon: assets/favicon.svg"
    text = re.sub(r"favicon: .*", icons, text)
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")


def _settings(text: str) -> dict[str, str]:
    """The text of each setting at the top of a mkdocs.yml, with the comments behind it."""
    parts = re.split(r"^(?=\w+:)", text, flags=re.MULTILINE)
    return {part.partition(":")[0]: f"{part.rstrip()}\n" for part in parts[1:]}


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
