"""What templates may do with the HTML of a page's words."""

from collections.abc import Callable, Mapping
from typing import Any

from .nesting import headed, parted
from .reading_time import minutes

FILTERS: Mapping[str, Callable[..., Any]] = {
    "parted": parted,
    "headed": headed,
    "minutes": minutes,
}
