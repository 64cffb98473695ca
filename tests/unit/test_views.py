from datetime import UTC, datetime

from undersigned.dates import StatedDate
from undersigned.fields import Kind
from undersigned.model import Signatory
from undersigned.views.words import Words

from tests.support.proofs import kept
from tests.support.signatories import copies_of, endorsement, signatory, view
from tests.support.signatories import register as register_of


def test_counts_leave_out_those_who_withdrew() -> None:
    seen = view(
        register_of(
            (
                signatory("A"),
                signatory("B", withdrawn=StatedDate(2025, 1, 1)),
                signatory("C", kind=Kind.INDIVIDUAL),
            )
        ),
        "en",
        ["1.0"],
    )
    assert (seen.count, seen.organisations, len(seen.individuals)) == (2, 1, 1)
    assert [row.name for row in seen.withdrawn] == ["B"]


def test_the_newest_come_first_and_are_five_at_most() -> None:
    rows = tuple(signatory(f"N{day}", signed=StatedDate(2024, 5, day)) for day in range(1, 9))
    newest = [row.name for row in view(register_of(rows), "en_GB", ["1.0"]).newest]
    assert newest == ["N8", "N7", "N6", "N5", "N4"]


def test_the_newest_are_news_for_a_year_by_the_date_of_the_build() -> None:
    rows = (
        signatory("Old", signed=StatedDate(2023, 12, 31)),
        signatory("Month", signed=StatedDate(2024, 1)),
        signatory("New", signed=StatedDate(2025, 1, 1)),
    )
    seen = view(register_of(rows), "en_GB", ["1.0"])

    def recent(year: int, month: int, day: int) -> list[str]:
        return [each.name for each in seen.recent(datetime(year, month, day, tzinfo=UTC))]

    assert recent(2024, 1, 1) == ["New", "Month", "Old"]
    assert recent(2025, 1, 31) == ["New", "Month"]
    assert recent(2026, 1, 1) == ["New"]
    assert recent(2026, 6, 1) == []


def test_few_are_told_by_name_and_of_many_those_whom_the_site_names() -> None:
    gone = signatory("Gone", withdrawn=StatedDate(2025, 1, 1))
    nine = [signatory(f"N{number}") for number in range(9)]
    seen = view(register_of([*nine, gone]), "en_GB", ["1.0"], named=["n3", "gone"])
    assert seen.few
    assert [each.name for each in seen.foremost[:3]] == ["N3", "N0", "N1"]
    assert len(seen.foremost) == 9
    ten = view(register_of([*nine, signatory("N9")]), "en_GB", ["1.0"], named=["n3", "gone"])
    assert not ten.few
    assert [each.name for each in ten.foremost] == ["N3"]


def test_the_newest_of_one_day_stay_in_the_order_of_the_register() -> None:
    month = signatory("Ab", signed=StatedDate(2024, 5))
    seen = view(
        register_of((signatory("Aa", signed=StatedDate(2024, 5, 31)), month)), "en_GB", ["1.0"]
    )
    assert [row.name for row in seen.newest] == ["Aa", "Ab"]


def test_countries_are_named_and_in_alphabetical_order() -> None:
    register = register_of((signatory("A", country="AT"), signatory("B", country="AX")))
    countries = view(register, "en_GB", ["1.0"]).countries
    names = [Words("en_GB").country(group.key) for group in countries]
    assert names == ["Åland Islands", "Austria"]


def test_the_grade_says_how_the_endorsement_is_known() -> None:
    register = register_of(
        (
            signatory("A", evidence="https://blog.acme.com/x"),
            signatory("B", evidence="https://www.news.org/x"),
            signatory("C", evidence=None, confirmed_by_email=StatedDate(2024, 5, 7)),
            signatory("D", website=None),
        )
    )
    entries = view(register, "en_GB", ["1.0"]).kinds[0].entries
    assert [Words("en_GB").known(entry, entry.latest) for entry in entries] == [
        "stated on its own site, blog.acme.com",
        "recorded by news.org",
        "confirmed by e-mail on 7 May 2024",
        "recorded by acme.com",
    ]


def test_what_its_own_server_proves_is_said_with_the_day_and_the_host() -> None:
    day = StatedDate(2026, 11, 20)
    proved = signatory("A", website="https://www.acme.com", proved=day)
    person = signatory(
        "B", kind=Kind.INDIVIDUAL, website="https://xn--mller-kva.com", evidence=None,
        confirmed_by_email=day, proved=day,
    )  # fmt: skip
    copies = copies_of(kept(host="www.acme.com"), kept(host="xn--mller-kva.com"))
    entries = view(register_of((proved, person)), "en_GB", ["1.0"], copies=copies).entries
    assert [Words("en_GB").known(entry, entry.latest) for entry in entries] == [
        "proved by its own server on 20 November 2026, at acme.com",
        "proved by their own server on 20 November 2026, at müller.com (xn--mller-kva.com)",
    ]


def test_a_row_leads_to_what_the_server_said_to_what_it_says_now_and_to_other_evidence() -> None:
    day, address = StatedDate(2026, 11, 20), "https://www.acme.com/.well-known/endorsements.txt"
    website, copies = "https://acme.com", copies_of(kept(host="www.acme.com"))
    both = (
        signatory("A", website=website, evidence="https://news.org/a", proved=day),
        signatory("B", website=website, evidence=address, proved=day),
        signatory("C", website=website),
        signatory("D", website=website, evidence=address.replace("www.", ""), proved=day),
    )
    entries = view(register_of(both), "en_GB", ["1.0"], copies=copies).entries
    rows = [*Words("en_GB").rows(entries)]
    copy = "proofs/acme.com/endorsements.txt"
    assert [
        (row.wording.symbol, row.since.copy, row.since.served, row.since.stated) for row in rows
    ] == [
        ("●", copy, address, "stated at news.org"),
        ("●", copy, address, ""),
        ("⌂", "", "", ""),
        ("●", copy, address, ""),
    ]


def test_an_earlier_endorsement_that_a_server_proves_is_said_beside_one_that_it_does_not() -> None:
    first = endorsement("Acme", signed=StatedDate(2023, 4), proved=StatedDate(2026, 11, 20))
    latest = endorsement("Acme", id="acme", version="1.1")
    copies = copies_of(kept(host="acme.com"))
    seen = view(register_of([Signatory(latest, (first,))]), "en_GB", ["1.0", "1.1"], copies=copies)
    row = Words("en_GB").row(seen.entries[0])
    assert row.more is not None
    (earlier,) = row.more.earlier
    assert (row.wording.symbol, row.since.copy) == ("⌂", "")
    assert (earlier.wording.symbol, earlier.since.copy) == ("●", "proofs/acme.com/endorsements.txt")
    (year,) = seen.years
    by_date = Words("en_GB").row(year.entries[0])
    assert (by_date.wording.symbol, by_date.since.copy) == ("●", "proofs/acme.com/endorsements.txt")


def test_a_month_is_shown_as_a_month() -> None:
    register = register_of((signatory("A", signed=StatedDate(2023, 3)),))
    [row] = Words("en_GB").rows(view(register, "en_GB", ["1.0"]).newest)
    assert row.signed == "March 2023"


def test_years_are_in_the_order_of_first_endorsements() -> None:
    early, late = StatedDate(2023, 4, 5), StatedDate(2023, 4)
    first = endorsement("Acme", signed=early)
    again = endorsement("Acme", id="acme", signed=StatedDate(2024, 5, 6), version="1.1")
    both = Signatory(again, (first,))
    shown = view(register_of([both, signatory("Beta", signed=late)]), "en_GB", ["1.0", "1.1"])
    assert [(year.key, [each.name for each in year.entries]) for year in shown.years] == [
        ("2023", ["Beta", "Acme"])
    ]
