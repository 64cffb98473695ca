"""This site outlives its engine: whatever builds it, it says the same at the same addresses."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from undersigned.staging.engines import Engine

from tests.support.engines import articles, differences, refused
from tests.support.exits import Exits, built_by_mkdocs, built_by_program, program_of
from tests.support.hosting import headers_of
from tests.support.listening import Listening, visited
from tests.support.served import served
from tests.support.sites import REPOSITORY
from tests.support.store import Store

from .own import SITE_URL


@pytest.fixture
def exits(store: Store) -> Exits:
    return Exits(store, REPOSITORY, "this repository's site")


def test_without_any_engine_it_is_the_same_and_nothing_on_it_is_refused(
    published: Path, exits: Exits, tmp_path: Path, browser: Browser
) -> None:
    site = exits.framed(tmp_path)
    assert differences(published, site, SITE_URL) == []
    assert refused(site) == []
    context = browser.new_context()
    tab = Listening(context)
    with served(site, headers_of) as address:
        assert visited(tab, address, site) >= len(articles(published, SITE_URL))
    context.close()
    assert tab.complaints == []


@pytest.mark.parametrize("engine", [Engine.MKDOCS, Engine.PROPERDOCS, Engine.ZENSICAL])
def test_another_engine_builds_it(
    published: Path, exits: Exits, tmp_path: Path, engine: Engine
) -> None:
    program = None if engine is Engine.MKDOCS else program_of(engine)
    folder = exits.staged(tmp_path / "staged", engine)
    site = built_by_program(program, folder) if program else built_by_mkdocs(folder)
    assert differences(published, site, SITE_URL) == []
    assert refused(site) == []
