"""Whatever an entry of the record holds: no traceback, and every problem has a place."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pybtex.database import Entry as Reference
from undersigned.bibliography.library import Library
from undersigned.deeds.entry_list import RECORD
from undersigned.deeds.fields import FIELDS
from undersigned.deeds.model import Deed, Record
from undersigned.deeds.publishing import published
from undersigned.deeds.reading import read_record
from undersigned.deeds.rules.context import context_of
from undersigned.fields import Kind
from undersigned.problem import Problem, Severity, stopping
from undersigned.register.entries import gather
from undersigned.register.rules.context import Context, latest_today

from tests.support.examples import examples
from tests.support.signatories import register, signatory
from tests.support.versions import version

NAMES = [field.name for field in FIELDS]
REGISTER = register(
    [
        signatory("Acme", website="https://acme.com"),
        signatory("Bolt", website="https://bolt.example"),
        signatory("Jane Doe", kind=Kind.INDIVIDUAL, country=None),
    ]
)
URLS = {
    "own": "https://acme.com/a",
    "paper": "https://news.example/a",
    "court": "https://www.ca9.uscourts.gov/a",
    "both": "https://acme.com/a https://bolt.example/a",
    "odd": "https://[::1]/",
    "none": "",
}
LIBRARY = Library(
    sources={
        key: Reference("online", {"url": url, "archiveurl": f"https://web.archive.org/web/1/{url}"})
        for key, url in URLS.items()
    }
)
CONTEXT = context_of(
    Context(latest_today(), (version("1.0"), version("2.0", 2024))),
    REGISTER,
    LIBRARY,
    complete=True,
)

# What means something to one of the rules, so that chance meets it often.
TELLING = [
    "acme", "bolt", "jane-doe", "Acme", "nobody", "1", "2", "06", "٣", "Principle 1", "1.0", "9.9",
    "2025", "2025-02", "2025-02-30", "2925-01-01", "3 February 2025", "0000", "nothing", "in-line",
    "at-odds", "At Odds", *URLS, "[@own]", "https://acme.com/b", "http://acme.com", "https://a..b/",
    "It sued. It won.", "It will “bravely” plan to.", "<b>a", "`a`", "a@b.example", "\u202e", "",
    " ", "x" * 300, "e" + "\u0301" * 20, "TODO", "A. B? C! “D. E", "'", '"', "“", "\n", "#", "@{",
]  # fmt: skip

values = st.sampled_from(TELLING) | st.text(max_size=12)
fields = st.dictionaries(
    st.sampled_from(NAMES) | st.text(max_size=6), values | st.lists(values, max_size=3), max_size=9
)

SOUND = {
    "who": "acme", "date": "2025-02-03", "deed": "It published a report.", "sources": "own",
    "bearing": "in-line",
}  # fmt: skip


@st.composite
def nearly_sound(draw: st.DrawFn) -> dict[str, object]:
    """A sound deed of which some fields have other values, or none."""
    entry: dict[str, object] = dict(SOUND)
    for name in draw(st.lists(st.sampled_from(NAMES), max_size=3)):
        entry[name] = draw(values | st.lists(values, min_size=1, max_size=3))
    for name in draw(st.lists(st.sampled_from(sorted(entry)), max_size=1)):
        del entry[name]
    return entry


def checked(root: Path, entries: list[dict[str, object]]) -> tuple[Record, list[Problem], str]:
    written = yaml.safe_dump(entries, allow_unicode=True, sort_keys=False)
    (root / RECORD.path).write_text(written, encoding="utf-8")
    return *read_record(root, CONTEXT), written


def assert_inside(problems: list[Problem], written: str) -> None:
    lines = re.split(r"\r\n?|\n", written)
    for problem in problems:
        assert problem.path == RECORD.path
        assert 1 <= problem.line <= len(lines), problem
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1, problem
        assert "\n" not in str(problem)


hostile = settings(
    max_examples=examples(200), suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@given(st.lists(fields | nearly_sound(), max_size=4))
@hostile
def test_every_entry_is_read_or_has_a_problem_at_a_place(
    tmp_path: Path, entries: list[dict[str, object]]
) -> None:
    record, problems, written = checked(tmp_path, entries)
    assert_inside(problems, written)
    if not stopping(problems):
        assert len(record.entries) == len(entries)
        assert len({each.id for each in record.entries}) == len(entries)
    else:
        assert record.entries == ()


@given(st.lists(nearly_sound(), max_size=4))
@hostile
def test_nothing_of_an_individual_or_without_notice_is_ever_published(
    tmp_path: Path, entries: list[dict[str, object]]
) -> None:
    record, _, _ = checked(tmp_path, entries)
    for each in published(record, REGISTER, LIBRARY, latest_today()).entries:
        assert "jane-doe" not in each.who
        own = isinstance(each, Deed) and each.who == ("acme",) and set(each.sources) <= {"own"}
        assert own or each.notified


@given(st.lists(nearly_sound(), max_size=4))
@hostile
def test_what_is_left_off_over_faults_that_were_there_stops_nobody(
    tmp_path: Path, entries: list[dict[str, object]]
) -> None:
    written = yaml.safe_dump(entries, allow_unicode=True, sort_keys=False)
    (tmp_path / RECORD.path).write_text(written, encoding="utf-8")
    record, problems = read_record(
        tmp_path,
        CONTEXT,
        lightened=lambda found: [each._replace(severity=Severity.NOTE) for each in found],
    )
    left = [each for each in problems if "left off the pages" in each.message]
    assert len(record.entries) + len(left) == len(gather(tmp_path, RECORD)[0])


def test_a_sound_entry_is_published(tmp_path: Path) -> None:
    record, problems, _ = checked(tmp_path, [dict(SOUND)])
    assert [str(each) for each in problems] == []
    assert published(record, REGISTER, LIBRARY, latest_today()) == record
    with pytest.raises(AssertionError):
        assert_inside([Problem(RECORD.path, 2, 1, "")], "one line")
