"""What happened, newest first and always in one order."""

from undersigned.dates import StatedDate
from undersigned.model import Kind
from undersigned.register.events import last_change, newest_events
from undersigned.views.words import Words

from tests.support.signatories import signatory
from tests.support.versions import version

WORDS = Words("en_GB")
VERSIONS = (version("1.0"), version("1.1", 2024, 5, 6))


def told(*signatories: object, most: int = 50) -> list[tuple[str, str]]:
    events = newest_events(VERSIONS, signatories, most)  # type: ignore[arg-type]
    return [(str(event.date), f"{WORDS.actor(event)} {WORDS.action(event)}") for event in events]


def test_the_newest_stand_first_and_of_one_day_withdrawals_endorsements_publications() -> None:
    day = StatedDate(2024, 5, 6)
    ada = signatory("Ada", kind=Kind.INDIVIDUAL, withdrawn=day, signed=StatedDate(2023, 4))
    assert told(ada, signatory("Beta", version="1.1"), signatory("Core", withdrawn=day)) == [
        ("2024-05-06", "Ada withdrew their endorsement"),
        ("2024-05-06", "Core withdrew its endorsement"),
        ("2024-05-06", "Beta endorsed version 1.1"),
        ("2024-05-06", "Core endorsed version 1.0"),
        ("2024-05-06", "Version 1.1 was published"),
        ("2023-04", "Ada endorsed version 1.0"),
        ("2023-03", "Version 1.0 was published"),
    ]


def test_a_month_counts_as_its_first_day_and_stands_behind_that_day() -> None:
    month = signatory("Aa", signed=StatedDate(2024, 6))
    first = signatory("Ab", signed=StatedDate(2024, 6, 1))
    second = signatory("Ac", signed=StatedDate(2024, 6, 2))
    dates = [date for date, _ in told(month, first, second, most=3)]
    assert dates == ["2024-06-02", "2024-06-01", "2024-06"]


def test_no_more_are_told_than_are_asked_for() -> None:
    assert len(told(*(signatory(f"N{number}") for number in range(99)))) == 50


def test_the_last_change_is_the_registers_and_nobodys_where_nobody_signed() -> None:
    assert last_change(()) is None
    change = last_change([signatory("Acme", signed=StatedDate(2020, 1, 1))])
    assert change is not None
    assert (WORDS.actor(change), str(change.date)) == ("Acme", "2020-01-01")
