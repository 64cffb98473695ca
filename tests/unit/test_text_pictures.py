"""Pictures of a text: the text names each by its digest, and shows no other."""

from hashlib import sha256
from pathlib import Path
from struct import pack

import pytest
from click.testing import CliRunner
from undersigned.build.output import shown_text
from undersigned.cli import main
from undersigned.pdf.content import content, with_pictures
from undersigned.statement.pictures import malformed_pictures, other_pictures
from undersigned.text.source import Source

from tests.support.files import plant
from tests.support.registers import BARE_SITE

SVG = '<svg xmlns="http://www.w3.org/2000/svg"><circle r="9"/></svg>\n'
NAME = f"lamp.{sha256(SVG.encode()).hexdigest()}.svg"
FOLDER = "docs/principles"


def text(name: str) -> Source:
    return Source(f"{FOLDER}/1.0.md", f"1. Keep a lamp lit\n\n![A lamp]({name})\n")


def wrong(root: Path, name: str, *, drafted: bool = False) -> str:
    return "".join(
        f"{each.line}:{each.column}: {each.message}"
        for each in other_pictures(root, FOLDER, text(name), drafted=drafted)
    )


def test_a_picture_is_right_if_its_name_has_the_digest_of_its_bytes(tmp_path: Path) -> None:
    plant(tmp_path, {f"{FOLDER}/{NAME}": SVG, f"{FOLDER}/lamp.svg": SVG})
    assert wrong(tmp_path, NAME) == ""
    assert wrong(tmp_path, "lamp.svg", drafted=True) == ""
    assert f"rename it to '{NAME}', and name that here" in wrong(tmp_path, "lamp.svg")
    plant(tmp_path, {f"{FOLDER}/{NAME}": SVG.replace("9", "8")})
    assert f"3:11: {FOLDER}/{NAME} is no longer that picture" in wrong(tmp_path, NAME)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("https://a.example/lamp.svg", "is on another server; save it in docs/principles/"),
        ("//a.example/lamp.svg", "is on another server"),
        ("../lamp.svg", "is no picture beside the text"),
        ("/etc/lamp.svg", "is no picture beside the text"),
        ("Lamp.svg", "is no picture beside the text"),
        ("lamp.gif", "is no picture beside the text"),
        ("gone.svg", "docs/principles/gone.svg: there is no such file; add it"),
        ("folder.svg", "docs/principles/folder.svg: is not a plain file"),
        ("linked.svg", "docs/principles/linked.svg: is not a plain file"),
        ("words.png", "docs/principles/words.png is no PNG, whatever it is called"),
        ("vast.png", "vast.png has 8 by 60,000 pixels; save it with at most 4,096 on each side"),
    ],
)
def test_a_picture_from_elsewhere_and_what_is_none_are_refused(
    name: str, message: str, tmp_path: Path
) -> None:
    plant(tmp_path, {f"{FOLDER}/words.png": "Words", f"{FOLDER}/folder.svg/a": "", "lamp.svg": SVG})
    (tmp_path / FOLDER / "linked.svg").symlink_to(tmp_path / "lamp.svg")
    vast = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + pack(">II", 8, 60_000)
    (tmp_path / FOLDER / "vast.png").write_bytes(vast)
    found = wrong(tmp_path, name, drafted=True)
    assert found.startswith("3:11: ")
    assert message in found


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("See ![a](a.svg)", "1:5: a picture of a published text is a paragraph by itself"),
        ("Words\n![a](a.svg)", "2:1: a picture of a published text is a paragraph by itself"),
        ('![a](a.svg "b")', "1:1: a picture of a published text is a paragraph by itself"),
        ("[![a](a.svg)](b)", "1:2: a picture of a published text is a paragraph by itself"),
        ("![a][b]", "1:1: a picture of a published text is a paragraph by itself"),
        ("![](a.svg)", "1:1: says nothing to those who do not see the picture"),
        ("`![a](a.svg)`", "1:2: code of a published text holds no '!['"),
    ],
)
def test_what_looks_like_a_picture_is_one_with_words(words: str, message: str) -> None:
    (found,) = malformed_pictures(Source("1.0.md", words))
    assert f"{found.line}:{found.column}: {found.message}".startswith(message)


def test_a_text_on_a_page_elsewhere_shows_the_same_file() -> None:
    assert f"![A lamp](../principles/{NAME})" in shown_text(text(NAME).text, "../principles")
    assert f"![A lamp]({NAME})" in shown_text(text(NAME).text)


def test_the_pdf_has_its_bytes_and_its_words() -> None:
    [paragraph] = content(f'<p><img alt="A lamp" src="{NAME}"></p>')
    filled = with_pictures([paragraph], lambda at: SVG.encode() if at == NAME else b"")
    picture = {"is": "picture", "at": NAME, "shows": "A lamp", "bytes": list(SVG.encode())}
    assert filled == [{"is": "paragraph", "in": [picture]}]


def test_publishing_names_each_picture_by_its_digest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {f"{FOLDER}/draft.md": text("lamp.svg").text, "signatories.yml": "[]\n"}
    posing = SVG.replace("<circle", "<script/><circle")
    plant(tmp_path, {**BARE_SITE, **files, f"{FOLDER}/lamp.svg": posing})
    monkeypatch.chdir(tmp_path)
    publish = ["publish", "9.0", "--date", "2026-01-31"]
    refused = CliRunner().invoke(main, publish)
    assert refused.exit_code == 1
    assert refused.output.startswith(f"{FOLDER}/lamp.svg:1:41: element 'script' is not on the list")
    (tmp_path / FOLDER / "lamp.svg").write_text(SVG, encoding="utf-8")
    assert CliRunner().invoke(main, publish).exit_code == 0
    assert (tmp_path / FOLDER / "9.0.md").read_text(encoding="utf-8") == text(NAME).text
    assert (tmp_path / FOLDER / NAME).read_text(encoding="utf-8") == SVG
    (tmp_path / FOLDER / "draft.md").unlink()
    checked = CliRunner().invoke(main, ["check"])
    assert (checked.exit_code, checked.output) == (0, "")
