"""Look at a published statement site: whether it is as it says, and by which commit.

    look.py SITE REPOSITORY SEEN NOW

SITE is the address of the site, REPOSITORY that of its sources, SEEN the folder of what was seen
before. Into the folder NOW go SHA256SUMS and statement.json as they are served, the bytes of files
that are served otherwise than listed, and look.json: what was found. Exits with 2 where the site or
its sources cannot be read, which says nothing about them. Nothing that is fetched is run.
"""

import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from http.client import HTTPException, HTTPMessage
from pathlib import Path
from typing import IO, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

MEBIBYTE = 1024 * 1024
LARGEST = 64 * MEBIBYTE
MOST_FILES = 20_000
SECONDS = 30

# A site may be published anew while it is read.
ATTEMPTS = 3

# Of files that are served otherwise than listed, so many are kept, and so much of each.
MOST_KEPT, LARGEST_KEPT = 20, 4 * MEBIBYTE

_LINE = re.compile(r"(\\?)([0-9a-f]{64})  (.+)")
_ESCAPED = {"\\\\": "\\", "\\n": "\n", "\\r": "\r"}
_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


class UnreadableError(Exception):
    """The site, or its sources, cannot be read."""


class _SamePlace(HTTPRedirectHandler):
    """Follows redirects on the same host alone, by the same scheme."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        """Refuse what leads elsewhere."""
        if urlsplit(newurl)[:2] != urlsplit(req.full_url)[:2]:
            raise URLError(f"it leads to {newurl!r}, which is another place")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class Served(NamedTuple):
    """What an address is answered with; `there` is False where it is not found (404, 410)."""

    there: bool
    content: bytes


def fetched(address: str, most: int = LARGEST) -> Served:
    """What is served at an address; raises `UnreadableError` where that cannot be known."""
    request = Request(address, headers={"User-Agent": "undersigned-watch"})
    try:
        try:
            answer = build_opener(_SamePlace).open(request, timeout=SECONDS)
        except HTTPError as error:
            if error.code not in (404, 410):
                raise UnreadableError(f"{address} is answered with {error.code}") from error
            answer = error
        with answer:
            served = Served(answer.status == 200, answer.read(most + 1))
            # What is left of the length that was announced: a connection may break off.
            if answer.length and len(served.content) <= most:
                raise UnreadableError(f"{address} is cut off before its end")
    except (OSError, HTTPException, ValueError) as error:
        raise UnreadableError(f"{address} cannot be read: {error}") from error
    if len(served.content) > most:
        raise UnreadableError(f"{address} is longer than {most // MEBIBYTE} MiB")
    return served


def listed(sums: bytes) -> Mapping[str, str]:
    """The digest of each path on a list as `sha256sum` writes it; raises `UnreadableError`."""
    digests = dict[str, str]()
    for line in sums.decode("utf-8", "surrogateescape").removesuffix("\n").split("\n"):
        if not (found := _LINE.fullmatch(line)):
            raise UnreadableError(f"SHA256SUMS has a line that is none: {line[:100]!r}")
        path = found[3]
        if found[1]:
            path = re.sub(r"\\[\\nr]", lambda escape: _ESCAPED[escape[0]], path)
        if digests.setdefault(path, found[2]) != found[2]:
            raise UnreadableError(f"SHA256SUMS has two digests for {path!r}")
    if not 0 < len(digests) <= MOST_FILES:
        raise UnreadableError(f"SHA256SUMS lists {len(digests):,} files")
    return digests


def served_otherwise(site: str, sums: bytes, now: Path) -> Iterator[str]:
    """What is served otherwise than it is listed; such bytes are kept."""
    kept = 0
    for path, digest in listed(sums).items():
        served = fetched(site + quote(path.encode("utf-8", "surrogateescape")))
        # Some hosts answer with 404 where 404.html itself is asked for.
        if (sha256 := hashlib.sha256(served.content).hexdigest()) == digest:
            continue
        if not served.there:
            yield f"{path!r} is on SHA256SUMS and is not served"
            continue
        yield f"{path!r} is served with sha256:{sha256}, and SHA256SUMS says {digest}"
        if kept < MOST_KEPT:
            kept += 1
            (now / f"served-{kept:02}").write_bytes(served.content[:LARGEST_KEPT])


def at_once(site: str, now: Path) -> tuple[bytes, bytes, list[str]]:
    """SHA256SUMS, statement.json and what is served otherwise, all of one publication."""
    for _ in range(ATTEMPTS):
        sums, statement = fetched(f"{site}SHA256SUMS"), fetched(f"{site}statement.json", MEBIBYTE)
        if not sums.there or not statement.there:
            raise UnreadableError("the site serves no SHA256SUMS, or no statement.json")
        for old in now.glob("served-*"):
            old.unlink()
        found = list(served_otherwise(site, sums.content, now))
        digest = hashlib.sha256(statement.content).hexdigest()
        if listed(sums.content).get("statement.json") != digest:
            found.append("statement.json is not always served as SHA256SUMS says")
        if sums == fetched(f"{site}SHA256SUMS"):
            return sums.content, statement.content, found
    raise UnreadableError("the site changes all the time while it is read")


def commit_named(statement: bytes) -> str:
    """The commit that statement.json names; empty where it names none."""
    try:
        commit = json.loads(statement)["commit"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""
    return commit if isinstance(commit, str) and _COMMIT.fullmatch(commit) else ""


def faults_of_history(repository: str, commit: str, before: str) -> Iterator[str]:
    """Why the commit that is named explains nothing; `before` is the last one that did."""
    with tempfile.TemporaryDirectory() as folder:
        clone = ["clone", "--quiet", "--bare", "--filter=tree:0", "--", repository, folder]
        if (why := git(*clone)) is not None:
            raise UnreadableError(f"{repository} cannot be cloned: {why}")

        def leads(one: str, other: str) -> bool:
            return git("-C", folder, "merge-base", "--is-ancestor", one, other) is None

        if not commit:
            yield "statement.json names no commit"
        elif not leads(commit, "HEAD"):
            yield f"statement.json names {commit}, which is not on the branch of {repository}"
        elif before and not leads(before, commit):
            yield f"statement.json names {commit}, which does not come after {before}, seen before"
        if before and not leads(before, "HEAD"):
            yield f"{before} was published, and is not on the branch of {repository} any more"


def git(*arguments: str) -> str | None:
    """Why git failed; None where it did not. It asks nobody for a password."""
    told = os.environ | {"GIT_TERMINAL_PROMPT": "0"}
    run = subprocess.run(["git", *arguments], env=told, capture_output=True, text=True, check=False)
    return None if run.returncode == 0 else run.stderr.strip() or f"exit code {run.returncode}"


def last_explained(seen: Path) -> Mapping[str, str]:
    """The digest of the last list that a commit explained, and the commit; empty the first time."""
    place = seen / "explained.json"
    explained: dict[str, str] = json.loads(place.read_text("utf-8")) if place.exists() else {}
    return explained


def plain(text: str) -> str:
    """Text on one line in which the runner takes nothing for a command of its own."""
    shown = "".join(each if each.isprintable() else ascii(each)[1:-1] for each in text)
    return shown.replace("##[", "## [")


def look(site: str, repository: str, seen: Path, now: Path) -> None:
    """Write what is served now, and what was found; raises `UnreadableError`."""
    if not site.startswith("https://") or not site.endswith("/"):
        raise UnreadableError(f"{site!r} is to begin with 'https://' and to end with '/'")
    now.mkdir(parents=True, exist_ok=True)
    sums, statement, otherwise = at_once(site, now)
    explained, commit = last_explained(seen), commit_named(statement)
    digest = hashlib.sha256(sums).hexdigest()
    found = {
        "day": str(datetime.now(UTC).date()),
        "sums": digest,
        "commit": commit,
        "changed": digest != explained.get("sums"),
        "otherwise": otherwise,
        "history": list(faults_of_history(repository, commit, explained.get("commit", ""))),
    }
    (now / "SHA256SUMS").write_bytes(sums)
    (now / "statement.json").write_bytes(statement)
    (now / "look.json").write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


def main(arguments: Sequence[str]) -> int:
    """Look; 2 where that says nothing."""
    if len(arguments) != 4:
        print("give SITE, REPOSITORY, SEEN and NOW", file=sys.stderr)
        return 2
    site, repository, seen, now = arguments
    try:
        look(site, repository, Path(seen), Path(now))
    except UnreadableError as error:
        print(plain(str(error)), file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
