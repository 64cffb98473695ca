"""Beginning a site at a terminal, which asks for what is missing."""

from pathlib import Path

from tests.support.sites import SmallSite
from tests.support.terminals import at_a_terminal


def test_at_a_terminal_what_is_missing_is_asked_until_it_is_right(tmp_path: Path) -> None:
    wheel = tmp_path / "undersigned-1.0-py3-none-any.whl"
    wheel.write_bytes(b"PK\x05\x06" + bytes(18))
    answers = {
        "Title of the statement": ["", "a <b>", "The Letter"],
        "Who publishes the text": ["Keepers"],
        "Who publishes the site": [""],
        "E-mail address": ["nobody", ""],
        "https address of the repository": [""],
        "https address of the site": ["https://letter.keepers.org"],
        "Language of the site": ["xx", "nb"],
        "What it is called": ["song", "letter"],
    }
    command = ["new", "site", "--from", str(wheel)]
    shown = at_a_terminal(SmallSite(tmp_path), command, answers)
    for words in (
        "lacks 'title'; give it as text",
        "holds HTML; write words alone",
        "has the contact 'nobody'",
        "'xx' is no language",
        "give one of statement, letter",
    ):
        assert words in shown
    settings = (tmp_path / "site/mkdocs.yml").read_text(encoding="utf-8")
    assert "title: The Letter\n" in settings
    assert "language: nb}" in settings
    assert "site_url: https://letter.keepers.org/\n" in settings
    assert (tmp_path / "site/docs/letter/draft.md").is_file()
