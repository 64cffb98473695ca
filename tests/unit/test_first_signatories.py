"""First signatories, who signed before the text was published."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from undersigned.cli import main
from undersigned.dates import StatedDate
from undersigned.site import read_site
from undersigned.statement.first_signatories import read_founding
from undersigned.views.entries import listed
from undersigned.views.register import register_view
from undersigned.views.words import Words

from tests.support.files import drawn, plant
from tests.support.sites import SMALL

SETTING = "extra:\n  register:\n    founding: 2023-01\n"
ENTRY = """\
- name: {name}
  kind: company
  country: NO
  website: https://{name}.example
  signed: {signed}
  evidence: https://{name}.example/news
"""


def site(root: Path, signed: str, settings: str = SETTING) -> Path:
    """A site whose text dates from March 2023, and that one has signed on a day."""
    plant(root, drawn(SMALL))
    settings = f"site_name: A\n{settings}"
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    entry = ENTRY.format(name="acme", signed=signed)
    (root / "signatories.yml").write_text(entry, encoding="utf-8")
    return root


def messages(root: Path) -> list[str]:
    return [each.message for each in read_site(root)[1] if "signed" in each.message]


@pytest.mark.parametrize("signed", ["2023-01-01", "2023-02", "2023-02-28", "2023-03-01"])
def test_first_signatories_may_sign_since_the_day_that_is_set(tmp_path: Path, signed: str) -> None:
    assert messages(site(tmp_path, signed)) == []


@pytest.mark.parametrize("signed", ["2022-12-31", "2022-12"])
def test_nobody_signs_before_that_day(tmp_path: Path, signed: str) -> None:
    [message] = messages(site(tmp_path, signed))
    assert f"signed '{signed}' is too early" in message


def test_nobody_signs_before_the_publication_where_nothing_is_set(tmp_path: Path) -> None:
    [message] = messages(site(tmp_path, "2023-02-01", ""))
    assert "signed '2023-02-01' is too early" in message


def test_only_the_first_version_is_signed_before_it_is_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = site(tmp_path, "2023-02-01")
    (root / "docs/principles/draft.md").write_text("1. Do less harm\n", encoding="utf-8")
    entry = ENTRY.format(name="acme", signed="2024-01-01") + '  endorses: "1.1"\n'
    (root / "signatories.yml").write_text("[]\n", encoding="utf-8")
    monkeypatch.chdir(root)
    done = CliRunner().invoke(main, ["publish", "1.1", "--date", "2024-05-06"])
    assert done.exit_code == 0, done.output
    (root / "signatories.yml").write_text(entry, encoding="utf-8")
    [message] = messages(root)
    assert "version '1.1' dates from 2024-05-06" in message


@pytest.mark.parametrize(("settings", "code"), [(SETTING, 0), ("", 1)])
def test_the_first_version_is_published_with_names_beneath_it_if_they_are_founding(
    tmp_path: Path, settings: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = site(tmp_path, "2023-02-01", settings)
    (root / "docs/principles/1.0.md").rename(root / "docs/principles/draft.md")
    (root / "versions.yml").unlink()
    monkeypatch.chdir(root)
    done = CliRunner().invoke(main, ["publish", "1.0", "--date", "2023-03-01"])
    assert done.exit_code == code, done.output
    assert ("before version '1.0' was published" in done.output) == bool(code)


def test_pages_say_who_is_a_founding_signatory(tmp_path: Path) -> None:
    root = site(tmp_path, "2023-02-01")
    more = ENTRY.format(name="beta", signed="2023-03-02")
    with (root / "signatories.yml").open("a", encoding="utf-8") as register:
        register.write(f"\n{more}")
    read, _ = read_site(root)
    words, day = Words("en_GB"), StatedDate(2023, 3, None)
    rows = words.rows(listed(read.register.signatories, "1.0", published=day))
    said = {row.name: [note.before for note in row.more.notes] if row.more else [] for row in rows}
    assert said == {"acme": ["Founding signatory, before the text was published"], "beta": []}
    unset = register_view(read.register, words, ["1.0"])
    assert not any(entry.founding for entry in unset.entries)


def test_a_founding_day_is_a_day_or_a_month() -> None:
    assert read_founding(None) == (None, [])
    assert read_founding("2023-01") == (StatedDate(2023, 1, None), [])
    assert read_founding(date(2023, 1, 2)) == (StatedDate(2023, 1, 2), [])
    wrong: list[object] = ["2023", "soon", 2023, [], {}, True]
    for given in wrong:
        assert len(read_founding(given)[1]) == 1
