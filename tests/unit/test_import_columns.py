"""Headings say which column gives which field, as far as they are certain."""

import pytest
from undersigned.fields import FIELDS
from undersigned.imports.columns import Columns, guessed, with_choices
from undersigned.imports.headings import is_personal, meaning_of
from undersigned.imports.report import heading_lines, name_remedy, remedy
from undersigned.imports.table import Row, Table


def table(*headings: str, cells: tuple[str, ...] = ()) -> Table:
    row = Row(2, 1, (*cells, *["x"] * (len(headings) - len(cells))))
    return Table("list.csv", headings, (row,), "UTF-8")


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Organisation", "name"), ("ORGANIZATION NAME", "name"), ("Firma", "name"),
        ("Land", "country"), ("País", "country"), ("Web site", "website"), ("Home-page", "website"),
        ("Datum", "signed"), ("Signed on", "signed"), ("Дата", "signed"), ("Type", "kind"),
        ("Link to statement", "evidence"), ("Preuve", "evidence"), ("Affiliation", "affiliation"),
        ("confirmed_by_email", "confirmed_by_email"), ("sort as", "sort_as"),
    ],
)  # fmt: skip
def test_headings_of_many_languages_mean_a_field(heading: str, field: str) -> None:
    assert guessed(table("Name" if field != "name" else "E-Mail", heading)).taken[field] == (1,)


def test_every_field_is_meant_by_its_own_name_but_the_id_which_may_number_rows() -> None:
    for field in FIELDS:
        assert guessed(table("x", field.name, cells=("x", "y"))).taken == {field.name: (1,)}
    numbered = guessed(table("name", "id", cells=("Acme", "17")))
    assert numbered == Columns({"name": (0,)}, {"id": (1,)})


@pytest.mark.parametrize(
    "heading", ["E-Mail", "Contact", "Phone number", "Your e-mail address", "メールアドレス"]
)
def test_personal_data_mean_no_field(heading: str) -> None:
    assert is_personal(heading)
    assert meaning_of(heading) is None
    assert not is_personal("Web address")


def test_what_may_mean_something_else_is_unsure() -> None:
    columns = guessed(
        table("Name", "Link", "Date", "Datum", "Statement", cells=("A",) * 4 + ("www.x.y",))
    )
    assert columns.taken == {"name": (0,)}
    assert columns.unsure == {"signed": (2, 3), "evidence": (1, 4)}
    assert guessed(table("Legal organisation name")).unsure == {"name": (0,)}


@pytest.mark.parametrize(
    ("kind", "taken"),
    [
        ("individual", {"name": (0,), "affiliation": (1,)}),
        ("company", {"name": (1,)}),
        ("", {}),
    ],
)
def test_the_kind_tells_a_person_from_an_organisation(
    kind: str, taken: dict[str, tuple[int, ...]]
) -> None:
    columns = guessed(table("Name", "Organisation"), kind)
    assert columns == Columns(taken, {} if kind else {"name": (0, 1)})


def test_given_names_and_family_names_are_one_name() -> None:
    for headings in (("First name", "Surname"), ("Nachname", "Vorname")):
        columns = guessed(table(*headings))
        assert columns.taken == {"name": (0, 1) if headings[0] == "First name" else (1, 0)}


def test_parted_names_beside_an_organisation_are_both_offered_with_the_way_to_tell() -> None:
    given = table("First name", "Last name", "Organisation")
    columns = guessed(given)
    assert columns.unsure == {"name": (0, 1, 2)}
    assert name_remedy(given, columns) == (
        "give --column 'name=Organisation' or 'name=First name+Last name', or '--kind' if all are"
        " of one kind"
    )
    # Whoever follows one of them has a name.
    assert with_choices(columns, given, ["name=First name+Last name"])[0].taken["name"] == (0, 1)
    assert guessed(given, "individual").taken["name"] == (0, 1)
    assert name_remedy(table("X"), guessed(table("X"))) == "give --column 'name=HEADING'"


@pytest.mark.parametrize("heading", ["Proof, that's " + "long " * 20, "Let's link", "Link \u200b!"])
def test_a_heading_that_cannot_be_typed_is_offered_by_its_number(heading: str) -> None:
    given = table("Name", heading)
    assert remedy(given, "evidence", (1,)).startswith("give --column 'evidence=#2', or")


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("G01Q01. Name der Organisation", "name"), ("Q3: Country", "country"),
        ("2. Website", "website"), ("Nom de l'organisme", "name"), ("Kurum Ad\u0131", "name"),
        ("Internetadresse", "website"), ("Signed date", "signed"), ("HQ Country", "country"),
        ("Link do o\u015bwiadczenia", "evidence"), ("声明URL", "evidence"),
    ],
)  # fmt: skip
def test_headings_of_surveys_and_of_more_languages_are_known(heading: str, field: str) -> None:
    assert meaning_of(heading) == (field, True)


def test_a_site_s_own_table_gives_every_field_by_its_name_and_no_derived_key() -> None:
    columns = guessed(table("name", "id", "slug", "grade", "version", "url"))
    assert columns == Columns({"name": (0,), "id": (1,)})


def test_a_person_says_which_column_gives_a_field() -> None:
    given = table("Name", "Date", "Date", "a+b", "Vor", "Nach")
    start = guessed(given)
    for choice, name, positions in (
        ("signed=#3", "signed", (2,)),
        ("name=vor + NACH", "name", (4, 5)),
        ("statement=a+b", "statement", (3,)),
        ("signed=Name", "signed", (0,)),
    ):
        columns, wrong = with_choices(start, given, [choice])
        assert (columns.taken[name], wrong) == (positions, [])
    assert with_choices(start, given, ["name=", "signed="]) == (Columns(), [])
    # A column gives one field.
    assert "name" not in with_choices(start, given, ["signed=Name"])[0].taken


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        ("signed=Date", "2 columns are headed 'Date'; give the number of one, such as '#2'"),
        ("signed=Datum", "no column is headed 'Datum'; the headings are 'Name', 'Date', 'Date'"),
        ("signed=#4", "there is no column '#4'; there are 3"),
        ("when=Date", "'when=Date' names no field; write FIELD=HEADING, as in name=Firma"),
        ("signed", "'signed' names no field; write FIELD=HEADING, as in name=Firma"),
    ],
)
def test_a_choice_that_cannot_be_followed_says_what_there_is(choice: str, message: str) -> None:
    given = table("Name", "Date", "Date")
    assert with_choices(guessed(given), given, [choice])[1] == [message]


def test_the_mapping_is_shown_with_what_is_left_out_and_the_remedy_for_what_is_unsure() -> None:
    given = table("Name", "Link", "E-Mail", "Remarks", "")
    assert list(heading_lines(given, guessed(given))) == [
        "list.csv: UTF-8: 1 row",
        "  name               'Name'",
        "  evidence           perhaps 'Link'; give --column 'evidence=Link', or 'evidence=' for"
        " none",
        "  never taken        'E-Mail'",
        "  not taken          'Remarks', column #5",
    ]
    # Whoever follows it has nothing unsure any more.
    for choice in ("evidence=Link", "evidence="):
        assert with_choices(guessed(given), given, [choice])[0].unsure == {}
