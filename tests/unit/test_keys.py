"""Which key a file names, and which a signature says it was made with."""

import base64
from pathlib import Path

import pytest
from undersigned.proofs.keys import is_print, key_print, public_key, rsa_bits, signer_print

from tests.support.endorsing import new_key
from tests.support.proofs import FINGERPRINT, PUBLIC_KEY, SIGNED


@pytest.mark.parametrize(
    "content",
    [
        PUBLIC_KEY,
        PUBLIC_KEY.rstrip("\n"),
        PUBLIC_KEY.replace("\n", "\r\n"),
        PUBLIC_KEY.removesuffix(" web\n"),
        f"# ours\n\n{PUBLIC_KEY}",
        PUBLIC_KEY.replace("web", "Ole Ås, key of 2026"),
    ],
)
def test_the_fingerprint_of_a_key_is_the_one_that_openssh_prints(content: str) -> None:
    assert key_print(content.encode()) == FINGERPRINT


@pytest.mark.parametrize(
    "content",
    [
        "",
        "web\n",
        PUBLIC_KEY * 2,
        f"cert-authority {PUBLIC_KEY}",
        PUBLIC_KEY.replace("ssh-ed25519", "ssh-rsa"),
        PUBLIC_KEY.replace("AAAA", "AAA"),
        "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n",
        "ssh-ed25519 AAAA web\n",
        "ssh-ed25519 ==== web\n",
    ],
)
def test_what_is_not_one_public_key_has_no_fingerprint(content: str) -> None:
    assert key_print(content.encode()) == ""


def test_a_key_is_its_type_and_its_packet_whatever_is_said_of_it() -> None:
    kind, number, _ = PUBLIC_KEY.split()
    expected = (kind, base64.b64decode(number))
    assert public_key(PUBLIC_KEY.replace("web", 'valid-before="1999" web').encode()) == expected
    assert public_key((PUBLIC_KEY * 2).encode()) is None


@pytest.mark.parametrize("bits", [1024, 2048])
def test_the_length_of_an_rsa_key_is_that_of_its_modulus(tmp_path: Path, bits: int) -> None:
    found = public_key(new_key(tmp_path, "key", "-t", "rsa", "-b", str(bits)).public)
    assert found
    assert rsa_bits(found[1]) == bits
    assert rsa_bits(found[1][:20]) == 0


def test_a_signature_says_by_which_key_it_was_made() -> None:
    assert signer_print(SIGNED.encode()) == FINGERPRINT
    assert signer_print(SIGNED.replace("\n", "\r\n").encode()) == FINGERPRINT


def with_namespace(name: bytes) -> bytes:
    begin, *lines, end, _ = SIGNED.split("\n")
    blob = base64.b64decode("".join(lines)).replace(b"endorsements", name)
    return f"{begin}\n{base64.b64encode(blob).decode()}\n{end}\n".encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        PUBLIC_KEY.encode(),
        SIGNED.encode()[:-40],
        SIGNED.encode() * 2,
        SIGNED.replace("U1NIU0lH", "AAAAU0lH").encode(),
        with_namespace(b"file-signing"),
        with_namespace(b"git"),
        b"-----BEGIN SSH SIGNATURE-----\n====\n-----END SSH SIGNATURE-----\n",
        b"-----BEGIN SSH SIGNATURE-----\nU1NIU0lHAAAAAf////8=\n-----END SSH SIGNATURE-----\n",
    ],
)
def test_what_is_no_signature_for_endorsements_names_no_key(content: bytes) -> None:
    assert signer_print(content) == ""


def test_a_fingerprint_has_the_form_that_openssh_prints() -> None:
    assert is_print(FINGERPRINT)
    assert not is_print(FINGERPRINT.lower())
    assert not is_print(f"{FINGERPRINT}\n")
