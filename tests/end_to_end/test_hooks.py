"""The hooks: in any order, and any number of times in one process, they make the same site."""

from pathlib import Path

import pytest

from tests.support.copies import DATED, built, own_site, with_hooks_reversed
from tests.support.registers import entry_text
from tests.unit.test_deploy import PREVIEW

LONG = "--- signatories.yml\n" + "\n".join(entry_text(f"Name {number:03}") for number in range(600))
SECOND = """\
--- versions.yml
- version: "1.0"
  published: 2023-03
  sha256: (lock)
- version: "1.1"
  published: 2024-06-01
  sha256: (lock)
--- docs/principles/1.0.md
1. Do no harm
--- docs/principles/1.1.md
1. Do no harm at all
2. Say so
"""


@pytest.mark.parametrize(
    ("changes", "variables"),
    [("", {}), ("", PREVIEW), (LONG, {}), (SECOND, {})],
    ids=["this site", "a preview", "a register of 600", "two versions"],
)
def test_the_order_of_hooks_changes_no_byte(
    changes: str, variables: dict[str, str], tmp_path: Path
) -> None:
    site = own_site(tmp_path, changes)
    before = built(site, DATED | variables)
    with_hooks_reversed(tmp_path)
    after = built(site, DATED | variables)
    assert sorted(before) == sorted(after)
    # The sitemap has its pages in the order in which hooks add them.
    assert {path for path in before if before[path] != after[path]} <= {"sitemap.xml", "SHA256SUMS"}
