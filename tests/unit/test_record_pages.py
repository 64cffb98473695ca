"""The record of one signatory: whose pages its sources are, and where it leads on."""

from undersigned.data.deeds import entries_of
from undersigned.fields import Kind
from undersigned.model import Signatory
from undersigned.views.record_pages import SignatoryRecord

from tests.support.recorded import dated, deed, library, search, shown, site, text
from tests.support.signatories import ORIGIN, endorsement, signatory

ACME = signatory("Acme")
BOLT = signatory("Bolt", website="https://bolt.org")


def pages(*arguments: object) -> dict[str, SignatoryRecord]:
    return {each.signatory.id: each for each in shown(site(*arguments)).record.pages}  # type: ignore[arg-type]


def test_a_page_has_its_parts_by_version_and_principle_the_one_in_force_first() -> None:
    entries = [
        search("a", version="2.0", principle=2),
        deed("b", version="2.0"),
        deed("c", principle=3),
        search("d", principle=1),
    ]
    found = pages([ACME, BOLT], entries, [text("1.0"), text("1.1"), text("2.0")])
    assert list(found) == ["acme"]
    parts = [(part.version, part.principle.number) for part in found["acme"].parts]
    assert parts == [("2.0", 1), ("2.0", 2), ("1.0", 1), ("1.0", 3)]
    assert [len(part.searches) for part in found["acme"].parts] == [0, 1, 1, 0]
    assert found["acme"].path == "signatories/deeds/acme/index.md"


def test_an_own_page_is_that_of_whom_it_is_about_and_others_are_not() -> None:
    sources = library(
        own="https://acme.com/a",
        bolts="https://bolt.org/b",
        court="https://www.justice.gov/c",
        paper="https://paper.example/d",
    )
    entries = [deed("a", "acme bolt", sources=("own", "bolts", "court", "paper"))]
    for page in pages([ACME, BOLT], entries, [text("1.0")], sources).values():
        [one] = page.parts[0].deeds
        assert [(each.key, each.grade, each.owner) for each in one.sources] == [
            ("own", "own", "acme"),
            ("bolts", "own", "bolt"),
            ("court", "authority", ""),
            ("paper", "other", ""),
        ]


def test_pages_and_data_say_alike_of_a_source_with_a_page_of_each_of_several() -> None:
    sources = library(paper="https://acme.com/a https://bolt.org/b")
    given = site([ACME, BOLT], [deed("a", "acme bolt")], sources=sources)
    view = shown(given)
    [data] = entries_of(view.record.shown, given.register, sources, ORIGIN)
    for page in view.record.pages:
        [source] = page.parts[0].deeds[0].sources
        assert [source.grade] == data["grades"] == ["own"]
        assert source.owner == ""


def test_a_deed_of_several_stands_in_the_record_of_each_and_names_the_others() -> None:
    found = pages([ACME, BOLT], [deed("a", "bolt acme")])
    others = {who: page.parts[0].deeds[0].others for who, page in found.items()}
    assert {who: [each.name for each in leads] for who, leads in others.items()} == {
        "acme": ["Bolt"],
        "bolt": ["Acme"],
    }
    assert others["acme"][0].page == found["bolt"].path


def test_a_deed_is_before_the_endorsement_where_that_is_certain() -> None:
    twice = Signatory(
        endorsement("Acme", signed=dated("2025-05-01"), version="1.1"),
        (endorsement("Acme", signed=dated("2024-05")),),
    )
    days = ["2024-04-30", "2024-05-01", "2024", "2023", "2024-04", "2024-05", "2025-01"]
    entries = [deed(f"d{number}", day=day) for number, day in enumerate(days)]
    seen = deed("seen")._replace(date=None, seen=dated("2024-04-01"))
    found = pages([twice], [*entries, seen], [text("1.0"), text("1.1")])["acme"]
    before = {each.deed.id for each in found.parts[0].deeds if each.before}
    assert before == {"d0", "d3", "d4", "seen"}


def test_an_ended_signatory_leads_on_to_whoever_succeeded_it_and_that_one_back() -> None:
    old = signatory("Old", ended=dated("2025-06-01"), succeeded_by="acme")
    silent = signatory("Silent", ended=dated("2025-06-01"), succeeded_by="acme")
    lost = signatory("Lost", ended=dated("2025-06-01"), succeeded_by="bolt")
    entries = [deed("a"), deed("b", "old"), deed("c", "lost")]
    found = pages([ACME, BOLT, old, silent, lost], entries)
    assert found["old"].successor
    assert (found["old"].successor.id, found["old"].successor.page) == ("acme", found["acme"].path)
    assert [each.id for each in found["acme"].predecessors] == ["old"]
    assert found["lost"].successor
    assert (found["lost"].successor.name, found["lost"].successor.page) == ("Bolt", "")


def test_individuals_have_no_record() -> None:
    person = signatory("Jane", kind=Kind.INDIVIDUAL)
    view = shown(site([ACME, person], [deed("a", "acme jane"), deed("b", "jane")])).record
    assert [each.signatory.id for each in view.pages] == ["acme"]
    assert "jane" not in {row.signatory.id for table in view.tables for row in table.rows}
