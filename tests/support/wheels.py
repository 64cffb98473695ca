"""Wheels of the package, as releases give them."""

import zipfile
from collections.abc import Callable
from pathlib import Path

Edit = Callable[[str], str]


def wheel_in(folder: Path) -> Path:
    """The wheel that `tests.support.packaged.installed` has built in a folder."""
    (wheel,) = (folder / "wheels").glob("*.whl")
    return wheel


def other_version(wheel: Path, folder: Path, version: str, edits: dict[str, Edit]) -> Path:
    """Another version of a wheel, in a folder; texts of files in it are edited, by their paths."""
    name, was, *tags = wheel.stem.split("-")
    path = folder / "-".join((name, version, *tags))
    made = path.with_name(f"{path.name}.whl")
    with zipfile.ZipFile(wheel) as old, zipfile.ZipFile(made, "w") as new:
        for each in old.namelist():
            content = old.read(each)
            if each in edits:
                content = edits[each](content.decode()).encode()
            if ".dist-info/" in each and each.endswith(("METADATA", "RECORD")):
                text = content.decode().replace(f"Version: {was}\n", f"Version: {version}\n")
                content = text.replace(
                    f"{name}-{was}.dist-info", f"{name}-{version}.dist-info"
                ).encode()
            new.writestr(each.replace(f"{name}-{was}.", f"{name}-{version}."), content)
    return made
