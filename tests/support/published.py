"""What a site publishes, without any engine."""

from datetime import UTC, datetime
from pathlib import Path

from undersigned.outputs import outputs
from undersigned.problem import stopping
from undersigned.publication import Publication
from undersigned.settings import Configuration, read_settings
from undersigned.site import read_site

STATEMENT = {
    "title": "Small statement", "publisher": "Small Coalition",
    "address": "https://coalition.example/announced",
}  # fmt: skip
EDITION = {"name": "Small Coalition", "kind": "official", "contact": "post@small.example"}


def published_by(
    root: Path,
    variables: dict[str, str] | None = None,
    *,
    split: int = 2,
    statement: str = "",
    language: str = "en",
) -> Publication:
    """The outputs of a site without a problem, with a page for so many entries at most.

    `statement` is its id, if it has one.
    """
    site, problems = read_site(root)
    assert stopping(problems) == []
    names = STATEMENT | ({"id": statement} if statement else {})
    extra = {"statement": names, "edition": EDITION, "register": {"split": split}}
    configuration = Configuration("Small", "https://small.example/", language, extra=extra)
    settings, wrong = read_settings(
        configuration, variables or {}, datetime(2026, 11, 26, tzinfo=UTC)
    )
    assert settings is not None
    assert wrong == []
    return outputs(site, settings)
