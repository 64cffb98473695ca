"""`undersigned new`: what it writes, what it refuses, and where the package comes from."""

import io
import json
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from importlib.metadata import Distribution, PackageNotFoundError
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from undersigned.cli import main
from undersigned.cli import new as new_command
from undersigned.founding import wheels

from tests.support.web import Web, local_web, moved, reply

NAMES = ["--title", "The Letter", "--publisher", "Keepers of the Coast"]
ADDRESS = "https://acme.example/files/undersigned-0.3-py3-none-any.whl"


def zipped(word: str = "x") -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("undersigned/__init__.py", word)
    return written.getvalue()


def wheel(folder: Path, version: str = "0.1.0") -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"undersigned-{version}-py3-none-any.whl"
    path.write_bytes(zipped(version))
    return path


def run(*arguments: str | Path, web: Web | None = None) -> Result:
    network = web.network() if web else None
    command = ["new", *map(str, arguments)]
    return CliRunner().invoke(main, command, obj=network, catch_exceptions=False)


def files_in(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def web() -> Iterator[Web]:
    with local_web() as web:
        yield web


def test_a_site_is_written_with_what_flags_say(tmp_path: Path) -> None:
    site = tmp_path / "a/site"
    flags: list[str | Path] = ["--edition", "Friends", "--independent", "--contact", "us@coast.org",
             "--repository", "https://code.org/x", "--site-url", "https://letter.coast.org",
             "--language", "nb", "--words", "letter", "--from", wheel(tmp_path / "w")]  # fmt: skip
    result = run(site, *NAMES, *flags)
    assert result.exit_code == 0, result.output
    assert "translate docs/" in result.output
    assert f"cd {site}" in result.output
    settings = yaml.safe_load((site / "mkdocs.yml").read_text(encoding="utf-8"))
    assert settings["site_url"] == "https://letter.coast.org/"
    assert settings["theme"] == {"name": "undersigned", "language": "nb"}
    assert settings["extra"]["edition"] == {
        "name": "Friends", "kind": "independent", "contact": "us@coast.org",
        "repository": "https://code.org/x", "address": "", "data_controller": "",
    }  # fmt: skip
    assert settings["extra"]["statement"]["address"] == "https://publisher.example/"


def test_by_default_an_edition_is_its_publishers_and_what_is_beside_the_files_stays(
    tmp_path: Path,
) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    assert run(tmp_path, *NAMES, "--from", wheel(tmp_path / "w")).exit_code == 0
    edition = yaml.safe_load((tmp_path / "mkdocs.yml").read_text("utf-8"))["extra"]["edition"]
    assert (edition["name"], edition["kind"]) == ("Keepers of the Coast", "official")
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine")
    (tmp_path / "docs").write_text("a file")
    result = run(tmp_path, *NAMES, "--from", wheel(tmp_path / "w"))
    assert result.exit_code == 1
    assert f"{tmp_path}/README.md" in result.output
    assert f"{tmp_path}/docs/" in result.output
    assert "nothing is written" in result.output
    assert files_in(tmp_path) == {"README.md", "docs", "w/undersigned-0.1.0-py3-none-any.whl"}


@pytest.mark.parametrize(
    ("flags", "code", "words"),
    [
        (["--title", "A"], 2, "missing --publisher; give it"),
        ([*NAMES, "--independent"], 2, "missing --edition; give it"),
        ([*NAMES, "--contact", "nobody"], 1, "has the contact 'nobody'"),
        ([*NAMES, "--language", "xx"], 1, "theme.language 'xx' is no language"),
        ([*NAMES, "--title", "a <b>"], 1, "holds HTML; write words alone"),
        ([*NAMES, "--from", "nowhere"], 1, "there is no 'nowhere'; name a wheel"),
        ([*NAMES, "--from", "http://acme.example/x"], 1, "does not begin with 'https://'"),
        ([*NAMES, "--words", "manifesto"], 2, "'manifesto' is not one of"),
    ],
)
def test_what_is_refused_is_said_and_nothing_is_written(
    flags: list[str], code: int, words: str, tmp_path: Path
) -> None:
    result = run(tmp_path / "site", *flags)
    assert result.exit_code == code
    assert words in result.output
    assert not (tmp_path / "site").exists()


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    result = run(tmp_path / "file/site", *NAMES, "--from", wheel(tmp_path / "w"))
    assert result.exit_code == 1
    assert "cannot be written" in result.output or "nothing is written" in result.output


def test_a_site_that_cannot_be_written_whole_leaves_nothing_in_the_way(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def full(_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(new_command, "create_texts", full)
    result = run(tmp_path / "site", *NAMES, "--from", wheel(tmp_path / "w"))
    assert result.exit_code == 1
    assert "cannot be written: No space left on device" in result.output
    assert files_in(tmp_path / "site") == set()


@pytest.mark.parametrize(("language", "said"), [("fr_CA", False), ("en-GB", False), ("de", True)])
def test_who_has_to_translate_is_told(language: str, said: bool, tmp_path: Path) -> None:
    flags = ["--language", language, "--from", str(wheel(tmp_path / "w"))]
    result = run(tmp_path / "site", *NAMES, *flags)
    assert ("the pages are in English; translate" in result.output) is said


def test_a_wheel_is_brought_along_with_its_digest(tmp_path: Path) -> None:
    source = wheel(tmp_path / "w")
    assert run(tmp_path / "site", *NAMES, "--from", source).exit_code == 0
    name = f"vendor/{source.name}"
    assert (tmp_path / "site" / name).read_bytes() == source.read_bytes()
    digest = sha256(source.read_bytes()).hexdigest()
    required = (tmp_path / "site/requirements.txt").read_text(encoding="utf-8")
    assert f"\n./{name} \\\n    --hash=sha256:{digest}\n" in required
    assert required.count("\nundersigned") == 0


def test_of_a_folder_the_newest_wheel_is_taken(tmp_path: Path) -> None:
    for version in ("0.9", "0.10", "0.2"):
        wheel(tmp_path / "w", version)
    (tmp_path / "w/other-9.9-py3-none-any.whl").write_bytes(zipped())
    assert run(tmp_path / "site", *NAMES, "--from", tmp_path / "w").exit_code == 0
    assert [path.name for path in (tmp_path / "site/vendor").iterdir()] == [
        "undersigned-0.10-py3-none-any.whl"
    ]


@pytest.mark.parametrize("name", ["empty", "other.whl", "undersigned-1.0-py3-none-any.whl"])
def test_what_is_no_wheel_of_the_package_is_refused(name: str, tmp_path: Path) -> None:
    place = tmp_path / name
    if name == "empty":
        place.mkdir()
    else:
        place.write_bytes(b"no archive")
    result = run(tmp_path / "site", *NAMES, "--from", place)
    assert result.exit_code == 1
    assert not (tmp_path / "site").exists()


def test_a_wheel_at_an_address_is_fetched_and_required_there(web: Web, tmp_path: Path) -> None:
    web.replies[ADDRESS] = moved("https://other.example/x?y=1", 302)
    web.replies["https://other.example/x?y=1"] = reply(200, zipped())
    result = run(tmp_path, *NAMES, "--from", ADDRESS, web=web)
    assert result.exit_code == 0, result.output
    digest = sha256(zipped()).hexdigest()
    required = (tmp_path / "requirements.txt").read_text(encoding="utf-8")
    assert f"\nundersigned @ {ADDRESS} \\\n    --hash=sha256:{digest}\n" in required
    assert not (tmp_path / "vendor").exists()


@pytest.mark.parametrize(
    ("status", "body", "words"),
    [(404, b"", "the status 404"), (200, b"no archive", "is no wheel, whatever its name says")],
)
def test_an_address_that_has_no_wheel_is_refused(
    status: int, body: bytes, words: str, web: Web, tmp_path: Path
) -> None:
    web.replies[ADDRESS] = reply(status, body)
    result = run(tmp_path / "site", *NAMES, "--from", ADDRESS, web=web)
    assert result.exit_code == 1
    assert words in result.output
    assert not (tmp_path / "site").exists()


def test_redirects_that_never_end_are_refused(web: Web, tmp_path: Path) -> None:
    web.replies[ADDRESS] = moved(ADDRESS)
    result = run(tmp_path / "site", *NAMES, "--from", ADDRESS, web=web)
    assert "leads from one address to the next" in result.output


class Installed(Distribution):
    """A package that says by PEP 610 where it was installed from."""

    def __init__(self, stated: object) -> None:
        self.stated = stated

    def read_text(self, filename: str) -> str | None:
        if self.stated is None:
            raise PackageNotFoundError
        return json.dumps(self.stated) if filename == "direct_url.json" and self.stated else None

    def locate_file(self, path: object) -> Path:
        raise NotImplementedError


def test_by_default_the_package_comes_from_where_the_running_one_did(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    source = wheel(tmp_path / "w e")
    stated = {"url": source.as_uri(), "archive_info": {}}
    monkeypatch.setattr(wheels, "distribution", lambda _: Installed(stated))
    assert run(tmp_path / "site", *NAMES).exit_code == 0
    assert (tmp_path / "site/vendor" / source.name).is_file()


@pytest.mark.parametrize(
    ("stated", "words"),
    [
        ({"url": "file:///x", "dir_info": {"editable": True}}, "a folder of its sources"),
        (None, "nothing says where the package was installed from; give --from"),
        ({"url": "file:///nowhere/undersigned-1.0-py3-none-any.whl"}, "there is no '/nowhere"),
    ],
)
def test_where_a_package_came_from_that_is_no_wheel_another_has_to_be_named(
    stated: object, words: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(wheels, "distribution", lambda _: Installed(stated))
    result = run(tmp_path / "site", *NAMES)
    assert result.exit_code == 1
    assert words in result.output
