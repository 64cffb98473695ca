"""What changed from one published text to the next, word by word."""

from .whole import Kind, Passage, Redline, redline
from .wording import Piece

__all__ = ["Kind", "Passage", "Piece", "Redline", "redline"]
