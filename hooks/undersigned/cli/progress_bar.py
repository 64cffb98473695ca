"""Progress of commands: that of builds, which do without the other modules of this folder."""

from ..progress_line import progress_shown

__all__ = ["progress_shown"]
