"""No page and no file of a site doubles a full stop, whatever its names and its title end in."""

import re

from tests.support.registers import entry_text
from tests.support.sites import with_settings
from tests.support.store import Store

from .test_small_sites import text_of
from .test_versions import SECOND

SETTINGS = {
    "title: Small statement": "title: Who asks?",
    "publisher: Small Coalition": "publisher: Small Coalition Ltd.",
    "name: Small Coalition\n": "name: Small Editors Inc.\n",
    "kind: official": "kind: independent",
}
REGISTER = "--- signatories.yml\n" + "\n".join(
    (
        entry_text("Acme Inc.", "acme.example"),
        entry_text("Beta Inc.", "beta.example", more="  part_of: acme-inc\n"),
        entry_text(
            "Core Inc.", "core.example", more="  ended: 2025-01\n  succeeded_by: acme-inc\n"
        ),
        entry_text("Deli Inc.", "deli.example", more="  withdrawn: 2025-02-03\n"),
    )
)
DOUBLED = re.compile(r".{0,40}[.?!]\s?\.(?!\.)(?=\s|$).{0,20}")


def test_no_sentence_has_two_full_stops(store: Store) -> None:
    site = store.built(SECOND + REGISTER + with_settings(SETTINGS))
    built = site.root / "site"
    words = {
        path.relative_to(built).as_posix(): path.read_text(encoding="utf-8")
        for kind in ("html", "xml", "bib", "json")
        for path in built.rglob(f"*.{kind}")
    }
    pages = {path: text_of(html) for path, html in words.items() if "<main" in html}
    descriptions = {
        f"{path}, described": found[1]
        for path, html in words.items()
        if (found := re.search('name="description" content="(.*?)"', html))
    }
    all_words = words | pages | descriptions
    doubled = {path: DOUBLED.findall(text) for path, text in all_words.items()}
    assert {path: each for path, each in doubled.items() if each} == {}
