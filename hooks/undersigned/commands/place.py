"""Where a command is run."""

from pathlib import Path

import click

from ..site import CONFIGURATION, root_of


def site_root() -> Path:
    """The root of the site one stands in; misuse (exit 2) where there is none."""
    root = root_of(Path.cwd())
    if root is None:
        raise click.UsageError(f"no {CONFIGURATION} here or above; go into a statement site")
    return root
