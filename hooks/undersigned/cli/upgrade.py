"""The command `undersigned upgrade`: another version of the generator under a site."""

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import click

from ..format.atomic_write import replace_text
from ..founding.carried import LOCK
from ..founding.wheels import VENDOR, Wheel, WheelError
from ..problem import counted, printable
from ..upgrading.comparison import Comparison, PageChange, compared
from ..upgrading.environments import BuildError, build, environment, own_files_by, running_with
from ..upgrading.requirements import Pin, pin_in
from ..upgrading.writing import Writing, planned, required_now
from .context import site_root
from .from_wheel import wheel_from
from .newer_wheel import newer

# Of pages, and of changes on a page, so many are shown; of a change, so many characters.
_PAGES, _CHANGES, _WIDTH = 20, 5, 100

_NEXT = "'make site' installs what is required now, and builds the site with it"

# Of a wheel whose version is installed, pip keeps what it has (pip 25, `--force-reinstall`).
_SAME = (
    "it has the same version: '.venv/bin/python -m pip uninstall --yes undersigned' removes the"
    f" other, then {_NEXT}"
)


@click.command(epilog="Example: undersigned upgrade --to ../undersigned-1.1-py3-none-any.whl")
@click.option(
    "--to", "place", metavar="WHEEL|FOLDER|ADDRESS",
    help="Where the other version is; by default it is looked for as said above.",
)  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Say what would change, and write nothing.")
@click.pass_obj
def upgrade(network: object, /, place: str | None, dry_run: bool) -> None:
    """Require another version of the generator, and say what that changes on the site.

    Without --to, a newer wheel is looked for in vendor/, in the index where requirements.txt has
    the package by its version, and where the package that runs this was installed from.

    Builds the site with what requirements.txt lists and with the other version, each in an
    environment of its own, and compares them page by page, word by word. Then writes
    requirements.txt and the files that are marked as the generator's own. No page, no entry and no
    setting is touched. Where one of the two builds fails, nothing is written.
    """
    root = site_root()
    try:
        text, pin = _required(root)
        wheel = _wheel(root, pin, place, network)
        required = required_now(text, wheel)
        with tempfile.TemporaryDirectory(prefix="undersigned-") as folder:
            found, own = _tried(root, Path(folder), pin, required, wheel)
    except (WheelError, BuildError) as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    for line in _said(found):
        click.echo(line)
    writing = planned(root, own, required, pin, wheel)
    if not dry_run:
        _write(root, writing, wheel)
    _print_written(writing, dry_run=dry_run)
    if not dry_run:
        click.echo(_SAME if wheel.name == pin.name else _NEXT)


def _required(root: Path) -> tuple[str, Pin]:
    """The requirements.txt of a site, and what it requires. Raises `WheelError`."""
    try:
        text = (root / LOCK).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"{LOCK} cannot be read; run this in a site that 'undersigned new' began"
        raise WheelError(message) from error
    if (pin := pin_in(text)) is None:
        message = f"{LOCK} does not name this package with its version; add a line as"
        raise WheelError(f"{message} './vendor/undersigned-1.0-py3-none-any.whl --hash=sha256:…'")
    return text, pin


def _wheel(root: Path, pin: Pin, place: str | None, network: object) -> Wheel:
    """The wheel that is named, or else a newer one; prints its digest. Raises `WheelError`."""
    wheel, where = (wheel_from(place, network), place) if place else newer(root, pin, network)
    click.echo(f"{wheel.name} of {printable(where)}, sha256 {wheel.sha256}", err=True)
    return wheel


def _tried(
    root: Path, folder: Path, pin: Pin, required: str, wheel: Wheel
) -> tuple[Comparison, dict[str, str]]:
    """What another version changes on the site, and the files of its own that it would write.

    Raises `BuildError`.
    """
    moment = str(int(time.time()))
    wanted = folder / "required"
    (wanted / VENDOR).mkdir(parents=True)
    (wanted / LOCK).write_text(required, encoding="utf-8")
    (wanted / VENDOR / wheel.name).write_bytes(wheel.content)
    present = running_with(pin.sha256) or _installed(folder / "python-before", root, "is required")
    click.echo("building the site with it", err=True)
    build(present, root, folder / "before", moment)
    python = _installed(folder / "python-after", wanted, "would be")
    click.echo("building the site with it", err=True)
    build(python, root, folder / "after", moment)
    own = own_files_by(python, root, wheel.requirement)
    return compared(folder / "before", folder / "after"), own


def _installed(folder: Path, required: Path, what: str) -> Path:
    """The Python of a new environment with what the requirements.txt of a folder lists."""
    click.echo(f"installing what {what}", err=True)
    return environment(folder, required / LOCK)


def _said(found: Comparison) -> Iterator[str]:
    """What changes on the site, as lines."""
    gone, come = len(found.gone), len(found.come)
    same = counted(found.same, "page has", "pages have")
    yield f"{same} the same words, {len(found.changed):,} other words; {come:,} new, {gone:,} gone"
    for file in found.come:
        yield f"new: {printable(file)}"
    for file in found.gone:
        yield f"gone: {printable(file)}"
    for each in found.changed[:_PAGES]:
        yield from _on_page(each)
    if len(found.changed) > _PAGES:
        yield f"and {counted(len(found.changed) - _PAGES, 'more page')} with other words"
    if found.others:
        yield f"{counted(len(found.others), 'file')} besides pages differ, such as styles and data"


def _on_page(page: PageChange) -> Iterator[str]:
    yield f"{printable(page.file)}:"
    for change in page.changes[:_CHANGES]:
        for sign, words in (("-", change.before), ("+", change.after)):
            if words:
                short = words if len(words) <= _WIDTH else f"{words[:_WIDTH]}…"
                yield f"  {sign} {printable(short)}"
    if len(page.changes) > _CHANGES:
        yield f"  and {counted(len(page.changes) - _CHANGES, 'more change')}"


def _write(root: Path, writing: Writing, wheel: Wheel) -> None:
    """Write the files; exits with 1 where one cannot be written."""
    try:
        if wheel.path:
            (root / wheel.path).parent.mkdir(exist_ok=True)
            (root / wheel.path).write_bytes(wheel.content)
        for path, text in writing.texts.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            replace_text(root / path, text)
    except OSError as error:
        place = printable(str(error.filename or root))
        message = f"{place} cannot be written: {error.strerror}; mend that, and run this again"
        click.echo(message, err=True)
        sys.exit(1)
    for path in writing.needless:
        with suppress(OSError):
            (root / path).unlink()


def _print_written(writing: Writing, *, dry_run: bool) -> None:
    wrote, removed = ("would write", "would remove") if dry_run else ("wrote", "removed")
    for path in writing.texts:
        click.echo(f"{wrote} {path}")
    for path in writing.needless:
        click.echo(f"{removed} {path}")
    for path, why in writing.left:
        click.echo(f"left {path}, {why}")
