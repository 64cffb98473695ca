"""When Python looks for garbage, asked of builds and previews from within."""

from pathlib import Path

from tests.end_to_end.test_preview import eventually, previewed
from tests.support.sites import SmallSite, small_site

TELLING = """\
--- hooks/telling.py
import gc
from pathlib import Path

def on_post_build(config):
    Path("looks.txt").write_text(str(gc.isenabled()))
"""


def telling(root: Path) -> SmallSite:
    site = small_site(root, TELLING)
    configuration = root / "mkdocs.yml"
    text = configuration.read_text().replace("hooks:\n", "hooks:\n  - hooks/telling.py\n")
    configuration.write_text(text)
    return site


def test_a_build_looks_for_no_garbage(tmp_path: Path) -> None:
    result = telling(tmp_path).build()
    assert (result.returncode, (tmp_path / "looks.txt").read_text()) == (0, "False")


def test_a_preview_does_as_it_may_run_all_day(tmp_path: Path) -> None:
    with previewed(telling(tmp_path)) as (page, _):
        assert eventually(lambda: "Acme" in page())
    assert (tmp_path / "looks.txt").read_text() == "True"
