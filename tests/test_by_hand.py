"""The commands that ask a signatory's own server, run by a shell as a reader runs them."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from undersigned.data.by_hand import by_servers
from undersigned.dates import StatedDate
from undersigned.proofs.endorsements_txt import Action
from undersigned.text_paths import AS_USUAL

from tests.support.endorsing import SigningKey, address_of, endorses, new_key
from tests.support.proofs import ADDRESS, PUBLISHED, SITE, kept, said
from tests.support.signatories import copies_of, register, signatory, view
from tests.support.sites import REPOSITORY
from tests.support.web import Web, local_web, moved, reply

HOST = "acme.example"
TEXT = PUBLISHED["docs/principles/1.0.md"]
ENDORSED = said()


@pytest.fixture
def web() -> Iterator[Web]:
    with local_web() as started:
        started.certify("site.example")
        started.replies[ADDRESS] = reply(200, TEXT)
        yield started


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> SigningKey:
    return new_key(tmp_path_factory.mktemp("key"))


def commands(key: SigningKey | None = None) -> str:
    """Those for a signatory whose server proved it, as the page has them."""
    public, signature = (key.public.decode(), key.signed(b"").decode()) if key else ("", "")
    copies = copies_of(kept(host=HOST, key=public, signature=signature))
    proved = signatory("Acme", website=f"https://{HOST}", proved=StatedDate(2026, 11, 20))
    (one,) = by_servers(
        SITE, AS_USUAL, view(register([proved]), "en_GB", ["1.0"], copies=copies).entries
    )
    return one.commands


def run(web: Web, folder: Path, lines: str) -> list[str]:
    """What a shell prints that has never seen the site before."""
    home = folder / "home"
    home.mkdir()
    environment = {**os.environ, "no_proxy": "*", **web.for_curl(home)}
    ran = subprocess.run(
        ["sh", "-c", lines], cwd=folder, env=environment, capture_output=True, text=True,
        encoding="utf-8", check=False,
    )  # fmt: skip
    return ran.stdout.splitlines()


def test_what_a_server_endorses_is_printed_with_the_address_that_answered(
    web: Web, tmp_path: Path
) -> None:
    another = said(address="https://else.example/", sha256="0" * 64)
    endorses(web, HOST, f"# Ours\n{another}{ENDORSED}")
    assert run(web, tmp_path, commands()) == [address_of(HOST), ENDORSED.strip()]


def test_other_words_than_were_signed_print_no_line(web: Web, tmp_path: Path) -> None:
    endorses(web, HOST, ENDORSED)
    web.replies[ADDRESS] = reply(200, TEXT.replace("no", "some"))
    assert run(web, tmp_path, commands()) == [address_of(HOST)]


def test_a_withdrawal_is_printed_too(web: Web, tmp_path: Path) -> None:
    withdrawn = said(action=Action.WITHDRAW)
    endorses(web, HOST, ENDORSED + withdrawn)
    assert run(web, tmp_path, commands())[1:] == [ENDORSED.strip(), withdrawn.strip()]


def test_a_redirect_says_whose_server_answered(web: Web, tmp_path: Path) -> None:
    endorses(web, "other.example", ENDORSED)
    web.replies[address_of(HOST)] = moved(address_of("other.example"))
    assert run(web, tmp_path, commands())[0] == address_of("other.example")


@pytest.mark.parametrize("answer", [reply(404), moved("http://acme.example/")])
def test_a_server_that_has_no_file_prints_no_line(answer: object, web: Web, tmp_path: Path) -> None:
    web.replies[address_of(HOST)] = answer  # type: ignore[assignment]
    assert not [line for line in run(web, tmp_path, commands()) if "sha256" in line]


def test_a_signature_by_the_key_that_was_kept_is_good(
    key: SigningKey, web: Web, tmp_path: Path
) -> None:
    endorses(web, HOST, ENDORSED, key)
    *_, line, signature = run(web, tmp_path, commands(key))
    assert line == ENDORSED.strip()
    assert signature.startswith(f'Good "endorsements" signature for {HOST} with ')


def test_a_signature_by_another_key_or_of_another_text_prints_nothing(
    key: SigningKey, web: Web, tmp_path: Path
) -> None:
    for name, text, signer in (
        ("another", ENDORSED, new_key(tmp_path)),
        ("altered", f"{ENDORSED}\n", key),
    ):
        endorses(web, HOST, ENDORSED, signer)
        web.replies[address_of(HOST)] = reply(200, text)
        folder = tmp_path / name
        folder.mkdir()
        assert run(web, folder, commands(key)) == [address_of(HOST), ENDORSED.strip()]


def test_what_the_page_says_of_the_lines_is_what_the_lines_have(web: Web, tmp_path: Path) -> None:
    elsewhere = said(address="https://fork.example/principles/1.0.txt")
    withdrawn = said(action=Action.WITHDRAW)
    endorses(web, HOST, elsewhere + ENDORSED + withdrawn)
    words = " ".join((REPOSITORY / "overrides/undersigned/data.html").read_text().split())
    assert "begin with “endorse” and give the address of the text" in words
    assert "none of that day or a later one may begin with “withdraw”" in words
    printed = [ENDORSED.strip(), withdrawn.strip()]
    assert [each for each in run(web, tmp_path, commands())[1:] if ADDRESS in each] == printed
