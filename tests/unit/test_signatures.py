"""Signatures beside files of endorsements, made by ssh-keygen and judged by it."""

import base64
import os
import stat
import subprocess
from pathlib import Path

import pytest
from undersigned.proofs.keys import key_print
from undersigned.verification.signatures import Fault, fault_of

from tests.support.endorsing import SigningKey, new_key
from tests.support.programs import needs
from tests.support.security_keys import SecurityKey

TEXT = b"endorse 1 sha256:00 https://statement.example/ 2026-11-26\r\n\xff\n"
ANEW = "sign the file anew with 'ssh-keygen -Y sign -n endorsements'"
NEW = "sign with one of 'ssh-keygen -t ed25519'"
FORM = "is not one public key; serve the .pub file that ssh-keygen wrote, as it is"


@pytest.fixture
def key(tmp_path: Path) -> SigningKey:
    return new_key(tmp_path)


@pytest.mark.parametrize(
    "options",
    ["-t ed25519", "-t rsa -b 2048", "-t ecdsa -b 256", "-t ecdsa -b 384", "-t ecdsa -b 521"],
)
def test_a_signature_by_the_key_beside_it_holds(tmp_path: Path, options: str) -> None:
    key = new_key(tmp_path, "other", *options.split())
    assert fault_of(TEXT, key.signed(TEXT), key.public) is None
    assert fault_of(b"", key.signed(b""), key.public) is None


def test_the_keys_fingerprint_is_the_one_that_ssh_keygen_prints(key: SigningKey) -> None:
    command = ["ssh-keygen", "-l", "-f", f"{key.file}.pub"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert key_print(key.public) == shown.split()[1]


def test_a_key_in_a_device_signs_like_any_other_where_somebody_touched_it() -> None:
    needs("ssh-keygen")
    key = SecurityKey()
    assert fault_of(TEXT, key.signed(TEXT), key.public) is None
    assert fault_of(TEXT + b"\n", key.signed(TEXT), key.public) is not None


def test_one_byte_more_and_the_signature_does_not_hold(key: SigningKey) -> None:
    reason = f"does not hold for the file that is served; {ANEW}"
    for text in (TEXT + b"\n", TEXT.replace(b"\r\n", b"\n"), b""):
        assert fault_of(text, key.signed(TEXT), key.public) == Fault(False, reason)


def test_the_signature_of_another_key_is_named_with_both(key: SigningKey, tmp_path: Path) -> None:
    other = new_key(tmp_path, "other")
    prints = key_print(other.public), key_print(key.public)
    reason = f"is by the key {prints[0]}, not by {prints[1]} of endorsements.pub; {ANEW}"
    assert fault_of(TEXT, other.signed(TEXT), key.public) == Fault(False, reason)


def test_a_signature_that_claims_the_key_and_is_by_another_does_not_hold(
    key: SigningKey, tmp_path: Path
) -> None:
    other = new_key(tmp_path, "other")
    theirs, own = (base64.b64decode(each.public.split()[1]) for each in (other, key))
    packet = base64.b64decode(b"".join(other.signed(TEXT).splitlines()[1:-1]))
    forged = base64.encodebytes(packet.replace(theirs, own))
    signature = b"-----BEGIN SSH SIGNATURE-----\n%b-----END SSH SIGNATURE-----\n" % forged
    fault = fault_of(TEXT, signature, key.public)
    assert fault == Fault(False, f"does not hold for the file that is served; {ANEW}")


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda signature: signature[: len(signature) // 2],
        lambda signature: signature + b"more\n",
        lambda signature: signature + signature,
    ],
    ids=["half", "more", "twice"],
)
def test_what_is_no_signature_is_said_to_be_none(key: SigningKey, spoilt: object) -> None:
    assert callable(spoilt)
    fault = fault_of(TEXT, spoilt(key.signed(TEXT)), key.public)
    assert fault == Fault(False, f"is no signature for endorsements; {ANEW}")


@pytest.mark.parametrize("content", [b"", b"Not found\n", TEXT])
def test_whoever_has_no_signature_learns_how_to_say_so(key: SigningKey, content: bytes) -> None:
    reason = f"is no signature; {ANEW}, or have the server answer 404"
    assert fault_of(TEXT, content, key.public) == Fault(False, reason)
    assert fault_of(TEXT, content, content) == Fault(False, reason)


def test_a_signature_made_for_another_use_is_none(key: SigningKey) -> None:
    fault = fault_of(TEXT, key.signed(TEXT, "file"), key.public)
    assert fault == Fault(False, f"is no signature for endorsements; {ANEW}")


def test_line_ends_that_ssh_keygen_does_not_read_are_named(key: SigningKey) -> None:
    fault = fault_of(TEXT, key.signed(TEXT).replace(b"\n", b"\r\n"), key.public)
    reason = "has other line ends than ssh-keygen reads; serve the .sig file as it wrote it"
    assert fault == Fault(False, reason)


def test_a_private_key_is_to_be_taken_away_at_once(key: SigningKey) -> None:
    fault = fault_of(TEXT, key.signed(TEXT), key.file.read_bytes())
    assert fault == Fault(True, f"holds a private key; take it away at once, and {NEW}")


def test_two_keys_are_none(key: SigningKey, tmp_path: Path) -> None:
    both = key.public + new_key(tmp_path, "other").public
    assert fault_of(TEXT, key.signed(TEXT), both) == Fault(True, FORM)
    assert fault_of(TEXT, key.signed(TEXT), b"") == Fault(True, FORM)


def test_a_key_has_no_options_before_it_nor_any_effect_behind_it(key: SigningKey) -> None:
    signature = key.signed(TEXT)
    for before in (b"cert-authority ", b'namespaces="file" ', b"* ", b"owner "):
        assert fault_of(TEXT, signature, before + key.public) == Fault(True, FORM)
    kind, number, _ = key.public.split()
    behind = b" ".join((kind, number, b'\x00 valid-before="19990101" \xff'))
    assert fault_of(TEXT, signature, b"# our key\r\n" + behind + b"\r\n") is None


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ("-t dsa", f"is of the type 'ssh-dss', which is not taken; {NEW}"),
        ("-t rsa -b 1024", f"is an RSA key of 1,024 bits, which is too short; {NEW}"),
    ],
)
def test_keys_that_others_can_find_out_are_not_taken(
    tmp_path: Path, options: str, reason: str
) -> None:
    try:
        weak = new_key(tmp_path, "weak", *options.split())
    except subprocess.CalledProcessError:
        pytest.skip("this OpenSSH makes no such key any more")
    assert fault_of(TEXT, weak.signed(TEXT), weak.public) == Fault(True, reason)


def test_a_certificate_of_a_key_is_not_taken_for_one(key: SigningKey, tmp_path: Path) -> None:
    authority = new_key(tmp_path, "authority")
    command = ["ssh-keygen", "-q", "-s", str(authority.file), "-I", "x", f"{key.file}.pub"]
    subprocess.run(command, check=True, capture_output=True)
    certificate = key.file.with_name("key-cert.pub").read_bytes()
    fault = fault_of(TEXT, key.signed(TEXT), certificate)
    kind = "ssh-ed25519-cert-v01@openssh.com"
    assert fault == Fault(True, f"is of the type '{kind}', which is not taken; {NEW}")


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        ("", "cannot be verified without ssh-keygen; install OpenSSH"),
        (
            "echo 'unknown option -- Y' >&2; exit 1",
            "cannot be verified by this ssh-keygen; install OpenSSH 8.1 or newer",
        ),
        ("exec sleep 60", "was not verified within 0.2 seconds; try again later"),
    ],
    ids=["none", "old", "slow"],
)
def test_what_this_machine_cannot_do_is_not_blamed_on_the_signature(
    key: SigningKey, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, reason: str
) -> None:
    signature, folder = key.signed(TEXT), tmp_path / "bin"
    folder.mkdir()
    if program:
        (folder / "ssh-keygen").write_text(f"#!/bin/sh\nPATH={os.environ['PATH']}\n{program}\n")
        (folder / "ssh-keygen").chmod(stat.S_IRWXU)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr("undersigned.verification.signatures._LIMIT", 0.2)
    assert fault_of(TEXT, signature, key.public) == Fault(False, reason)
