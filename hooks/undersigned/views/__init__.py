"""The register as people look at it: every value as the text to show, in one language."""

from .rows import Row
from .sheets import Sheet
from .whole import SPLIT, Group, RegisterView, view

__all__ = ["SPLIT", "Group", "RegisterView", "Row", "Sheet", "view"]
