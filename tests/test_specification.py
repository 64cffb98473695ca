"""The page that specifies the file for those who serve one: what it shows is read by its reader."""

import os
import re
import shutil
import subprocess
from datetime import date
from hashlib import sha256
from html import unescape
from pathlib import Path

import pytest
from undersigned.founding.carried import carried
from undersigned.proofs.endorsements_txt import (
    LARGEST,
    PATH,
    EndorsementsFile,
    read_file,
)
from undersigned.proofs.judgement import Claim, Said, judged

PAGE = carried("docs/proof.md")
BLOCKS = [unescape(each) for each in re.findall(r'<pre class="copy">(.*?)</pre>', PAGE, re.S)]
EXAMPLES = {
    before: unescape(block)
    for before, block in re.findall(
        r'^([^\n]+)\n\n<pre class="copy">(.*?)</pre>',
        PAGE.partition("\n## Examples\n")[2].partition("\n## ")[0],
        re.M | re.S,
    )
}
TEXT = b"1. Do no harm\n"
ADDRESS = "https://statement.example/principles/1.0.txt"
ACME = Claim("Acme", (), {ADDRESS: sha256(TEXT).hexdigest()}, ADDRESS)

# Who is judged by an example, and what it says of them at last.
SAID = {
    "One statement is endorsed:": [(ACME, Said.ENDORSES)],
    "It was endorsed, and withdrawn later:": [(ACME, Said.WITHDRAWN)],
    "Two signatories have one host, and each has a line with its name:": [
        (ACME._replace(must_name=True), Said.ENDORSES),
        (ACME._replace(name="Acme Foundation", must_name=True), Said.ENDORSES),
        (ACME._replace(name="Acme Labs", must_name=True), Said.NAMES_OTHER),
    ],
}
UNREAD = (
    "None of these lines is read, since the day does not exist, the digest is cut off, and the"
    " word has a capital:"
)


def read(text: str) -> EndorsementsFile:
    file, why = read_file(text.encode())
    assert file is not None, why
    return file


def test_every_example_is_known_here() -> None:
    assert list(EXAMPLES)[:-1] == [*SAID, UNREAD]
    assert "sha256sum" in list(EXAMPLES.values())[-1]


@pytest.mark.parametrize("example", SAID)
def test_an_example_says_what_the_page_says_it_does(example: str) -> None:
    file = read(EXAMPLES[example])
    lines = [each for each in EXAMPLES[example].splitlines() if not each.startswith("#")]
    assert (len(file.lines), file.unread) == (len(lines), ())
    for claim, said in SAID[example]:
        assert judged(file, claim, date(2030, 1, 1)).said is said


def test_what_the_page_says_is_not_read_is_not_read() -> None:
    assert read(EXAMPLES[UNREAD]) == EndorsementsFile((), (1, 2))


def test_the_digest_of_the_examples_is_the_one_that_their_command_prints() -> None:
    command = list(EXAMPLES.values())[-1]
    printed = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=True)
    assert printed.stdout.split() == [ACME.texts[ADDRESS], "-"]


def test_the_two_forms_are_read_once_their_parts_are_filled_in() -> None:
    [forms] = [each for each in BLOCKS if "<digest>" in each]
    filled = forms.replace("<digest>", "a" * 64).replace("<address>", ADDRESS)
    for name in ("[name]", ""):
        file = read(filled.replace("<YYYY-MM-DD>", "2026-11-26").replace("[name]", name))
        assert [line.action.value for line in file.lines] == ["endorse", "withdraw"]
        assert {line.name for line in file.lines} == {name}


def test_the_page_has_the_path_and_the_limit_of_the_reader() -> None:
    assert f"https://acme.example/{PATH}" in BLOCKS
    assert f"{LARGEST:,} bytes at most" in PAGE


@pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="no ssh-keygen on this machine")
def test_the_commands_that_sign_the_file_make_a_signature_that_the_others_accept(
    tmp_path: Path,
) -> None:
    make, verify = (each for each in BLOCKS if "ssh-keygen" in each)
    (tmp_path / ".ssh").mkdir()
    place = tmp_path / "endorsements.txt"
    place.write_text(EXAMPLES["One statement is endorsed:"])

    def run(command: str) -> subprocess.CompletedProcess[str]:
        # Without a terminal, a passphrase is read from the input: none, twice.
        return subprocess.run(
            ["sh", "-ec", command], cwd=tmp_path, input="\n\n", capture_output=True, text=True,
            env={"HOME": str(tmp_path), "PATH": os.environ["PATH"]}, start_new_session=True,
            timeout=60, check=False,
        )  # fmt: skip

    made = run(make)
    assert made.returncode == 0, made.stderr
    verified = run(verify)
    assert (verified.returncode, verified.stderr) == (0, "")
    assert verified.stdout.startswith('Good "endorsements" signature for acme.example with')
    assert {each.name for each in tmp_path.glob("endorsements*")} == {
        "endorsements.txt", "endorsements.txt.sig", "endorsements.pub"
    }  # fmt: skip
    with place.open("a") as file:
        file.write("\n")
    assert run(verify).returncode != 0
