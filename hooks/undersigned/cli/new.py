"""The command `undersigned new`: begin a site for a statement of one's own."""

import shlex
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import click

from ..format.atomic_write import create_texts
from ..founding.answers import Answers, faults, with_answer
from ..founding.files import founded
from ..founding.things import has_pages_in
from ..founding.wheels import Wheel, WheelError
from ..language.parts import Thing
from ..problem import Problem, counted, printable
from .from_wheel import wheel_from
from .prompts import tidied

# What is asked at a terminal, by the answer that it gives; the last part of a question says what
# an empty answer means. Without one, there has to be an answer.
_QUESTIONS: Mapping[str, tuple[str, str]] = {
    "title": ("Title of the statement", ""),
    "publisher": ("Who publishes the text", ""),
    "edition": ("Who publishes the site", "the same"),
    "contact": ("E-mail address or https address for corrections and requests", "later"),
    "repository": ("https address of the repository", "later"),
    "site_url": ("https address of the site", "later"),
    "language": ("Language of the site, such as en, fr or pt-BR", "en"),
    "words": (f"What it is called: {', '.join(Thing)}", Thing.PRINCIPLES),
}

# Of files in the way, so many are named.
_NAMED = 20


@click.command(
    epilog="Example: undersigned new letter --title 'The Keepers’ Letter'"
    " --publisher 'Coalition of Lighthouse Keepers' --words letter"
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--title", help="What the statement is called.")
@click.option("--publisher", help="Who publishes the text.")
@click.option("--edition", help="Who publishes the site; by default the text’s publisher.")
@click.option(
    "--independent", is_flag=True, help="The publisher of the text has no part in the site."
)
@click.option("--contact", help="An e-mail address or an https address, for corrections.")
@click.option("--repository", help="The https address of the repository.")
@click.option("--site-url", help="The https address at which the site will be.")
@click.option("--language", help="The tag of the site’s language, such as fr; by default en.")
@click.option(
    "--words", type=click.Choice([*map(str, Thing)]),
    help="What the statement is called in a word; by default principles.",
)  # fmt: skip
@click.option(
    "--from", "origin", metavar="WHEEL|FOLDER|ADDRESS",
    help="Where the package comes from; by default where this one was installed from.",
)  # fmt: skip
@click.pass_obj
def new(
    network: object,
    /,
    folder: Path,
    origin: str | None,
    independent: bool,
    **given: str | None,
) -> None:
    """Begin a site for a statement: write all of its files into DIR.

    At a terminal it asks for what is not given. Nothing is written over: where a file is in the
    way, it is named, and nothing is written at all. The site builds at once, as a preview of the
    draft, and 'undersigned check --site' tells what is still missing.
    """
    stated = {name: " ".join(tidied(value).split()) for name, value in given.items() if value}
    answers = _answers(stated, independent)
    try:
        wheel = wheel_from(origin, network)
    except WheelError as error:
        click.echo(f"{error}", err=True)
        sys.exit(1)
    _write(folder, founded(answers, wheel.requirement), wheel)
    _print_next_steps(folder, answers)


def _answers(given: Mapping[str, str], independent: bool) -> Answers:
    """The answers that were given as options, completed at a terminal; exits with 1 over faults."""
    asked = all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
    lacking = [name for name in ("title", "publisher") if name not in given]
    lacking += ["edition"] if independent and "edition" not in given else []
    if lacking and not asked:
        flags = ", ".join(f"--{name}" for name in lacking)
        raise click.UsageError(f"missing {flags}; give it, or run this at a terminal to be asked")
    # Names that nobody refuses stand for those that are asked for.
    known = {"title": "A", "publisher": "B", **({"edition": "C"} if independent else {}), **given}
    answers = Answers(**known, independent=independent)
    if _reported(faults(answers)):
        sys.exit(1)
    for name in _QUESTIONS if asked else ():
        answers = answers if name in given else _asked(answers, name)
    return answers


def _asked(answers: Answers, name: str) -> Answers:
    """The answers with one more, which is asked for until the readers of settings accept it."""
    question, default = _QUESTIONS[name]
    needed = not default or (name == "edition" and answers.independent)
    hint = "" if needed else f" (Enter for {default})"
    while True:
        said = str(click.prompt(f"{question}{hint}", default="", show_default=False))
        answer = " ".join(tidied(said).split())
        if not answer and not needed:
            return answers
        if name == "words" and answer not in [*Thing]:
            click.echo(f"give one of {', '.join(Thing)}", err=True)
            continue
        completed = with_answer(answers, name, answer)
        if not _reported(faults(completed)):
            return completed


def _reported(problems: list[Problem]) -> bool:
    """Whether there are problems, which are printed without a place: nothing is written yet."""
    for problem in problems:
        click.echo(problem.message, err=True)
    return bool(problems)


def _write(folder: Path, texts: Mapping[str, str], wheel: Wheel) -> None:
    """Write all files, or none; exits with 1 where one is in the way or cannot be written."""
    paths = [*texts, *([wheel.path] if wheel.path else [])]
    if there := [path for path in paths if _in_the_way(folder, path)]:
        found = counted(len(there), "file")
        click.echo(f"{found} of a new site would be written over, so nothing is written:", err=True)
        for path in there[:_NAMED]:
            click.echo(f"  {printable(str(folder / path))}", err=True)
        click.echo("name another folder, or move them away", err=True)
        sys.exit(1)
    brought = folder / wheel.path if wheel.path else None
    try:
        for path in paths:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
        if brought:
            brought.write_bytes(wheel.content)
        create_texts({folder / path: text for path, text in texts.items()})
    except OSError as error:
        # Or else a second try would find it in the way.
        if brought:
            with suppress(OSError):
                brought.unlink()
        place = printable(str(error.filename or folder))
        click.echo(f"{place} cannot be written: {error.strerror}", err=True)
        sys.exit(1)


def _in_the_way(folder: Path, path: str) -> bool:
    """Whether there is a file where one is to be written, or where a folder of its would be."""
    place = folder / path
    if place.exists() or place.is_symlink():
        return True
    above = place.parents[: len(place.relative_to(folder).parents)]
    return any((each.exists() or each.is_symlink()) and not each.is_dir() for each in above)


def _print_next_steps(folder: Path, answers: Answers) -> None:
    """Print what is done next, quoted for a POSIX shell."""
    click.echo(f"wrote a site into {printable(str(folder))}; README.md there has the next steps:\n")
    for command in (
        f"cd {shlex.quote(str(folder))}",
        "make site    # set up, and build a preview of the draft",
        f"$EDITOR docs/{answers.folder}/draft.md    # write the text",
        "make check    # what is wrong, and what is marked as yours to write",
    ):
        click.echo(f"    {command}")
    if not has_pages_in(answers.language):
        message = "the pages are in English; translate docs/, README.md and the forms in .github/"
        click.echo(f"\nnote: {message}", err=True)
