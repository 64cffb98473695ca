"""A list brought along, from a file that people kept to a register that the checker takes."""

import re
from collections import Counter
from pathlib import Path

import pytest
from undersigned.format.canonical import canonical_entry, entry_of

from tests.support.branches import Branch
from tests.support.files import plant
from tests.support.registers import BARE_SITE, entry_text
from tests.support.terminals import at_a_terminal

HEADINGS = "Organisation;Type;Country;Web site;Date signed;Link to statement;Contact;Remarks"

# Thirty rows as a person keeps them. What becomes of each stands before it.
LIST = """\
taken    Fjordvakt AS;Company;Norway;https://fjordvakt.example;18.04.2023;https://fjordvakt.example/nytt;Kari Bø;
taken    Krämer & Söhne GmbH;Company;Deutschland;www.kraemer.example;18.04.2023;kraemer.example/presse;;
refused  Météo Générale;company;France;https://meteo.example;3/4/2023;https://meteo.example/appel;Chloé;
taken    Summit Security Inc.;Company;USA;summit.example;4/18/2023;https://summit.example/news;J. Doe;
taken    Open Maps Forum;Non-profit;United Kingdom;https://openmaps.example;18 April 2023;https://openmaps.example/2023;;
alike    Open maps forum ;NGO;UK;http://www.openmaps.example/;18 April 2023;https://openmaps.example/2023;;again?
taken    Universidad de Peñafiel;University;Spain;https://upena.example;2023-04-19;https://upena.example/12;Íñigo;
taken    Fundação Rio Claro;Foundation;Brasil;https://rioclaro.example;19/04/2023;https://rioclaro.example/carta;;
taken    Stichting Vrij Weten;Non profit;The Netherlands;vrijweten.example;20-04-2023;vrijweten.example/steun;;
taken    Ministry of Records;Government;Poland;https://records.example;20 Apr 2023;https://records.example/s;;
taken    Fyzikální ústav;Academic;Czech Republic;https://fu.example;20. 4. 2023;https://fu.example/prohlaseni;;
taken    Käserei Bärn AG;Company;Schweiz;https://kaeserei.example;21.4.2023;https://kaeserei.example/neu;;
alike    Kaeserei Baern;Company;Switzerland;https://www.kaeserei.example;21.04.2023;https://kaeserei.example/neu;;
taken    Blue Harbours Association;Association;Belgium;https://harbours.example;April 21, 2023;https://harbours.example/7;;
refused  Telecast Systems Ltd;Company;Ireland;https://telecast.example;;https://telecast.example/we-sign;;no date
to ask   Mason & Sons Ltd;Company;United Kingdom;https://mason.example;22/04/2023;;;asked twice
to ask   Casa do Livro, Lda.;Company;Portugal;casadolivro.example;22.04.2023;n/a;;by phone
taken    Institut für Wege e. V.;Nonprofit;Germany;https://wege.example;22.04.2023;https://wege.example/aufruf ;Ö.;
refused    Dark Blue Works;Start-up;United States;https://darkblue.example;5/12/2023;https://darkblue.example/1;;
taken    Förbundet Öppet Vatten;Association;Sverige;https://oppetvatten.example;23 april 2023;https://oppetvatten.example/u;;
refused  "Kooperative ""Freie Noten"" eG";Cooperative;Austria;https://freienoten.example;23.04.23;https://freienoten.example/u;;
taken    Tõnis & Pojad OÜ;Company;Estonia;https://tonis.example;45039;https://tonis.example/avaldus;;
taken    Epsilon Research Centre;Research institute;Rep. of Korea;https://epsilon.example;2023.04.24;https://epsilon.example/44;;
taken    Côté Sud Conseil;company;Ivory Coast;https://cotesud.example;24/04/2023;https://cotesud.example/appel;;
taken    O’Neill Analytics;Company;Ireland;oneill.example;24 April 2023;oneill.example/principles;;
alike    Summit Security, Inc;Company;U.S.A.;https://www.summit.example/;18/04/2023;https://summit.example/news;;
refused  Atlantis Users;Association;Atlantis;https://atlantis.example;25.04.2023;https://atlantis.example/s;;
taken    North Bay Library;Public body;Canada;https://northbay.example;2023-04-25 00:00:00;https://northbay.example/m;;
taken    Ege Yazılım A.Ş.;Company;Türkiye;https://egeyazilim.example;25.04.2023;https://www.linkedin.com/posts/ege_1;;
taken    "Weber, Fink and Partners";Company;England;https://weberfink.example;26 April 2023;https://weberfink.example/a;;
"""  # noqa: E501
FATES = [line[:9].strip() for line in LIST.splitlines()]
ROWS = "\n".join([HEADINGS, *(line[9:] for line in LIST.splitlines()), ""])


@pytest.fixture
def site(tmp_path: Path) -> Branch:
    plant(tmp_path / "site", {**BARE_SITE, "signatories.yml": "# ours\n\n" + entry_text("Acme")})
    site = Branch(tmp_path / "site")
    (site.root / "list.csv").write_bytes(ROWS.replace("\n", "\r\n").encode("utf-8-sig"))
    return site


def fates(output: str) -> dict[int, set[str]]:
    """What the account says of each line of the list."""
    found: dict[int, set[str]] = {}
    for line, fate in re.findall(r"^list\.csv:(\d+):1: ([a-z ]+): ", output, re.MULTILINE):
        found.setdefault(int(line), set()).add(fate)
    found.pop(1, None)  # what concerns the whole list
    return found


def files(site: Branch) -> set[str]:
    return {str(path.relative_to(site.root)) for path in site.root.rglob("*") if path.is_file()}


def test_every_row_is_accounted_for_and_nothing_is_written(site: Branch) -> None:
    before = files(site)
    ran = site.run("undersigned", "import", "list.csv")
    assert (ran.returncode, ran.stderr) == (1, "")
    words = {"alike": "probably the same"}
    assert fates(ran.stdout) == {
        at: {words.get(fate, fate)} for at, fate in enumerate(FATES, start=2)
    }
    counts = Counter(FATES)
    assert ran.stdout.splitlines()[-2:] == [
        f"30 rows: {counts['taken']} taken (20 mended), {counts['alike']} probably the same,"
        f" {counts['to ask']} to ask, {counts['refused']} refused",
        f"nothing was written; --write would write {counts['taken']} drop-ins into signatories.d/"
        " and 2 rows to ask into list.to-ask.csv",
    ]
    assert "  evidence           'Link to statement'\n" in ran.stdout
    assert "  never taken        'Contact'\n" in ran.stdout
    assert files(site) == before


def test_the_list_may_be_in_windows_encoding(site: Branch) -> None:
    plain = site.run("undersigned", "import", "list.csv").stdout
    text = ROWS.replace("ı", "i").replace("Ş", "S")
    (site.root / "list.csv").write_bytes(text.replace("ý", "y").encode("cp1252"))
    again = site.run("undersigned", "import", "list.csv").stdout
    assert fates(again) == fates(plain)
    assert "list.csv: Windows-1252, with ';' between cells: 30 rows\n" in again


def test_whoever_follows_the_advice_ends_with_every_row_taken(site: Branch) -> None:
    mended = (
        ROWS.replace("telecast.example;;", "telecast.example;May 2023;")
        .replace(";Cooperative;", ";Company;")
        .replace(";Atlantis;", ";EU;")
        .replace("22/04/2023;;", "22/04/2023;mason.example/us;")
        .replace("22.04.2023;n/a;", "22.04.2023;casadolivro.example/nos;")
    )
    doubles = [at for at, fate in enumerate(FATES, start=1) if fate == "alike"]
    lines = [line for at, line in enumerate(mended.splitlines()) if at not in doubles]
    (site.root / "list.csv").write_text("\n".join(lines), encoding="utf-8")
    ran = site.run("undersigned", "import", "list.csv", "--dates", "day-first", "--write")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "\n27 rows: 27 taken (27 mended)\n" in ran.stdout
    checked = site.run("undersigned", "check")
    assert (checked.returncode, checked.stdout) == (0, "")
    again = site.run("undersigned", "import", "list.csv", "--dates", "day-first", "--write")
    assert again.stdout.endswith("\n27 rows: 27 there already\nthere is nothing to write\n")
    assert again.returncode == 0


def test_drop_ins_are_written_as_add_writes_them_and_the_rows_to_ask_apart(site: Branch) -> None:
    (site.root / "mkdocs.yml").write_text("extra: {statement: {id: our-words}}\n")
    ran = site.run("undersigned", "import", "list.csv", "--write")
    assert (ran.returncode, ran.stderr) == (1, "")
    assert ran.stdout.endswith(" list.to-ask.csv; 'undersigned check' checks the whole\n")
    written = (site.root / "signatories.d/fjordvakt-as.yml").read_text(encoding="utf-8")
    values = {
        "name": "Fjordvakt AS",
        "kind": "company",
        "country": "NO",
        "website": "https://fjordvakt.example",
        "signed": "2023-04-18",
        "evidence": "https://fjordvakt.example/nytt",
        "of": "our-words",
    }
    assert written == canonical_entry(entry_of(values)) + "\n"
    to_ask = (site.root / "list.to-ask.csv").read_bytes().decode("utf-8-sig")
    assert to_ask.startswith(f"{HEADINGS};why it is not in the register\r\n")
    assert "Mason & Sons Ltd;Company;United Kingdom;https://mason.example;2023-04-22;;;" in to_ask
    assert site.run("undersigned", "check").returncode == 0
    folded = site.run("undersigned", "fold")
    assert folded.stdout == f"folded {Counter(FATES)['taken']} drop-ins into signatories.yml\n"


def test_the_register_takes_the_list_and_keeps_its_comments(site: Branch) -> None:
    ran = site.run("undersigned", "import", "list.csv", "--into-register", "--write")
    taken = Counter(FATES)["taken"]
    assert f"wrote {taken} entries into signatories.yml and 2 rows to ask" in ran.stdout
    text = (site.root / "signatories.yml").read_text(encoding="utf-8")
    assert text.startswith("# ours\n\n- name: Acme\n")
    assert text.count("  listed: ") == taken
    assert not (site.root / "signatories.d").exists()
    assert site.run("undersigned", "check").stdout == ""
    assert site.run("undersigned", "format", "--check").stdout == ""


def test_nothing_is_written_where_a_file_is_there(site: Branch) -> None:
    place = site.root / "signatories.d" / "fjordvakt-as.yml"
    place.parent.mkdir()
    place.write_text(entry_text("Misnamed"))
    before = files(site)
    ran = site.run("undersigned", "import", "list.csv", "--write")
    assert ran.returncode == 1
    assert "signatories.d/fjordvakt-as.yml:1:1: is already there and is left as it is" in ran.stderr
    assert ran.stdout.endswith("\nnothing was written\n")
    assert files(site) == before


def test_rows_to_ask_are_not_written_where_git_would_take_them_up(site: Branch) -> None:
    site.git("init", "--quiet")
    before = files(site)
    ran = site.run("undersigned", "import", "list.csv", "--write")
    assert (ran.returncode, files(site)) == (1, before)
    assert ran.stderr == (
        "list.to-ask.csv would hold personal data, and git would take it up; add '*.to-ask.csv' to"
        " .gitignore, or give '--to-ask' with a path outside of the repository\n"
    )
    elsewhere = site.root.parent / "to ask.csv"
    for remedy in (["--to-ask", str(elsewhere)], []):
        (site.root / ".gitignore").write_text("" if remedy else "*.to-ask.csv\n")
        ran = site.run("undersigned", "import", "list.csv", "--write", *remedy)
        assert ran.stderr == ""
    assert elsewhere.is_file()
    assert (site.root / "list.to-ask.csv").is_file()
    assert "to-ask" not in site.git("status", "--porcelain", "--untracked-files=all")


def test_what_would_bar_writing_is_said_of_a_dry_run_as_of_what_is_to_come(site: Branch) -> None:
    (site.root / "list.csv").write_text(f"{HEADINGS}\nMason;Company;NO;mason.example;May 2024\n")
    for _ in range(2):  # the second time it is there already, word for word
        ran = site.run("undersigned", "import", "list.csv", "--write")
        assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.endswith("\nthere is nothing to write\n")
    to_ask = site.root / "list.to-ask.csv"
    to_ask.write_text("answers")
    barred = "list.to-ask.csv is already there and is left as it is; move it away\n"
    ran = site.run("undersigned", "import", "list.csv")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.endswith(f" into list.to-ask.csv\n  before --write: {barred}")
    ran = site.run("undersigned", "import", "list.csv", "--write")
    assert (ran.returncode, ran.stderr) == (1, barred)
    assert to_ask.read_text() == "answers"


def test_a_list_whose_names_have_no_certain_column_is_refused_with_the_remedy(
    site: Branch,
) -> None:
    people = "Name,Organisation,Date,Link\nAda Ek,Acme,2024-05-06,https://a.example/ek\n"
    (site.root / "list.csv").write_text(people)
    ran = site.run("undersigned", "import", "list.csv", "--write")
    assert ran.returncode == 2
    assert "no column is certain to give the name; give --column 'name=Name'" in ran.stderr
    chosen = ["--column", "name=Name", "--kind", "individual"]
    ran = site.run("undersigned", "import", "list.csv", "--write", *chosen)
    assert ran.returncode == 2
    assert "some columns are unsure; give --column 'evidence=Link'" in ran.stderr
    ran = site.run("undersigned", "import", "list.csv", "--column", "evidence=Link", *chosen)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "\n1 row: 1 taken\n" in ran.stdout


def test_what_concerns_the_whole_list_stands_last_before_the_tally(site: Branch) -> None:
    site.git("init", "--quiet")
    rows = "".join(f"Mason {at},Company,NO,m{at}.example,2024-05,m{at}.example/x,\n" for at in "ab")
    (site.root / "list.csv").write_text(f"Name,Type,Country,Web,Date,Source,Mail\n{rows}A,,,,,,k\n")
    ran = site.run("undersigned", "import", "list.csv", "--to-ask", "../to ask.csv")
    assert (ran.returncode, ran.stderr) == (0, "")
    *_, unsure, exposed, tally, _ = ran.stdout.splitlines()
    assert unsure == (
        "list.csv:1:1: warning: 'evidence' is perhaps 'Source'; until that is said, 3 of 3 rows"
        " have none; give --column 'evidence=Source', or 'evidence=' for none"
    )
    assert exposed == (
        "list.csv:1:1: warning: holds personal data under 'Mail', and git would take it up; move"
        " it out of the repository, or add 'list.csv' to .gitignore"
    )
    assert tally == "3 rows: 3 to ask"


def test_at_a_terminal_unsure_columns_are_asked_for(site: Branch) -> None:
    people = "Name,Organisation,Date,Link,Blog\nAda Ek,Acme,2024-05-06,https://a.example/ek,x\n"
    (site.root / "list.csv").write_text(people)
    answers = {"'name'": ["Nom", "Name"], "'evidence'": ["#4"], "'website'": [""]}
    command = ["import", "list.csv", "--kind", "individual", "--column", "affiliation=Organisation"]
    shown = at_a_terminal(site, [*command, "--column", "name="], answers)
    assert "no column is headed 'Nom'" in shown
    assert "1 row: 1 taken" in shown


def test_a_shared_page_is_evidence_for_a_list_of_names_alone(site: Branch) -> None:
    (site.root / "list.csv").write_text("First name,Last name\nAda,Ek\nMaria,Sá\n", "utf-8")
    given = ["--kind", "individual", "--signed", "May 2024", "--evidence", "letter.example/names"]
    ran = site.run("undersigned", "import", "list.csv", "--write", *given)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert (site.root / "signatories.d/ada-ek.yml").read_text() == (
        "- name: Ada Ek\n  kind: individual\n  signed: 2024-05\n"
        "  evidence: https://letter.example/names\n"
    )
    assert site.run("undersigned", "check").returncode == 0


def test_what_cannot_be_read_gets_one_line_and_no_traceback(site: Branch) -> None:
    (site.root / "list.xlsx").write_bytes(b"PK\x03\x04\x14\x00\x06\x00")
    for name, message in (("list.xlsx", "is a workbook"), ("none.csv", "cannot be read")):
        ran = site.run("undersigned", "import", name)
        assert (ran.returncode, ran.stderr) == (1, "")
        assert re.fullmatch(rf"{name}:1:1: {message}.*\n1 problem\n", ran.stdout)


def test_a_register_that_cannot_be_read_is_mended_first(site: Branch) -> None:
    (site.root / "signatories.yml").write_text("- name: [Acme]\n")
    ran = site.run("undersigned", "import", "list.csv", "--write", "--to-ask", "../a.csv")
    assert ran.returncode == 1
    assert "the register has 1 problem; 'undersigned check' reports them" in ran.stderr
    assert not (site.root / "signatories.d").exists()
