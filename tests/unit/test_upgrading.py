"""`undersigned upgrade`: whose a file is, what is required, what changed, what is refused."""

import io
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from undersigned.cli import main
from undersigned.cli import upgrade as upgrade_command
from undersigned.founding.answers import Answers
from undersigned.founding.files import founded, owned
from undersigned.founding.marks import Ownership, is_owned, marked, ownership
from undersigned.founding.own_files import own_files
from undersigned.founding.wheels import Wheel, WheelError
from undersigned.upgrading.comparison import Change, Comparison, PageChange, compared, words_on
from undersigned.upgrading.requirements import Pin, pin_in, requiring
from undersigned.upgrading.writing import Left, lock_in, planned, required_now

LOCK = "mkdocs==1.6.1 \\\n    --hash=sha256:aa\n    # via -r requirements.in\n"
ANSWERS = Answers("A letter", "Keepers", words="letter")


def wheel(version: str = "1.1", lock: str | None = LOCK, address: str = "") -> Wheel:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("undersigned/__init__.py", version)
        if lock is not None:
            archive.writestr("undersigned/founding/carried/requirements.txt", lock)
    return Wheel(f"undersigned-{version}-py3-none-any.whl", written.getvalue(), address)


def site(root: Path, old: Wheel) -> Path:
    """A site that was begun with a wheel, as it was written."""
    for path, text in founded(ANSWERS, old.requirement).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    (root / old.path).parent.mkdir()
    (root / old.path).write_bytes(old.content)
    return root


def pages(folder: Path, **words: str) -> Path:
    for name, text in words.items():
        path = folder / name / "index.html"
        path.parent.mkdir(parents=True)
        path.write_text(f"<!doctype html><title>T</title><main>{text}</main>", encoding="utf-8")
    return folder


@pytest.mark.parametrize("text", ["a: 1\n", "#!/bin/sh\necho\n", "", "\n", "# Written by hand\n"])
def test_a_marked_file_is_the_generators_until_anything_in_it_is_edited(text: str) -> None:
    whole = marked(text)
    assert ownership(text) is Ownership.OWNER
    assert ownership(whole) is Ownership.GENERATOR
    assert ownership(whole.replace("\n", "\r\n")) is Ownership.GENERATOR
    assert ownership(f"{whole}more\n") is Ownership.EDITED
    assert ownership(f"above\nabove\nabove\n{whole}") is Ownership.OWNER
    assert marked(whole) == whole
    assert whole.startswith("#!/bin/sh\n# Written") if "#!" in text else whole.startswith("# W")


def test_what_runs_a_site_is_marked_and_no_word_of_it_is() -> None:
    texts = founded(ANSWERS, "./vendor/undersigned-1.0-py3-none-any.whl")
    marks = {path for path, text in texts.items() if ownership(text) is Ownership.GENERATOR}
    assert marks == {path for path in texts if is_owned(path)}
    assert {"requirements.txt", "netlify.toml", "Makefile", "tools/netlify.sh"} <= marks
    assert not any(path.startswith("docs/") or path.endswith((".md", ".yml")) for path in marks
                   if not path.startswith(".github/"))  # fmt: skip
    for path in marks:
        text = texts[path]
        assert text.count("Written by undersigned") == 1


@pytest.mark.parametrize(
    ("line", "pin"),
    [
        (
            "./vendor/undersigned-1.0-py3-none-any.whl \\\n    --hash=sha256:" + "a" * 64,
            Pin("vendor/undersigned-1.0-py3-none-any.whl", "", "a" * 64),
        ),
        (
            "undersigned @ https://a.example/undersigned-1.0-py3-none-any.whl --hash=sha256:"
            + "b" * 64,
            Pin("", "https://a.example/undersigned-1.0-py3-none-any.whl", "b" * 64),
        ),
        (
            "./vendor/undersigned-1.0-py3-none-any.whl",
            Pin("vendor/undersigned-1.0-py3-none-any.whl", "", ""),
        ),
        ("undersigned-other==1.0", None),
        ("# undersigned @ https://a.example/x.whl", None),
        ("", None),
    ],
)
def test_what_a_site_requires_is_read_from_its_line(line: str, pin: Pin | None) -> None:
    assert pin_in(f"{LOCK}{line}\n{LOCK}") == pin


def test_only_the_line_of_the_package_is_replaced() -> None:
    old, new = wheel("1.0"), wheel("1.1")
    text = f"{LOCK}{old.requirement}\nmore==1 \\\n    --hash=sha256:cc\n"
    changed = requiring(text, new)
    assert changed == f"{LOCK}{new.requirement}\nmore==1 \\\n    --hash=sha256:cc\n"
    assert pin_in(changed) == Pin(new.path, "", sha256(new.content).hexdigest())


def test_an_edited_list_keeps_its_other_lines_and_one_as_written_is_written_anew() -> None:
    old, new = wheel("1.0"), wheel("1.1", f"{LOCK}another==2 \\\n    --hash=sha256:bb\n")
    as_written = marked(f"{LOCK}{old.requirement}\n")
    assert "another==2" in required_now(as_written, new)
    assert ownership(required_now(as_written, new)) is Ownership.GENERATOR
    edited = f"{as_written}own==3\n"
    assert required_now(edited, new).endswith("own==3\n")
    assert "another==2" not in required_now(edited, new)
    assert new.requirement in required_now(edited, new)


def test_a_wheel_without_a_list_of_what_it_needs_is_too_old() -> None:
    for content in (wheel(lock=None).content, b"", b"PK\x05\x06" + bytes(18)):
        with pytest.raises(WheelError, match="is older than this command; name a newer one"):
            lock_in(Wheel("undersigned-0.1-py3-none-any.whl", content))


def test_files_as_they_were_written_are_written_anew_and_no_others(tmp_path: Path) -> None:
    old, new = wheel("1.0"), wheel("1.1")
    root = site(tmp_path, old)
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    own = {path: marked(f"{text}# of 1.1\n") for path, text in owned(ANSWERS, "x").items()}
    own["tools/another.sh"], own[".github/workflows/another.yml"] = marked("a\n"), marked("b\n")
    own["docs/index.md"] = "never\n"
    with (root / "netlify.toml").open("a", encoding="utf-8") as file:
        file.write("# mine\n")
    (root / "Makefile").write_text("site:\n\tmine\n", encoding="utf-8")
    (root / ".github/workflows/links.yml").unlink()
    required = required_now((root / "requirements.txt").read_text("utf-8"), new)
    pin = pin_in((root / "requirements.txt").read_text("utf-8"))
    assert pin
    writing = planned(root, own, required, pin, new)
    assert set(writing.left) == {
        Left("netlify.toml", "which is edited since it was written"),
        Left("Makefile", "which is without the line that marks it"),
        Left(".github/workflows/links.yml", "which is not there"),
        Left(".github/workflows/another.yml", "which is not there"),
    }
    assert writing.needless == (old.path,)
    assert "tools/another.sh" in writing.texts
    assert writing.texts["requirements.txt"] == required
    assert not any(path.startswith("docs/") for path in writing.texts)
    assert set(writing.texts) >= {"tools/netlify.sh", ".github/workflows/checks.yml"}
    assert before.keys() >= {root / path for path in writing.texts} - {root / "tools/another.sh"}


def test_a_wheel_that_was_put_in_the_place_of_the_old_one_stays(tmp_path: Path) -> None:
    old = wheel("1.0")
    root = site(tmp_path, old)
    pin = pin_in((root / "requirements.txt").read_text("utf-8"))
    assert pin
    (root / old.path).write_bytes(b"mine")
    assert planned(root, {}, "", pin, wheel("1.1")).needless == ()


def test_no_file_outside_of_the_site_is_taken_for_its_own(tmp_path: Path) -> None:
    outside, root = tmp_path / "undersigned-1.0-py3-none-any.whl", tmp_path / "site"
    (root / "vendor").mkdir(parents=True)
    outside.write_bytes(b"theirs")
    digest = sha256(b"theirs").hexdigest()
    for path in (f"../{outside.name}", f"vendor/../../{outside.name}"):
        assert planned(root, {}, "", Pin(path, "", digest), wheel("1.1")).needless == ()
    own = {"tools/../../x.sh": marked("a\n")}
    assert planned(root, own, "", Pin("", "", ""), wheel("1.1")).texts.keys() == {
        "requirements.txt"
    }


def test_own_files_are_those_of_the_folder_that_the_site_has(tmp_path: Path) -> None:
    settings = "extra:\n  statement:\n    words: letter\n    folder: lettre\n"
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    own = own_files(tmp_path, "x")
    assert 'for = "/lettre/*"' in own["netlify.toml"]
    assert all(map(is_owned, own))


def test_pages_are_compared_by_their_words_alone(tmp_path: Path) -> None:
    old = pages(tmp_path / "old", a="One two", b="<p class=x>Same <b>words</b>", c="x", gone="x")
    new = pages(tmp_path / "new", a="One three four", b="<p>Same words", c="x", come="x")
    (old / "a.css").write_text("a", encoding="utf-8")
    (new / "a.css").write_text("b", encoding="utf-8")
    (new / "b.js").write_text("b", encoding="utf-8")
    found = compared(old, new)
    assert found.changed == (PageChange("a/index.html", (Change("two", "three four"),)),)
    assert (found.come, found.gone) == (("come/index.html",), ("gone/index.html",))
    assert found.same == 2
    assert found.others == ("a.css", "b.js")


def test_the_words_of_a_page_are_those_that_are_read_to_people() -> None:
    html = b'<p>A <img alt="lamp by night"><a aria-label="Home"><script>x</script><style>y</style>B'
    assert words_on(html) == ["A", "lamp", "by", "night", "Home", "B"]


def run(root: Path, *arguments: str) -> Result:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        return CliRunner().invoke(main, ["upgrade", *arguments], catch_exceptions=False)


def test_what_cannot_be_upgraded_is_refused_with_the_remedy(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n", encoding="utf-8")
    assert "requirements.txt cannot be read" in run(tmp_path).output
    (tmp_path / "requirements.txt").write_text(LOCK, encoding="utf-8")
    assert "does not name this package with its version; add a line" in run(tmp_path).output
    old = wheel("1.0")
    (tmp_path / "requirements.txt").write_text(f"{old.requirement}\n", encoding="utf-8")
    (tmp_path / "vendor").mkdir()
    (tmp_path / old.path).write_bytes(old.content)
    done = run(tmp_path)
    assert (done.exit_code, done.output) == (
        1,
        f"there is no newer wheel than {old.name} in vendor/;"
        " put one into vendor/, or name it by --to\n",
    )
    assert "there is no 'nowhere'" in run(tmp_path, "--to", "nowhere").output
    assert run(tmp_path / "vendor", "--to", "nowhere").exit_code == 1


def test_a_trial_says_what_would_be_written_and_writes_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    old, new = wheel("1.0"), wheel("1.1")
    root = site(tmp_path / "site", old)
    given = tmp_path / new.name
    given.write_bytes(new.content)
    changed = PageChange("index.html", (Change("One", "Two"),))
    found = Comparison((changed,), (), ("gone.html",), 3, ())
    monkeypatch.setattr(upgrade_command, "_tried", lambda *_: (found, {}))
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    tried = run(root, "--to", str(given), "--dry-run")
    assert tried.exit_code == 0
    assert tried.stdout.splitlines() == [
        "3 pages have the same words, 1 other words; 0 new, 1 gone", "gone: gone.html",
        "index.html:", "  - One", "  + Two",
        "would write requirements.txt", f"would remove {old.path}",
    ]  # fmt: skip
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
    assert run(root, "--to", str(given)).exit_code == 0
    assert (root / new.path).read_bytes() == new.content
    assert not (root / old.path).exists()
