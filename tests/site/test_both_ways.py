"""This site is built by the package to the same bytes as by its own hooks."""

from pathlib import Path

from tests.support.packaged import built_by, content, whole


def test_this_site_has_the_same_bytes_from_the_package_and_from_its_own_hooks(
    modules: Path, tmp_path: Path
) -> None:
    mine, theirs = whole(tmp_path / "mine"), content(tmp_path / "theirs")
    sums = []
    for folder, package in ((mine, None), (theirs, modules)):
        built = built_by(package, folder)
        assert built.returncode == 0, built.stderr
        sums.append((folder / "site/SHA256SUMS").read_text(encoding="utf-8"))
    assert sums[0] == sums[1]
    assert sums[0].count("\n") > 90
    # A picture drawn for one statement is no part of a theme.
    theme = modules / "undersigned_mkdocs/theme/assets/undersigned"
    assert (theme / "favicon.svg").is_file()
    assert not (theme / "card.png").exists()
    assert not (theirs / "hooks").exists()
