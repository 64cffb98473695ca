"""Names of every kind go from the command line to the page and back without losing a sign."""

import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml
from undersigned.names.slug import slug
from undersigned.text.source import Source
from undersigned.text.yaml_reader import read_entries

from tests.support.files import plant
from tests.support.registers import BARE_SITE
from tests.support.sites import SmallSite, small_site

NAMES = (
    "مؤسسة الحقوق الرقمية",
    "نمی‌دانم",
    "中国互联网协会",
    "株式会社サイバー",
    "საქართველოს ცენტრი",
    "डिजिटल अधिकार संस्था",
    "क्‍ष संघ",
    "हिंदी “न्यास”",
    "Families 👨‍👩‍👧‍👦 & 🏳️‍🌈 United",
    "👩🏽‍💻 Guild",
    "L'Observatoire",
    "L’Institut « d’accès »",
    "'single' quotes",
    "'Twas",
    '"double" quotes',
    "“curly” quotes",
    "Both \"and\" 'or'",
    "Rights: a society",
    "Trailing colon:",
    ": leading colon",
    "#hashtag",
    "C # minor",
    "@handle",
    "- dash",
    "-12",
    "? question",
    "! bang",
    "&anchor",
    "*star*",
    "%percent",
    "{braces}",
    "[brackets]",
    "a, b",
    "back\\slash",
    "ends in a backslash\\",
    "\\n is no line break",
    "W" * 199 + "é",
    "長" * 200,
    "off",
    "~ tilde",
    "1984",
    "1.0",
    "0x1F",
    "1_000",
    "12:30:45",
    "2024-05-06",
    "NO",
    "yes",
    "= equals",
    "<< merge",
    "AT&T &c.",
    "1 < 2 > 0",
    "{{ page.title }} {% raw %}",
    "$HOME $(id)",
    "_under_ **stars** [^1]",
    "Ǆ ﷽",
)


class _Names(HTMLParser):
    """The text of every element that shows a signatory's name."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.inside = False
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if dict(attributes).get("class") == "undersigned-entry__name":
            self.inside = True
            self.names.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "bdi"

    def handle_data(self, text: str) -> None:
        if self.inside:
            self.names[-1] += text


def flags(name: str, number: int) -> list[str]:
    site = f"https://site{number}.example"
    values = {"kind": "company", "country": "NO", "website": site, "signed": "2024-05-06"}
    given = {"name": name, **values, "evidence": f"{site}/news"}
    return [f"--{field}={value}" for field, value in given.items()]


# Begins once for all, since to begin takes the longest. Each name comes to it by the command line.
ADDING = """
import sys
from undersigned.cli import main
for first in range(1, len(sys.argv), 6):
    flags = sys.argv[first : first + 6]
    try:
        main(["add", *flags], prog_name="undersigned")
    except SystemExit as end:
        if end.code:
            sys.exit(f"{flags}: {end.code}")
"""


def names_in(place: Path) -> list[str]:
    entries, problems = read_entries(Source(place.name, place.read_bytes().decode()))
    assert problems == []
    return [entry.fields["name"].value for entry in entries]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """A site to which every name has been added."""
    site = small_site(tmp_path_factory.mktemp("names"), "--- signatories.yml\n[]\n")
    every = [flag for number, name in enumerate(NAMES) for flag in flags(name, number)]
    added = subprocess.run(
        [sys.executable, "-c", ADDING, *every],
        cwd=site.root,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert added.returncode == 0, added.stderr
    for name in NAMES:
        assert names_in(site.root / f"signatories.d/{slug(name)}.yml") == [name]
    return site


def test_every_name_is_checked_formatted_folded_and_formatted_without_a_change(
    site: SmallSite,
) -> None:
    assert len(list((site.root / "signatories.d").iterdir())) == len(NAMES)
    for command in ("check", "format", "fold", "check", "format --check"):
        ran = site.run("undersigned", *command.split())
        assert ran.returncode == 0, (command, ran.stdout)
        if command == "format":
            assert "signatories" not in ran.stdout
    assert list((site.root / "signatories.d").iterdir()) == []
    register = site.root / "signatories.yml"
    assert sorted(names_in(register)) == sorted(NAMES)
    # Other readers of YAML, of version 1.1 here, are to see the same.
    assert {each["name"] for each in yaml.safe_load(register.read_bytes())} == set(NAMES)


@pytest.mark.parametrize("split", ["", "  register: {split: 10}\n"])
def test_every_name_stands_on_the_built_pages_as_it_was_typed(site: SmallSite, split: str) -> None:
    configuration = site.root / "mkdocs.yml"
    whole = configuration.read_text(encoding="utf-8")
    configuration.write_text(whole.replace("extra:\n", f"extra:\n{split}"), encoding="utf-8")
    built = site.build()
    configuration.write_text(whole, encoding="utf-8")
    assert built.returncode == 0, built.stderr
    pages = sorted((site.root / "site/signatories").rglob("index.html"))
    shown = {
        name
        for page in pages
        if not {"by-country", "by-date"} & set(page.parts)
        for name in _Names(page.read_text(encoding="utf-8")).names
    }
    assert shown == set(NAMES)
    # Besides sheets there are the register, three other views of it, and the record of deeds.
    assert (len(pages) > 5) is bool(split)
    for other in ("by-country", "by-date"):
        listed = _Names(site.page(f"signatories/{other}")).names
        assert split or sorted(listed) == sorted(NAMES)


@pytest.mark.parametrize(
    "name", ['L\'Été "$(touch x)" \\', "-- 'a' && touch x; #", "👨‍👩‍👧‍👦 Kin\\", "$HOME !! %s *"]
)
def test_the_commands_that_propose_a_name_commit_it_as_it_was_typed(
    tmp_path: Path, name: str
) -> None:
    plant(tmp_path, {**BARE_SITE, "signatories.yml": "[]\n"})
    site = SmallSite(tmp_path)
    added = site.run("undersigned", "add", *flags(name, 1))
    assert added.returncode == 0, added.stderr
    commands = [line for line in added.stdout.splitlines() if line.startswith("    git ")]
    commands[-1:] = ["git log -1 --format=%s --name-only"]
    shell = "\n".join(["git init -q; git config user.name A; git config user.email a@b", *commands])
    ran = subprocess.run(
        ["sh", "-ec", shell], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    assert ran.stdout.endswith(f"Add {name}\n\nsignatories.d/{slug(name)}.yml\n"), ran.stderr
    assert not (tmp_path / "x").exists()
