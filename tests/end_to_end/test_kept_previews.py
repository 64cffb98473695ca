"""A preview keeps what has not changed, and shows byte for byte what a build writes."""

from collections.abc import Iterator

import pytest

from tests.support.files import drawn
from tests.support.previews import Previews
from tests.support.registers import entry_text
from tests.support.sites import REPOSITORY, SMALL, small_site, split_at

NAMES = ("Acme", "Bold", "Core", "Dale", "Eden", "Fort")
LONG = f"""\
{split_at(3)}
--- docs/more.md
# More

And so.
--- signatories.yml
""" + "\n".join(entry_text(f"{name} Works") for name in NAMES)
BEFORE = drawn(SMALL) | drawn(LONG)


@pytest.fixture(scope="module")
def previews(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Previews]:
    root = tmp_path_factory.mktemp("previewed")
    small_site(root, LONG)
    found = Previews(root)
    assert found.shown({}).differing == []
    yield found
    found.end()


def changed(path: str, old: str, new: str) -> dict[str, str | None]:
    assert old in BEFORE[path]
    return {path: BEFORE[path].replace(old, new)}


SHEET = "overrides/undersigned/sheet.html"
DRAWN = (REPOSITORY / SHEET).read_text("utf-8")
NEW_VERSION = """
- version: "2.0"
  published: 2024-01
  sha256: (lock)
"""

# Each is made of what the ones before it, in whatever order, have left.
CHANGES: dict[str, dict[str, str | None]] = {
    "the words of a page": changed("docs/more.md", "And so.", "And then."),
    "a title": changed("docs/more.md", "# More", "# Others"),
    "a citation": changed("docs/more.md", "And so.", "And so.[@a, p. 3]"),
    "what a page says at its head": {"docs/more.md": "---\ndescription: D\n---\n# More\n\nSo.\n"},
    "a page": {"docs/another.md": "# Another\n\nNew.\n"},
    "a page that goes": {"docs/sign.md": None},
    "a drop-in": {"signatories.d/gale-works.yml": entry_text("Gale Works")},
    "an entry": changed("signatories.yml", "country: NO", "country: SE"),
    "a source": changed("references.bib", "A Source", "Another Source"),
    "the name of the site": changed(
        "mkdocs.yml", "Small statement\nsite_url", "Large statement\nsite_url"
    ),
    "a setting that templates print": changed(
        "mkdocs.yml", "Small statement\nsite_url", "Large statement\ncopyright: By us\nsite_url"
    ),
    "a template": {SHEET: DRAWN.replace("  <section", "  <p>All.</p>\n  <section")},
    "a published version": {
        "versions.yml": BEFORE["versions.yml"] + NEW_VERSION,
        "docs/principles/1.0.md": BEFORE["docs/principles/1.0.md"],
        "docs/principles/2.0.md": "1. Do no harm\n2. Say why\n",
    },
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_preview_shows_what_a_build_writes_after_a_change_of(
    what: str, previews: Previews
) -> None:
    assert previews.shown(CHANGES[what]).differing == []


def test_a_preview_draws_again_only_the_page_whose_words_have_changed(previews: Previews) -> None:
    previews.shown({"docs/more.md": "---\ndescription: D\n---\n# More\n\nOne.\n"})
    shown = previews.shown({"docs/more.md": "---\ndescription: D\n---\n# More\n\nTwo.\n"})
    assert shown.differing == []
    # The page, and the three files that are no page.
    assert shown.drawn <= 4 < shown.by_a_build
