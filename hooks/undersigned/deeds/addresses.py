"""What entries and principles are called on the pages of the record."""

from ..markup.reserved import reserved_id


def anchor_of_entry(entry: str) -> str:
    """What the entry with an id is called on the pages of those that it is about: as its id is.

    Behind an id that pages reserve, such as 'now-2024', stands a '_', which no id has.
    """
    return f"{entry}_" if reserved_id(entry) else entry


def anchor_of_principle(number: int | None, version: str, in_force: bool) -> str:
    """What the part about a principle is called there, or about the text where it has no numbers.

    It has a '_', so that no entry is called so.
    """
    part = "whole_text" if number is None else f"principle_{number}"
    return part if in_force else f"version_{version}_{part}"
