"""Where the package is looked for: vendor/, an index by the real pip, where it came from."""

import os
import zipfile
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from undersigned.cli import from_wheel, newer_wheel
from undersigned.cli.newer_wheel import newer
from undersigned.founding.index import from_index
from undersigned.founding.wheels import WheelError, wheel_at
from undersigned.upgrading.requirements import Pin, pin_in, requiring

from tests.support.served import served

ADDRESS = "https://acme.example/undersigned-1.0-py3-none-any.whl"
PINNED = Pin("vendor/undersigned-1.0-py3-none-any.whl", "", "")
INDEXED = Pin("", "", "", "1.0")


def wheel(folder: Path, version: str) -> Path:
    """A wheel that pip takes for one, without the package."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"undersigned-{version}-py3-none-any.whl"
    about = f"undersigned-{version}.dist-info"
    with zipfile.ZipFile(path, "w") as archive:
        named = f"Metadata-Version: 2.1\nName: undersigned\nVersion: {version}\n"
        archive.writestr(f"{about}/METADATA", named)
        archive.writestr(f"{about}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        archive.writestr(f"{about}/RECORD", "")
    return path


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an index with the versions 1.0 and 1.10, and pip told of no other."""
    folder = tmp_path_factory.mktemp("index")
    for version in ("1.0", "1.10"):
        wheel(folder / "simple/undersigned", version)
    with served(folder) as address, pytest.MonkeyPatch.context() as patch:
        for name in [each for each in os.environ if each.startswith("PIP_")]:
            patch.delenv(name)
        patch.setenv("PIP_CONFIG_FILE", os.devnull)
        patch.setenv("PIP_INDEX_URL", f"{address}simple/")
        yield address


def came_from(patch: pytest.MonkeyPatch, place: str | None, running: str = "1.0") -> None:
    """Let the running package be of a version, and have come from a place; `None` is a checkout."""

    def origin() -> str:
        if place is None:
            raise WheelError("a checkout")
        return place

    for module in (newer_wheel, from_wheel):
        patch.setattr(module, "origin", origin)
        patch.setattr(module, "running", lambda: running)


@pytest.mark.usefixtures("index")
def test_pip_finds_the_newest_version_in_an_index_or_the_one_that_is_asked_for() -> None:
    newest = from_index()
    assert newest.name == "undersigned-1.10-py3-none-any.whl"
    digest = sha256(newest.content).hexdigest()
    line = f"undersigned==1.10 \\\n    --hash=sha256:{digest}\n    # the generator of this site"
    assert newest.requirement == line
    assert newest.path == ""
    assert pin_in(f"a==1\n{line}\n") == Pin("", "", digest, "1.10")
    older = from_index("1.0")
    assert older.name == "undersigned-1.0-py3-none-any.whl"
    assert requiring(f"{line}\nb==1\n", older).startswith("undersigned==1.0 \\\n")
    assert pin_in("undersigned==1.0rc1\n") is None


def test_an_index_that_has_no_such_version_or_does_not_answer_is_said(
    index: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert index
    with pytest.raises(WheelError, match=r"^pip finds no undersigned==3 \(.+\); see whether"):
        from_index("3")
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:1/simple/")
    with pytest.raises(WheelError, match=r"or name a wheel that you have$"):
        from_index()


@pytest.mark.usefixtures("index")
def test_a_new_site_requires_from_an_index_what_came_from_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    came_from(monkeypatch, "")
    assert from_wheel.wheel_from(None, None).requirement.startswith("undersigned==1.0 \\\n")


@pytest.mark.usefixtures("index")
def test_a_newer_wheel_is_looked_for_where_the_site_has_the_package_from(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    came_from(monkeypatch, None)
    found, where = newer(tmp_path, INDEXED, None)
    assert (found.name, where) == ("undersigned-1.10-py3-none-any.whl", "the index")
    path = wheel(tmp_path / "vendor", "1.1")
    for pin in (PINNED, INDEXED, Pin("", ADDRESS, "")):
        assert newer(tmp_path, pin, None) == (wheel_at(path), "vendor/")
    with pytest.raises(WheelError, match=r"there is no newer wheel than .*-1\.1-.* in vendor/;"):
        newer(tmp_path, Pin("vendor/undersigned-1.1-py3-none-any.whl", "", ""), None)
    came_from(monkeypatch, "", running="1.0")  # no older one than the site has is asked for
    with pytest.raises(WheelError, match=r"in vendor/; put one into vendor/, or name it by --to"):
        newer(tmp_path, Pin("vendor/undersigned-1.1-py3-none-any.whl", "", ""), None)


@pytest.mark.usefixtures("index")
def test_a_newer_wheel_is_looked_for_where_the_running_package_came_from(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    came_from(monkeypatch, str(wheel(tmp_path / "dist", "1.0")))
    with pytest.raises(WheelError, match=r"no newer wheel than .*1\.0-.* in /.*/dist;"):
        newer(tmp_path, PINNED, None)
    path = wheel(tmp_path / "dist", "1.2")
    assert newer(tmp_path, PINNED, None)[0] == wheel_at(path)
    came_from(monkeypatch, "", running="1.10")
    assert newer(tmp_path, PINNED, None)[0].requirement.startswith("undersigned==1.10 ")
    came_from(monkeypatch, ADDRESS)
    with pytest.raises(WheelError, match="no newer wheel"):  # nobody is asked for what is there
        newer(tmp_path, PINNED, None)
