"""What makes a site unfinished or false while it builds."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from undersigned.cli import main
from undersigned.finishing.pages import led_to
from undersigned.finishing.placeholders import read_by_people
from undersigned.finishing.rules import unfinished
from undersigned.look.mark import touch_icon
from undersigned.look.palette import OURS
from undersigned.register.rules.context import latest_today
from undersigned.statement.card import signed_picture
from undersigned.statement.versions import read_versions
from undersigned.text.source import Source
from undersigned.text_paths import TextPaths

from tests.support.branches import Branch
from tests.support.files import drawn, plant
from tests.support.sites import REPOSITORY, SMALL

# Before any date in this repository's settings.
NOW = datetime(2026, 11, 27, tzinfo=UTC)

SETTINGS = """\
site_name: Lighthouse letter
site_url: https://letter.coast.org/
extra:
  statement:
    title: Open letter of lighthouse keepers
    publisher: Keepers of the Coast
    address: https://coast.org/letter
  edition:
    name: Keepers of the Coast
    kind: official
    contact: post@coast.org
    repository: https://github.com/coast/letter
    data_controller: Keepers of the Coast, Harbour Road 1
"""
OTHER = """\
site_name: Pledge of harbour masters
site_url: https://pledge.harbour.org/
extra:
  statement:
    id: harbour-pledge
    title: The pledge against fog
    publisher: Masters of the Harbour
    address: https://harbour.org/pledge
  edition:
    contact: fog@harbour.org
"""
PNG = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\0IEND\xae\x42\x60\x82"


def planted(folder: Path, **files: str) -> Path:
    plant(folder, drawn(SMALL) | {"mkdocs.yml": SETTINGS} | files)
    return folder


def found(root: Path, *, release: bool = False, now: datetime = NOW) -> list[str]:
    versions, _ = read_versions(root, latest_today())
    return [str(each) for each in sorted(unfinished(root, versions, now, release=release))]


def test_a_finished_site_has_nothing_to_mend(tmp_path: Path) -> None:
    assert found(planted(tmp_path), release=True) == []


def test_a_site_without_its_text_or_a_page_to_sign_on_is_reported(tmp_path: Path) -> None:
    planted(tmp_path)
    (tmp_path / "docs/sign.md").unlink()
    (tmp_path / "docs/principles/index.md").write_text("# Text\n\n```\n\\statement\n```\n", "utf-8")
    assert [each.partition(";")[0] for each in found(tmp_path)] == [
        "docs/principles/index.md:1:1: no page shows the text in force",
        "docs/sign.md:1:1: there is no page that says how to sign, to which templates lead",
    ]


def test_a_page_shows_the_text_by_its_template_too(tmp_path: Path) -> None:
    page = "---\ntemplate: undersigned/text.html\n---\n# Text\n"
    assert found(planted(tmp_path, **{"docs/principles/index.md": page})) == []


# Pages that nothing in docs/ has to give: `outputs` and its modules make them.
MADE = {"data.md", "bibliography.md"}

TEXTS = TextPaths("letter")


def test_the_pages_that_templates_lead_to_are_made_or_listed() -> None:
    led = {TEXTS.index}  # by another name in templates
    for template in (REPOSITORY / "overrides").rglob("*.html"):
        text = template.read_text(encoding="utf-8")
        led |= set(re.findall(r"""['"]([a-z/-]+\.md)['"]\)?\s*\|\s*address""", text))
    wanted = {each for each in led if not each.startswith("signatories/")} - MADE
    assert wanted == led_to(TEXTS).keys()


@pytest.mark.parametrize("name", ["contact", "data_controller"])
def test_what_only_the_owner_can_give_is_a_note_and_stops_a_release(
    tmp_path: Path, name: str
) -> None:
    planted(tmp_path, **{"mkdocs.yml": re.sub(f"{name}: .*", f'{name}: ""', SETTINGS)})
    (note,) = found(tmp_path)
    (problem,) = found(tmp_path, release=True)
    assert re.match(r"mkdocs\.yml:\d+:\d+: note: nobody ", note)
    assert problem == note.replace("note: ", "")


def test_pages_with_something_to_show_are_in_the_menu(tmp_path: Path) -> None:
    menu = f"{SETTINGS}nav:\n  - index.md\n"
    files = {"mkdocs.yml": menu, "docs/about.md": "# About\n\nAs seen [@keeper].\n"}
    root = planted(tmp_path, **files, **{"deeds.yml": "- id: lamp\n  signatory: a\n"})
    assert found(root, release=True) == [
        "mkdocs.yml:15:3: note: deeds are recorded, and no menu leads to them;"
        " add signatories/deeds/index.md",
        "mkdocs.yml:15:3: note: sources are cited, and no menu leads to them; add bibliography.md",
    ]
    (root / "mkdocs.yml").write_text(
        f"{menu}  - Deeds: signatories/deeds/index.md\n  - About: [about.md, bibliography.md]\n",
        encoding="utf-8",
    )
    assert found(root) == []
    (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")  # every page is in the menu
    assert found(root) == []
    (root / "mkdocs.yml").write_text(menu, encoding="utf-8")
    (root / "docs/about.md").write_text("# About\n\n`[@keeper]`\n", encoding="utf-8")
    (root / "deeds.yml").write_text("[]\n", encoding="utf-8")
    assert found(root) == []


def test_words_to_come_are_reported_outside_samples_and_comments(tmp_path: Path) -> None:
    page = (
        "# About\n\n<!-- TODO -->\n`TODO` <pre>https://a.example/ TBD</pre>\n\n"
        "TODO, see https://www.example.org/a and a.example\n\n<!-- REPLACE: who you are -->\n"
    )
    assert found(planted(tmp_path, **{"docs/about.md": page})) == [
        "docs/about.md:6:1: 'TODO' stands for words to come; write them",
        "docs/about.md:6:11: the host 'www.example.org' is one for examples; give the one you mean",
        "docs/about.md:8:6: note: 'REPLACE: who you are' is still to be done; write your words,"
        " then delete it",
    ]


def test_positions_stay_where_samples_are_left_out() -> None:
    text = "a <pre>b <code>c</code> d</pre> e\n<code>f"
    read = read_by_people(Source("a.md", text))
    assert len(read) == len(text)
    assert re.findall(r"\b[a-f]\b", read) == ["a", "e", "f"]  # what is not closed begins nothing


def test_names_of_another_statement_are_known_from_the_history(tmp_path: Path) -> None:
    branch = Branch(tmp_path)
    branch.git("init", "--quiet", "--initial-branch=main")
    branch.commit({"mkdocs.yml": OTHER})
    about = "The pledge against\nfog: write to fog@harbour.org, or read pledge.harbour.org\n"
    licence = "Masters of the Harbour license this, for harbour-pledge.\n"
    branch.commit(drawn(SMALL) | {"mkdocs.yml": SETTINGS})
    planted(tmp_path, **{"docs/about.md": about, "LICENSE-CONTENT.md": licence})
    assert [each.partition(" is ")[0] for each in found(tmp_path)] == [
        "LICENSE-CONTENT.md:1:1: 'Masters of the Harbour'",
        "LICENSE-CONTENT.md:1:42: 'harbour-pledge'",
        "docs/about.md:1:1: warning: 'The pledge against fog'",
        "docs/about.md:2:15: 'fog@harbour.org'",
        "docs/about.md:2:40: 'pledge.harbour.org'",
    ]


def test_a_statement_that_moved_or_was_renamed_leaves_nothing_behind(tmp_path: Path) -> None:
    branch = Branch(tmp_path)
    branch.git("init", "--quiet", "--initial-branch=main")
    branch.commit({"mkdocs.yml": SETTINGS.replace("coast.org/letter", "coast.org/old")})
    branch.commit({"mkdocs.yml": SETTINGS.replace("Open letter of lighthouse", "Letter of old")})
    planted(tmp_path, **{"docs/about.md": "Letter of old keepers, of coast.org\n"})
    assert found(tmp_path) == []


def test_a_card_with_other_words_is_reported_and_one_without_is_not(tmp_path: Path) -> None:
    planted(tmp_path)
    folder = tmp_path / "overrides/assets/undersigned"
    folder.mkdir(parents=True)
    (folder / "card.png").write_bytes(signed_picture(PNG, ("The pledge", "2020")))
    (folder / "touch.png").write_bytes(PNG)
    (problem,) = found(tmp_path)
    assert "card.png:1:1: was drawn for 'The pledge', and this site says 'Open letter" in problem
    (folder / "card.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\x0ciTXtDescription\0\0\0\0\0\xff")
    assert found(tmp_path) == []


def test_a_card_that_settings_name_is_reported_if_it_has_other_words(tmp_path: Path) -> None:
    planted(tmp_path, **{"mkdocs.yml": SETTINGS + "  look:\n    card: ours.png\n"})
    drawn = signed_picture(touch_icon(OURS.day), ("The pledge", "2020"))
    (tmp_path / "docs/ours.png").write_bytes(drawn)
    (problem,) = found(tmp_path)
    assert problem.startswith("docs/ours.png:1:1: was drawn for 'The pledge', and this site says")
    (tmp_path / "docs/ours.png").write_bytes(touch_icon(OURS.day))
    assert found(tmp_path) == []


def test_an_expired_security_txt_is_a_problem_and_an_ageing_one_a_warning(tmp_path: Path) -> None:
    dated = SETTINGS + "  security:\n    expires: 2026-12-10T00:00:00Z\n"
    planted(tmp_path, **{"mkdocs.yml": dated})
    (ageing,) = found(tmp_path)
    assert ageing.startswith("mkdocs.yml:15:14: warning: extra.security expires on 2026-12-10")
    (expired,) = found(tmp_path, now=datetime(2027, 1, 1, tzinfo=UTC))
    assert expired.startswith("mkdocs.yml:15:14: extra.security expired on 2026-12-10")


def test_one_python_is_named_everywhere(tmp_path: Path) -> None:
    planted(
        tmp_path,
        **{
            ".python-version": "3.13\n",
            "netlify.toml": '[build.environment]\nPYTHON_VERSION = "3.12" # old\n',
            ".github/workflows/a.yml": "      - with:\n          python-version: '3.13.1'\n",
            "pyproject.toml": '[project]\nrequires-python = ">=3.14,<4"\n',
        },
    )
    assert found(tmp_path) == [
        "netlify.toml:2:19: Python '3.12' is not '3.13' of .python-version; make them one",
        "pyproject.toml:2:22: Python '3.13' of .python-version is less than this asks for; raise"
        " that to '3.14'",
    ]


def test_the_command_adds_what_is_unfinished_only_if_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planted(tmp_path, **{"mkdocs.yml": SETTINGS.replace("letter.coast.org", "letter.example")})
    monkeypatch.chdir(tmp_path)
    asked = {each: CliRunner().invoke(main, ["check", *each]) for each in ((), ("--site",))}
    released = CliRunner().invoke(main, ["check", "--release"])
    assert "for examples" not in asked[()].output
    assert "note: the host 'letter.example' is one for examples" in asked[("--site",)].output
    assert [asked[()].exit_code, asked[("--site",)].exit_code, released.exit_code] == [0, 0, 1]
