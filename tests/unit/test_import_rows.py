"""Every row is judged by the checker of the register, and accounted for once."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from itertools import pairwise
from pathlib import Path

import pytest
import undersigned.imports.rows as judging
from undersigned.format.atomic_write import create_texts, replace_text
from undersigned.imports.columns import guessed
from undersigned.imports.destination import (
    beside,
    drop_ins,
    list_to_ask,
    refusal,
    register_with,
)
from undersigned.imports.file import read_list
from undersigned.imports.reading import Settings, read_rows
from undersigned.imports.report import row_lines, tally
from undersigned.imports.rows import Fate, Judged, judged
from undersigned.imports.table import Table
from undersigned.problem import Problem
from undersigned.register.entries import gather
from undersigned.register.rules.context import Context, latest_today
from undersigned.register.rules.known import Known
from undersigned.register.rules.references import references_are_known
from undersigned.text.source import Source
from undersigned.text.yaml_reader import read_entries

from tests.support.branches import Branch
from tests.support.files import plant
from tests.support.progress import Account
from tests.support.versions import version

CONTEXT = Context(latest_today(), (version("1.0"), version("1.1", 2025)))
HEADINGS = "name,kind,country,website,signed,evidence"


def line(name: str, more: str = "", host: str = "", signed: str = "2024-05-06") -> str:
    """A row that the checker takes."""
    site = f"https://{host or name.lower().replace(' ', '-')}.example"
    return f"{name},company,NO,{site},{signed},{site}/news{more}"


def imported(
    tmp_path: Path,
    text: str,
    present: str = "",
    context: Context = CONTEXT,
    defaults: Mapping[str, str] | None = None,
) -> tuple[Table, list[Judged]]:
    (tmp_path / "list.csv").write_text(text, encoding="utf-8")
    table, problems = read_list(tmp_path / "list.csv")
    assert table is not None, problems
    entries, problems = read_entries(Source("signatories.yml", present), ["formerly"])
    assert problems == []
    settings = Settings(guessed(table), defaults or {}, statement=context.statement)
    return table, judged("list.csv", read_rows(table, settings), entries, context)


def fates(rows: list[Judged]) -> list[Fate]:
    return [row.fate for row in rows]


def reasons(rows: list[Judged]) -> list[str]:
    return [str(reason) for row in rows for reason in row.reasons]


def entry(name: str, more: str = "", signed: str = "2024-05-06") -> str:
    name, kind, country, website, _, evidence = line(name).split(",")
    return (
        f"- name: {name}\n  kind: {kind}\n  country: {country}\n  website: {website}\n"
        f"  signed: {signed}\n  evidence: {evidence}\n{more}"
    )


def test_the_refusals_are_those_of_the_checker_at_the_place_of_the_row(tmp_path: Path) -> None:
    text = f"{HEADINGS}\n{line('Acme')}\nBeta,moonbase,NO,https://b.example,2024-02-31,ftp://b\n"
    _, rows = imported(tmp_path, text)
    assert fates(rows) == [Fate.TAKEN, Fate.REFUSED]
    assert [each.partition("; ")[0] for each in reasons(rows)] == [
        "list.csv:3:1: evidence 'ftp://b' does not begin with 'https://'",
        "list.csv:3:1: kind 'moonbase' is not known",
        "list.csv:3:1: signed '2024-02-31' is a date that does not exist",
    ]


def test_a_field_in_doubt_is_refused_once(tmp_path: Path) -> None:
    _, rows = imported(tmp_path, f"{HEADINGS}\n{line('Acme', signed='3/4/2024')}\n")
    assert fates(rows) == [Fate.REFUSED]
    assert len(reasons(rows)) == 1
    others = f"{line('Beta', signed='17/4/2024')}\n"
    _, rows = imported(tmp_path, f"{HEADINGS}\n{line('Acme', signed='3/4/2024')}\n{others}")
    assert [row.read.values["signed"] for row in rows] == ["2024-04-03", "2024-04-17"]


def test_the_second_of_two_that_are_alike_is_probably_the_first(tmp_path: Path) -> None:
    text = f"{HEADINGS}\n{line('Acme')}\n{line('ACME Ltd', host='b')}\n{line('Zeta', host='acme')}"
    _, rows = imported(tmp_path, text)
    assert fates(rows) == [Fate.TAKEN, Fate.ALIKE, Fate.ALIKE]
    assert "'ACME Ltd' is already on list.csv:2 as 'Acme'" in reasons(rows)[0]
    assert "is already that of 'Acme' on list.csv:2" in reasons(rows)[1]


def test_a_row_that_is_refused_makes_no_other_a_duplicate(tmp_path: Path) -> None:
    refused = line("Acme").replace("company", "moonbase")
    _, rows = imported(tmp_path, f"{HEADINGS}\n{refused}\n{line('Acme')}\n")
    assert fates(rows) == [Fate.REFUSED, Fate.TAKEN]


def test_one_that_is_nearly_another_is_taken_with_a_warning(tmp_path: Path) -> None:
    _, rows = imported(tmp_path, f"{HEADINGS}\n{line('Northwind')}\n{line('Nordhwind')}\n")
    assert fates(rows) == [Fate.TAKEN] * 2
    (found,) = (
        row_lines("list.csv", rows[1:2])[1:] if False else list(row_lines("list.csv", rows))[2:]
    )
    assert found.startswith(
        "list.csv:3:1: warning: 'Nordhwind' is nearly 'Northwind' on list.csv:2"
    )


def test_what_is_in_the_register_is_there_already_and_what_is_like_it_is_not_taken(
    tmp_path: Path,
) -> None:
    present = entry("Acme", "  listed: 2024-06-07\n") + "\n" + entry("Beta")
    text = f"{HEADINGS}\n{line('Acme')}\n{line('Beta', signed='2024-07')}\n"
    _, rows = imported(tmp_path, text, present)
    assert fates(rows) == [Fate.THERE, Fate.ALIKE]
    assert "'Beta' is already on signatories.yml:9" in reasons(rows)[0]


def test_an_entry_is_there_whether_or_not_it_says_whose_statement_it_endorses(
    tmp_path: Path,
) -> None:
    ours = Context(CONTEXT.today, CONTEXT.versions, "ours")
    for text in (f"{HEADINGS}\n{line('Acme')}", f"{HEADINGS},of\n{line('Acme', ',ours')}"):
        for present in (entry("Acme"), entry("Acme", "  of: ours\n")):
            assert fates(imported(tmp_path, text, present, ours)[1]) == [Fate.THERE]
    theirs = f"{HEADINGS},of\n{line('Acme', ',theirs')}"
    assert fates(imported(tmp_path, theirs, entry("Acme"), ours)[1]) == [Fate.REFUSED]


def test_a_row_that_names_one_that_is_not_taken_is_refused(tmp_path: Path) -> None:
    rows = [
        line("Acme", ",beta"), line("Beta", ",gamma"), line("Gamma", ",delta"),
        line("Delta", ",").replace("company", "moonbase"), line("Omega", ",zeta"),
        line("Zeta", ","),
    ]  # fmt: skip
    text = "\n".join([f"{HEADINGS},part_of", *rows])
    _, found = imported(tmp_path, text)
    refused = [Fate.REFUSED] * 4
    assert fates(found) == [*refused, Fate.TAKEN, Fate.TAKEN]


def test_a_row_that_would_break_an_entry_that_is_there_is_refused(tmp_path: Path) -> None:
    # The present entry signed later and gives no id, so it would have to give one.
    present = entry("Acme", signed="2025-06-07")
    text = f"{HEADINGS},id\n{line('Acme', ',acme')}\n"
    _, rows = imported(tmp_path, text, present)
    assert fates(rows) == [Fate.ALIKE]
    assert "'Acme' on signatories.yml:1 signed later" in reasons(rows)[0]


def test_another_version_of_a_signatory_is_taken_by_its_id(tmp_path: Path) -> None:
    text = f"{HEADINGS},id\n{line('Acme', ',acme', signed='2025-06-07')}\n{line('Beta', ',')}\n"
    _, rows = imported(tmp_path, text, entry("Acme"))
    assert fates(rows) == [Fate.TAKEN] * 2
    entries, _ = read_entries(Source("signatories.yml", entry("Acme")))
    texts, problems = drop_ins("list.csv", rows, entries, CONTEXT)
    assert (list(texts), problems) == (["signatories.d/acme@1.1.yml", "signatories.d/beta.yml"], [])


def test_a_row_without_evidence_is_to_ask_whatever_else_it_lacks(tmp_path: Path) -> None:
    text = "Name,Kind,Mail,Remark,Evidence\n=Acme,moonbase,a@b.example,=1+1,\nBeta,company,,,-\n"
    table, rows = imported(tmp_path, text)
    assert fates(rows) == [Fate.TO_ASK] * 2
    written = list_to_ask(table, guessed(table), rows)
    assert written[0] == "\ufeff"
    (header, first, _) = csv.reader(StringIO(written[1:], newline=""))
    assert header == [*table.headings, "why it is not in the register"]
    assert first[:4] == ["'=Acme", "moonbase", "a@b.example", "'=1+1"]
    assert "kind 'moonbase' is not known" in first[5]
    # What was found out meanwhile is written into that file, and the file is imported.
    (tmp_path / "list.csv").write_text(written, encoding="utf-8")
    again, _ = read_list(tmp_path / "list.csv")
    assert again is not None
    assert guessed(again) == guessed(table)
    _, rows = imported(tmp_path, written, defaults={"evidence": "https://l.example/"})
    assert Fate.TO_ASK not in fates(rows)


def test_nobody_is_asked_who_is_there_or_is_asked_already(tmp_path: Path) -> None:
    asked = [
        line(name, host=name).rpartition(",")[0] + "," for name in ("Acme", "Beta", "BETA Ltd")
    ]
    text = "\n".join([HEADINGS, *asked, line("Gamma"), asked[0].replace("Acme", "Gamma Inc")])
    table, rows = imported(tmp_path, text, entry("Acme"))
    assert fates(rows) == [Fate.ALIKE, Fate.TO_ASK, Fate.ALIKE, Fate.TAKEN, Fate.ALIKE]
    assert len(reasons(rows)) == 4
    assert "Beta" in list_to_ask(table, guessed(table), rows).splitlines()[1]
    assert len(list_to_ask(table, guessed(table), rows).splitlines()) == 2


def test_a_row_without_a_name_is_shown_by_its_place_alone(tmp_path: Path) -> None:
    _, rows = imported(tmp_path, f"{HEADINGS}\n{line('Acme')[4:]}\n")
    (found,) = row_lines("list.csv", rows)
    assert found.startswith("list.csv:2:1: refused: field 'name' is missing")


def test_the_list_to_ask_is_read_again_as_the_same_rows_and_opens_where_the_list_does(
    tmp_path: Path,
) -> None:
    text = (
        "Name;Kind;Date;Evidence;Phone\n'=Acme;company;05/01/2024;tbd;'+47 1\n"
        "Beta;company;17/01/2024;beta.example;\nGamma;company;soon;;\n"
    )
    table, rows = imported(tmp_path, text)
    written = list_to_ask(table, guessed(table), rows)
    assert written.splitlines()[0] == (
        "\ufeffName;Kind;Date;Evidence;Phone;why it is not in the register"
    )
    assert written.splitlines()[1].startswith("'=Acme;company;2024-01-05;tbd;'+47 1;")
    assert written.splitlines()[2].startswith("Gamma;company;soon;;;")
    again, asked = imported(tmp_path, written)
    of_those = [row.read.values for row in rows if row.fate is Fate.TO_ASK]
    assert [row.read.values for row in asked] == of_those
    # A second round changes nothing.
    assert list_to_ask(again, guessed(again), asked) == written


def test_the_list_to_ask_of_a_list_with_one_column_has_commas(tmp_path: Path) -> None:
    table, rows = imported(tmp_path, "Name\nAda Ek\n")
    assert "Name,why it is" in list_to_ask(table, guessed(table), rows)


def test_a_row_that_says_not_yet_or_gives_an_e_mail_address_is_to_ask(tmp_path: Path) -> None:
    rest = line("Acme").rpartition(",")[0]
    headings = f"{HEADINGS},confirmed_by_email"
    for cell in ("tbd", "kari@acme.example"):
        _, rows = imported(tmp_path, f"{headings}\n{rest},{cell},\n")
        assert (fates(rows), len(reasons(rows))) == ([Fate.TO_ASK], 1)
        # It is known in another way.
        given = {"evidence": "https://letter.example/names"}
        for day, defaults in (("2024-06-07", None), ("", given)):
            _, rows = imported(tmp_path, f"{headings}\n{rest},{cell},{day}\n", defaults=defaults)
            assert (fates(rows), reasons(rows)) == ([Fate.TAKEN], [])


def test_what_holds_for_every_row_is_for_those_that_give_none(tmp_path: Path) -> None:
    text = (
        "Name,Kind,Confirmed by e-mail,Evidence\nA B,,,\nC D,company,,x.example\nE F,,2024-06-07,"
    )
    defaults = {"kind": "individual", "evidence": "https://l.example/", "signed": "2024-05"}
    _, rows = imported(tmp_path, text, defaults=defaults)
    assert [(row.read.values["kind"], row.read.values.get("evidence")) for row in rows] == [
        ("individual", "https://l.example/"),
        ("company", "https://x.example"),
        ("individual", None),
    ]


def test_entries_say_whose_statement_they_endorse_and_another_s_is_refused(tmp_path: Path) -> None:
    ours = Context(CONTEXT.today, CONTEXT.versions, "ours")
    text = (
        f"{HEADINGS},of\n{line('Acme', ',')}\n{line('Beta', ',ours')}\n{line('Gamma', ',theirs')}"
    )
    _, rows = imported(tmp_path, text, context=ours)
    assert fates(rows) == [Fate.TAKEN, Fate.TAKEN, Fate.REFUSED]
    assert [row.read.values["of"] for row in rows[:2]] == ["ours", "ours"]


def test_the_counts_add_up_to_the_rows(tmp_path: Path) -> None:
    text = f"{HEADINGS}\n{line('Acme', host='a')} \n{line('ACME', host='x')}\n"
    text += f"{line('B').rpartition(',')[0]},\n"
    _, rows = imported(tmp_path, f"{text}{line('Zeta')},too,many\n{line('There')}", entry("There"))
    assert tally(rows) == (
        "5 rows: 1 taken (1 mended), 1 there already, 1 probably the same, 1 to ask, 1 refused"
    )


def test_what_was_mended_is_shown(tmp_path: Path) -> None:
    _, rows = imported(
        tmp_path, f"{HEADINGS},statement\n{line('Acme', ',n/a').replace('NO', 'Norge')}"
    )
    (found,) = row_lines("list.csv", rows)
    assert found == "list.csv:2:1: taken: 'Acme'; country 'Norge' as 'NO', statement 'n/a' as none"


def test_the_register_gets_the_entries_with_the_day_and_keeps_its_comments(tmp_path: Path) -> None:
    plant(tmp_path, {"signatories.yml": f"# head\n\n{entry('Beta')}  # foot\n"})
    _, rows = imported(tmp_path, f"{HEADINGS}\n{line('Acme')}\n")
    text, problems = register_with(tmp_path, rows, latest_today())
    listed = f"  listed: {latest_today()}\n"
    assert problems == []
    assert text == f"# head\n\n{entry('Acme', listed)}\n{entry('Beta')}  # foot\n"
    plant(tmp_path, {"signatories.yml": text})
    assert len(gather(tmp_path)[0]) == 2


def test_an_entry_too_large_for_a_drop_in_is_refused(tmp_path: Path) -> None:
    former = "\n".join(f"Name {number} {'x' * 180}" for number in range(50))
    _, rows = imported(tmp_path, f'{HEADINGS},formerly\n{line("Acme")},"{former}"\n')
    (problem,) = drop_ins("list.csv", rows, [], CONTEXT)[1]
    assert str(problem) == "list.csv:2:1: would be a drop-in of more than 8 KiB; shorten it"


def test_the_list_of_those_to_ask_lies_where_git_does_not_take_it_up(tmp_path: Path) -> None:
    place = beside(tmp_path / "some" / "list.csv")
    assert place == tmp_path / "some" / "list.to-ask.csv"
    (tmp_path / "some").mkdir()
    assert refusal(place) == ""
    Branch(tmp_path).git("init", "--quiet")
    assert "would hold personal data, and git would take it up; add '*.to-ask.csv'" in refusal(
        place
    )
    (tmp_path / ".gitignore").write_text("*.to-ask.csv\n")
    assert refusal(place) == ""
    place.write_text("")
    assert refusal(place).endswith("is already there and is left as it is; move it away")


def test_of_several_new_files_all_are_written_or_none(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("old")
    with pytest.raises(FileExistsError):
        create_texts({tmp_path / "a": "new", tmp_path / "b": "new", tmp_path / "c": "new"})
    assert [each.name for each in tmp_path.iterdir()] == ["b"]
    assert (tmp_path / "b").read_text() == "old"
    create_texts({tmp_path / "a": "new", tmp_path / "d" / "c": "é\n"})
    assert (tmp_path / "d" / "c").read_bytes() == b"\xc3\xa9\n"


def test_of_new_files_those_that_are_whole_stay_where_it_is_stopped(tmp_path: Path) -> None:
    account, answers = Account(), iter([False, False, True])
    account.begin(3)
    texts = {tmp_path / "a": "new", tmp_path / "b": "new", tmp_path / "c": "new"}
    assert create_texts(texts, account, answers.__next__) == [tmp_path / "a", tmp_path / "b"]
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a", "b"]
    assert account.counts == [2]


def test_a_file_that_cannot_be_replaced_leaves_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    (tmp_path / "a").write_text("old")
    monkeypatch.setattr("os.fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        replace_text(tmp_path / "a", "new")
    assert [each.name for each in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_text() == "old"


def test_a_row_that_names_one_that_is_to_be_asked_is_refused(tmp_path: Path) -> None:
    asked = "Beta,company,NO,https://beta.example,2024-05-06,,"
    text = f"{HEADINGS},part_of\n{line('Acme', ',beta')}\n{asked}"
    _, rows = imported(tmp_path, text)
    assert fates(rows) == [Fate.REFUSED, Fate.TO_ASK]
    assert [problem.message.partition(";")[0] for problem in rows[0].reasons] == [
        "part_of 'beta' is no other entry's id"
    ]


def test_a_chain_of_rows_that_name_each_other_is_followed_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at = list[int]()

    def counted(known: Sequence[Known], ids: Mapping[str, str]) -> Iterator[Problem]:
        looked_at.append(len(known))
        return references_are_known(known, ids)

    monkeypatch.setattr(judging, "references_are_known", counted)
    names = ["nobody", *(f"firm{number:03}" for number in range(100))]
    lines = [line(name, f",{named}") for named, name in pairwise(names)]
    lines += [line("Union"), line("Part", ",union")]
    _, rows = imported(tmp_path, "\n".join([f"{HEADINGS},part_of", *lines]))
    assert fates(rows) == [Fate.REFUSED] * 100 + [Fate.TAKEN] * 2
    assert sum(looked_at) < 400
