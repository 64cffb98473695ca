"""Whatever a site publishes, verifying it ends with lines that can be printed, or with a reason."""

import json
import tempfile
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from undersigned.progress import SILENT
from undersigned.verification.site_files import Folder
from undersigned.verification.verdicts import Answer
from undersigned.verification.verify import UnreadableError, Verification, verified
from undersigned.verification.wording import lines_of

from tests.support.examples import examples
from tests.support.verifying import SITE, WORDS, digest, keep, proved, publish, put, said, text_at

# What stands in the place of a value: other kinds of it, and texts that lead or look elsewhere.
_PLANTED = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=8),
    st.lists(st.text(max_size=3), max_size=2),
    st.dictionaries(st.text(max_size=3), st.text(max_size=3), max_size=2),
    st.sampled_from(
        [
            "https://", "https://[", "https://[::1]/", "https://a.example:99999/", "//a.example",
            f"{SITE}../../etc/passwd", f"{SITE}%2e%2e/a", f"{SITE}%ff", f"{SITE}#a", "\ud800", "\0",
            "https://xn--a.example/", "https://acme.example/\u202e", "https://acme.example:8443/",
            "https://github.com/acme", "https://www.www.acme.example", "0000-00", "2024-05-06",
            "9.9", "Acme\n", "\x1b[2J", "a" * 3000,
        ]
    ),
)  # fmt: skip
_FILES = st.sampled_from(["endorsements.txt", "fetched.yml", "endorsements.pub", "SHA256SUMS"])


def found_of(site: Path) -> Verification | None:
    """What is found, if the site can be read; every line of it can be printed."""
    with suppress(UnreadableError):
        found = verified(Folder(SITE, site), None, SILENT, date(2026, 11, 26))
        assert all(each.isprintable() for each in lines_of(found))
        return found
    return None


_FIELDS = st.dictionaries(
    st.sampled_from([*proved("Acme"), "formerly", "withdrawn", "ended"]), _PLANTED, max_size=4
)
_MEMBERS = st.dictionaries(
    st.sampled_from(["format", "url", "published", "versions", "register", "title"]),
    _PLANTED,
    max_size=2,
)
_VERSION = st.dictionaries(st.sampled_from(["version", "sha256", "text"]), _PLANTED, max_size=2)


@settings(max_examples=examples(200))
@given(st.lists(_FIELDS, min_size=1, max_size=3), _MEMBERS, _VERSION)
def test_whatever_a_site_says_of_itself_and_of_its_signatories(
    entries: list[dict[str, Any]], members: dict[str, Any], version: dict[str, Any]
) -> None:
    stated = {"version": "1.0", "sha256": digest(WORDS), "text": text_at()} | version
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        publish(site)
        keep(site, "acme.example", said())
        listed = [proved("Acme") | each for each in entries]
        register = {"format": 1, "signatories": listed}
        put(site, "signatories.json", json.dumps(register).encode())
        statement = {"format": 1, "url": SITE, "versions": [stated]} | members
        put(site, "statement.json", json.dumps(statement).encode())
        found = found_of(site)
        if found and not found.contradicted and not found.unread:
            proves = any(each.answer is Answer.KEPT for each in found.verdicts)
            assert not proves or digest(WORDS) in [each.sha256 for each in found.texts]


@settings(max_examples=examples(100))
@given(_FILES, st.binary(max_size=200), st.booleans())
def test_no_bytes_in_a_kept_copy_prove_but_those_that_were_fetched(
    name: str, content: bytes, appended: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        site = publish(Path(folder), proved("Acme"))
        keep(site, "acme.example", said())
        path = "SHA256SUMS" if name == "SHA256SUMS" else f"proofs/acme.example/{name}"
        place = site / path
        before = place.read_bytes() if place.exists() else b""
        place.write_bytes(before + content if appended else content)
        found = found_of(site)
        assert found is not None
        (verdict,) = found.verdicts
        is_text = name == "endorsements.txt" and place.read_bytes() != said().encode()
        assert not is_text or verdict.answer is Answer.CONTRADICTED
