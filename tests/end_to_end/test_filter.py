"""The filter of the register, in a real browser."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from benchmarks.register import entries
from tests.support.registers import entry_text
from tests.support.served import served
from tests.support.sites import REPOSITORY, split_at, with_settings
from tests.support.store import Store
from tests.support.tabs import Tabs

from .test_versions import SECOND

SCRIPT = REPOSITORY / "overrides/assets/undersigned/filter.js"

# Names as hostile as they come, put past the checker as a mistake in it would.
PAST_THE_CHECKER = """\
--- hooks/forged.py
from mkdocs.plugins import event_priority
from undersigned.dates import StatedDate
from undersigned.evidence.grades import Grade
from undersigned.fields import Kind
from undersigned.model import Endorsement
from undersigned.names.slug import slug
from undersigned.outputs import outputs
from undersigned.register.signatories import Register
from undersigned.site import Site

NAMES = [
    '<img src=x onerror="document.title=1">', "</script><script>document.title=2</script>",
    '"><svg onload=document.title=3>', "&lt;b&gt;", "Łódź Société", "O’Brien & Søn",
    *(f"Acme {number:03}" for number in range(120)),
]


@event_priority(50)
def on_config(config):
    forged = [
        Endorsement(
            name=name, signatory=slug(name), kind=Kind.INDIVIDUAL if number == 4 else Kind.COMPANY,
            signed=StatedDate(2024, 1, 2), version="1.0",
            grade=Grade.RECORDED, country=("NO", "JP")[number % 2], website=f"https://www.site{number}.example",
            affiliation="Universität <b>Graz</b>" if number == 4 else None,
            evidence="https://acme.example/",
            withdrawn=StatedDate(2024, 1, 3) if number == 9 else None,
        )
        for number, name in enumerate(NAMES)
    ]
    made = config.extra["undersigned"]
    site = Site(made.site.versions, Register(tuple(forged)))
    config.extra["undersigned"] = outputs(site, made.view.settings)
"""


# Of those forged, one has withdrawn.
LEFT = "; 1 more is listed and not counted"


def built(store: Store, split: int) -> Path:
    settings = {
        "hooks:\n": "hooks:\n  - hooks/forged.py\n",
        "extra:\n": f"extra:\n  register: {{split: {split}}}\n",
    }
    return store.built(PAST_THE_CHECKER + with_settings(settings)).root / "site"


@pytest.fixture(scope="module", params=[1000, 50], ids=["one page", "sheets"])
def address(request: pytest.FixtureRequest, store: Store) -> Iterator[str]:
    """The register on one page, and on sheets."""
    with served(built(store, request.param)) as address:
        yield f"{address}signatories/"


@pytest.fixture
def page(tabs: Tabs) -> Page:
    return tabs.tab()


@pytest.fixture
def own_page(browser: Browser) -> Iterator[Page]:
    """A page whose requests are listened to."""
    page = browser.new_page()
    yield page
    page.close()


def names(page: Page) -> list[str]:
    shown = page.locator(".undersigned-entry:visible .undersigned-entry__name")
    return [name.strip() for name in shown.all_text_contents()]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("lodz SOCIETE", ["Łódź Société"]),
        ("societe łódź", ["Łódź Société"]),
        ("graz universitat", ["Łódź Société"]),
        ("o'brien son", ["O’Brien & Søn"]),
        ("https://www.site5.example", ["O’Brien & Søn"]),
        ("<img", ['<img src=x onerror="document.title=1">']),
        ("&lt;", ["&lt;b&gt;"]),
        ("nobody at all", []),
    ],
)
def test_text_is_found_in_any_order_and_without_regard_to_case_and_accents(
    address: str, page: Page, text: str, found: list[str]
) -> None:
    page.goto(address)
    page.get_by_label("Name, affiliation or website").fill(text)
    status = page.locator(".undersigned-filter output")
    expect(status).to_have_text(f"{len(found) or 'None'} of 125 match")
    assert names(page) == found


def test_a_hostile_name_is_shown_as_text(address: str, page: Page) -> None:
    page.goto(f"{address}?text=document.title")
    expect(page.locator(".undersigned-filter output")).to_have_text("3 of 125 match")
    assert sorted(names(page)) == [
        '"><svg onload=document.title=3>',
        "</script><script>document.title=2</script>",
        '<img src=x onerror="document.title=1">',
    ]
    assert (
        page.locator("main :is(img, .undersigned-entry svg, .undersigned-entry script)").count()
        == 0
    )
    assert page.title() == "Signatories - Small statement"


def test_the_address_keeps_the_filter_and_the_history_goes_through_it(
    address: str, page: Page
) -> None:
    page.goto(address)
    status = page.locator(".undersigned-filter output")
    page.get_by_label("Kind").select_option("Individual")
    expect(status).to_have_text("1 of 125 match")
    page.get_by_label("Kind").select_option("Any kind")
    page.get_by_label("Country").select_option("Japan")
    expect(status).to_have_text(f"62 of 125 match{LEFT}")
    page.get_by_label("Name, affiliation or website").press_sequentially("acme")
    page.wait_for_url("**/?country=JP&text=acme")
    expect(status).to_have_text(f"59 of 125 match{LEFT}")
    page.reload()
    expect(status).to_have_text(f"59 of 125 match{LEFT}")
    expect(page.get_by_label("Country")).to_have_value("JP")
    page.go_back()
    expect(status).to_have_text(f"62 of 125 match{LEFT}")
    expect(page.get_by_label("Name, affiliation or website")).to_have_value("")
    page.go_forward()
    expect(status).to_have_text(f"59 of 125 match{LEFT}")
    page.get_by_role("button", name="Show all").click()
    expect(status).to_have_text(f"125 signatories{LEFT}")
    expect(page.get_by_role("button", name="Show all")).to_be_hidden()
    assert page.url == address


def test_the_count_is_announced_politely_and_the_form_has_names(address: str, page: Page) -> None:
    page.goto(address)
    expect(page.get_by_role("search", name="Filter the register")).to_be_visible()
    status = page.locator(".undersigned-filter").get_by_role("status")
    expect(status).to_have_attribute("aria-live", "polite")


def test_who_withdrew_is_found_and_said_to_have_withdrawn_and_not_counted(
    address: str, page: Page
) -> None:
    page.goto(f"{address}?text=acme+003")
    # Until it has answered, the page shows whom it was built with.
    expect(page.locator(".undersigned-filter output")).to_have_text(f"None of 125 match{LEFT}")
    expect(page.locator(".undersigned-entry:visible")).to_contain_text("withdrawn")


def test_what_is_found_has_its_date_and_its_evidence(address: str, page: Page) -> None:
    page.goto(f"{address}?text=lodz")
    expect(page.locator(".undersigned-filter output")).to_have_text("1 of 125 match")
    found = page.locator(".undersigned-entry:visible")
    expect(found.locator("time")).to_have_text("2 January 2024")
    link = found.get_by_role("link", name="recorded by acme.example")
    expect(link).to_have_attribute("href", "https://acme.example/")
    expect(link).to_have_attribute("rel", "nofollow noopener")


def test_the_filter_counts_as_the_page_does(address: str, page: Page) -> None:
    page.goto(address)
    expect(page.locator(".undersigned-standing")).to_contain_text("124 organisations and 1 indiv")
    expect(page.locator(".undersigned-filter output")).to_have_text(f"125 signatories{LEFT}")
    page.get_by_label("Kind").select_option("Company")
    expect(page.locator(".undersigned-filter output")).to_have_text(f"124 of 125 match{LEFT}")


def test_without_a_script_there_is_no_filter_and_no_request_for_one(
    address: str, tabs: Tabs
) -> None:
    page = tabs.tab(java_script_enabled=False)
    page.goto(f"{address}?text=acme")
    expect(page.locator(".undersigned-filter")).to_be_hidden()
    expect(page.locator(".undersigned-results")).to_be_hidden()
    assert page.locator(".undersigned-group:visible").count() >= 2


def test_on_one_page_the_list_itself_is_filtered_and_its_counts_follow(
    store: Store, page: Page
) -> None:
    with served(built(store, 1000)) as address:
        page.goto(f"{address}signatories/?text=graz")
        heading = page.locator(".undersigned-group:visible h2 span")
        expect(heading).to_have_text("1")
        page.get_by_role("button", name="Show all").click()
        assert heading.all_text_contents() == ["124", "1", "1"]


def test_over_sheets_results_come_in_fifties_and_lead_to_their_anchors(
    store: Store, own_page: Page
) -> None:
    page = own_page
    with served(built(store, 50)) as address:
        requests: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        page.goto(f"{address}signatories/", wait_until="networkidle")
        assert not [each for each in requests if each.endswith("filter.json")]
        page.get_by_label("Name, affiliation or website").fill("acme")
        expect(page.locator(".undersigned-results li")).to_have_count(50)
        page.get_by_role("button", name="Next 50").click()
        page.get_by_role("button", name="Next 50").click()
        expect(page.get_by_role("button", name="Next 50")).to_be_disabled()
        expect(page.locator(".undersigned-results li")).to_have_count(20)
        assert page.url.endswith("?text=acme&page=3") or page.url.endswith("?page=3&text=acme")
        page.get_by_label("Name, affiliation or website").fill("Łódź")
        page.get_by_role("link", name="Łódź Société").click()
        expect(page.locator(":target")).to_contain_text("Łódź Société")
        assert len([each for each in requests if each.endswith("filter.json")]) == 1


def test_an_index_that_cannot_be_loaded_is_said_and_hides_nothing(
    store: Store, own_page: Page
) -> None:
    page = own_page
    with served(built(store, 50)) as address:
        page.route("**/filter.json", lambda route: route.abort())
        page.goto(f"{address}signatories/?text=acme")
        expect(page.locator(".undersigned-filter output")).to_contain_text("could not be loaded")
        expect(page.locator(".undersigned-chips").first).to_be_visible()


def test_a_register_that_is_seen_at_a_glance_has_no_filter(store: Store) -> None:
    page = store.built().page("signatories")
    assert "undersigned-filter" not in page
    assert "undersigned/filter.js" not in page


def test_the_script_is_small_and_loaded_on_the_overview_alone(store: Store) -> None:
    assert len(gzip.compress(SCRIPT.read_bytes())) < 6_000
    loading = [
        path.parent.name
        for path in built(store, 50).rglob("*.html")
        if "undersigned/filter.js" in path.read_text(encoding="utf-8")
    ]
    assert loading == ["signatories"]


# Types a text sign by sign, and counts for each how often the filter looks for a word in an entry,
# brings a text into the form in which it compares texts, and makes an element.
TYPING = """(text) => {
  const field = document.querySelector("#filter_text");
  let counted;
  const count = (owner, name) => {
    const original = owner[name];
    owner[name] = function (...given) {
      counted[name] += 1;
      return original.apply(this, given);
    };
  };
  count(String.prototype, "includes");
  count(String.prototype, "normalize");
  count(Document.prototype, "createElement");
  return [...text].map((_, length) => {
    counted = { includes: 0, normalize: 0, createElement: 0 };
    field.value = text.slice(0, length + 1);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    return counted;
  });
}"""


def test_a_keystroke_among_ten_thousand_looks_at_each_once_and_draws_fifty(
    store: Store, page: Page
) -> None:
    """The issue asks for 50 ms: `make bench` measures them, and this is the work they are for."""
    site = store.built(f"--- signatories.yml\n{entries(10_000)}").root / "site"
    assert max(len(gzip.compress(each.read_bytes())) for each in site.rglob("*.html")) < 150_000
    typed = "an research cloud ac"
    with served(site) as address:
        page.goto(f"{address}signatories/")
        page.get_by_label("Name, affiliation or website").focus()
        page.get_by_label("Name, affiliation or website").fill("x")
        expect(page.locator(".undersigned-filter output")).to_contain_text("of 10,000 match")
        counts = page.evaluate(TYPING, typed)
    assert len(counts) == 20
    for length, counted in enumerate(counts, 1):
        words = len(typed[:length].split())
        assert 10_000 <= counted["includes"] <= 10_000 * words, counted
        assert counted["normalize"] == 1, counted
        assert counted["createElement"] <= 50 * 12, counted
    assert any(counted["createElement"] for counted in counts)


@pytest.mark.parametrize("split", [500, 1], ids=["one page", "sheets"])
def test_a_register_of_two_versions_is_filtered_by_version(
    split: int, store: Store, page: Page
) -> None:
    register = "\n".join(
        entry_text(name, more=f'  endorses: "{number}"\n').replace("2024-05-06", "2025-05-06")
        for name, number in (("Aa", "1.0"), ("Bb", "1.1"), ("Cc", "1.1"))
    )
    # Those who fill a page endorse, by their date, the version that was in force.
    register += "".join(f"\n{entry_text(f'N{number}')}" for number in range(7))
    register = register.replace("2024-05-06", "2023-05-06")
    site = store.built(f"{SECOND}--- signatories.yml\n{register}{split_at(split)}")
    with served(site.root / "site") as address:
        page.goto(f"{address}signatories/")
        page.get_by_label("Version").select_option("1.1")
        expect(page.locator(".undersigned-filter output")).to_have_text("2 of 10 match")
        assert names(page) == ["Bb", "Cc"]
        assert page.url.endswith("?version=1.1")
        page.goto(f"{address}signatories/?version=1.0&text=aa")
        expect(page.locator(".undersigned-filter output")).to_have_text("1 of 10 match")


def test_where_all_endorse_one_version_none_is_asked_for(address: str, page: Page) -> None:
    page.goto(address)
    expect(page.get_by_label("Kind")).to_be_visible()
    assert page.get_by_label("Version").count() == 0


@pytest.mark.parametrize("split", [1000, 50], ids=["one page", "sheets"])
def test_the_filter_speaks_the_language_of_its_page(split: int, store: Store, page: Page) -> None:
    settings = {
        "hooks:\n": "hooks:\n  - hooks/forged.py\n",
        "extra:\n": f"extra:\n  register: {{split: {split}}}\n",
        "name: material": "name: material\n  language: fr",
    }
    site = store.built(PAST_THE_CHECKER + with_settings(settings))
    status = page.locator(".undersigned-filter output")
    with served(site.root / "site") as address:
        page.goto(f"{address}signatories/?text=lodz")
        expect(status).to_have_text("1 résultat sur 125")
        page.goto(f"{address}signatories/?text=acme")
        one = "1 autre figure dans la liste sans être compté"
        expect(status).to_have_text(f"119 résultats sur 125\u00a0; {one}")
        page.get_by_label("Nom, affiliation ou site web").fill("nobody at all")
        expect(status).to_have_text("Aucun résultat sur 125")
