"""`undersigned endorse`: what a signatory's administrator types, and the file that it gives."""

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from undersigned.cli import main
from undersigned.proofs.endorsements_txt import EndorsementsFile, read_file
from undersigned.proofs.judgement import Claim, Said, judged
from undersigned.statement.version import digest

from tests.support.files import plant
from tests.support.registers import BARE_SITE, entry_text

SITE = {
    **BARE_SITE,
    "mkdocs.yml": "site_name: Any\nsite_url: https://site.example/\n"
    "extra:\n  statement:\n    title: |\n      A\n      statement\n",
    "versions.yml": '- version: "1.0"\n  published: 2023-03\n  sha256: (lock)\n'
    '- version: "1.1"\n  published: 2024-06-01\n  sha256: (lock)\n',
    "docs/principles/1.1.md": "1. Do no harm at all\n",
    "signatories.yml": entry_text("Beta"),
}
OLD, NEW = (f"https://site.example/principles/{number}.txt" for number in ("1.0", "1.1"))
TEXTS = {OLD: digest("1. Do no harm\n"), NEW: digest("1. Do no harm at all\n")}
ACME = Claim("Acme", (), TEXTS, NEW)
USUAL = ("--domain", "acme.com", "--date", "2026-11-26")
LINE = f"endorse 1 sha256:{TEXTS[NEW]} {NEW} 2026-11-26"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "site"
    plant(root, SITE)
    monkeypatch.chdir(root)
    return root


def endorse(*arguments: str, given: str | bytes | None = None) -> Result:
    result = CliRunner().invoke(main, ["endorse", *arguments], input=given)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def printed(*arguments: str, given: str | bytes | None = None) -> EndorsementsFile:
    result = endorse(*arguments, given=given)
    assert result.exit_code == 0, result.stderr
    file, why = read_file(result.stdout_bytes)
    assert file is not None, why
    return file


def said(file: EndorsementsFile, claim: Claim = ACME) -> Said:
    return judged(file, claim, date(2030, 1, 1)).said


def refused(*arguments: str) -> str:
    """What is printed over arguments that give no file."""
    result = endorse(*arguments)
    assert (result.exit_code, result.stdout_bytes) == (1, b"")
    return result.stderr


@pytest.mark.usefixtures("site")
def test_the_output_is_the_file_and_all_else_is_printed_beside_it() -> None:
    result = endorse(*USUAL)
    assert result.exit_code == 0
    assert result.stdout == f"# A statement, version 1.1\n{LINE}\n"
    assert result.stderr == (
        "serve it as https://acme.com/.well-known/endorsements.txt"
        " or https://www.acme.com/.well-known/endorsements.txt\n"
        "if you want a key as well, sign it, and serve the other two files beside it:\n\n"
        "    ssh-keygen -t ed25519 -C acme.com -f ~/.ssh/endorsements\n"
        "    ssh-keygen -Y sign -n endorsements -f ~/.ssh/endorsements endorsements.txt\n"
        "    cp ~/.ssh/endorsements.pub endorsements.pub\n\n"
        "then ask for the entry, with signed: 2026-11-26,"
        " and evidence: https://acme.com/.well-known/endorsements.txt\n"
    )


def test_who_has_an_entry_needs_no_other(site: Path) -> None:
    (site / "signatories.yml").write_text(entry_text("Acme").replace("2024-05-06", "2024-06-01"))
    usual = ("--domain", "acme.example", "--date", "2026-11-26")
    last = "the register has 'Acme' already; 'undersigned proofs' then finds the file\n"
    assert endorse(*usual).stderr.endswith(f"\n{last}")
    assert "then ask for the entry" in endorse(*usual, "--version", "1.0").stderr
    withdrawn = "then ask the maintainers to add 'withdrawn: 2026-11-26' to the entry\n"
    assert endorse(*usual, "--withdraw").stderr.endswith(withdrawn)


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("more", "claim", "expected"),
    [
        ([], ACME, Said.ENDORSES),
        (["--version", "1.0"], ACME._replace(address=OLD), Said.ENDORSES),
        (["--version", "1.0"], ACME, Said.ANOTHER_VERSION),
        (["--withdraw"], ACME, Said.WITHDRAWN),
        (["--name", "Acme"], ACME._replace(must_name=True), Said.ENDORSES),
        (["--name", " Acme  "], ACME._replace(must_name=True), Said.ENDORSES),
        (["--name", "Cafe\u0301 #1"], ACME._replace(name="Caf\u00e9 #1"), Said.ENDORSES),
    ],
)
def test_the_file_says_what_was_asked_for(more: list[str], claim: Claim, expected: Said) -> None:
    assert said(printed(*USUAL, *more), claim) is expected


@pytest.mark.usefixtures("site")
def test_without_a_date_it_is_dated_today_which_has_come_everywhere_that_counts() -> None:
    [line] = printed("--domain", "acme.com").lines
    assert judged(EndorsementsFile((line,)), ACME, line.day).said is Said.ENDORSES


def test_what_the_address_of_the_text_is_made_of_is_the_published_one(site: Path) -> None:
    settings = site / "mkdocs.yml"
    settings.write_text(settings.read_text().replace("site.example/", "site.example/edition"))
    [line] = printed(*USUAL).lines
    assert line.address == "https://site.example/edition/principles/1.1.txt"


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    "domain",
    ["https://acme.com", "ACME.com/", "https://acme.com/.well-known/endorsements.txt"],
)
def test_a_domain_may_be_written_as_it_is_copied(domain: str) -> None:
    assert "serve it as https://acme.com/" in endorse("--domain", domain).stderr


REFUSED = {
    ("--domain", "github.com"): "--domain: 'github.com' is a host that many people share",
    ("--domain", "acme.com:8443"): "--domain: 'acme.com:8443' is not a domain alone",
    ("--domain", "github.com/acme"): "--domain: 'github.com/acme' is not a domain alone",
    ("--domain", "localhost"): "--domain: 'localhost' has no domain name",
    ("--domain", "192.0.2.1"): "--domain: '192.0.2.1' names a machine by number",
    (*USUAL, "--version", "2.0"): "--version: '2.0' is not published; give one of 1.0, 1.1\n",
    ("--domain", "acme.com", "--date", "2024-05-31"): (
        "--date: 2024-05-31 is before version 1.1 was published, 2024-06-01; give a later day\n"
    ),
    ("--domain", "acme.com", "--date", "2026-11"): "--date: '2026-11' is no day; write it as",
    ("--domain", "acme.com", "--date", "2026-11-31"): "--date: '2026-11-31' is no day",
    (*USUAL, "--name", "a\u202eb"): "--name: 'a\\u202eb' is too long, or holds what nobody sees",
    (*USUAL, "--name", "a" * 201): "--name: 'aaa",
    (*USUAL, "--name", "a\udcff"): "--name: 'a\\udcff' is too long",
}


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("arguments", REFUSED, ids=lambda given: " ".join(given)[:50])
def test_what_could_not_count_is_refused_with_its_remedy(arguments: Sequence[str]) -> None:
    message = refused(*arguments)
    assert message.startswith(REFUSED[tuple(arguments)])
    assert "; " in message


def test_where_several_have_the_host_a_name_is_asked_for_and_then_taken(site: Path) -> None:
    (site / "signatories.yml").write_text(
        entry_text("Acme", "acme", "  distinct_from: beta\n") + "\n" + entry_text("Beta", "acme")
    )
    domain = ("--domain", "acme.example", "--date", "2026-11-26")
    assert refused(*domain) == (
        "--domain: the register has 'Acme' and 'Beta' with this host, so a line there must name"
        " its signatory; give the name with --name\n"
    )
    file = printed(*domain, "--name", "Beta")
    assert said(file, ACME._replace(name="Beta", must_name=True)) is Said.ENDORSES
    assert said(file, ACME._replace(must_name=True)) is Said.NAMES_OTHER


def test_a_file_that_is_there_is_kept_to_the_byte_and_continued(site: Path) -> None:
    present = b"\xef\xbb\xbf# Ours\r\nendorse 1 sha256:" + b"a" * 64
    present += b" https://other.example/x.txt 2025-01-01\r\n"
    (site / "old.txt").write_bytes(present)
    result = endorse(*USUAL, "--add-to", "old.txt")
    assert result.stdout_bytes.startswith(present + b"\r\n# A statement")
    assert said(printed(*USUAL, "--add-to", "old.txt")) is Said.ENDORSES
    assert (site / "old.txt").read_bytes() == present


@pytest.mark.usefixtures("site")
def test_what_is_said_already_is_not_added_again() -> None:
    once = endorse(*USUAL).stdout
    again = endorse(*USUAL, "--add-to", "-", given=once)
    assert again.stdout == once
    assert again.stderr.startswith("note: line 2 says so already; nothing is added\n")


@pytest.mark.usefixtures("site")
def test_whoever_follows_what_is_said_of_a_line_in_the_way_gets_a_file_that_counts(
    tmp_path: Path,
) -> None:
    place = tmp_path / "there.txt"
    place.write_text(LINE.replace(TEXTS[NEW], "f" * 64))
    message = refused(*USUAL, "--add-to", str(place))
    found = re.fullmatch(
        rf"{re.escape(str(place))}:1:1: gives a digest that is not that of {NEW};"
        r" write (sha256:\w+), or remove the line\n1 problem\n",
        message,
    )
    assert found
    place.write_text(LINE.replace(f"sha256:{TEXTS[NEW]}", found[1]).replace("endorse", "withdraw"))
    message = refused(*USUAL, "--add-to", str(place))
    assert message.endswith("changes nothing; give a later day with --date\n1 problem\n")
    later = ("--domain", "acme.com", "--date", "2026-11-27", "--add-to", str(place))
    assert said(printed(*later)) is Said.ENDORSES


@pytest.mark.usefixtures("site")
def test_a_line_of_the_past_is_held_against_what_has_been_said_since(tmp_path: Path) -> None:
    place = tmp_path / "there.txt"
    place.write_text(LINE.replace("2026-11-26", "2025-01-01").replace("endorse", "withdraw"))
    earlier = ("--domain", "acme.com", "--date", "2024-07-01", "--add-to", str(place))
    assert "says 'withdraw' on 2025-01-01, so a line of 2024-07-01 changes" in refused(*earlier)


@pytest.mark.usefixtures("site")
def test_a_line_that_was_meant_as_one_and_cannot_be_read_is_named() -> None:
    result = endorse(*USUAL, "--add-to", "-", given=LINE.replace("2026-11-26", "26.11.2026"))
    assert result.stderr.startswith("note: line 1 begins as one of these and cannot be read; mend")


@pytest.mark.usefixtures("site")
def test_a_line_with_an_e_mail_address_is_named_before_it_is_published() -> None:
    result = endorse(*USUAL, "--add-to", "-", given="# Ours\n# Ask web@acme.com\n")
    assert result.stderr.startswith("note: line 2 holds an e-mail address, and is to be published;")


@pytest.mark.usefixtures("site")
def test_a_day_to_come_is_named_since_its_line_says_nothing_yet() -> None:
    result = endorse("--domain", "acme.com", "--date", "9999-01-01")
    assert result.stderr.startswith("note: 9999-01-01 is to come; until then the line says nothing")
    assert result.exit_code == 0


def test_a_site_without_an_address_or_without_a_version_has_nothing_to_endorse(site: Path) -> None:
    plant(site, {"mkdocs.yml": "site_name: Any\n"})
    assert refused(*USUAL).startswith("mkdocs.yml:1:1: no site_url says where the text is")
    (site / "versions.yml").write_text("[]")
    assert "versions.yml" in refused(*USUAL)


def shell(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    this = f"{shlex.quote(sys.executable)} -m undersigned"
    return subprocess.run(
        ["bash", "-c", command.replace("undersigned", this)],
        cwd=folder, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


def test_a_shell_keeps_the_file_and_shows_the_rest(site: Path) -> None:
    ran = shell(site, f"undersigned endorse {shlex.join(USUAL)} > endorsements.txt")
    assert (ran.returncode, ran.stdout) == (0, "")
    assert ran.stderr.startswith("serve it as ")
    assert (site / "endorsements.txt").read_text().endswith(f"\n{LINE}\n")


@pytest.mark.parametrize("sign", [">", ">>"])
def test_a_file_is_never_read_and_written_at_once(site: Path, sign: str) -> None:
    (site / "endorsements.txt").write_text(f"{LINE}\n")
    arguments = f"{shlex.join(USUAL)} --add-to endorsements.txt {sign} endorsements.txt"
    ran = shell(site, f"undersigned endorse {arguments}")
    assert ran.returncode == 2
    assert "endorsements.txt is where the output goes, and may be empty now; print to" in ran.stderr
    assert (site / "endorsements.txt").read_text() == ("" if sign == ">" else f"{LINE}\n")


@pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="no ssh-keygen on this machine")
def test_the_commands_that_are_printed_sign_the_file(site: Path, tmp_path: Path) -> None:
    result = endorse(*USUAL)
    (tmp_path / ".ssh").mkdir()
    (tmp_path / "endorsements.txt").write_bytes(result.stdout_bytes)
    commands = re.findall(r"^    (.+)$", result.stderr, re.M)
    verify = (
        'echo "acme.com $(cat endorsements.pub)" > allowed; ssh-keygen -Y verify -f allowed'
        " -I acme.com -n endorsements -s endorsements.txt.sig < endorsements.txt"
    )
    home = f"export HOME={shlex.quote(str(tmp_path))}"
    ran = subprocess.run(
        ["bash", "-ec", "\n".join([home, *commands, verify])],
        cwd=tmp_path, input="\n\n", capture_output=True, text=True, start_new_session=True,
        timeout=60, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert 'Good "endorsements" signature for acme.com' in ran.stdout
