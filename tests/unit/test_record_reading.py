"""The record as read: whose entry is reported, which are left off, what waits."""

from pathlib import Path

from pybtex.database import Entry as Reference
from undersigned.bibliography.library import Library
from undersigned.dates import StatedDate
from undersigned.deeds.model import Record
from undersigned.deeds.reading import read_record
from undersigned.deeds.rules.context import RecordContext, context_of
from undersigned.problem import Problem, Severity, stopping
from undersigned.register.rules.context import Context, latest_today
from undersigned.register.signatories import Register
from undersigned.statement.version import Version
from undersigned.text.source import Entry

from tests.support.files import plant
from tests.support.signatories import register, signatory

TEXT = Version("1.0", StatedDate(2023, 3), "1. Do no harm\n2. Do good\n")
REGISTER = register([signatory("Acme", website="https://acme.com"), signatory("Bolt")])
LIBRARY = Library(
    sources={
        key: Reference("online", {"url": url, "archiveurl": "https://web.archive.org/web/1/x"})
        for key, url in {"own": "https://acme.com/a", "paper": "https://news.example/a"}.items()
    },
    refused=("broken",),
)


def context(*, complete: bool = True, library: Library = LIBRARY) -> RecordContext:
    return context_of(Context(latest_today(), (TEXT,)), REGISTER, library, complete=complete)


def deed(more: str = "", who: str = "acme", said: str = "It spoke.", source: str = "own") -> str:
    return (
        f'- who: {who}\n  principle: "1"\n  date: 2025-02-03\n  deed: {said}\n'
        f"  sources: {source}\n  bearing: in-line\n{more}"
    )


def read(root: Path, text: str, of: RecordContext | None = None) -> tuple[Record, list[str]]:
    plant(root, {"deeds.yml": text})
    record, problems = read_record(root, of or context())
    return record, [str(each) for each in problems]


def test_without_a_file_nothing_is_recorded_and_nothing_is_wrong(tmp_path: Path) -> None:
    assert read_record(tmp_path, context()) == (Record(), [])
    assert read(tmp_path, "[]\n") == (Record(), [])


def test_of_two_entries_that_are_one_the_blamed_is_reported(tmp_path: Path) -> None:
    plant(tmp_path, {"deeds.yml": deed() + "\n" + deed(said="It wrote.")})

    def first(entry: Entry) -> bool:
        return entry.line == 1

    (later,) = stopping(read_record(tmp_path, context())[1])
    (earlier,) = stopping(read_record(tmp_path, context(), first)[1])
    assert (later.line, earlier.line) == (8, 1)
    assert "already on deeds.yml:8" in earlier.message


def test_entries_with_faults_that_were_there_before_are_left_off_alone(tmp_path: Path) -> None:
    plant(tmp_path, {"deeds.yml": deed() + "\n" + deed(who="nobody")})
    record, problems = read_record(tmp_path, context())
    assert record == Record()

    def noted(found: object) -> list[Problem]:
        return [each._replace(severity=Severity.NOTE) for each in found]  # type: ignore[attr-defined]

    record, problems = read_record(tmp_path, context(), lightened=noted)
    assert [each.id for each in record.entries] == ["acme-1-2025-02-03"]
    assert str(problems[-1]) == (
        "deeds.yml:8:8: note: 'nobody-1-2025-02-03' is left off the pages, over what this change"
        " did not bring; mend it apart"
    )


def test_of_a_faulty_register_nobody_is_called_unknown(tmp_path: Path) -> None:
    record, problems = read(tmp_path, deed(who="nobody"), context(complete=False))
    assert [each.who for each in record.entries] == [("nobody",)]
    assert problems == []
    # Without a version nobody endorses anything, and the register is empty.
    none = context_of(Context(latest_today(), ()), Register(), LIBRARY, complete=True)
    assert read(tmp_path, deed(who="acme"), none) == (Record(), [])


def test_of_a_faulty_bibliography_no_source_is_called_unknown(tmp_path: Path) -> None:
    partly = Library(whole=False)
    _, problems = read(tmp_path, deed(source="unread"), context(library=partly))
    assert not any("is not in" in each for each in problems)
    plant(tmp_path, {"deeds.yml": deed()})
    half = Library(sources={"own": Reference("online", {})}, complete=False)
    assert stopping(read_record(tmp_path, context(library=half))[1]) == []
    # Of one that is there and cannot be read, its own problem is told, and no other.
    _, problems = read(tmp_path, deed(source="broken"))
    assert [each for each in problems if "note" not in each] == []


def test_a_copy_of_another_page_is_noticed_however_its_address_is_written(tmp_path: Path) -> None:
    page = "https://acme.com/a"
    for copy, is_of_it in {
        "https://acme.com/a": True,
        "http://www.acme.com:80/a/": True,
        "https://acme.com/b": False,
        "https://news.example/?https://acme.com/a": False,
    }.items():
        fields = {
            "url": page,
            "archiveurl": f"https://web.archive.org/web/20250102030405id_/{copy}",
        }
        given = Library(sources={"own": Reference("online", fields)})
        _, problems = read(tmp_path, deed(), context(library=given))
        assert (problems == []) is is_of_it, copy


def test_an_entry_keeps_every_field(tmp_path: Path) -> None:
    more = "  notified: 2025-03-01\n  reply: We did.\n  replied: 2025-03-02\n"
    more += "  reply_source: https://acme.com/reply\n"
    record, problems = read(tmp_path, deed(more).replace('"1"', "2"))
    assert problems == []
    (entry,) = record.deeds
    assert (entry.id, entry.principle, entry.version) == ("acme-2-2025-02-03", 2, "1.0")
    assert entry.reply
    assert (entry.reply.words, str(entry.reply.date)) == ("We did.", "2025-03-02")


def test_a_letter_of_today_lets_an_entry_wait_until_a_day(tmp_path: Path) -> None:
    today = latest_today()
    text = deed(f"  notified: {today}\n", source="paper")
    _, (note,) = read(tmp_path, text)
    assert note.endswith(f"since 'acme' was written to on {today}")


def test_a_letter_to_several_lets_an_entry_of_theirs_wait(tmp_path: Path) -> None:
    today = latest_today()
    text = deed(f"  notified: {today}\n", source="paper")
    _, (note,) = read(tmp_path, text.replace("who: acme", "who:\n    - acme\n    - bolt"))
    assert note.endswith(f"since 'acme' and 'bolt' were written to on {today}")


def test_a_long_record_is_read_without_comparing_all_with_all(tmp_path: Path) -> None:
    text = "\n".join(deed(f"  id: acme-{each}\n", said=f"It did {each}.") for each in range(2000))
    record, problems = read(tmp_path, text)
    assert len(record.entries) == 2000
    assert not any("nearly" in each for each in problems)
