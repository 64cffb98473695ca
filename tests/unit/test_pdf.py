"""The edition in PDF as its readers find it: words, order, tags and bytes."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from undersigned.dates import StatedDate
from undersigned.pdf.layout import Layout, LayoutError, installed_layout
from undersigned.pdf.signatories import LONGEST_TABLE
from undersigned.publication import Publication
from undersigned.register.settings import Claimed
from undersigned.statement.edition import Edition, EditionKind

from tests.support.files import drawn, plant
from tests.support.printed import MOMENT, TEXT, reader_of, said_by, set_of, tags_of, text_of
from tests.support.published import published_by
from tests.support.sites import SMALL

ENTRY = """\
- name: "{name}"
  id: {id}
  kind: company
  country: {country}
  website: https://{id}.example
  signed: 2024-05-06
  evidence: https://{id}.example/news
"""

# Scripts by the country whose letters they are.
NAMES = {
    "CN": "华为网络安全公司",
    "JP": "直木株式会社 ひらがな",
    "KR": "한국전자 주식회사",
    "TH": "บริษัท ไทย จำกัด",
    "SA": "جمعية حقوق الإنسان",
    "IL": "חברת הגנה",
    "IN": "सुरक्षा संस्था",
    "GR": "Ασφάλεια ΑΕ",
    "UA": "Захист ТОВ",
    "VN": "Nguyễn Văn Ắ",
    "FR": "Émile & Fils 🎉",
}
NOTHING_HAS = ("ᠮᠣᠩᠭᠣᠯ", "x̧⃣y")

# Each is markup to Typst, and a name here.
MARKUP = ["#panic(1)", "$x$ _a_ *b*", "@a <b> ]", "// ~ -- --- ...", "= A /* b", "u{41} [x](y) `z`"]


def published(root: Path, names: list[tuple[str, str]], split: int = 500) -> Publication:
    register = "".join(
        ENTRY.format(name=name, id=f"n{number}", country=country)
        for number, (name, country) in enumerate(names)
    )
    plant(root, drawn(SMALL) | {"signatories.yml": register})
    return published_by(root, split=split)


def read_by_pypdf(pdf: bytes) -> str:
    """What pypdf reads, without the spaces and line breaks that it guesses."""
    return "".join("".join(page.extract_text() for page in reader_of(pdf).pages).split())


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    return published(tmp_path_factory.mktemp("small"), [("Acme", "NO"), ("Zeta", "SE")])


def test_title_page_text_signatories_sources_and_digests_follow_each_other(
    small: Publication, tmp_path: Path
) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler is not installed")
    text = text_of(set_of(small)[0], tmp_path)
    digest = small.view.versions[0].sha256
    wanted = [
        "Small statement", "Text by Small Coalition", "Edition by Small Coalition",
        "1.0, published March 2023", "2 organisations endorse the text", "26 November 2026",
        "https://coalition.example/announced", "https://small.example/", digest,
        "The text", "1. Do no harm", "2. Say so", "Signatories", "Companies", "Acme", "Norway",
        "6 May 2024", "stated on its own site", "(note 1)", "Zeta", "Sweden", "(note 2)",
        "Sources", "Evidence of the endorsements", "Acme", "https://n0.example/news", "Zeta",
        "https://n1.example/news", "This edition", digest, "https://small.example/principles/1.0.txt",
    ]  # fmt: skip
    at = 0
    for words in wanted:
        assert words in text[at:], words
        at = text.index(words, at) + len(words)


def test_an_independent_edition_says_whose_it_is_and_whose_it_is_not(small: Publication) -> None:
    independent = Edition("Ours", EditionKind.INDEPENDENT)
    said = said_by(small, edition=independent)
    assert said["roles"] == ["Text by Small Coalition", "Independent edition by Ours"]
    assert said["standing"] == (
        "Small Coalition has not published, commissioned or checked this edition."
    )
    assert said["authors"] == ["Small Coalition (text)", "Ours (edition)"]
    assert said["running"] == "Small statement, version 1.0. Independent edition by Ours"
    assert "has not named a contact" in str(said["keeping"])
    mended = Edition("Ours", contact="a@b.example", repository="https://code.example/ours")
    assert "mailto:a@b.example" in str(said_by(small, edition=mended)["keeping"])


def test_a_date_within_how_an_endorsement_is_known_stays_on_one_line(tmp_path: Path) -> None:
    entry = ENTRY.format(name="Acme", id="a", country="NO").partition("  evidence")[0]
    register = f"{entry}  confirmed_by_email: 2024-05-07\n"
    plant(tmp_path, drawn(SMALL) | {"signatories.yml": register})
    [row] = said_by(published_by(tmp_path))["signatories"]["groups"][0]["rows"]
    assert row["known"] == "confirmed by e-mail on 7\N{NO-BREAK SPACE}May\N{NO-BREAK SPACE}2024"
    assert (row["address"], row["note"]) == ("", "")


def test_what_others_count_is_said_where_it_is_more(small: Publication) -> None:
    settings = small.view.settings.register
    for count, is_said in ((3, True), (2, False)):
        claimed = Claimed(count, "A post", StatedDate(2023, 4), "https://a.example/post")
        said = said_by(small, register=replace(settings, claimed=claimed))
        assert (f"A post counted {count} in April 2023: " in str(said["signatories"])) is is_said


def test_the_file_claims_what_it_keeps_and_its_tags_are_in_reading_order(
    small: Publication,
) -> None:
    reader = reader_of(set_of(small)[0])
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert root["/Lang"] == "en-GB"  # type: ignore[index]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]  # type: ignore[index]
    metadata = root["/Metadata"].get_data().decode()  # type: ignore[index]
    for name, value in {"pdfuaid:part": "1", "pdfaid:part": "2", "pdfaid:conformance": "A"}.items():
        assert re.search(rf'{name}(?:="|>){value}\b', metadata), name
    tags = tags_of(reader)
    headings = [tag for tag in tags if re.fullmatch("H[1-6]", tag)]
    assert headings == ["H1", "H1", "H2", "H1", "H2", "H1"]
    assert tags.index("L") < tags.index("Table") < tags.index("TH") < tags.index("TD")
    assert tags.count("TH") == 4
    assert tags.count("TR") == 3
    assert "Link" in tags
    assert [item.title for item in reader.outline if not isinstance(item, list)] == [
        "The text", "Signatories", "Sources", "This edition",
    ]  # fmt: skip


def test_every_link_is_in_the_tree_and_says_where_it_leads(small: Publication) -> None:
    links = [
        annotation.get_object()
        for page in reader_of(set_of(small)[0]).pages
        for annotation in page.get("/Annots", ())
    ]
    assert {each["/A"]["/URI"] for each in links} >= {
        "https://n0.example/news", "https://coalition.example/announced",
    }  # fmt: skip
    assert all("/StructParent" in each and each["/Contents"] for each in links)


def test_names_are_read_back_in_their_own_scripts(tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler is not installed")
    pdf, lacking = set_of(published(tmp_path, [(name, code) for code, name in NAMES.items()]))
    assert lacking == frozenset()
    text = text_of(pdf, tmp_path)
    assert [name for name in NAMES.values() if name not in text] == []


def test_a_name_that_no_font_has_is_given_by_its_id_and_stops_nothing(tmp_path: Path) -> None:
    names = [("Acme", "NO"), *((name, "MN") for name in NOTHING_HAS)]
    pdf, lacking = set_of(published(tmp_path, names))
    assert lacking == frozenset(NOTHING_HAS)
    words = read_by_pypdf(pdf)
    assert words.count("n1itsnamehasletterswhichnofontofthisdocumenthas") == 1
    assert words.count("itstandsinfullathttps://small.example/signatories/") == 2


class Blind(Layout):
    """A layout whose trial finds nothing, as if it had missed a case."""

    def lacking(self, texts: object) -> frozenset[str]:
        return frozenset()


def test_a_name_that_the_trial_missed_stops_nothing_either(tmp_path: Path) -> None:
    made = published(tmp_path, [("Acme", "NO"), (NOTHING_HAS[0], "MN")])
    pdf, lacking = set_of(made, layout=Blind(installed_layout().folders))
    assert lacking == frozenset(NOTHING_HAS[:1])
    assert pdf.startswith(b"%PDF-")


def test_no_name_is_read_as_markup(tmp_path: Path) -> None:
    # The register refuses most of these; the layout must not depend on that.
    said = said_by(published(tmp_path, [(f"Name {number}", "NO") for number in range(6)]))
    for row, name in zip(said["signatories"]["groups"][0]["rows"], MARKUP, strict=True):
        row["name"] = name
    words = read_by_pypdf(installed_layout().pdf(said, MOMENT))
    assert [name for name in MARKUP if "".join(name.split()) not in words] == []


def test_a_word_that_no_line_can_break_covers_nothing_beside_it(tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("poppler is not installed")
    words = "W" * 200, "Wirtschaftsprüfungsgesellschaft"
    made = published(tmp_path, [(word, "NO") for word in words])
    (tmp_path / "a.pdf").write_bytes(set_of(made)[0])
    command = ["pdftotext", "-bbox", "a.pdf", "-"]
    boxes = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    ends = [float(end) for end in re.findall(r'xMax="([0-9.]+)" yMax="[0-9.]+">WW', boxes)]
    # A4 without its margins, and without the other columns of the table.
    millimetre = 72 / 25.4
    assert min(ends) <= max(ends[:10]) <= (210 - 27 - 33 - 32 - 47) * millimetre
    assert max(ends) <= (210 - 27) * millimetre
    read = read_by_pypdf(set_of(made)[0]).replace("\u200b", "")
    assert [word for word in words if word not in read] == []


def test_nobody_has_signed_yet(tmp_path: Path) -> None:
    pdf, _ = set_of(published(tmp_path, []))
    assert "Nobodyhassignedyet" in read_by_pypdf(pdf)


def test_a_long_register_leads_to_the_evidence_and_a_longer_one_has_names_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = published(tmp_path, [(f"Name {number}", "NO") for number in range(3)], split=2)
    register = said_by(made)["signatories"]
    assert "whose address stands in" in str(register["words"])
    assert {row["note"] for row in register["groups"][0]["rows"]} == {""}
    assert said_by(made)["sources"]["notes"] == []
    assert LONGEST_TABLE >= 5_000
    monkeypatch.setattr("undersigned.pdf.signatories.LONGEST_TABLE", 2)
    names = said_by(made)["signatories"]["groups"][0]
    assert [(one["name"], one["place"]) for one in names["names"]] == [
        (f"Name {number}", "Norway") for number in range(3)
    ]
    assert "Name2,Norway" in read_by_pypdf(set_of(made)[0])


def test_what_typst_cannot_set_is_an_error_with_its_words(small: Publication) -> None:
    deep = f"{'<blockquote>' * 40}a{'</blockquote>' * 40}"
    with pytest.raises(LayoutError, match="depth"):
        set_of(small, deep)
    assert set_of(small, f"<h3>A</h3>{TEXT}<h1>B</h1><table></table>")[0].startswith(b"%PDF-")
