"""Another coalition's letter, kept as content alone, is built whole and in its own words."""

import gzip
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.support.lighthouses import COMMITMENTS, LIGHTHOUSES, WITHDRAWN, lighthouses
from tests.support.packaged import built_by, installed, said

# Of what this repository’s own statement is, and who publishes it.
_FIRST = re.compile(rb"(?i:mercenar|tech ?accord)|Annotated")


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return installed(tmp_path_factory.mktemp("package"))


@pytest.fixture(scope="module")
def site(modules: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of the keepers' letter."""
    root = lighthouses(tmp_path_factory.mktemp("keepers") / "letter")
    built = built_by(modules, root)
    assert built.returncode == 0, said(built)
    return root / "site"


def page(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text(encoding="utf-8")


def read_aloud(html: str) -> str:
    """The words of a page, with one space between them."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def counted() -> Iterator[dict[str, str]]:
    """The newest entry of each signatory of the register who has not withdrawn."""
    text = (LIGHTHOUSES / "signatories.yml").read_text(encoding="utf-8")
    newest = {entry["name"]: entry for entry in yaml.safe_load(text)}
    return (entry for entry in newest.values() if "withdrawn" not in entry)


def test_its_check_finds_nothing_to_mend(modules: Path, tmp_path: Path) -> None:
    checked = subprocess.run(
        [sys.executable, "-c", "import undersigned.cli\nundersigned.cli.main()", "check"],
        cwd=lighthouses(tmp_path / "letter"),
        env={"PYTHONPATH": str(modules)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (checked.returncode, checked.stdout, checked.stderr) == (0, "", "")


def test_nothing_of_it_says_a_word_of_the_first_statement(site: Path) -> None:
    found = {}
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        content = path.read_bytes()
        words = _FIRST.search(gzip.decompress(content) if path.suffix == ".gz" else content)
        if words or _FIRST.search(str(path.relative_to(site)).encode()):
            found[str(path.relative_to(site))] = words and words[0]
    assert found == {}
    assert (site / "index.html").is_file()


def test_its_home_page_counts_whom_the_register_has(site: Path) -> None:
    kinds = [entry["kind"] for entry in counted()]
    individuals = kinds.count("individual")
    home = page(site, "")
    (number,) = re.findall(r"undersigned-count__number.*?>(\d+)</a>", home)
    assert int(number) == len(kinds) == 19
    told = f"{len(kinds) - individuals} organisations and {individuals} individuals"
    assert told in read_aloud(home)
    assert "1 endorses an earlier version alone" in read_aloud(home)


def test_who_has_withdrawn_is_listed_apart(site: Path) -> None:
    before, _, after = page(site, "signatories").partition('<h2 id="_withdrawn">')
    assert f'id="{WITHDRAWN}"' not in before
    assert f'id="{WITHDRAWN}"' in after
    assert after.count('class="undersigned-entry"') == 1
    assert before.count('class="undersigned-entry"') == len(list(counted()))


def test_both_of_its_versions_are_served_with_what_changed_between_them(site: Path) -> None:
    for number in ("1.0", "1.1"):
        text = (LIGHTHOUSES / f"docs/letter/{number}.md").read_bytes()
        assert (site / f"letter/{number}.txt").read_bytes() == text
        for line in text.decode().splitlines():
            assert line.partition(" ")[2] in page(site, f"letter/{number}")
    changes = page(site, "letter/1.1/changes")
    assert re.search(r"<del>.*?>a year<", changes)
    assert re.search(r"<ins>.*?>two years<", changes)


def test_each_of_its_commitments_has_a_page_with_its_numeral(site: Path) -> None:
    home = page(site, "")
    for number, name in enumerate(COMMITMENTS, start=1):
        words = page(site, f"letter/{name}")
        assert f'<p class="undersigned-numeral" aria-hidden="true">{number}</p>' in words
        assert f'href="letter/{name}/"' in home
    assert home.count('class="undersigned-doors__numeral"') == len(COMMITMENTS)


def test_its_figures_and_its_record_are_drawn(site: Path) -> None:
    background = page(site, "background")
    assert background.count("<figure") == 2
    assert background.count("<svg") >= 2
    shown = sorted(path.parent.name for path in (site / "signatories/deeds").glob("*/index.html"))
    assert len(shown) == 5
    assert "graupel-optics" in shown
