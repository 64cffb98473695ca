"""Files of sources in other encodings: the place, the byte, and the command that converts them."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from undersigned.bibliography.bibtex.encodings import read_bibliography
from undersigned.bibliography.library import read_library

TEXT = "@misc{a, title = {Élégie: „Ça“},\n  year = 2999,\n}\n"
CHINESE = "@misc{a, title = {网络雇佣军},\n  publisher = {商务印书馆}, year = 2999,\n}\n"


BEGINNINGS = {
    "cp1252": "1:19: byte 0xc9 is not UTF-8; save the file as UTF-8, or, if it is in WINDOWS-1252",
    "gb18030": "1:19: byte 0xcd is not UTF-8; save the file as UTF-8, or, if it is in GB18030 as",
    "utf-16": "1:1: is in UTF-16; save the file as UTF-8, or run `iconv -f UTF-16 -t UTF-8 ",
    "utf-16-le": "1:1: is in UTF-16LE; save the file as UTF-8, or run `iconv -f UTF-16LE ",
    "utf-16-be": "1:1: is in UTF-16BE; save the file as UTF-8, or run `iconv -f UTF-16BE ",
    "utf-32": "1:1: is in UTF-32; save the file as UTF-8, or run `iconv -f UTF-32 -t UTF-8 ",
}
PATHS = ["references.bib", "my own.bib"]


def planted(folder: Path, path: str, content: bytes) -> None:
    listed = f"extra: {{bibliography: {{files: [{path}]}}}}\n"
    (folder / "mkdocs.yml").write_text(listed, encoding="utf-8")
    (folder / path).write_bytes(content)


def text_in(codec: str) -> str:
    return CHINESE if codec == "gb18030" else TEXT


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("codec", BEGINNINGS)
def test_another_encoding_is_reported_and_hides_no_other_fault(
    codec: str, path: str, tmp_path: Path
) -> None:
    planted(tmp_path, path, text_in(codec).encode(codec))
    source, [problem] = read_bibliography(tmp_path, path)
    assert str(problem).startswith(f"{path}:{BEGINNINGS[codec]}")
    assert source is not None
    assert source.text == text_in(codec)
    library, problems = read_library(tmp_path)
    assert (list(library.entries), problems) == (["a"], [problem])
    assert (library.complete, library.whole) == (False, True)


@pytest.mark.skipif(not shutil.which("iconv"), reason="there is no iconv here")
@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("codec", BEGINNINGS)
def test_the_command_that_is_given_converts_the_file(codec: str, path: str, tmp_path: Path) -> None:
    planted(tmp_path, path, text_in(codec).encode(codec))
    _, [problem] = read_bibliography(tmp_path, path)
    command = re.search("`(.+)`", problem.message)
    assert command is not None
    subprocess.run(["sh", "-c", command[1]], cwd=tmp_path, check=True)
    assert (tmp_path / path).read_bytes().decode("utf-8-sig") == text_in(codec)
    assert read_library(tmp_path)[1] == []


def test_a_file_that_is_utf_8_but_for_a_letter_is_not_to_be_converted(tmp_path: Path) -> None:
    planted(tmp_path, "a.bib", "\ufeff@misc{a, title = {Ça, à, é, ".encode() + b"caf\xe9, \x81}}\n")
    _, [problem] = read_bibliography(tmp_path, "a.bib")
    assert str(problem) == (
        "a.bib:1:32: byte 0xe9 is not UTF-8 as the rest is (2 are not, in this file); "
        "write it anew, perhaps as 'é'"
    )


def test_bytes_of_no_known_encoding_are_only_reported(tmp_path: Path) -> None:
    planted(tmp_path, "a.bib", b"@misc{a, title = {\x81 x}}\n")
    _, [problem] = read_bibliography(tmp_path, "a.bib")
    assert problem.message == "byte 0x81 is not UTF-8; save the file as UTF-8"


@pytest.mark.parametrize("content", [b"\xef\xbb\xbf", b"\xef\xbb\xbf@misc{a, title = {x}}", b""])
def test_a_byte_order_mark_of_utf_8_is_no_fault(content: bytes, tmp_path: Path) -> None:
    planted(tmp_path, "a.bib", content)
    assert read_library(tmp_path)[1] == []
