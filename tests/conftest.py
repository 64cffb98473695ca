import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from tests.support.examples import LONG, USUAL
from tests.support.guard import Guard
from tests.support.lighthouses import annotated, forked
from tests.support.packaged import installed
from tests.support.store import Store
from tests.support.tabs import Tabs

# Sites of tests are judged whole and by their own history, whatever this one is built against.
os.environ.pop("BASE", None)
os.environ.pop("PUBLISHED_BRANCH", None)

# Half of what a new Python takes for a command is to compile the package; once will do. So it is
# with this one, which besides rewrites the assertions of tests.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# Nor has git to copy its examples of hooks into each repository, or to look after each commit for
# what it could pack: it does so in a process of its own.
os.environ |= {"GIT_TEMPLATE_DIR": "", "GIT_CONFIG_COUNT": "1"}
os.environ |= {"GIT_CONFIG_KEY_0": "maintenance.auto", "GIT_CONFIG_VALUE_0": "false"}

# How long one example takes says something of the machine, and nothing of what the test holds.
settings.register_profile("usual", deadline=None, max_examples=USUAL)
settings.register_profile("long", deadline=None, max_examples=LONG)  # for `make test-long`
settings.load_profile("usual")

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

# For each tab Chromium makes ready two pages more, in which its address bar would show suggestions,
# and they take as long as the tab. What follows them Playwright switches off by itself; it is
# repeated, since of two such lists only the last one counts. The last one would ask a server of
# Google's about every form.
SWITCHED_OFF = (
    "WebUIOmniboxPopup", "WebUIOmniboxAimPopup",
    "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding",
    "ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints",
    "NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch",
    "AutofillServerCommunication",
)  # fmt: skip


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """One worker more than cores for whole folders; none where files or tests are named.

    Servers and browsers are waited for, which left a quarter of two cores idle. A few tests are
    done sooner by one process, in which `--pdb` and `-s` work as well.
    """
    return (os.cpu_count() or 1) + 1 if all(Path(each).is_dir() for each in config.args) else 0


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Import the modules of tests that a worker will collect, in each from another one on.

    To rewrite their assertions takes as long as all else before the first test. In one order all
    workers would rewrite the same at once; so each finds what another has rewritten.
    """
    if worker := os.environ.get("PYTEST_XDIST_WORKER", "").removeprefix("gw"):
        folders = map(Path, session.config.args)
        places = [place for each in folders for place in sorted(each.rglob("test_*.py"))]
        first = int(worker) * len(places) // int(os.environ["PYTEST_XDIST_WORKER_COUNT"])
        for place in places[first:] + places[:first]:
            with suppress(Exception):  # it is told where the module is collected
                parts = place.resolve().relative_to(session.config.rootpath).with_suffix("").parts
                import_module(".".join(parts))


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Where built sites are kept for all tests that only read them."""
    folder = tmp_path_factory.getbasetemp()
    # That of a worker stands in that of the run.
    run = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder
    return Store(run / "store")


@pytest.fixture(scope="session")
def published(store: Store) -> Path:
    """The keepers' letter, built strictly by the hooks of its own repository."""
    root = store.kept("the keepers' letter", lambda each: forked(each).build_at(each / "site"))
    return root / "site"


@pytest.fixture(scope="session")
def independent(store: Store) -> Path:
    """The keepers' letter in an edition that is not its publisher's."""
    root = store.kept("another's edition", lambda each: annotated(each).build_at(each / "site"))
    return root / "site"


@pytest.fixture(scope="session")
def modules(store: Store) -> Path:
    """A folder of modules with the wheel of this repository, as others have it installed."""
    return store.kept("the package", installed) / "modules"


@pytest.fixture(scope="session")
def guard() -> Iterator[Guard]:
    """A process in which work may hang without harm."""
    guard = Guard()
    yield guard
    guard.end()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of this machine; without one the tests skip, or fail if one is required."""
    found = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if found is None:
        message = f"no browser found, looked for {', '.join(CHROMIUMS)}"
        if os.environ.get("REQUIRE_BROWSER") == "1":
            pytest.fail(message)
        pytest.skip(message)
    # A sandbox of its own is not to be had for root; the pages are this repository's.
    arguments = [f"--disable-features={','.join(SWITCHED_OFF)}"]
    arguments += ["--no-sandbox"] if os.getuid() == 0 else []
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=found, args=arguments)
        yield running
        running.close()


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> Tabs:
    """Tabs for tests that do no more in them than readers do."""
    return Tabs(browser)
