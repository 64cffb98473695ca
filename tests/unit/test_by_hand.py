"""What signatories' own servers said, as it is published, and the commands that ask them."""

import shlex

from undersigned.data.by_hand import by_servers, commands_by_hand
from undersigned.data.files import published_copies
from undersigned.dates import StatedDate
from undersigned.model import Signatory
from undersigned.text_paths import AS_USUAL

from tests.support.proofs import FINGERPRINT, PUBLIC_KEY, SIGNED, SITE, kept
from tests.support.signatories import copies_of, endorsement, register, signatory, view

DAY = StatedDate(2026, 11, 20)
SIGNATORIES = (
    signatory("Acme", website="https://www.acme.com", proved=DAY),
    Signatory(
        endorsement("Beta", website="https://beta.com", version="1.1", proved=DAY),
        (endorsement("Beta", website="https://beta.com", signed=StatedDate(2023, 4)),),
    ),
    signatory("Gone", website="https://gone.com", withdrawn=DAY),
)
COPIES = copies_of(
    kept(host="www.acme.com", key=PUBLIC_KEY, signature=SIGNED),
    kept(host="beta.com"),
    kept(host="gone.com"),
    kept(host="nobody.com"),
)
ENTRIES = view(register(SIGNATORIES), "en_GB", ["1.0", "1.1"], copies=COPIES).entries


def test_copies_are_published_of_whoever_is_in_the_register_and_of_nobody_else() -> None:
    paths = dict(published_copies(COPIES, ENTRIES))
    assert {path.split("/")[1] for path in paths} == {"acme.com", "beta.com", "gone.com"}
    assert [path for path in paths if "acme" in path] == [
        "proofs/acme.com/endorsements.txt",
        "proofs/acme.com/endorsements.txt.sig",
        "proofs/acme.com/endorsements.pub",
        "proofs/acme.com/fetched.yml",
    ]
    assert paths["proofs/acme.com/endorsements.txt"] == COPIES["acme.com"].text


def test_every_endorsement_that_a_server_proves_has_commands_and_no_other_has() -> None:
    found = by_servers(SITE, AS_USUAL, ENTRIES)
    assert [(one.signatory.name, one.endorsement.version) for one in found] == [
        ("Acme", "1.0"),
        ("Beta", "1.1"),
    ]


def test_each_leads_to_the_files_that_are_published_of_it() -> None:
    paths = dict(published_copies(COPIES, ENTRIES))
    for one in by_servers(SITE, AS_USUAL, ENTRIES):
        copy = one.signatory.copy
        assert copy is not None
        assert list(one.files) == [path for path in paths if f"/{copy.host}/" in path]


def test_the_third_command_is_there_where_there_is_a_key_and_asks_for_that_one() -> None:
    acme, beta = by_servers(SITE, AS_USUAL, ENTRIES)
    text, served, signature = acme.commands.splitlines()
    assert shlex.split(text)[2] == "https://site.example/principles/1.0.txt"
    assert "https://www.acme.com/.well-known/endorsements.txt" in shlex.split(served)
    assert "https://www.acme.com/.well-known/endorsements.txt.sig" in shlex.split(signature)
    assert "https://www.acme.com/.well-known/endorsements.pub" in shlex.split(signature)
    assert shlex.split(signature)[-1] == FINGERPRINT
    assert len(beta.commands.splitlines()) == 2


def test_all_commands_in_one_file_stand_under_the_names_that_they_are_for() -> None:
    found = by_servers(SITE, AS_USUAL, ENTRIES)
    acme, beta = commands_by_hand(found).split("\n\n")
    assert acme == f"# Acme, version 1.0\n{found[0].commands}"
    assert beta == f"# Beta, version 1.1\n{found[1].commands}\n"


def test_a_site_without_copies_asks_nobody_for_a_website() -> None:
    assert [*published_copies({}, ENTRIES)] == []
