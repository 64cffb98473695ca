"""What signatories.json holds, as a JSON Schema."""

from typing import Any

from ..schema import DIALECT, entry_schema
from .records import ADDED

FORMAT = 1


def records_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of signatories.json, from the register's own."""
    added = {
        each.name: {"description": each.meaning, "type": "string", **each.shape} for each in ADDED
    }
    return {
        "$schema": DIALECT,
        "title": "Signatories",
        "description": "Those who endorse the statement, and those who have withdrawn",
        "type": "object",
        "properties": {
            "format": {"description": "the form of this file", "const": FORMAT},
            "signatories": {"type": "array", "items": {"$ref": "#/$defs/signatory"}},
        },
        "additionalProperties": False,
        "required": ["format", "signatories"],
        "$defs": {"signatory": entry_schema(added)},
    }
