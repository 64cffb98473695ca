"""The command `undersigned verify`: hold a published site against its signatories' servers."""

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from ..problem import printable, quoted
from ..progress_line import progress_shown
from ..urls import refusal
from .asking import minutes_option, network_in
from .interrupts import INTERRUPTED, interruptible

if TYPE_CHECKING:
    from ..verification.site_files import SiteFiles
    from ..verification.verify import AskServers

_CONTRADICTED, _UNREADABLE = 1, 2


@click.command(epilog="Example: undersigned verify https://statement.example")
@click.argument("address", metavar="ADDRESS")
@click.option(
    "--offline", "folder", metavar="FOLDER", type=click.Path(path_type=Path, file_okay=False),
    help="Ask nobody: read this copy of the site, such as site/, and the proofs that it keeps.",
)  # fmt: skip
@minutes_option(60)
@click.pass_obj
def verify(network: object, address: str, folder: Path | None, minutes: float) -> None:
    """Ask the signatories' own servers whether they signed what the site at ADDRESS publishes.

    No site is needed here, and none is trusted: the texts, the data of the register and the kept
    copies are those that are published. What its pages show besides is not read, nor are the pages
    that it gives as evidence.
    Of each signatory there is one line: proved now, by its own server; proved by a kept copy, of
    what its server served by the account of the site; claimed only, by the site alone; or
    contradicted. These come first, with who says what where.
    Exits with 1 on a contradiction, also of the site with itself, and with 2 where a file of the
    site cannot be read. Ctrl-C ends a run as --minutes does: with a report.
    """
    sys.exit(_verify(network, address, folder, monotonic() + 60 * minutes))


def _verify(network: object, address: str, folder: Path | None, end: float) -> int:
    """Verify a site and print what was found; the code with which to exit."""
    # Imported late: no other command needs all of it.
    from ..verification.site_files import Folder
    from ..verification.verify import UnreadableError, verified
    from ..verification.wording import lines_of

    site, copy = _site(address), folder and _existing(folder)
    unread = "stopped before the site was read, so nothing is known of it"
    with interruptible(unread), progress_shown() as progress:
        try:
            files, servers = (Folder(site, copy), None) if copy else _online(network, site, end)
            found = verified(files, servers, progress, _today(network))
        except UnreadableError as error:
            click.echo(printable(str(error)), err=True)
            return _UNREADABLE
    for line in lines_of(found):
        click.echo(line)
    if found.stopped:
        return INTERRUPTED
    return _CONTRADICTED if found.contradicted else _UNREADABLE * found.unread


def _online(network: object, site: str, end: float) -> tuple["SiteFiles", "AskServers"]:
    """The files of a site on the web, wherever it redirects to, and the signatories' servers."""
    from ..links.run import program
    from ..verification.published_statement import FILE, LARGEST
    from ..verification.servers import servers_of
    from ..verification.site_files import Server

    reached = network_in(network)
    # In ASCII, as headers are.
    agent = f"{program()} (verifies {site if site.isascii() else 'a statement site'})"
    return Server(site, reached, agent, end).opened(FILE, LARGEST), servers_of(reached, agent, end)


def _today(network: object) -> date:
    """The day, in UTC, by the clock of the network, if one is given."""
    from ..links.network import Network

    now = network.clock() if isinstance(network, Network) else datetime.now(UTC)
    return now.astimezone(UTC).date()


def _site(address: str) -> str:
    """The address of a site, with a slash at its end.

    Raises `click.BadParameter` for what is no public https address of one.
    """
    plain = address.strip()
    if "://" not in plain:
        raise click.BadParameter(f"{quoted(plain)} is no address; write 'https://' before it")
    if why := refusal(plain):
        raise click.BadParameter(f"{quoted(plain)} {why}")
    if "?" in plain or "#" in plain:
        raise click.BadParameter(f"{quoted(plain)} has a '?' or a '#'; leave out what begins there")
    return f"{plain.removesuffix('statement.json').rstrip('/')}/"


def _existing(folder: Path) -> Path:
    """The folder; raises `click.BadParameter` where there is none."""
    if not folder.is_dir():
        name = printable(str(folder))
        raise click.BadParameter(f"{name} is no folder; give one with a copy of the site")
    return folder
