"""A build ends before garbage could fill the memory, so it looks for none."""

from typing import Literal

from undersigned.gc_control import leave_collecting_to_the_end


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """A preview goes on looking: it builds again and again in one process."""
    if command != "serve":
        leave_collecting_to_the_end()
