"""What templates may do with the HTML of a page's words, and with rows."""

from collections.abc import Callable, Mapping
from typing import Any

from .nesting import headed, parted
from .reading_time import minutes
from .rows_by_shape import drawn

FILTERS: Mapping[str, Callable[..., Any]] = {
    "parted": parted,
    "headed": headed,
    "minutes": minutes,
    "drawn": drawn,
}
