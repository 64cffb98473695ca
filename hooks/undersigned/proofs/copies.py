"""Kept copies of what signatories' servers say, byte for byte, in a folder for each host.

Whatever is built, checked and graded is by these copies: the network is never asked for it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit

from ..hosts import host_refusal
from ..paths import PROOFS
from ..problem import Problem, printable, quoted
from ..text.characters import email_addresses
from ..text.source import KIBIBYTE, Entry, content_of, decoded, lines_of, names_in
from .endorsements_txt import LARGEST, PATH, EndorsementsFile, read_file
from .hosts import host_key
from .keys import LARGEST as LARGEST_OF_KEYS
from .keys import NAMESPACE, key_print, public_key, signer_print
from .record import Record as Record
from .record import entry_of, record_of
from .record import written_record as written_record

# The files of a copy: what was served, and the record of it.
TEXT = "endorsements.txt"
SIGNATURE = "endorsements.txt.sig"
KEY = "endorsements.pub"
RECORD = "fetched.yml"

# How the names end under which a copy is written beside the old one, and moved away.
LEFT = NEW, OLD = (".new", ".old")

_LARGEST = {
    TEXT: LARGEST,
    SIGNATURE: LARGEST_OF_KEYS,
    KEY: LARGEST_OF_KEYS,
    RECORD: 8 * KIBIBYTE,
}

_AS_THEY_ARE = "have '.gitattributes' say 'proofs/** -text'"


@dataclass(frozen=True, slots=True)
class Copy:
    """What a server said, as bytes and as read; `host` is the key of the folder (`host_key`)."""

    host: str
    text: bytes
    signature: bytes | None
    key: bytes | None
    record: Record
    file: EndorsementsFile

    @property
    def asked(self) -> str:
        """The host that was asked, which may have ``www.`` before it."""
        return urlsplit(self.record.address).netloc

    @property
    def day(self) -> date:
        """The day, in UTC, on which the server said it."""
        return self.record.day

    @property
    def files(self) -> Mapping[str, bytes]:
        """The files of the copy by their names, as they are kept and published."""
        record = written_record(self.record).encode()
        found = {TEXT: self.text, SIGNATURE: self.signature, KEY: self.key, RECORD: record}
        return {name: content for name, content in found.items() if content is not None}


def folder_of(host: str) -> str:
    """The path of the folder of a copy from the root of the site."""
    return f"{PROOFS}/{host}"


def fetch_again(host: str) -> str:
    """The remedy for a copy that is not sound."""
    return f"remove {printable(folder_of(host))}/ and run 'undersigned proofs'"


def read_copies(root: Path) -> tuple[Mapping[str, Copy], list[Problem]]:
    """Every sound copy of a site by its host, and what is wrong with the others.

    A folder that holds nothing is passed over, as git does; so are hidden files and a README. What
    a run that was killed has left is not: the next one takes it for a copy.
    """
    copies: dict[str, Copy] = {}
    names, problems = names_in(root, PROOFS)
    for host in names:
        if host.startswith(".") and host.endswith(LEFT) and names_in(root, folder_of(host))[0]:
            message = "was left by 'undersigned proofs'; run it again, or remove this"
            problems.append(Problem(f"{PROOFS}/{host}", 1, 1, message))
        if host.startswith(".") or host == "README.md":
            continue
        files, wrong = _files_in(root, host)
        if files and not wrong:
            copy, wrong = copy_of(host, files)
            copies |= {host: copy} if copy else {}
        problems += wrong
    return copies, problems


def copy_of(host: str, files: Mapping[str, bytes]) -> tuple[Copy | None, list[Problem]]:
    """The copy that these files are, by their names, or none and every problem.

    It is whole, each file is of its form, the text is the one that its record tells of, and the
    address that was asked is one of the host's. Whether a signature holds is not asked: that was
    when it was fetched, and `undersigned verify` asks again.
    """
    problems = [*_misplaced(host), *_incomplete(host, files)]
    if problems:
        return None, problems
    source, problems = decoded(f"{folder_of(host)}/{RECORD}", files[RECORD])
    entry, wrong = entry_of(source) if source else (None, [])
    file, why = read_file(files[TEXT])
    problems += wrong
    if file is None:
        message = f"{why.partition(';')[0]}, so it says nothing; remove {folder_of(host)}/"
        problems.append(Problem(f"{folder_of(host)}/{TEXT}", 1, 1, message))
    if entry is None or file is None:
        return None, problems
    signature, key = files.get(SIGNATURE), files.get(KEY)
    copy = Copy(host, files[TEXT], signature, key, record_of(entry), file)
    problems = [*_unlike_record(copy, entry)]
    return (None, problems) if problems else (copy, [])


def addressed_in(copy: Copy) -> tuple[str, int] | None:
    """The file of a copy and its first line with an e-mail address; none where nobody has one.

    The type of a key may look like one: sk-ssh-ed25519@openssh.com.
    """
    kind, _ = public_key(copy.key or b"") or ("", b"")
    for name, content in ((TEXT, copy.text), (KEY, copy.key or b"")):
        for number, line in enumerate(lines_of(content.decode(errors="replace")), start=1):
            if email_addresses(line.replace(kind, "", 1) if kind and name == KEY else line):
                return name, number
    return None


def _files_in(root: Path, host: str) -> tuple[dict[str, bytes], list[Problem]]:
    files: dict[str, bytes] = {}
    folder, again = folder_of(host), fetch_again(host)
    names, problems = names_in(root, folder)
    for name in names:
        path = f"{folder}/{name}"
        if name.startswith("."):
            continue
        if name not in _LARGEST:
            problems.append(Problem(path, 1, 1, "is no part of a kept copy; remove it"))
            continue
        content, wrong = content_of(root, path, _LARGEST[name], again)
        problems += wrong
        if content is not None:
            files[name] = content
    return files, problems


def _misplaced(host: str) -> Iterator[Problem]:
    """A folder has the name of the host of a website, as `host_key` gives it."""
    key = host_key(f"https://{host.lower()}/")
    folder = printable(folder_of(host))
    if not key or host_refusal(key):
        message = f"on {quoted(host)} no file speaks for a website; remove {folder}/"
        yield Problem(folder_of(host), 1, 1, message)
    elif key != host:
        message = "a folder is named after a host without 'www.', in ASCII"
        message = f"{message}; rename it to {key}, or remove it where that is there already"
        yield Problem(folder_of(host), 1, 1, message)


def _incomplete(host: str, files: Mapping[str, bytes]) -> Iterator[Problem]:
    """A copy has a text and a record, and a signature and its key if it has one of them."""
    lacking = [name for name in (TEXT, RECORD) if name not in files]
    if len(files.keys() & {SIGNATURE, KEY}) == 1:
        lacking += {SIGNATURE, KEY} - files.keys()
    for name in lacking:
        message = f"lacks {name}; {fetch_again(host)}"
        yield Problem(folder_of(host), 1, 1, message)


def _unlike_record(copy: Copy, entry: Entry) -> Iterator[Problem]:
    """What the record says is true of the files beside it."""
    again = fetch_again(copy.host)
    asked = [f"https://{www}{copy.host}/{PATH}" for www in ("", "www.")]
    if copy.record.address not in asked:
        message = f"address {quoted(copy.record.address)} is not {asked[0]}; {again}"
        yield entry.problem(message, "address")
    if copy.record.sha256 != (digest := sha256(copy.text).hexdigest()):
        message = f"{TEXT} is not what was fetched, its sha256 is now {digest}; {again}"
        if _has_other_ends(copy):
            message = f"the line ends of {TEXT} were changed; {_AS_THEY_ARE}, {again}"
        yield entry.problem(message, "sha256")._replace(also=f"{folder_of(copy.host)}/{TEXT}")
    yield from _of_keys(copy, entry)


def _of_keys(copy: Copy, entry: Entry) -> Iterator[Problem]:
    """The key and the signature are such, and of the one key that the record names."""
    again = fetch_again(copy.host)
    key, signer = key_print(copy.key or b""), signer_print(copy.signature or b"")
    if copy.key is not None and not key:
        yield Problem(f"{folder_of(copy.host)}/{KEY}", 1, 1, f"is no SSH key; {again}")
    if copy.signature is not None and not signer:
        message = f"is no SSH signature for '{NAMESPACE}'; {again}"
        yield Problem(f"{folder_of(copy.host)}/{SIGNATURE}", 1, 1, message)
    for name, found in ((KEY, key), (SIGNATURE, signer)):
        if copy.record.key != found and (found or not copy.key):
            message = f"key {quoted(copy.record.key)} is not that of {name}, {quoted(found)}"
            problem = entry.problem(f"{message}; {again}", "key")
            yield problem._replace(also=f"{folder_of(copy.host)}/{name}")


def _has_other_ends(copy: Copy) -> bool:
    """Whether the text differs from what was fetched in its line ends alone."""
    plain = copy.text.replace(b"\r\n", b"\n")
    every = (plain, plain.replace(b"\n", b"\r\n"))
    return copy.record.sha256 in (sha256(each).hexdigest() for each in every)
