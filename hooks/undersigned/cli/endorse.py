"""The command `undersigned endorse`: print the file by which a signatory's own server says so."""

import os
import shlex
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NoReturn

import click

from ..dates import stated_date
from ..issues.domains import website_of
from ..links.settings import read_settings
from ..problem import Problem, printable, quoted, report
from ..proofs.adding import Wanted, hindrance, saying, with_line
from ..proofs.endorsements_txt import LARGEST, PATH, Action, name_form, read_file, written
from ..proofs.hosts import host_key, proving_hosts
from ..proofs.judgement import Claim, Said
from ..register.at_host import claim_at
from ..register.claims import Texts, texts_of
from ..register.rules.context import latest_today, read_context
from ..register.signatories import read_register
from ..statement.identity import published_at
from ..statement.version import Version
from ..text.characters import email_addresses
from ..text.source import lines_of
from .context import site_root

_FILE = PATH.rpartition("/")[2]
_SAID = {Action.ENDORSE: Said.ENDORSES, Action.WITHDRAW: Said.WITHDRAWN}


@click.command(epilog=f"Example: undersigned endorse --domain acme.com > {_FILE}")
@click.option("--domain", required=True, help="The signatory's domain, whose server is to say it.")
@click.option("--name", default="", help="Its name in the register, if others have the same host.")
@click.option("--date", "day", metavar="DAY", help="As YYYY-MM-DD; today unless it is given.")
@click.option("--version", "number", help="Of the text; the one in force unless it is given.")
@click.option("--withdraw", is_flag=True, help="Take the endorsement back.")
@click.option(
    "--add-to", "file", metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True),
    help="Begin with all that this file says already; '-' reads it from the input.",
)  # fmt: skip
def endorse(
    domain: str, name: str, day: str | None, number: str | None, withdraw: bool, file: str | None
) -> None:
    """Print the file by which a signatory's own server endorses the text.

    The file alone goes to the output, so that '> endorsements.txt' keeps it. What to do with it,
    and how to sign it with a key, goes to the terminal beside it. Exits with 1 and prints no file
    where the domain cannot prove anything, and where another line of FILE would keep the new one
    from counting.
    """
    root, name = site_root(), name_form(name)
    website = _website(domain)
    version, texts = _text(root, number)
    on, address = _day(day, version), texts.addresses[version.number]
    claim, has_entry = _claim(root, website, name, address, texts)
    action = Action.WITHDRAW if withdraw else Action.ENDORSE
    line = _line(action, version, address, on, name)
    about = f"{_title(root)}, version {version.number}"
    wanted = Wanted(_SAID[action], claim, on, max(on, latest_today()))
    click.echo(_content(_present(file), line, about, wanted, file or _FILE), nl=False)
    for step in (*_serving(website), _of_entry(claim.name, wanted, website, has_entry)):
        click.echo(step, err=True)


def _website(domain: str) -> str:
    website, why = website_of(domain)
    return website or _refuse("--domain", f"{quoted(domain)} {why}")


def _text(root: Path, number: str | None) -> tuple[Version, Texts]:
    """The version that is meant, and the texts of all; exits with 1 where there is none."""
    context, _, problems = read_context(root)
    if problems or not context.versions:
        _stop(report(problems) or "versions.yml lists no version yet; publish one first")
    texts = texts_of(context.versions, published_at(root))
    if not texts.addresses:
        _stop("mkdocs.yml:1:1: no site_url says where the text is published; add it")
    for version in reversed(context.versions):
        if number in (None, version.number):
            return version, texts
    known = ", ".join(each.number for each in context.versions)
    return _refuse("--version", f"{quoted(number or '')} is not published; give one of {known}")


def _day(given: str | None, version: Version) -> date:
    """The day that is given, or that of today in UTC, which is not to come anywhere else."""
    if given is None:
        return datetime.now(UTC).date()
    stated = stated_date(given)
    if stated is None or stated.day is None:
        _refuse("--date", f"{quoted(given)} is no day; write it as 2026-11-26")
    if stated.first_day < version.published.first_day:
        published = f"version {version.number} was published, {version.published}"
        _refuse("--date", f"{given} is before {published}; give a later day")
    if stated.first_day > datetime.now(UTC).date():
        click.echo(f"note: {given} is to come; until then the line says nothing", err=True)
    return stated.first_day


def _claim(root: Path, website: str, name: str, address: str, texts: Texts) -> tuple[Claim, bool]:
    """Whose endorsement the line is to prove, and whether the register has it already.

    Exits with 1 where that takes a name.
    """
    register, _ = read_register(root, read_context(root)[0])
    claim, words, has_entry = claim_at(website, name, address, register.signatories, texts)
    if claim is None:
        _refuse("--domain", words)
    if words:
        click.echo(f"note: {words}", err=True)
    return claim, has_entry


def _line(action: Action, version: Version, address: str, on: date, name: str) -> str:
    """The line; exits with 1 where a name is one that no reader would read in it."""
    line = written(action, version.sha256, address, on, name)
    read, _ = read_file(line.encode(errors="replace"))
    if read is None or [each.name for each in read.lines] != [name]:
        _refuse("--name", f"{quoted(name)} is too long, or holds what nobody sees; write it anew")
    return line


def _content(present: bytes, line: str, about: str, wanted: Wanted, path: str) -> bytes:
    """What the file is to say; exits with 1 where it would not say so."""
    if there := saying(present, wanted):
        click.echo(f"note: line {there.number} says so already; nothing is added", err=True)
        return present
    content = with_line(present, line, about)
    for note in _notes(content):
        click.echo(f"note: {note}", err=True)
    number, why = hindrance(content, wanted)
    if why:
        _stop(report([Problem(path, number, 1, why)]))
    return content


def _notes(content: bytes) -> Iterator[str]:
    """What is odd in a file, and keeps nothing else in it from counting."""
    file, _ = read_file(content)
    for number in file.unread if file else ():
        yield f"line {number} begins as one of these and cannot be read; mend or remove it"
    for number, line in enumerate(lines_of(content.decode(errors="replace")), start=1):
        if email_addresses(line):
            yield f"line {number} holds an e-mail address, and is to be published; remove it there"


def _present(file: str | None) -> bytes:
    """What the file says already; exits with 2 where the output would go into it."""
    if file is None:
        return b""
    if file == "-":
        return sys.stdin.buffer.read(LARGEST + 1)
    place = Path(file)
    if _is_output(place):
        message = f"{printable(file)} is where the output goes, and may be empty now"
        raise click.UsageError(f"{message}; print to another file, and move that one in its place")
    with place.open("rb") as opened:
        return opened.read(LARGEST + 1)


def _is_output(place: Path) -> bool:
    """Whether the output goes into a file: a shell empties it before anything reads it."""
    try:
        return os.path.samestat(os.fstat(sys.stdout.fileno()), place.stat())
    except (OSError, ValueError):
        return False  # the output is no file


def _title(root: Path) -> str:
    settings, _ = read_settings(root)
    return " ".join(settings.about("title").split()) if settings else ""


def _serving(website: str) -> Iterator[str]:
    """Where to put the file, and how to sign it."""
    addresses = [f"https://{host}/{PATH}" for host in proving_hosts(website)]
    yield f"serve it as {' or '.join(addresses)}"
    yield "if you want a key as well, sign it, and serve the other two files beside it:\n"
    key = "~/.ssh/endorsements"
    yield f"    ssh-keygen -t ed25519 -C {shlex.quote(host_key(website))} -f {key}"
    yield f"    ssh-keygen -Y sign -n endorsements -f {key} {_FILE}"
    yield f"    cp {key}.pub endorsements.pub\n"


def _of_entry(name: str, wanted: Wanted, website: str, has_entry: bool) -> str:
    """What the register then needs."""
    if wanted.said is Said.WITHDRAWN:
        return f"then ask the maintainers to add 'withdrawn: {wanted.day}' to the entry"
    if has_entry:
        return f"the register has {quoted(name)} already; 'undersigned proofs' then finds the file"
    evidence = f"https://{proving_hosts(website)[0]}/{PATH}"
    return f"then ask for the entry, with signed: {wanted.day}, and evidence: {evidence}"


def _refuse(option: str, message: str) -> NoReturn:
    _stop(f"{option}: {message}")


def _stop(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(1)
