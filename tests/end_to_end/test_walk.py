"""From an empty folder to a published site and a newer generator, by the commands of README alone.

The site is the lighthouse keepers', in an environment that has the wheel and what its list pins.
"""

import csv
import gzip
import html
import io
import re
import shlex
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from undersigned.look.settings import read_look

from tests.support.english import said_in_english
from tests.support.first_statement import WORDS
from tests.support.lighthouses import LIGHTHOUSES, WITHDRAWN
from tests.support.walks import Walker, clone, commands, digests, files_of, page_of, with_changes
from tests.support.wheels import other_version

TEMPLATE = "undersigned_mkdocs/theme/undersigned/version.html"
WORKFLOW = "undersigned/founding/files/any/dot-github/workflows/links.yml"
HOST = "https://letter.keepers.org/"
MARK = re.compile(r"<!-- REPLACE: .*? -->")

ODD = "La « lettre » — \"pour\" 'tous' : # {{ it }} & 100 %, письмо"
ACTIVATED = ". .venv/bin/activate"
ADD, IMPORT = "undersigned add ", "undersigned import ../names.csv --write"


def text(version: str) -> str:
    return (LIGHTHOUSES / f"docs/letter/{version}.md").read_text(encoding="utf-8")


def entries(register: Path) -> list[dict[str, str]]:
    """The entries of a register, without what tools write into them."""
    read = yaml.load(register.read_text(encoding="utf-8"), yaml.BaseLoader)
    return [{key: each[key] for key in each if key not in ("listed", "of")} for each in read]


def table(rows: list[dict[str, str]]) -> str:
    """Entries as a spreadsheet has them; of a withdrawal it knows nothing."""
    names = list(dict.fromkeys(name for row in rows for name in row if name != "withdrawn"))
    written = io.StringIO()
    writer = csv.DictWriter(written, names, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue()


def is_early(entry: Mapping[str, str]) -> bool:
    """Whether an entry was signed while version 1.0 was in force."""
    return entry["signed"] < "2022-09-12"


def words_in(path: Path) -> str:
    """What a file says, and its name, whatever it is."""
    content = path.read_bytes()
    unpacked = gzip.decompress(content) if path.suffix == ".gz" else content
    return f"{path.name}\n{unpacked.decode(errors='replace')}"


def flags(entry: Mapping[str, str]) -> str:
    return shlex.join(
        word for name, value in entry.items() for word in (f"--{name.replace('_', '-')}", value)
    )


class Keepers(Walker):
    """The keepers' site, from the first of its days to the day before it is upgraded."""

    def __init__(self, home: Path) -> None:
        super().__init__(home)
        self.clone, self.root = clone(home / "principles"), home / "our-letter"
        begin = commands(self.clone / "README.md", "undersigned new")
        names = "--title 'The Keepers’ Letter' --publisher 'Coalition of Lighthouse Keepers'"
        given = {"--words letter": f"--words letter {names} --site-url {HOST}"}
        self.begun = self.does(with_changes(begin, given), self.clone)
        (self.wheel,) = (self.clone / "dist").glob("*.whl")
        self.register = entries(LIGHTHOUSES / "signatories.yml")
        self.to_write = self.write_what_is_marked()
        self.first_day = self.walk_the_first_day()
        self.walk_on()

    def write_what_is_marked(self) -> set[str]:
        """Write what only the owner can fill in; gives the files that have it."""
        settings = (self.root / "mkdocs.yml").read_text(encoding="utf-8")
        given = {
            'contact: ""': "contact: letter@keepers.org",
            'repository: ""': "repository: https://code.keepers.org/letter",
            'data_controller: ""': "data_controller: The Coalition, 1 Harbour Stair, Merrow",
            "# look: ": "look: ",
        }
        self.writes("mkdocs.yml", with_changes(settings, given))
        marked = set[str]()
        for path in self.root.rglob("*.md"):
            if ".venv" not in path.parts and MARK.search(words := path.read_text("utf-8")):
                path.write_text(MARK.sub("The keepers say so.", words), encoding="utf-8")
                marked.add(path.relative_to(self.root).as_posix())
        return {*marked, "mkdocs.yml", "draft.md", "names.csv"}

    def walk_the_first_day(self) -> str:
        """Publish the text, and have the first two sign it; gives what is printed."""
        self.writes("docs/letter/draft.md", text("1.0"))
        first, second = (each for each in self.register if is_early(each))
        self.lists([second])
        given = {"2026-01-31": "2021-05-04", ADD: f"{ADD}{flags(first)} "}
        block = commands(self.root / "README.md", "undersigned publish 1.0")
        return self.does(with_changes(block, given), self.root)

    def walk_on(self) -> None:
        """Publish another version, take over a list of those who sign it, and one withdraws."""
        self.writes("docs/letter/draft.md", text("1.1"))
        self.lists([each for each in self.register if not is_early(each)])
        given = {
            "2026-06-30": "2022-09-12",
            "undersigned fold": f"{IMPORT}\nundersigned fold",
            "NAME --date DAY": f"{WITHDRAWN} --date 2023-06-30",
            "undersigned upgrade --to WHEEL": "make site",
        }
        block = commands(self.root / "README.md", "undersigned upgrade")
        self.does(f"{ACTIVATED}\n{with_changes(block, given)}", self.root)

    def lists(self, entries: list[dict[str, str]]) -> None:
        """Write a list of signatories, as a spreadsheet has them, beside the repository."""
        (self.root.parent / "names.csv").write_text(table(entries), encoding="utf-8")

    def page(self, address: str) -> str:
        return page_of(self.root, address)


@pytest.fixture(scope="module")
def keepers(tmp_path_factory: pytest.TempPathFactory) -> Keepers:
    return Keepers(tmp_path_factory.mktemp("walk"))


def test_readme_leads_from_an_empty_folder_to_a_letter_with_all_who_signed_it(
    keepers: Keepers,
) -> None:
    assert "so the draft is shown as 0.0" in keepers.begun
    assert "warning" not in keepers.first_day.lower()
    assert len(keepers.to_write) == 8
    checked = keepers.tries(f"{ACTIVATED}; make check; undersigned check --release", keepers.root)
    assert (checked.returncode, "warning" in checked.stdout) == (0, False), checked.stdout
    assert entries(keepers.root / "signatories.yml") == keepers.register
    assert not list((keepers.root / "signatories.d").glob("*.yml"))

    counted = [each for each in keepers.register if each.get("id") != "kittiwake-charts"]
    counted = [each for each in counted if "withdrawn" not in each]
    assert re.findall(r"undersigned-count__number.*?>(\d+)</a>", keepers.page("")) == ["19"]
    assert len(counted) == 19
    before, _, after = keepers.page("signatories").partition('<h2 id="_withdrawn">')
    assert all(f">{each['name']}<" in before for each in counted)
    assert (f'id="{WITHDRAWN}"' in before, f'id="{WITHDRAWN}"' in after) == (False, True)
    for line in text("1.1").splitlines():
        assert line.partition(" ")[2] in keepers.page("letter")
    assert "<ins>" in keepers.page("letter/1.1/changes")
    look = read_look(keepers.root)[0].colours.day
    assert (look.paper, look.accent) == ("#fbf9f4", "#8a2414")
    assert f'name="theme-color" content="{look.paper}"' in keepers.page("")


def test_nothing_of_the_site_says_a_word_of_the_first_statement(keepers: Keepers) -> None:
    theme = keepers.root / "site/assets/javascripts"
    said = {
        path.relative_to(keepers.root).as_posix(): WORDS.search(words_in(path))
        for path in files_of(keepers.root)
        if path.suffix != ".whl" and not path.is_relative_to(theme)
    }
    assert {path: found[0] for path, found in said.items() if found} == {}
    assert len(said) > 90


def test_the_same_in_french_under_odd_names_says_nothing_in_english(keepers: Keepers) -> None:
    names = flags({"title": ODD, "publisher": "---", "language": "fr", "words": "letter"})
    begin = f"{ACTIVATED}\nundersigned new ../lettre {names}\n"
    # The packages are there already.
    keepers.does(f"{begin}ln -s ../our-letter/.venv ../lettre\ntouch .venv/site", keepers.root)
    root = keepers.root.parent / "lettre"
    block = commands(root / "README.md", "undersigned publish 1.0")
    preview, _, first_day = block.partition("\n\n")
    assert "0.0" in keepers.does(preview, root)
    about = page_of(root, "about")
    assert "Comment le registre est tenu" in about
    assert "Aucune version du texte n’est encore publiée" in about
    (title,) = re.findall("<title>(.*?)</title>", page_of(root, ""))
    assert html.unescape(title) == ODD
    assert said_in_english(root / "site") == {}

    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    given = {'contact: ""': "contact: lettre@keepers.org", "# look: ": "look: "}
    keepers.writes("mkdocs.yml", with_changes(settings, given))
    keepers.writes("docs/letter/draft.md", "1. Garder une lampe allumée\n2. Tenir le livre\n")
    assert IMPORT in first_day
    changes = {"2026-01-31": "2021-05-04", ADD: f"# {ADD}"}
    told = keepers.does(f"{ACTIVATED}\n{with_changes(first_day, changes)}", root)
    assert "warning" not in told.lower()
    assert "19 taken" in told
    page = page_of(root, "signatories")
    assert page.count('class="undersigned-entry"') == 19
    assert said_in_english(root / "site") == {}


def test_a_newer_generator_touches_no_content(keepers: Keepers) -> None:
    root, before = keepers.root, digests(keepers.root)
    edits = {
        TEMPLATE: lambda text: text.replace("The same words", "Just these words"),
        WORKFLOW: lambda text: f"{text}# of the newer version\n",
    }
    newer = other_version(keepers.wheel, keepers.clone, "0.2.0", edits)
    upgrade = commands(root / "README.md", "undersigned upgrade").splitlines()[-1]
    done = keepers.does(f"{ACTIVATED}\n{with_changes(upgrade, {'WHEEL': str(newer)})}", root)
    after = digests(root)
    assert {path for path in {*before, *after} if before.get(path) != after.get(path)} == {
        "requirements.txt", ".github/workflows/links.yml",
        f"vendor/{keepers.wheel.name}", f"vendor/{newer.name}",
    }  # fmt: skip
    assert "letter/1.0/index.html:\n  - The same\n  + Just these\n" in done
    assert " 2 other words; 0 new, 0 gone\n" in done
    assert f"removed vendor/{keepers.wheel.name}" in done

    keepers.does(f"make site\n{ACTIVATED}\nmake check", root)
    assert "Just these words" in keepers.page("letter/1.0")
    again = keepers.tries(f"{ACTIVATED}\nundersigned upgrade", root)
    assert (again.returncode, "there is no newer wheel" in again.stdout) == (1, True)

    (root / "docs/about.md").write_text("# About\n\n[Nowhere](nowhere.md)\n", encoding="utf-8")
    before = digests(root)
    refused = keepers.tries(f"{ACTIVATED}\nundersigned upgrade --to {keepers.wheel}", root)
    assert (refused.returncode, "nowhere.md" in refused.stdout) == (1, True)
    assert digests(root) == before
