"""The kept copies that a site publishes, read as untrusted files and held against themselves."""

import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from ..build.digests import NAME as SUMS
from ..paths import PROOFS
from ..proofs.copies import KEY, RECORD, SIGNATURE, TEXT, Copy, copy_of
from ..proofs.endorsements_txt import LARGEST
from .signatures import fault_of
from .site_files import Content, Folder, SiteFiles
from .verdicts import Heard

# Bytes of the list of a site's files: that of some 200,000 of them.
LARGEST_SUMS = 32 * 1024 * 1024

_NAMES = (TEXT, RECORD, SIGNATURE, KEY)
_LISTED = re.compile(rf"[0-9a-f]{{64}}  {PROOFS}/([^/\s]+)/([a-z.]+)")


class Wanted(NamedTuple):
    """The copy of a host, and the names of its files that are asked for."""

    host: str
    names: frozenset[str]


def listed_copies(files: SiteFiles) -> Mapping[str, frozenset[str]]:
    """The names of the files of each copy that a site has, by host, as far as it lists them."""
    if isinstance(files, Folder):
        folder = files.root / PROOFS
        try:
            hosts = [each for each in folder.iterdir() if each.is_dir()]
            return {each.name: frozenset(file.name for file in each.iterdir()) for each in hosts}
        except OSError:
            return {}
    content = files.read(SUMS, LARGEST_SUMS).content or b""
    found = dict[str, set[str]]()
    for line in content.decode("utf-8", "replace").split("\n"):
        if listed := _LISTED.fullmatch(line):
            found.setdefault(listed[1], set()).add(listed[2])
    return {host: frozenset(names) for host, names in found.items()}


def wanted_copies(
    hosts: Iterable[str], graded: frozenset[str], listed: Mapping[str, frozenset[str]]
) -> list[Wanted]:
    """The copies to read: of each host the files that the site lists.

    Of one that a grade follows from, what every copy has is asked for as well; all, if none is
    listed.
    """
    found = list[Wanted]()
    for host in hosts:
        names = listed.get(host, frozenset()) & frozenset(_NAMES)
        if host in graded:
            names = names | {TEXT, RECORD} if names else frozenset(_NAMES)
        if names:
            found.append(Wanted(host, names))
    return found


def kept_copies(
    files: SiteFiles, wanted: Iterable[Wanted], today: date
) -> Iterator[tuple[str, Heard]]:
    """What each copy says by `today`, or what is wrong with it, by its host."""
    by_path = {
        f"{PROOFS}/{each.host}/{name}": each for each in wanted for name in sorted(each.names)
    }
    waiting = {each.host: len(each.names) for each in by_path.values()}
    found = dict[str, dict[str, Content]]()
    for path, content in files.read_each(by_path, LARGEST):
        copy = by_path[path]
        found.setdefault(copy.host, {})[path.rpartition("/")[2]] = content
        if len(found[copy.host]) == waiting[copy.host]:
            address = f"{files.address}{PROOFS}/{copy.host}/{TEXT}"
            yield copy.host, _heard(copy, address, found.pop(copy.host), today)


def _heard(wanted: Wanted, address: str, contents: Mapping[str, Content], today: date) -> Heard:
    present = {
        name: each.content
        for name, each in contents.items()
        if each.content is not None and not _is_a_page_for_none(name, each.content)
    }
    failed = [(name, each) for name, each in contents.items() if each.why and not each.missing]
    if failed:
        name, content = failed[0]
        return Heard(address, why=f"cannot be had: its {name} {content.why}")
    if not present:
        return Heard(address, why="is not there", missing=True)
    copy, problems = copy_of(wanted.host, present)
    if copy is None:
        why = problems[0].message.partition(";")[0]
        return Heard(address, why=f"is no sound copy: {why}", unsound=True)
    if why := _not_yet(copy, today) or _unsigned(copy):
        return Heard(address, why=f"is no sound copy: {why}", unsound=True)
    return _said(address, copy)


def _is_a_page_for_none(name: str, content: bytes) -> bool:
    """Whether a page stands for a file that is not there, as on servers that never answer 404.

    Which key signed is in the record, so that nobody hides a signature behind a page.
    """
    return name in (SIGNATURE, KEY) and content.lstrip().startswith(b"<")


def _not_yet(copy: Copy, today: date) -> str:
    """That a copy is of a day to come, of which nobody has heard a server speak; or empty."""
    return f"it was fetched on {copy.day}, which is to come" if copy.day > today else ""


def _unsigned(copy: Copy) -> str:
    """Why the signature in a copy does not hold; empty where it does, or has none."""
    if copy.signature is None or copy.key is None or not _can_judge():
        return ""
    fault = fault_of(copy.text, copy.signature, copy.key)
    if fault is None:
        return ""
    return f"its {KEY if fault.of_key else SIGNATURE} {fault.reason.partition(';')[0]}"


def _can_judge() -> bool:
    """Whether signatures can be judged here: whether there is an ssh-keygen."""
    return shutil.which("ssh-keygen") is not None


def unjudged(wanted: Iterable[Wanted]) -> bool:
    """Whether there are signatures among the files that are asked for, and nobody to judge them."""
    return not _can_judge() and any(SIGNATURE in each.names for each in wanted)


def _said(address: str, copy: Copy) -> Heard:
    record = copy.record
    kept_from, key = record.address, record.key if _can_judge() else ""
    return Heard(address, copy.file, record.until, record.day, kept_from=kept_from, key=key)
