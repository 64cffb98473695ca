"""The context of rules: what they may depend on besides the entry."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from ...dates import StatedDate, stated_date
from ...entry_list import SIGNATORIES, EntryList
from ...paths import CONFIGURATION
from ...problem import Problem
from ...statement.first_signatories import founding_set_in
from ...statement.identity import id_set_in
from ...statement.naming import texts_set_in
from ...statement.version import Version, endorsed_by_default
from ...statement.versions import read_versions
from ...text.source import Entry
from ...text.yaml_nodes import root_node
from ...text_paths import AS_USUAL, TextPaths


@dataclass(frozen=True, slots=True)
class Context:
    """The day after which dates are in the future, and what is known of the statement.

    `versions` are those published, oldest first; `statement` is its id, empty where it has none.
    The entries are those of the list that is `kept`, and the `texts` are where mkdocs.yml says.
    From `founding` on, first signatories may have signed before the publication.
    """

    today: date
    versions: Sequence[Version]
    statement: str = ""
    kept: EntryList = SIGNATORIES
    texts: TextPaths = field(default=AS_USUAL, kw_only=True)
    founding: StatedDate | None = field(default=None, kw_only=True)

    def version_endorsed(self, signed: StatedDate) -> str:
        """The number of the version endorsed on a date by default; empty where there is none."""
        return endorsed_by_default(self.versions, signed).number if self.versions else ""

    def version_of(self, entry: Entry) -> str:
        """The number of the version that an entry endorses; empty where nothing says which."""
        if stated := entry.get("endorses"):
            return stated.value
        signed = entry.get("signed")
        date = stated_date(signed.value) if signed else None
        return self.version_endorsed(date) if date else ""


def read_context(root: Path) -> tuple[Context, tuple[Version, ...], list[Problem]]:
    """The context for the entries of a site, its versions, and the problems of these.

    No entry is judged by versions that have yet to be mended.
    """
    today = latest_today()
    configuration = root_node(root, CONFIGURATION)
    since, (texts, problems) = founding_set_in(configuration), texts_set_in(configuration)
    versions: tuple[Version, ...] = ()
    if not problems:  # or texts would be missed where they usually are
        versions, problems = read_versions(root, today, texts)
    known, name = () if problems else versions, id_set_in(configuration)
    return Context(today, known, name, texts=texts, founding=since), versions, problems


def latest_today() -> date:
    """Today's date at UTC+14, where a day begins first, so that no time zone's today is refused."""
    return datetime.now(timezone(timedelta(hours=14))).date()
