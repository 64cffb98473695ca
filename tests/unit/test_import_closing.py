"""What concerns a whole list is said at the end of the account, with the way to settle it."""

from pathlib import Path

import pytest
from undersigned.imports.closing import closing_lines, exposed
from undersigned.imports.columns import guessed, with_choices
from undersigned.imports.file import read_list
from undersigned.imports.reading import Settings, read_rows
from undersigned.imports.rows import judged
from undersigned.imports.table import Table
from undersigned.register.rules.context import Context, latest_today

from tests.support.branches import Branch

CONTEXT = Context(latest_today(), ())


def read(tmp_path: Path, text: str, encoding: str = "utf-8") -> Table:
    (tmp_path / "list.csv").write_bytes(text.encode(encoding))
    table, problems = read_list(tmp_path / "list.csv")
    assert table is not None, problems
    return table


def closing(table: Table, *choices: str, **defaults: str) -> list[str]:
    columns, _ = with_choices(guessed(table), table, choices)
    rows = judged(table.path, read_rows(table, Settings(columns, defaults)), [], CONTEXT)
    before = f"{table.path}:1:1: "
    return [line.removeprefix(before) for line in closing_lines(table, columns, rows)]


def test_an_unsure_column_is_said_again_with_the_rows_that_have_none(tmp_path: Path) -> None:
    table = read(
        tmp_path, "Name,Kind,Date,Source\nAda,person,2024-05-06,x.example\nBo,person,2024-05,\n"
    )
    assert closing(table) == [
        "warning: 'evidence' is perhaps 'Source'; until that is said, 2 of 2 rows have none; give"
        " --column 'evidence=Source', or 'evidence=' for none"
    ]
    assert closing(table, "evidence=Source") == []


def test_a_field_that_no_column_gives_is_said_once_with_the_option_for_all(tmp_path: Path) -> None:
    table = read(tmp_path, "Name,Date\nAda,2024-05-06\nBo,2024-05-06\n")
    found = [
        f"warning: no column gives '{name}', which 2 of 2 rows lack; give --column"
        f" '{name}=HEADING', or '--{name}' for all that lack it"
        for name in ("kind", "evidence")
    ]
    assert closing(table) == found
    assert closing(table, kind="individual", evidence="https://letter.example/names") == []
    assert closing(table, kind="company")[1:2] == [
        "warning: no column gives 'website', which 2 of 2 rows lack; give --column"
        " 'website=HEADING'"
    ]


def test_a_list_of_people_is_told_that_first_names_sort_them(tmp_path: Path) -> None:
    heads, told = "Name,Kind,Date,Evidence", "individual is sorted by the first name; a column"
    rows = "Ana Silva,{},2024-05-06,https://silva.example/letter"
    person = f"{rows.format('person')}\nBo,person,2024-05-06,https://bo.example/letter\n"
    (note,) = closing(read(tmp_path, f"{heads}\n{person}"))
    assert note == f"note: 1 {told} 'sort_as', such as 'Silva, Ana', says by which name"
    sorted_by = f'{heads},sort_as\n{rows.format("person")},"Silva, Ana"\n'
    assert closing(read(tmp_path, sorted_by)) == []
    company = f"{heads},Website,Country\n{rows.format('company')},https://silva.example/,PT\n"
    assert closing(read(tmp_path, company)) == []


def test_a_guessed_encoding_shows_the_words_that_tell(tmp_path: Path) -> None:
    table = read(
        tmp_path,
        "Name,Kind,Date,Evidence\nCafé,person,2024-05,\nSpó\u0142ka,person,2024-05,\n",
        "cp1250",
    )
    (note,) = closing(table)
    assert note.startswith("note: Windows-1252 is a guess; where 'Spó³ka', 'Café' should read")
    assert closing(read(tmp_path, "Name,Kind,Date,Evidence\nCafé,person,2024-05,\n")) == []


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("Acme,Kari,", "personal data under 'Contact'"),
        ("Acme,,write to kari@acme.example", "e-mail addresses"),
        ("Acme,,", ""),
    ],
)
def test_a_list_with_personal_data_that_git_would_take_up_is_warned_of(
    tmp_path: Path, row: str, what: str
) -> None:
    table = read(tmp_path, f"Name,Contact,Remarks\n{row}\n")
    assert exposed(table) == ""
    site = Branch(tmp_path)
    site.git("init", "--quiet")
    remedy = "move it out of the repository, or add 'list.csv' to .gitignore"
    found = f"holds {what}, and git would take it up; {remedy}"
    assert exposed(table) == (found if what else "")
    (tmp_path / ".gitignore").write_text("list.csv\n")
    assert exposed(table) == ""
    site.git("add", "--force", "list.csv")
    taken_up = f"holds {what}, and git has taken it up; move it out of the repository and commit"
    assert exposed(table).startswith(taken_up if what else "")
    assert bool(exposed(table)) is bool(what)
