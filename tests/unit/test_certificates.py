"""Names of issuers, as OpenSSL writes them."""

import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest
from undersigned.links.certificates import distinguished_name
from undersigned.proofs.copies import copy_of
from undersigned.proofs.endorsements_txt import PATH
from undersigned.verification.fetch import Served
from undersigned.verification.outcomes import copy_of_served

from tests.support.programs import needs

# Keys as Python's `ssl` gives them, and as OpenSSL takes them.
KEYS = {
    "countryName": "C",
    "organizationName": "O",
    "organizationalUnitName": "OU",
    "commonName": "CN",
}


@pytest.mark.parametrize(
    ("parts", "written"),
    [
        ([("countryName", "US"), ("organizationName", "Let's Encrypt"), ("commonName", "R11")],
         "CN=R11,O=Let's Encrypt,C=US"),
        ([("organizationName", "Acme, Inc."), ("commonName", 'A+B "C" <D>;\\')],
         'CN=A\\+B \\"C\\" \\<D\\>\\;\\\\,O=Acme\\, Inc.'),
        ([("commonName", "#1 in trust")], "CN=\\#1 in trust"),
    ],
)  # fmt: skip
def test_an_issuer_is_written_as_openssl_does(
    parts: list[tuple[str, str]], written: str, tmp_path: Path
) -> None:
    assert distinguished_name([[part] for part in parts]) == written
    needs("openssl")
    special = str.maketrans({each: f"\\{each}" for each in "/+\\"})
    subject = "".join(f"/{KEYS[kind]}={value.translate(special)}" for kind, value in parts)
    key, certificate = tmp_path / "key", tmp_path / "certificate"
    made = ["openssl", "req", "-x509", "-newkey", "ed25519", "-nodes", "-subj", subject]
    subprocess.run([*made, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    shown = ["openssl", "x509", "-noout", "-issuer", "-nameopt", "RFC2253", "-in"]
    run = subprocess.run([*shown, certificate], check=True, capture_output=True, text=True)
    assert run.stdout == f"issuer={written}\n"


def test_parts_of_one_level_stay_together_and_unknown_kinds_keep_their_name() -> None:
    name = [[("countryName", "NO")], [("commonName", "A"), ("serialNumber", "1")]]
    assert distinguished_name(name) == "CN=A+serialNumber=1,C=NO"


def test_no_issuer_makes_a_second_line() -> None:
    assert distinguished_name([[("commonName", "A\nkey: SHA256:x\u2028")]]) == (
        "CN=A\\0Akey: SHA256:x\\E2\\80\\A8"
    )


@pytest.mark.parametrize(
    "name", ["A\u200bB", "\ufeff", "A\x00", "\ud800", "x" * 70_000, "é, 日本", ""]
)
def test_a_copy_can_be_read_again_whoever_issued_the_certificate(name: str) -> None:
    issuer = distinguished_name([[("commonName", name)]])
    at = datetime(2026, 11, 26, tzinfo=UTC)
    address = f"https://acme.example/{PATH}"
    digits = f"sha256:{'0' * 64}"
    served = Served("acme.example", address, b"", None, None, issuer, digits, at)
    copy = copy_of_served(served)
    assert copy is not None
    assert copy_of("acme.example", copy.files) == (copy, [])
