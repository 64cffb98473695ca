"""The signed text: locked, superseded and never edited, with MkDocs and the real commands."""

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from undersigned.statement.version import digest

from tests.support.files import plant
from tests.support.pages import faults
from tests.support.registers import entry_text
from tests.support.sites import REPOSITORY, SmallSite, small_site

from .test_small_sites import text_of

DRAFT = "docs/principles/draft.md"
OLD = "1. Do no harm\n2. Say so\n"
NEW = "1. Do no harm\n2. Say so in public\n"

SECOND = f"""\
--- versions.yml
- version: "1.0"
  published: 2023-03
  sha256: (lock)
- version: "1.1"
  published: 2024-06-01
  sha256: (lock)
--- docs/principles/1.0.md
{OLD}--- docs/principles/1.1.md
{NEW}"""


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return small_site(tmp_path)


def refused(site: SmallSite) -> str:
    """What the checker says, which the build says as well, and nothing is published."""
    checked, built = site.run("undersigned", "check", "versions.yml", "docs"), site.build()
    assert (checked.returncode, built.returncode) == (1, 1)
    assert checked.stdout in built.stderr
    assert "Traceback" not in built.stderr
    assert not (site.root / "site").exists()
    return checked.stdout


def test_one_changed_letter_stops_the_check_and_the_build_and_publishing_mends_it(
    site: SmallSite,
) -> None:
    text = site.root / "docs/principles/1.0.md"
    text.write_text(OLD.replace("harm", "Harm"))
    assert refused(site) == (
        "versions.yml:3:11: docs/principles/1.0.md is no longer the text of version '1.0' that"
        f" 1 signatory endorsed: its sha256 is now {digest(text.read_text())[:12]}…; put the old"
        " words back, as 'git log -p docs/principles/1.0.md' has them; for a new version, copy"
        " them to docs/principles/draft.md, change them there and run"
        " 'undersigned publish 1.1 --date YYYY-MM-DD'\n1 problem\n"
    )
    # What the message says, word for word.
    text.write_text(OLD)
    (site.root / DRAFT).write_text(OLD.replace("harm", "Harm"))
    published = site.run("undersigned", "publish", "1.1", "--date", "2024-06-01")
    assert (published.returncode, published.stderr) == (0, "")
    assert "1 signatory stays with the version that was signed" in published.stdout
    built = site.build()
    assert built.returncode == 0, built.stderr
    assert "Do no Harm" in text_of(site.page("principles"))
    assert "Do no harm" in text_of(site.page("principles/1.0"))
    assert "Acme Norway stated 6 May 2024 version 1.0, superseded" in text_of(
        site.page("signatories")
    )


def test_one_changed_letter_fails_the_commands_that_everybody_runs(site: SmallSite) -> None:
    plant(site.root, {"docs/principles/1.0.md": OLD.replace("harm", "Harm")})
    shutil.copy(REPOSITORY / "Makefile", site.root)
    (site.root / ".venv").symlink_to(sys.prefix)
    # What is installed stays as it is: this environment is that of the tests.
    command = ["make", "--assume-old", ".venv/site", "site"]
    made = subprocess.run(command, cwd=site.root, capture_output=True, text=True, check=False)
    assert made.returncode != 0
    assert made.stderr.startswith("versions.yml:3:11: docs/principles/1.0.md is no longer")
    recipe = re.findall(r"^check:.*\n(?:\t.*\n)+", (site.root / "Makefile").read_text(), re.M)
    assert "undersigned check" in recipe[0]
    lines = (REPOSITORY / ".ci/run").read_text().splitlines()
    assert {"make check", "make site"} <= set(lines)


def test_line_ends_of_another_system_break_no_lock_and_are_not_served(site: SmallSite) -> None:
    (site.root / "docs/principles/1.0.md").write_bytes(OLD.replace("\n", "\r\n").encode())
    assert site.build().returncode == 0
    assert (site.root / "site/principles/1.0.txt").read_bytes() == OLD.encode()


def test_each_version_keeps_its_page_its_bytes_and_its_signatories(tmp_path: Path) -> None:
    register = entry_text("Old", more='  endorses: "1.0"\n') + "\n"
    register += entry_text("Then").replace("2024-05-06", "2024-06-01")
    site = small_site(tmp_path, SECOND + f"--- signatories.yml\n{register}")
    built = site.build()
    assert built.returncode == 0, built.stderr
    first, second = (text_of(site.page(f"principles/{number}")) for number in ("1.0", "1.1"))
    assert "Small statement, version 1.0 Superseded. The text in force is version 1.1" in first
    assert "Superseded" not in second
    for page in (first, second):
        assert "1 organisation endorses this version" in page
    for number, text in (("1.0", OLD), ("1.1", NEW)):
        served = (tmp_path / f"site/principles/{number}.txt").read_bytes()
        assert served == text.encode()
        assert hashlib.sha256(served).hexdigest() in site.page(f"principles/{number}")
    text = text_of(site.page("principles"))
    assert "Say so in public" in text
    assert "Endorsed by 2 organisations, of which 1 endorses an earlier version" in text
    assert "1.1 , in force 1 June 2024 1 plain text , changes since 1.0 1.0 March 2023 1" in text
    assert list(faults(tmp_path / "site", "https://small.example/")) == []


def test_a_version_is_drawn_from_its_words_alone_and_cited_as_itself(tmp_path: Path) -> None:
    words = "Preamble: We agree.\nTemplate: x.html\n\n1. One thing\n"
    site = small_site(tmp_path, SECOND + f"--- docs/principles/1.0.md\n{words}")
    assert site.build().returncode == 0
    page = site.page("principles/1.0")
    assert "Preamble: We agree. Template: x.html One thing" in text_of(page)
    colophon = page.split('class="undersigned-colophon"')[1].split("</p>")[0]
    assert "Version 1.0. March 2023." in colophon
    assert '"version": "1.0"' in page
    for other in ("principles/1.1", "principles", ""):
        assert '"version": "1.1"' in site.page(other)
    description = re.search(r'<meta name="description" content="([^"]*)"', page)
    assert description
    assert description[1] == (
        "The words that signatories of version 1.0 of “Small statement” endorse, published March"
        " 2023."
    )


def test_a_byte_order_mark_is_no_part_of_a_text(site: SmallSite) -> None:
    (site.root / "docs/principles/1.0.md").write_bytes(b"\xef\xbb\xbf" + OLD.encode())
    assert "docs/principles/1.0.md: begins with a byte order mark" in refused(site)


def test_a_first_version_is_not_published_after_it_was_signed(site: SmallSite) -> None:
    (site.root / "versions.yml").unlink()
    (site.root / "docs/principles/1.0.md").rename(site.root / DRAFT)
    code, out, _ = published(site, "1.0", "--date", "2024-05-07")
    assert code == 1
    assert "signatories.yml:5:11: 'Acme' signed on 2024-05-06, before version '1.0' was" in out


def test_under_a_new_version_nobody_stands_who_has_not_signed_it(tmp_path: Path) -> None:
    site = small_site(tmp_path, SECOND)
    assert site.build().returncode == 0
    assert "Nobody endorses this version yet" in text_of(site.page("principles/1.1"))
    for address in ("", "principles", "signatories", "principles/print"):
        assert "in an earlier version" in text_of(site.page(address)), address


def test_a_draft_is_never_published(tmp_path: Path) -> None:
    site = small_site(tmp_path, f"--- {DRAFT}\n1. Secret words\n")
    built = site.build()
    assert built.returncode == 0, built.stderr
    files = [path for path in (tmp_path / "site").rglob("*") if path.is_file()]
    assert len(files) > 20
    assert not [path for path in files if b"Secret words" in path.read_bytes()]


def published(site: SmallSite, *arguments: str) -> tuple[int, str, str]:
    """What publishing gives; whatever it refuses, it leaves every file as it was."""
    before = {path: path.read_bytes() for path in site.root.rglob("*") if path.is_file()}
    run = site.run("undersigned", "publish", *arguments)
    assert "Traceback" not in run.stderr
    if run.returncode:
        after = {path: path.read_bytes() for path in site.root.rglob("*") if path.is_file()}
        assert {k: v for k, v in after.items() if "__pycache__" not in k.parts} == {
            k: v for k, v in before.items() if "__pycache__" not in k.parts
        }
    return run.returncode, run.stdout, run.stderr


@pytest.mark.parametrize(
    ("changes", "number", "date", "told"),
    [
        ("", "1.1", "2024-06-01", "docs/principles/draft.md:1:1: there is no draft; copy"),
        (f"--- {DRAFT}\n{OLD}", "1.1", "2024-06-01", "draft.md:1:1: has the words of version"),
        (f"--- {DRAFT}\n1. Do no\n   harm\n2. Say so", "1.1", "2024-06-01", "has the words of"),
        (f"--- {DRAFT}\n \n", "1.1", "2024-06-01", "draft.md:1:1: the text is empty"),
        (f"--- {DRAFT}\n---\na: b\n---\n", "1.1", "2024-06-01", "has no front matter"),
        (f"--- {DRAFT}\n{NEW}", "1.1", "2023-02", "--date: version '1.1' is published before"),
        (f"--- {DRAFT}\n{NEW}", "1.1", "2999-02", "--date: published '2999-02' is in the future"),
        (f"--- {DRAFT}\n{NEW}", "1.1", "soon", "--date: published 'soon' is not a date"),
        (f"--- {DRAFT}\n{NEW}", "../1", "2024-06-01", "VERSION: version '../1' is not a number"),
        (f"--- {DRAFT}\n{NEW}", "1.0", "2024-06-01", "VERSION: version '1.0' is listed already"),
        (f"--- {DRAFT}\n{NEW}", "1.0.0", "2024-06-01", "is listed already as '1.0'; give another"),
        (f"--- {DRAFT}\n{NEW}", "0.9", "2024-06-01", "give a later version a higher number"),
        (
            f"--- {DRAFT}\n{NEW}--- docs/principles/1.1.md\nOther words\n",
            "1.1",
            "2024-06-01",
            "docs/principles/1.1.md:1:1: is there already and is left as it is",
        ),
        (
            f"--- {DRAFT}\n{NEW}",
            "1.1",
            "2024-05-01",
            "signatories.yml:5:11: 'Acme' signed version '1.0' on 2024-05-06, and would pass to"
            " version '1.1'; state which it endorses by 'endorses: \"1.0\"', or publish with",
        ),
        (
            f"--- {DRAFT}\n{NEW}"
            "--- deeds.yml\n- who: acme\n  principle: '1'\n  looked: 2024-06-07\n",
            "1.1",
            "2024-06-01",
            "deeds.yml:3:11: 'acme-1-looked-2024-06-07' is about version '1.0', and would pass to",
        ),
        (
            f"--- {DRAFT}\n{NEW}--- versions.yml\n"
            f"[{{version: '1.0', published: 2023-03, sha256: {digest(OLD)}}}]\n",
            "1.1",
            "2024-06-01",
            "versions.yml:1:1: nothing can be put at its end",
        ),
    ],
)
def test_what_cannot_be_published_is_refused_and_nothing_is_written(
    changes: str, number: str, date: str, told: str, tmp_path: Path
) -> None:
    site = small_site(tmp_path, changes)
    code, out, err = published(site, number, "--date", date)
    assert code == 1
    assert told in out + err


def test_a_publication_that_was_stopped_is_finished_by_another_run(site: SmallSite) -> None:
    plant(site.root, {DRAFT: NEW, "docs/principles/1.1.md": NEW})
    assert published(site, "1.1", "--date", "2024-06-01")[0] == 0
    assert site.run("undersigned", "check").returncode == 0


def test_comments_and_line_ends_of_the_list_of_versions_are_kept(site: SmallSite) -> None:
    place = site.root / "versions.yml"
    windows = b"# ours\r\n" + place.read_bytes().replace(b"\n", b"\r\n") + b"# the end\r\n\r\n"
    place.write_bytes(windows)
    plant(site.root, {DRAFT: NEW})
    assert published(site, "1.1", "--date", "2024-06")[0] == 0
    assert place.read_bytes() == windows.rstrip() + (
        f'\r\n\r\n- version: "1.1"\r\n  published: 2024-06\r\n  sha256: {digest(NEW)}\r\n'.encode()
    )


@pytest.mark.parametrize("listed", [None, "[]\n", "# none yet\n", ""])
def test_the_first_version_is_published_like_any_other(listed: str | None, site: SmallSite) -> None:
    (site.root / "versions.yml").unlink()
    (site.root / "docs/principles/1.0.md").rename(site.root / DRAFT)
    if listed is not None:
        (site.root / "versions.yml").write_text(listed)
    assert published(site, "1.0", "--date", "2023-03")[0] == 0
    assert site.run("undersigned", "check").returncode == 0
    assert site.build().returncode == 0


def test_no_draft_is_published_while_an_older_text_has_been_changed(site: SmallSite) -> None:
    plant(site.root, {DRAFT: NEW, "docs/principles/1.0.md": "1. Do harm\n"})
    code, out, _ = published(site, "1.1", "--date", "2024-06-01")
    assert code == 1
    assert out.startswith("versions.yml:3:11: docs/principles/1.0.md is no longer the text")


def test_three_versions_follow_each_other_and_each_is_there_for_ever(site: SmallSite) -> None:
    for number, date, text in (("1.1", "2024-06-01", NEW), ("1.10", "2025-01", OLD + "3. More\n")):
        plant(site.root, {DRAFT: text})
        assert published(site, number, "--date", date)[0] == 0
    built = site.build()
    assert built.returncode == 0, built.stderr
    for number, after in (("1.0", "1.1"), ("1.1", "1.10")):
        page = site.page(f"principles/{number}")
        assert f"principles/{after}/changes/" in page.replace("../", "principles/")
        assert "Superseded." in page
    assert list(faults(site.root / "site", "https://small.example/")) == []
