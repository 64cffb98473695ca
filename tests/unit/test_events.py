"""What happened, newest first and always in one order."""

from collections.abc import Iterable

from undersigned.dates import StatedDate
from undersigned.fields import Kind
from undersigned.model import Signatory
from undersigned.register.events import (
    Event,
    EventType,
    by_year,
    events,
    last_change,
    newest_days,
    newest_first,
)
from undersigned.register.signatories import entered
from undersigned.views.words import Words

from tests.support.signatories import endorsement, signatory
from tests.support.versions import version

WORDS = Words("en_GB")
VERSIONS = (version("1.0"), version("1.1", 2024, 5, 6))


def newest_day_first(found: Iterable[Event]) -> list[Event]:
    return sorted(found, key=lambda event: newest_first(event.entered))


def told(*signatories: Signatory) -> list[tuple[str, str]]:
    return [
        (str(event.date), f"{WORDS.actor(event)} {WORDS.action(event)}")
        for event in newest_day_first(events(VERSIONS, signatories))
    ]


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
    dates = [date for date, _ in told(month, first, second)[:3]]
    assert dates == ["2024-06-02", "2024-06-01", "2024-06"]


def test_the_newest_days_are_whole_and_as_many_as_are_asked_for() -> None:
    busy = [signatory(f"N{number}") for number in range(53)]
    older = signatory("Old", signed=StatedDate(2023, 12, 31))
    everything = events((), [*busy, older])
    assert len(newest_days(everything, 50)) == 53
    assert len(newest_days(everything, 54)) == 54
    assert [(year, len(found)) for year, found in by_year(everything).items()] == [
        (2024, 53),
        (2023, 1),
    ]


def test_an_endorsement_is_sorted_by_the_day_on_which_it_was_listed() -> None:
    late = signatory("Late", signed=StatedDate(2023, 4, 1), listed=StatedDate(2025, 1, 2))
    assert told(signatory("Acme"), late)[0] == ("2023-04-01", "Late endorsed version 1.0")


def test_what_is_not_folded_is_news_from_the_newest_day_of_what_is() -> None:
    listed = endorsement("Acme", listed=StatedDate(2025, 1, 2))
    old, month = (endorsement(name, signed=StatedDate(2023, 4)) for name in ("Old", "Month"))
    new = endorsement("New", signed=StatedDate(2025, 3, 4))
    found = entered([old, listed, new, month], unfolded=[0, 2])
    assert [str(each.news) for each in found] == [
        "2025-01-02",
        "2025-01-02",
        "2025-03-04",
        "2023-04",
    ]
    assert entered([old, new], unfolded=[0, 1]) == [old, new]
    assert entered([], unfolded=[]) == []


def test_nothing_is_told_of_an_endorsement_before_it_came_to_the_register() -> None:
    late, signed = StatedDate(2025, 1, 2), StatedDate(2023, 4)
    gone = signatory("Gone", signed=signed, withdrawn=StatedDate(2023, 5, 6), listed=late)
    ended = signatory("Ended", signed=signed, ended=StatedDate(2023, 6), listed=late)
    found = newest_day_first(events((), [signatory("Acme"), gone, ended]))
    assert [(str(each.entered), str(each.date), each.type) for each in found[:4]] == [
        ("2025-01-02", "2023-06", EventType.ENDED),
        ("2025-01-02", "2023-05-06", EventType.WITHDRAWN),
        ("2025-01-02", "2023-04", EventType.SIGNED),
        ("2025-01-02", "2023-04", EventType.SIGNED),
    ]


def test_who_ended_or_merged_has_not_withdrawn() -> None:
    merged = signatory("Acme", ended=StatedDate(2025, 6), succeeded_by="beta")
    assert told(merged)[0] == ("2025-06", "Acme no longer exists")


def test_what_happens_to_the_first_endorsement_keeps_its_identity_when_another_follows() -> None:
    gone = StatedDate(2025, 1, 2)
    alone = signatory("Acme", withdrawn=gone)
    both = Signatory(
        endorsement("Acme", version="1.1", signed=StatedDate(2024, 6, 7)), (alone.latest,)
    )
    subjects = [{event.subject for event in events((), [each])} for each in (alone, both)]
    assert subjects == [{"acme", "acme 1.0"}, {"acme", "acme 1.0", "acme 1.1"}]


def test_the_last_change_is_the_registers_and_nobodys_where_nobody_signed() -> None:
    assert last_change(events([version("1.0")], ())) is None
    change = last_change(events((), [signatory("Acme", signed=StatedDate(2020, 1, 1))]))
    assert change is not None
    assert (WORDS.actor(change), str(change.date)) == ("Acme", "2020-01-01")
