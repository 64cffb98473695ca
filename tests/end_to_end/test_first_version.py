"""A site that was begun with the first version of the package is upgraded to this one."""

import re
from pathlib import Path

import pytest
from hypothesis import settings

from tests.support.examples import LONG
from tests.support.walks import Walker, clone, clone_at, commands, digests, with_changes

# The first commit that begins sites, on 2026-11-27.
FIRST = "51f062e0bf"

ACTIVATED = ". .venv/bin/activate"
ENTRY = (
    "--name 'Harbour Lights' --kind nonprofit --country GB --website https://harbour.org/"
    " --signed 2026-02-03 --evidence https://harbour.org/letter"
)
SETTINGS = {
    "https://statement.example/": "https://letter.keepers.org/",
    'contact: ""': "contact: letter@keepers.org",
}


def test_no_file_of_its_content_is_touched(tmp_path: Path) -> None:
    if settings().max_examples < LONG:
        pytest.skip("packages are installed three times: for 'make test-long'")
    first = clone_at(FIRST, tmp_path / "first")
    if first is None:
        pytest.skip("the history of this clone does not reach back to the first version")
    walker, root = Walker(tmp_path), tmp_path / "letter"
    names = "--title 'The Keepers’ Letter' --publisher 'Coalition of Lighthouse Keepers'"
    begin = f"make wheel\n.venv/bin/undersigned new {root} --from dist --words letter {names}"
    walker.does(begin, first)
    place = root / "mkdocs.yml"
    place.write_text(with_changes(place.read_text("utf-8"), SETTINGS), encoding="utf-8")
    walker.writes("docs/principles/draft.md", "1. Keep a lamp lit\n2. Write it down\n")
    block = commands(root / "README.md", "undersigned publish 1.0")
    walker.does(with_changes(block, {"undersigned add": f"undersigned add {ENTRY}"}), root)
    before = digests(root)
    page = (root / "site/principles/index.html").read_text(encoding="utf-8")

    now = clone(tmp_path / "now")
    walker.does("make wheel", now)
    done = walker.does(f"{now}/.venv/bin/undersigned upgrade --to {now}/dist", root)
    after = digests(root)
    changed = {path for path in {*before, *after} if before.get(path) != after.get(path)}
    ours = ("docs/", "signatories", "versions.yml", "references.bib", "mkdocs.yml", "README.md")
    assert [path for path in changed if path.startswith(ours)] == []
    assert "requirements.txt" in changed
    assert "principles/index.html:\n" in done

    # Its Makefile has no mark, so it is its owner's, and both wheels are of one version.
    (uninstall,) = re.findall("'(.* pip uninstall .*?)'", done)
    walker.does(f"{uninstall}\nmake site\n{ACTIVATED}\nundersigned check", root)
    later = (root / "site/principles/index.html").read_text(encoding="utf-8")
    assert later != page
    assert all("Keep a lamp lit" in each for each in (page, later))
