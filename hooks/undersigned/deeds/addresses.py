"""Where the record stands on the site: its pages, and what each entry and principle is called."""

from ..markup.reserved import reserved_id

# The pages of the record by their paths in docs/: that of all, and in its folder one of each.
OVERVIEW = "signatories/deeds/index.md"


def page_of(signatory: str) -> str:
    """The path, in docs/, of the page about the signatory with an id.

    It is a folder's, so that no id, not even 'index', makes another page's.
    """
    return f"signatories/deeds/{signatory}/index.md"


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
