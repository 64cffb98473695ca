"""What this repository's own site is: its settings, its versions, and whose statement it is."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from undersigned.register.rules.context import latest_today
from undersigned.statement.version import Version
from undersigned.statement.versions import read_versions

from tests.support.sites import REPOSITORY

DOCS = REPOSITORY / "docs"
CARD = REPOSITORY / "overrides/assets/undersigned/card.png"

SETTINGS: dict[str, Any] = yaml.safe_load((REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8"))
SITE_URL: str = SETTINGS["site_url"]
STATEMENT: dict[str, str] = SETTINGS["extra"]["statement"]

VERSIONS, _ = read_versions(REPOSITORY, latest_today())
IN_FORCE: Version = VERSIONS[-1]

# Tests of words that this statement alone has. Where another has taken its place they would hold
# of nothing: write tests of its own words instead of them.
of_this_statement = pytest.mark.skipif(
    STATEMENT.get("id") != "cyber-mercenaries", reason="the statement here is another"
)


def page_of(published: Path, address: str) -> str:
    """The HTML of a built page."""
    return (published / address / "index.html").read_text(encoding="utf-8")
