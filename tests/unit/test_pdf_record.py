"""The record of deeds in the PDF: its table, its sentences and what they are tagged as."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from undersigned.build.dates import VARIABLE
from undersigned.pdf.record_table import MOST_COLUMNS
from undersigned.publication import Publication

from tests.support.files import drawn, plant
from tests.support.printed import MOMENT, reader_of, said_by, set_of, tags_of, text_of
from tests.support.published import published_by
from tests.support.sites import SMALL

SIGNATORY = """\
- name: {name}
  kind: company
  country: {country}
  website: https://{id}.example
  signed: 2024-05-06
  evidence: https://{id}.example/news
  {more}
"""
SOURCES = """\
@online{ours, title = {{Our Report}}, organization = {Acme}, year = 2025,
  url = {https://acme.example/report}, urldate = {2025-02-03},
  archiveurl = {https://web.archive.org/web/2025/https://acme.example/report},
  archivedate = {2025-02-03}}
@online{court, title = {{Judgment in X v. Acme}}, organization = {A Court}, year = 2024,
  url = {https://www.ca9.uscourts.gov/x}, urldate = {2025-02-03},
  archiveurl = {https://web.archive.org/web/2025/https://www.ca9.uscourts.gov/x},
  archivedate = {2025-02-03}}
"""
DEEDS = """\
- who: acme
  principle: 1
  date: 2024-01-02
  deed: "Sold to #panic(1) *nobody*"
  sources: court
  bearing: at-odds
  notified: 2025-03-04
  reply: We $did$ not, as _we_ said.
  replied: 2025-03-05
  reply_source: https://acme.example/reply

- who: acme
  principle: 1
  date: 2025-02
  deed: Published a report on what it refused to sell
  sources: ours
  bearing: in-line

- who: acme
  principle: 2
  looked: 2025-03-03
  found: nothing
  where:
    - its newsroom
    - court filings
  notified: 2025-03-04
"""


def signatories(*names: str, more: str = "") -> str:
    return "\n".join(
        SIGNATORY.format(name=name, id=name.lower(), country="NO", more=more).rstrip() + "\n"
        for name in names
    )


def published(
    root: Path, files: Mapping[str, str] = {}, split: int = 500, language: str = "en"
) -> Publication:
    """The small site with deeds, and these files in place of its own."""
    own = {
        "signatories.yml": signatories("Acme", "Zeta"),
        "references.bib": SOURCES,
        "deeds.yml": DEEDS,
    }
    plant(root, {**drawn(SMALL), **own, **files})
    return published_by(root, {VARIABLE: str(MOMENT)}, split=split, language=language)


@pytest.fixture(scope="module")
def some(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    return published(tmp_path_factory.mktemp("some"))


def table_of(made: Publication) -> list[list[str]]:
    """The first table: names and what each cell says."""
    table = said_by(made)["record"]["tables"][0]
    rows = [
        [row["name"], *(" ".join(cell["says"]) for cell in row["cells"])] for row in table["rows"]
    ]
    return [table["columns"], *rows]


def words_of(part: object) -> str:
    """All words of a tree, without their markup."""
    if isinstance(part, str):
        return part
    return "".join(map(words_of, part["in"] if isinstance(part, dict) else part))  # type: ignore[arg-type]


JOINT = """\
- who:
    - acme
    - zeta
  principle: 1
  date: 2025-02
  deed: Published a report on what both refused to sell
  sources: ours
  bearing: in-line
  notified: 2025-03-04
"""


def test_a_source_is_named_by_whose_own_page_it_is_of_several(tmp_path: Path) -> None:
    records = said_by(published(tmp_path, {"deeds.yml": JOINT}))["record"]["records"]
    acme, zeta = (words_of(each["parts"][0]["entries"]) for each in records)
    assert "(its own page)" in acme
    assert "(Acme’s own page)" in zeta


def test_where_all_have_gone_there_is_no_table_of_nobody(tmp_path: Path) -> None:
    gone = signatories("Acme", more="ended: 2025-06-07")
    made = published(tmp_path, {"signatories.yml": gone})
    [table] = said_by(made)["record"]["tables"]
    assert [row["more"] for row in table["rows"]] == [["ended on 7 June 2025"]]
    assert set_of(made)[0].startswith(b"%PDF-")


def test_the_table_says_what_is_documented_found_or_not_looked_for(some: Publication) -> None:
    assert table_of(some) == [
        ["Signatory", "Principle 1", "Principle 2"],
        ["Acme", "2 documented of which 1 at odds reply", "looked on 3 March 2025, nothing found"],
        ["Zeta", "not looked yet", "not looked yet"],
    ]


def test_each_sentence_stands_by_principle_with_its_reading_its_sources_and_the_reply(
    some: Publication,
) -> None:
    [acme] = said_by(some)["record"]["records"]
    assert acme["name"] == "Acme"
    said = {part["heading"]: [*map(words_of, part["entries"])] for part in acme["parts"]}
    assert said == {
        "1. Do no harm": [
            "February 2025: Published a report on what it refused to sell. The editors’ reading: in"
            " line. Source: Acme, Our Report (its own page).",
            "2 January 2024, before its endorsement: Sold to #panic(1) *nobody*. The editors’"
            " reading: at odds. Source: A Court, Judgment in X v. Acme (a court’s or a state’s"
            " page).It replied on 5 March 2025 on its own site: “We $did$ not, as _we_ said.”",
        ],
        "2. Say so": [
            "Looked on 3 March 2025: nothing found. Places searched: its newsroom; court filings."
        ],
    }


def test_the_record_is_read_back_between_signatories_and_sources_and_nothing_of_it_is_markup(
    some: Publication, tmp_path: Path
) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler is not installed")
    text = " ".join(text_of(set_of(some)[0], tmp_path).split())
    at = 0
    for each in (
        "Signatories", "What signatories did", "A blank does not prove",
        "Large firms are written about more",
        "the editors’ judgement", "since 26 November 2026 is at", "Acme",
        "2 documented", "of which 1 at odds",
        "Zeta", "not looked yet", "Deeds, sources and replies", "Acme", "1. Do no harm",
        "February 2025", "#panic(1) *nobody*", "“We $did$ not, as _we_ said.”", "Sources",
        "This edition",
    ):  # fmt: skip
        assert each in text[at:], each
        at = text.index(each, at) + len(each)


def test_an_address_in_a_sentence_is_copied_as_it_is(tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler is not installed")
    place = "https://www.a-long-name-of-a-newsroom.example/releases-of-the-year-2025/by-month/"
    made = published(tmp_path, {"deeds.yml": DEEDS.replace("its newsroom", place)})
    text = "".join(text_of(set_of(made)[0], tmp_path).split())
    assert place in text
    assert "https://small.example/signatories/deeds/" in text


def test_columns_have_header_cells_and_the_headings_leave_no_level_out(some: Publication) -> None:
    reader = reader_of(set_of(some)[0])
    tags = tags_of(reader)
    record = tags[tags.index("Table", tags.index("Table") + 1) :]
    row = record[record.index("TR") : record.index("TD")]
    assert row.count("TH") == 3
    assert [tag for tag in tags if re.fullmatch("H[1-6]", tag)] == [
        "H1", "H1", "H2", "H1", "H2", "H3", "H4", "H4", "H1", "H2", "H1",
    ]  # fmt: skip
    links = {
        annotation.get_object()["/A"]["/URI"]
        for page in reader.pages
        for annotation in page.get("/Annots", ())
    }
    assert links > {
        "https://acme.example/report", "https://www.ca9.uscourts.gov/x", "https://acme.example/reply",
    }  # fmt: skip


@pytest.mark.parametrize("deeds", ["", "[]\n", DEEDS.partition("- who")[0]])
def test_where_nothing_is_recorded_the_edition_has_no_such_part(deeds: str, tmp_path: Path) -> None:
    said = said_by(published(tmp_path, {"deeds.yml": deeds}))
    assert "record" not in said
    assert "What signatories did" not in str(said)


def test_what_waits_for_a_reply_is_not_in_it(tmp_path: Path) -> None:
    waiting = DEEDS.replace("  notified: 2025-03-04\n", "").partition("  reply:")[0]
    assert "record" not in said_by(published(tmp_path, {"deeds.yml": waiting}))


def test_more_principles_than_a_page_is_wide_are_in_tables_beneath_each_other(
    tmp_path: Path,
) -> None:
    text = "".join(f"{number}. Do {number}\n" for number in range(1, MOST_COLUMNS + 3))
    made = published(tmp_path, {"docs/principles/1.0.md": text})
    tables = said_by(made)["record"]["tables"]
    assert [len(table["columns"]) for table in tables] == [MOST_COLUMNS + 1, 3]
    assert [len(row["cells"]) for table in tables for row in table["rows"]] == [6, 6, 2, 2]
    assert set_of(made)[0].startswith(b"%PDF-")


def test_sources_that_nothing_tells_apart_are_named_alike_and_lead_each_to_its_own(
    tmp_path: Path,
) -> None:
    ours = SOURCES.partition("@online{court")[0]
    twice = SOURCES + ours.replace("{ours", "{again").replace("/report", "/again")
    deeds = DEEDS.replace("sources: ours", "sources:\n    - ours\n    - again")
    made = published(tmp_path, {"references.bib": twice, "deeds.yml": deeds})
    found = said_by(made)["record"]["records"][0]["parts"][0]["entries"][0][0]["in"]
    links = [(each["to"], each["in"]) for each in found if isinstance(each, dict) and "to" in each]
    words = ["Acme, Our Report"]
    assert links == [("https://acme.example/report", words), ("https://acme.example/again", words)]


def test_a_word_that_no_line_can_break_runs_off_no_page(tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler is not installed")
    word = "W" * 180
    deeds = DEEDS.replace("Published a report", f"Published {word} a report"[:150])
    files = {"signatories.yml": signatories("Acme").replace("Acme", f"{word}\n  id: acme")}
    (tmp_path / "a.pdf").write_bytes(set_of(published(tmp_path, files | {"deeds.yml": deeds}))[0])
    command = ["pdftotext", "-bbox", "a.pdf", "-"]
    boxes = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    ends = [float(end) for end in re.findall(r'xMax="([0-9.]+)" yMax="[0-9.]+">WW', boxes)]
    assert len(ends) > 10
    assert max(ends) <= (210 - 27) * 72 / 25.4  # A4 without its margin


def test_a_long_table_names_its_columns_on_each_sheet(tmp_path: Path) -> None:
    names = [f"Name{number:03}" for number in range(100)]
    deeds = "\n".join(
        f"- who: {name.lower()}\n  principle: 1\n  looked: 2025-03-03\n  found: nothing\n"
        "  where: its newsroom\n  notified: 2025-03-04\n"
        for name in names
    )
    files = {"signatories.yml": signatories(*names), "deeds.yml": deeds}
    pages = reader_of(set_of(published(tmp_path, files))[0]).pages
    sheets = [words for page in pages if "not looked yet" in (words := page.extract_text())]
    assert len(sheets) > 2
    assert all("Principle 1" in words and "Signatory" in words for words in sheets)
    assert sum(words.count("not looked yet") for words in sheets) == len(names)


def test_of_a_long_register_the_table_has_those_with_entries_and_counts_the_others(
    tmp_path: Path,
) -> None:
    files = {"signatories.yml": signatories("Acme", "Beta", "Zeta")}
    made = published(tmp_path, files, split=2)
    assert [name for name, *_ in table_of(made)[1:]] == ["Acme"]
    assert "2 more organisations endorse the text" in str(said_by(made)["record"]["words"])


def test_a_table_of_very_many_is_on_the_site_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("undersigned.pdf.record_table.LONGEST_TABLE", 1)
    record = said_by(published(tmp_path))["record"]
    assert record["tables"] == []
    assert "The table, and what has been found" in str(record["words"])
    assert [one["name"] for one in record["records"]] == ["Acme"]


def test_whoever_has_gone_stands_apart_and_leads_on(tmp_path: Path) -> None:
    gone = signatories("Acme", more="ended: 2025-06-07\n  succeeded_by: zeta")
    files = {"signatories.yml": f"{gone}\n{signatories('Zeta')}"}
    record = said_by(published(tmp_path, files))["record"]
    assert [table["heading"] for table in record["tables"]] == ["", "Withdrawn, or no longer there"]
    assert [row["name"] for row in record["tables"][1]["rows"]] == ["Acme"]
    assert record["records"][0]["more"] == ["Succeeded by Zeta"]


def test_a_name_that_no_font_has_is_given_by_its_id_in_the_record_too(tmp_path: Path) -> None:
    register = signatories("Acme", "Zeta").replace("name: Acme", "name: ᠮᠣᠩᠭᠣᠯ\n  id: acme")
    pdf, lacking = set_of(published(tmp_path, {"signatories.yml": register}))
    assert len(lacking) == 1
    words = "".join("".join(page.extract_text() for page in reader_of(pdf).pages).split())
    assert words.count("itsnamehasletterswhichnofontofthisdocumenthas") == 3


def test_the_edition_speaks_the_language_of_its_site(tmp_path: Path) -> None:
    joint = JOINT.replace("2025-02", "2025-01")
    made = published(tmp_path, {"deeds.yml": f"{DEEDS}\n{joint}"}, language="fr")
    said = said_by(made)
    [acme, zeta] = said["record"]["records"]
    told = words_of([each["entries"] for each in (*acme["parts"], *zeta["parts"])])
    for words in (
        "2 janvier 2024, avant son adhésion\u00a0: Sold to",
        "Avec Zeta.",
        "Réponse le 5 mars 2025 sur son propre site\u00a0: «\u00a0We $did$ not",
        "(page de Acme)",
        "Recherche effectuée le 3 mars 2025\u00a0: sans résultat.",
    ):
        assert words in told
    english = re.compile(r"\b(?:the|of|which|its|endorses?|signatory|published|looked)\b")
    shown = str({name: each for name, each in said.items() if name not in ("record", "sources")})
    assert not english.search(shown), english.search(shown)
    assert set_of(made)[0].startswith(b"%PDF-")
