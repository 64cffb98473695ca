"""Another coalition's letter, kept as content alone, is built whole and in its own words."""

import gzip
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Locator
from undersigned.look.colours import luminance
from undersigned.look.settings import read_look

from tests.support.first_statement import NAMES
from tests.support.hosting import headers_of
from tests.support.lighthouses import COMMITMENTS, LIGHTHOUSES, WITHDRAWN, lighthouses
from tests.support.packaged import built_by, said
from tests.support.served import served
from tests.support.tabs import Tabs


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
        read = gzip.decompress(content) if path.suffix == ".gz" else content
        name = path.relative_to(site).as_posix()
        if words := NAMES.search(f"{name}\n{read.decode(errors='replace')}"):
            found[name] = words[0]
    assert found == {}
    assert (site / "index.html").is_file()


def test_its_pages_call_it_a_letter_of_commitments(site: Path) -> None:
    """But for names of fields, and an address in the specification of proofs."""
    named = {
        path.parent.relative_to(site).as_posix()
        for path in site.rglob("*.html")
        if re.search(
            r"\bprinciples?\b", read_aloud(path.read_text(encoding="utf-8")), re.IGNORECASE
        )
    }
    assert named <= {"data", "proof"}
    assert "by the commitments of version 1.1" in read_aloud(page(site, "signatories/deeds"))
    assert "Endorse the letter" in read_aloud(page(site, "signatories"))


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


def test_its_signatories_stand_right_beneath_the_letter(site: Path) -> None:
    before, _, beneath = page(site, "letter").partition('<h2 id="_signatories">')
    names, _, behind = beneath.partition('<h2 id="how-it-came-about">')
    assert before.count("undersigned-text") == 1
    assert names.count('class="undersigned-entry"') == len(list(counted()))
    assert "undersigned-entry" not in before + behind
    assert WITHDRAWN not in names
    assert 'href="../signatories/#graupel-optics">Graupel Optics</a>' in names
    earlier = read_aloud(names.partition("Individuals")[2])
    assert "Endorsing version 1.0 , superseded 1 North Skerry Council Iceland" in earlier


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


def _paint(part: Locator, name: str) -> str:
    """A colour of a part as it is drawn, as ``#rrggbb``."""
    drawn: str = part.evaluate("(each, name) => getComputedStyle(each)[name]", name)
    return "#" + "".join(f"{int(each):02x}" for each in re.findall(r"\d+", drawn)[:3])


@pytest.mark.parametrize(("scheme", "lighter"), [("light", "paper"), ("dark", "ink")])
def test_its_own_colours_are_drawn_by_day_and_at_night(
    scheme: str, lighter: str, site: Path, tabs: Tabs
) -> None:
    look, _ = read_look(LIGHTHOUSES)
    palette = look.colours.day if scheme == "light" else look.colours.night
    tab = tabs.tab(viewport={"width": 1400, "height": 900}, color_scheme=scheme)
    with served(site, headers_of) as address:
        tab.goto(f"{address}signatories/", wait_until="networkidle")
        body = tab.locator("body")
        assert _paint(body, "backgroundColor") == palette.paper
        assert _paint(tab.locator("#_content h1"), "color") == palette.ink
        assert _paint(tab.locator("#_content p a").first, "color") == palette.accent
        assert body.evaluate("each => getComputedStyle(each).colorScheme") == scheme
    paper, ink = luminance(palette.paper), luminance(palette.ink)
    assert (paper > ink) is (lighter == "paper")


def test_its_logo_and_its_icon_are_shown_under_the_policy(site: Path, browser: Browser) -> None:
    tab = browser.new_page(viewport={"width": 1400, "height": 900})
    said_there: list[str] = []
    tab.on("console", lambda message: said_there.append(message.text))
    with served(site, headers_of) as address:
        for path in ("", "signatories/", "background/"):
            tab.goto(address + path, wait_until="networkidle")
            logo = tab.locator(".md-header .undersigned-logo")
            assert logo.evaluate("each => each.naturalWidth") > 0
            assert logo.get_attribute("alt") == ""  # the link around it has the site's name
            icon = tab.locator("link[rel=icon]").get_attribute("href") or ""
            assert tab.request.get(tab.url + icon).headers["content-type"] == "image/svg+xml"
    tab.close()
    assert said_there == []


def test_its_figures_and_its_icons_to_take_along_have_its_colours(site: Path) -> None:
    day = read_look(LIGHTHOUSES)[0].colours.day
    for drawing in sorted((site / "figures").glob("*.svg")):
        assert set(re.findall(r"#[0-9a-f]{6}", drawing.read_text(encoding="utf-8"))) <= {*day}
    brought = (site / "assets/undersigned/favicon.svg").read_text(encoding="utf-8")
    assert f'fill="{day.accent}"' in brought
    home = page(site, "")
    assert f'name="theme-color" content="{day.paper}"' in home
    # It has an icon of its own for tabs, and none for phones: the package's mark is not its.
    assert 'href="assets/favicon.svg"' in home
    assert "apple-touch-icon" not in home


def test_it_shows_no_card_since_it_has_none_of_its_own(site: Path) -> None:
    assert not list(site.rglob("card.png"))
    for built in sorted(site.rglob("*.html")):
        assert "og:image" not in built.read_text(encoding="utf-8")


def test_a_faint_colour_and_a_drawing_with_a_script_stop_its_build(
    modules: Path, tmp_path: Path
) -> None:
    root = lighthouses(tmp_path / "letter")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    faint = settings.replace('accent: "#0b5c76"', 'accent: "#6fb3c8"')
    (root / "mkdocs.yml").write_text(faint, encoding="utf-8")
    logo = root / "docs/assets/lighthouse.svg"
    logo.write_text(logo.read_text(encoding="utf-8").replace("<path", "<script/><path", 1), "utf-8")
    built = built_by(modules, root)
    assert built.returncode == 1
    assert re.search(r'extra\.look\.accent #6fb3c8 .* write accent: "#[0-9a-f]{6}"', said(built))
    assert "docs/assets/lighthouse.svg:3:3: element 'script' is not on the list" in said(built)
    assert "Traceback" not in said(built)
