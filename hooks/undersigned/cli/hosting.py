"""The command `undersigned hosting`: what netlify.toml says, for another host or server."""

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from ..format.atomic_write import replace_text
from ..hosting.kinds import KINDS, written_for
from ..hosting.reading import read_hosting
from ..problem import printable, report
from ..statement.identity import published_at
from ..urls import refusal
from .context import site_root


@click.command(epilog="Example: undersigned hosting cloudflare --into site")
@click.argument("kind", metavar=f"[{'|'.join(KINDS)}]", type=click.Choice([*KINDS]))
@click.option(
    "--into",
    "folder",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Write the files into this folder, such as the one that is published.",
)
@click.option(
    "--replace", is_flag=True, help="With --into: write over files that say other things."
)
def hosting(kind: str, folder: Path | None, replace: bool) -> None:
    """Print the headers and redirects of netlify.toml as another host or server reads them.

    Nothing is left out in silence: each rule that cannot be said there has a note, on standard
    error. netlify.toml stays the only place where rules are changed.
    """
    root = site_root()
    asked, problems = read_hosting(root)
    if asked is None:
        click.echo(report(problems), err=True)
        sys.exit(1)
    written = written_for(kind, asked, _address(root))
    if folder:
        _write(folder, written.files, replace)
    else:
        click.echo(_shown(written.files), nl=False)
    if written.advice:
        click.echo(written.advice, err=True)
    if written.notes:
        click.echo(report(written.notes), err=True)


def _address(root: Path) -> str:
    """The https address of the site; empty where mkdocs.yml does not give one."""
    address = published_at(root)
    return address if refusal(address) is None else ""


def _shown(files: Mapping[str, str]) -> str:
    """The text of a file, or of several, each below its name."""
    if len(files) == 1 and all(files.values()):
        return "".join(files.values())
    return "\n".join(f"# --- {name}\n{text}" for name, text in files.items())


def _write(folder: Path, files: Mapping[str, str], over: bool) -> None:
    """Write files; exits with 1, and writes none, where one is there that says other things."""
    others = [name for name, text in files.items() if not over and _differs(folder / name, text)]
    for name in others:
        message = "is there and says other things; look at it, then give --replace, or remove it"
        click.echo(f"{printable(str(folder / name))} {message}", err=True)
    if others:
        sys.exit(1)
    for name, text in files.items():
        shown = printable(str(folder / name))
        try:
            replace_text(folder / name, text)
        except OSError as error:
            click.echo(f"{shown} cannot be written: {error.strerror}; mend that", err=True)
            sys.exit(1)
        click.echo(f"wrote {shown}")


def _differs(path: Path, text: str) -> bool:
    if path.is_symlink() or (path.exists() and not path.is_file()):
        return True
    return path.exists() and path.read_bytes() != text.encode()
