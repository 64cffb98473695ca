"""The groups of sources by which a reader looks for them."""

from enum import Enum

from pybtex.database import Entry

from .kinds import CASES, LEGISLATION


class Group(Enum):
    """A group, with its key in addresses and its title, in the order in which they are offered."""

    BOOKS = ("books", "Books and chapters")
    ARTICLES = ("articles", "Articles")
    REPORTS = ("reports", "Reports")
    LAW = ("law", "Law and courts")
    STATEMENTS = ("statements", "Statements and web pages")
    DATA = ("data", "Data and software")
    OTHER = ("other", "Other")

    def __init__(self, key: str, title: str) -> None:
        self.key, self.title = key, title


_TYPES = {
    Group.BOOKS: (
        "book booklet collection inbook incollection manual mvbook mvcollection bookinbook "
        "suppbook reference inreference"
    ),
    Group.ARTICLES: (
        "article suppperiodical periodical inproceedings conference proceedings mvproceedings"
    ),
    Group.REPORTS: "report techreport thesis phdthesis mastersthesis",
    Group.STATEMENTS: "online electronic www misc",
    Group.DATA: "dataset software",
}
_GROUPS = {
    **{type_: group for group, types in _TYPES.items() for type_ in types.split()},
    **dict.fromkeys(CASES | LEGISLATION, Group.LAW),
}


def group_of(entry: Entry) -> Group:
    """The group of a source, by its type."""
    return _GROUPS.get(entry.type, Group.OTHER)
