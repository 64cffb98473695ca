"""A second processor changes how long a build takes, and nothing else."""

import subprocess
from pathlib import Path

import pytest

from tests.support.files import plant
from tests.support.prepared import run_file
from tests.support.processors import needs_two
from tests.support.registers import entry_text
from tests.support.sites import SmallSite, small_site, split_at

# More sheets than are drawn here alone: of each letter, and of all names.
REGISTER = "\n".join(
    entry_text(f"{letter}{number:02}") for letter in "ABCDEFGHJKLMNOPQRST" for number in range(12)
)

_SHEETS = "site/signatories/list/*/*.html"

_BUILD = """
import os, sys
if sys.argv[1] == "one":
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
from mkdocs.__main__ import cli
cli(["build", "--strict"])
"""


@pytest.fixture
def site(tmp_path: Path) -> SmallSite:
    return small_site(tmp_path, f"{split_at(10)}--- signatories.yml\n{REGISTER}")


def built(site: SmallSite, processors: str) -> subprocess.CompletedProcess[str]:
    plant(site.root, {"build.py": _BUILD})
    return run_file(site.root / "build.py", processors, cwd=site.root)


def processes(site: SmallSite) -> dict[str, str]:
    """The process that drew the sheet of each letter."""
    pages = {path.parent.name: path.read_text("utf-8") for path in site.root.glob(_SHEETS)}
    return {letter: page.split("process:")[1].split()[0] for letter, page in pages.items()}


def lines_of_log(stderr: str) -> list[str]:
    return [line for line in stderr.splitlines() if line.startswith(("ERROR", "WARNING"))]


def drawing_process(site: SmallSite) -> None:
    """Have each sheet say which process drew it."""
    with (site.root / "hooks" / "process.py").open("w", encoding="utf-8") as file:
        file.write("import os\n\ndef on_page_context(context, **_):\n")
        file.write("    context['process'] = os.getpid()\n    return context\n")
    with_hook(site, "process")
    on_sheets(site, "<p>process:{{ process }} </p>")


def with_hook(site: SmallSite, name: str) -> None:
    settings = site.root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("hooks:\n", f"hooks:\n  - hooks/{name}.py\n"), "utf-8")


def keep_busy(site: SmallSite, until: str) -> None:
    """Leave no processor free until the page at an address is drawn."""
    with (site.root / "hooks" / "busy.py").open("w", encoding="utf-8") as file:
        file.write("import os, time\nfrom undersigned.workers import Work\n")
        file.write("def on_env(env, config, **_):\n    count = len(os.sched_getaffinity(0)) - 1\n")
        file.write("    config.busy = [Work(lambda: time.sleep(600)) for _ in range(count)]\n")
        file.write(f"def on_post_page(output, page, config):\n    if page.url == {until!r}:\n")
        file.write("        config.busy.clear()\n")
    with_hook(site, "busy")


def on_sheets(site: SmallSite, added: str) -> None:
    """Have each sheet show more."""
    sheet = site.root / "overrides" / "undersigned" / "sheet.html"
    text = sheet.read_text(encoding="utf-8")
    place = "{% block beneath %}"
    assert place in text
    sheet.write_text(text.replace(place, place + added), encoding="utf-8")


@needs_two
def test_the_same_bytes_are_built_by_one_processor_and_by_two(site: SmallSite) -> None:
    sums = []
    for processors in ("one", "two"):
        done = built(site, processors)
        assert done.returncode == 0, done.stderr
        sums.append((site.root / "site" / "SHA256SUMS").read_text(encoding="utf-8"))
    assert sums[0] == sums[1]
    assert sums[0].count("\n") > 2 * 19


@needs_two
def test_most_sheets_of_a_long_register_are_drawn_by_another_process(site: SmallSite) -> None:
    drawing_process(site)
    assert built(site, "two").returncode == 0
    assert len(set(processes(site).values())) == 2


@needs_two
def test_sheets_are_drawn_by_another_process_once_there_is_a_processor(site: SmallSite) -> None:
    drawing_process(site)
    keep_busy(site, "signatories/list/a/")
    assert built(site, "two").returncode == 0
    drawn = processes(site)
    assert drawn["a"] == drawn["b"]
    assert len(set(drawn.values())) == 2


@needs_two
@pytest.mark.parametrize(
    ("fault", "said"),
    [("{{ 'no/such.md' | address }}", "docs/no/such.md"), ("{{ a.b.c }}", "'a' is undefined")],
)
def test_what_a_sheet_has_to_say_is_said_by_two_as_by_one(
    site: SmallSite, fault: str, said: str
) -> None:
    on_sheets(site, fault)
    one, two = (built(site, processors) for processors in ("one", "two"))
    assert one.returncode == two.returncode == 1
    assert said in one.stderr
    assert lines_of_log(one.stderr) == lines_of_log(two.stderr) != []
