"""On paper: what Chromium prints to PDF, read back."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest
import yaml
from playwright.sync_api import Browser
from pypdf import PdfReader

from tests.support.lighthouses import LIGHTHOUSES, SITE_URL, STATEMENT, VERSIONS
from tests.support.served import served
from tests.support.sites import small_site
from tests.support.tabs import Tabs

PRINCIPLES = re.findall(r"^\d\. (.+)$", VERSIONS[-1].text, re.MULTILINE)
ENTRIES = yaml.safe_load((LIGHTHOUSES / "signatories.yml").read_text(encoding="utf-8"))
CHROME = (
    "Search",
    "Contact:",
    "Table of contents",
    "Skip to content",
    "Endorse it",
    "Next principle",
    "#",
)

Printer = Callable[[str], list[str]]


def squeezed(text: str) -> str:
    """The text without spaces and ligatures: a line may break anywhere in an address."""
    return re.sub(r"\s+", "", normalize("NFKC", text))


def printed(tabs: Tabs, address: str) -> list[str]:
    """The text of each printed page. The reader's screen is dark."""
    view = tabs.tab(color_scheme="dark")
    view.goto(address, wait_until="networkidle")
    pdf = view.pdf(format="A4")
    return [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]


@pytest.fixture
def printer(published: Path, tabs: Tabs) -> Iterator[Printer]:
    with served(published) as address:
        yield lambda path: printed(tabs, address + path)


def test_the_statement_prints_as_one_clean_document(printer: Printer) -> None:
    pages = printer("letter/print/")
    text = squeezed("".join(pages))
    for expected in (STATEMENT["title"], STATEMENT["publisher"], "12 September 2022", *PRINCIPLES):
        assert squeezed(expected) in text
    stand = [each for each in ENTRIES if "withdrawn" not in each]
    names = [each["name"] for each in stand]
    evidence = [each["evidence"] for each in stand if "evidence" in each]
    for expected in (
        *names,
        *evidence,
        STATEMENT["address"],
        f"{SITE_URL}letter/print/",
    ):
        assert squeezed(expected) in text
    for word in CHROME:
        assert word not in "".join(pages), word


def test_the_title_stands_on_the_first_page_with_the_whole_text(printer: Printer) -> None:
    first, second, *_ = printer("letter/print/")
    assert first.index("Version") < first.index("Published")
    for expected in (STATEMENT["title"], *PRINCIPLES):
        assert squeezed(expected) in squeezed(first)
    assert "Signatories" in second


@pytest.mark.parametrize("path", ["letter/print/", "background/watches/", "cite/", ""])
def test_every_page_is_numbered_and_says_where_it_came_from(path: str, printer: Printer) -> None:
    pages = printer(path)
    for number, page in enumerate(pages, 1):
        assert f"{number} / {len(pages)}" in page
    assert squeezed(f"{SITE_URL}{path}") in squeezed("".join(pages))
    for word in CHROME:
        assert word not in "".join(pages), word


def test_the_address_of_a_link_is_printed_once(printer: Printer, published: Path) -> None:
    html = unescape((published / "background/readings/index.html").read_text(encoding="utf-8"))
    text = squeezed("".join(printer("background/readings/")))
    cards = html.partition('class="undersigned-readings"')[2].partition("</ol>")[0]
    links = set(re.findall(r'href="(https://[^"]+)"', cards))
    assert len(links) == 4
    for link in links:
        # In the text and in the note beneath it; an address in BibTeX may be written otherwise.
        written = re.findall(rf'href="{re.escape(link)}/?"', html)
        assert text.count(f"<{link}>") <= len(written) + 1, link
        assert text.count(f"<{link}>") >= 1, link


def test_a_note_prints_the_address_of_its_source_and_no_way_to_the_bibliography(
    printer: Printer,
) -> None:
    text = squeezed("".join(printer("background/watches/")))
    assert text.count("<https://") > 5
    assert "bibliography/#" not in text


def test_the_printed_bibliography_names_each_page_that_cites_once(
    printer: Printer, published: Path
) -> None:
    html = (published / "bibliography/index.html").read_text(encoding="utf-8")
    assert re.search(r'place 2">2</a>', html)
    cited = re.findall(r"Cited in ([^.]+)\.", " ".join("\n".join(printer("bibliography/")).split()))
    assert len(cited) == 10
    assert not [pages for pages in cited if re.search(r", \d", pages)]


def test_a_register_that_is_split_is_counted_and_not_listed(tmp_path: Path, tabs: Tabs) -> None:
    names = ("Acme", "Beta", "Gamma", "Delta")
    register = "\n".join(
        f"- name: {name}\n  kind: company\n  country: NO\n  website: https://{name.lower()}.example\n"
        f"  signed: 2024-05-06\n  evidence: https://{name.lower()}.example/news\n"
        for name in sorted(names)
    )
    site = small_site(tmp_path, f"--- signatories.yml\n{register}")
    settings = tmp_path / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("extra:\n", "extra:\n  register: {split: 3}\n")
    settings.write_text(text, encoding="utf-8")
    result = site.build()
    assert result.returncode == 0, result.stderr
    with served(tmp_path / "site") as address:
        shown = " ".join(printed(tabs, f"{address}principles/print/"))
    assert "Endorsed by 4 organisations" in shown
    assert "https://small.example/signatories/" in shown
    assert "Gamma" not in shown


def test_ink_is_black_on_white_though_the_screen_is_dark(published: Path, browser: Browser) -> None:
    with served(published) as address:
        view = browser.new_page(color_scheme="dark")
        view.goto(address + "letter/print/", wait_until="networkidle")
        scheme = view.locator("body").get_attribute("data-md-color-scheme")
        view.emulate_media(media="print")
        # The theme fades from one colour to the other.
        view.wait_for_function("getComputedStyle(document.body).backgroundColor.match(/255, 255/)")
        colour = view.locator("h1").evaluate("each => getComputedStyle(each).color")
        view.close()
    assert scheme == "slate"
    assert colour == "rgb(0, 0, 0)"
