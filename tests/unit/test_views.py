from undersigned.dates import StatedDate
from undersigned.fields import Kind
from undersigned.model import Signatory
from undersigned.views.words import Words

from tests.support.signatories import endorsement, signatory, view
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
    assert [Words("en_GB").grade(entry) for entry in entries] == [
        "stated on its own site, blog.acme.com",
        "recorded by news.org",
        "confirmed by e-mail on 7 May 2024",
        "recorded by acme.com",
    ]


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
