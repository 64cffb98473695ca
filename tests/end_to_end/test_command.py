"""The command line, run as people run it."""

from pathlib import Path

from tests.support.files import plant
from tests.support.registers import BARE_SITE, entry_text
from tests.support.sites import SmallSite, small_site
from tests.support.terminals import at_a_terminal


def test_check_finds_the_site_from_a_folder_below_it(tmp_path: Path) -> None:
    site = small_site(tmp_path, "--- signatories.yml\n- name: Acme\n")
    checked = site.run("undersigned", "check", cwd=tmp_path / "docs" / "principles")
    assert checked.returncode == 1
    assert "\nsignatories.yml:1:3: " in checked.stdout


def test_a_person_is_told_that_nothing_is_wrong_and_programs_read_nothing(tmp_path: Path) -> None:
    plant(tmp_path, {**BARE_SITE, "signatories.yml": entry_text("Acme")})
    assert at_a_terminal(SmallSite(tmp_path), ["check"], {}).strip() == "no problems"
    assert SmallSite(tmp_path).run("undersigned", "check").stdout == ""


def test_check_outside_a_site_is_misuse(tmp_path: Path) -> None:
    checked = SmallSite(tmp_path).run("undersigned", "check")
    assert checked.returncode == 2
    assert "no mkdocs.yml here or above; go into a statement site" in checked.stderr


def test_no_file_that_a_stranger_could_add_gives_a_traceback(tmp_path: Path) -> None:
    site = small_site(tmp_path)
    drop_ins = tmp_path / "signatories.d"
    drop_ins.mkdir()
    (drop_ins / "bytes.yml").write_bytes(b"- name: \xff\xfe\n")
    (drop_ins / "large.yml").write_text("#" * 9000)
    (drop_ins / "link.yml").symlink_to("/etc/hostname")
    (drop_ins / "folder.yml").mkdir()
    (drop_ins / "deep.yml").write_text("- " * 3000)
    (drop_ins / "a\nb\x1b[31m.yml").write_text("[]")
    (tmp_path / "versions.yml").write_bytes(b"- version: \x00")
    checked = site.run("undersigned", "check")
    assert checked.stderr == ""
    assert checked.returncode == 1
    for line in (
        "signatories.d/bytes.yml:1:9: byte 0xff is not UTF-8; save the file as UTF-8",
        "signatories.d/large.yml:1:1: is larger than 8 KiB; shorten it",
        "signatories.d/link.yml:1:1: is not a plain file; put the text itself here",
        "signatories.d/folder.yml:1:1: is not a plain file; put the text itself here",
        "signatories.d/a\\nb\\x1b[31m.yml:1:1: ",
        "versions.yml:1:12: character U+0000 cannot stand here; remove it",
    ):
        assert line in checked.stdout


def test_many_notes_of_one_kind_are_one_line_and_all_of_them_are_printed_when_asked_for(
    tmp_path: Path,
) -> None:
    plant(tmp_path, {**BARE_SITE, "signatories.yml": entry_text("Acme")})
    sources = [f"@misc{{source{number}, title = {{x}}}}" for number in range(100)]
    (tmp_path / "references.bib").write_text("\n".join(sources))
    for form, how in (([], ": note: "), (["--format", "github"], "::notice file=")):
        for option, lines in (([], 1), (["--all"], 100)):
            checked = SmallSite(tmp_path).run("undersigned", "check", *form, *option)
            assert checked.stdout.count(how) == lines
            assert checked.stdout.endswith("\n100 notes\n")
