"""What commands share that ask servers: their network, how long they ask, what stops them."""

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from ..problem import Problem, report

if TYPE_CHECKING:
    from ..links.network import Network

_Command = TypeVar("_Command", bound=Callable[..., Any])


def minutes_option(default: int) -> Callable[[_Command], _Command]:
    """The option `--minutes`, by which a run ends after so many."""
    return click.option(
        "--minutes", type=click.FloatRange(0, 1440, min_open=True), default=default,
        show_default=True, help="End after so many, and report what was found until then.",
    )  # fmt: skip


def network_in(given: object) -> "Network":
    """The network that is given to a command (`click.Context.obj`), or else the real one."""
    # Imported late: no other command needs the network.
    from ..links.network import Network

    return given if isinstance(given, Network) else Network()


def note_cut_off() -> None:
    """Note that nobody answered, so that no absence is taken for an answer."""
    click.echo("note: nobody answered at all; see whether this machine is connected", err=True)


def stop(problems: Sequence[Problem]) -> NoReturn:
    """Print the problems that keep a command from asking anybody, and exit with 2.

    Exit code 1 would say that somebody was asked, and what came of it is a problem.
    """
    click.echo(report(problems))
    sys.exit(2)
