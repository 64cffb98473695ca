"""The server of somebody who signs by a form is asked, and what is kept already is not lost."""

from collections.abc import Iterator
from datetime import timedelta
from math import inf
from pathlib import Path

import pytest
from undersigned.proofs.copies import Copy
from undersigned.verification.newcomers import in_place_of_kept, newly_served
from undersigned.verification.proof_site import ProofSite, read_proof_site

from tests.support.endorsing import address_of, endorses, new_key, serves
from tests.support.files import plant
from tests.support.proofs import PUBLISHED, kept, said
from tests.support.registers import entry_text
from tests.support.web import Web, local_web, moved, reply

HOST = "acme.example"
WEBSITE = f"https://{HOST}"
FILE = address_of(HOST)


@pytest.fixture
def web() -> Iterator[Web]:
    with local_web() as web:
        web.certify(HOST)
        yield web


def site_with(root: Path, *, copy: str = "") -> ProofSite:
    """A site with a signatory at the host, and with a copy of what it said if there is one."""
    plant(root, PUBLISHED | {"signatories.yml": entry_text("Acme")} | (kept(copy) if copy else {}))
    site, problems = read_proof_site(root)
    assert site, problems
    return site


def served(site: ProofSite, web: Web, end: float = inf) -> tuple[Copy | None, str]:
    copy, why = newly_served(WEBSITE, web.network(), site.agent, end)
    return in_place_of_kept(copy, site) if copy else (None, why)


def test_what_is_served_is_as_it_will_be_kept(web: Web, tmp_path: Path) -> None:
    site, key = site_with(tmp_path), new_key(tmp_path)
    text = endorses(web, HOST, said("Lab"), key)
    copy, why = served(site, web)
    assert copy
    assert (copy.text, copy.key, copy.record.address, why) == (text, key.public, FILE, "")


@pytest.mark.parametrize("text", [said("Lab"), said("Lab") + said("Acme Lab")])
def test_whoever_is_no_signatory_yet_may_replace_nobodys_proof(
    web: Web, tmp_path: Path, text: str
) -> None:
    site = site_with(tmp_path, copy=said("Acme"))
    endorses(web, HOST, text)
    assert served(site, web) == (
        None,
        f"{FILE} proves less than the copy of it that is kept; ask a maintainer in a comment to run"
        f" 'undersigned proofs {HOST}'",
    )
    endorses(web, HOST, text + said("Acme"))
    copy, _ = served(site, web)
    assert copy
    assert copy.text == (text + said("Acme")).encode()


def test_the_very_bytes_that_are_kept_stay_with_their_day(web: Web, tmp_path: Path) -> None:
    site = site_with(tmp_path, copy=said("Acme"))
    endorses(web, HOST, said("Acme"))
    web.now += timedelta(100)
    assert served(site, web) == (site.copies[HOST], "")


def test_another_key_is_for_a_maintainer(web: Web, tmp_path: Path) -> None:
    first, second = new_key(tmp_path, "first"), new_key(tmp_path, "second")
    files = kept(said("Acme"), key=first.public.decode())
    files |= {f"proofs/{HOST}/endorsements.txt.sig": first.signed(said("Acme").encode()).decode()}
    plant(tmp_path, files)
    site = site_with(tmp_path)
    endorses(web, HOST, said("Acme") + said("Lab"), second)
    assert "ask a maintainer in a comment to run" in served(site, web)[1]
    endorses(web, HOST, said("Acme") + said("Lab"), first)
    assert served(site, web)[0]


def test_why_there_is_none_is_a_whole_message(web: Web, tmp_path: Path) -> None:
    site = site_with(tmp_path)
    assert served(site, web)[1].startswith(f"{FILE} is not there: the server answers 404; serve it")
    web.replies[FILE] = moved("https://elsewhere.example/.well-known/endorsements.txt")
    assert served(site, web)[1].startswith(f"{FILE} ")
    web.replies[FILE] = reply(200, "x" * 65_537)
    assert served(site, web)[1] == f"{FILE} has more than 65,536 bytes; keep it shorter"
    serves(web, HOST, {"": b"x", ".sig": b"x"})
    assert served(site, web)[1].startswith(f"{FILE} proves nothing: its endorsements.pub ")


def test_a_server_that_there_is_no_time_for_is_asked_later(web: Web, tmp_path: Path) -> None:
    endorses(web, HOST, said("Lab"))
    copy, why = served(site_with(tmp_path), web, end=0)
    assert (copy, why) == (None, f"{FILE} was not asked in time; try again later")
    assert web.asked == []
