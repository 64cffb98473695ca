"""The command line as a program that scripts find, for which a small web is the network."""

import sys
from pathlib import Path

from .handed import install
from .web import Web

_PROGRAM = """\
#!{python}
import ssl
from datetime import datetime

from undersigned.cli import main
from undersigned.links.network import Network

main(
    obj=Network(
        resolve=lambda host, port: [("127.0.0.1", {port})],
        trust=ssl.create_default_context(cafile={authority!r}),
        allowed=lambda number: True,
        clock=lambda: datetime.fromisoformat({now!r}),
    )
)
"""


def install_in(folder: Path, web: Web) -> None:
    """Write `undersigned` into a folder of programs; it finds every host in the web, by https."""
    authority = folder / "authority.pem"
    web.authority.cert_pem.write_to_path(str(authority))
    program = folder / "in_web" / "undersigned"
    program.parent.mkdir()
    program.write_text(
        _PROGRAM.format(
            python=sys.executable,
            port=web.ports[443],
            authority=str(authority),
            now=web.now.isoformat(),
        )
    )
    program.chmod(0o755)
    install(folder, program)
