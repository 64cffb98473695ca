"""Sites as they are published, which `undersigned verify` reads, honest or not."""

import json
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from undersigned.build.digests import seal
from undersigned.proofs.copies import TEXT
from undersigned.proofs.endorsements_txt import Action
from undersigned.proofs.keys import key_print

from tests.support.endorsing import SigningKey
from tests.support.proofs import FETCHED, kept, record_of
from tests.support.proofs import said as line_saying

SITE = "https://statement.example/"
WORDS = b"1. Do no harm\n"
REGISTER = b"[]\n"

Entry = dict[str, Any]


def digest(content: bytes) -> str:
    """The SHA-256 of a content, in hexadecimal."""
    return sha256(content).hexdigest()


def text_at(version: str = "1.0", site: str = SITE) -> str:
    """The address of a version's text."""
    return f"{site}principles/{version}.txt"


def said(
    words: bytes = WORDS,
    version: str = "1.0",
    name: str = "",
    *,
    site: str = SITE,
    action: Action = Action.ENDORSE,
    day: str = "2026-11-19",
) -> str:
    """A line of a file of endorsements, with its end."""
    on = date.fromisoformat(day)
    return line_saying(name, on, action, digest(words), text_at(version, site))


def entry(name: str, host: str = "", **more: Any) -> Entry:
    """An entry of signatories.json; its host is its name unless told otherwise."""
    who = name.lower().replace(" ", "-")
    return {
        "name": name,
        "kind": "company",
        "country": "NO",
        "website": f"https://{host or f'{who}.example'}",
        "signed": "2024-05-06",
        "id": who,
        "slug": who,
        "grade": "own-site",
        "version": "1.0",
        "url": f"{SITE}signatories/#{who}",
        **more,
    }


def proved(name: str, host: str = "", **more: Any) -> Entry:
    """An entry that the site grades as proved by its kept copy."""
    found = entry(name, host)
    key = found["website"].removeprefix("https://").removeprefix("www.").partition("/")[0]
    proof = {
        "grade": "proved",
        "proved": str(FETCHED.date()),
        "proof": f"{SITE}proofs/{key}/{TEXT}",
    }
    return found | proof | more


def publish(
    folder: Path, *entries: Entry, texts: dict[str, bytes] | None = None, **changed: Any
) -> Path:
    """Write a site as it is published; `changed` are members of its statement.json."""
    words = texts or {"1.0": WORDS}
    versions = [
        {"version": number, "published": "2023-03", "sha256": digest(text), "text": text_at(number)}
        for number, text in words.items()
    ]
    statement = {
        "format": 1,
        "title": "Small statement",
        "address": "https://coalition.example/announced",
        "url": SITE,
        "versions": versions,
        "register": {"entries": len(entries), "sha256": digest(REGISTER)},
    }
    files = {
        "statement.json": json.dumps(statement | changed, indent=2).encode(),
        "signatories.json": json.dumps({"format": 1, "signatories": entries}).encode(),
        "signatories.yml": REGISTER,
        **{f"principles/{number}.txt": text for number, text in words.items()},
    }
    for path, content in files.items():
        put(folder, path, content)
    return folder


def put(folder: Path, path: str, content: bytes) -> None:
    """Write one file of a published site, and list it."""
    place = folder / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
    seal(folder)


def keep(folder: Path, host: str, text: str, key: SigningKey | None = None, **changed: Any) -> None:
    """Publish a kept copy of what a host served; `changed` are fields of its record."""
    public, signature = (key.public, key.signed(text.encode())) if key else (b"", b"")
    record = record_of(text, host, key_print(public))._replace(**changed)
    files = kept(
        text, host, record=record, key=public.decode(), signature=signature.decode()
    )  # fmt: skip
    for path, content in files.items():
        put(folder, path, content.encode())
