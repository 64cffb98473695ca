"""`undersigned check --published`: versions against what the deployed site publishes, over TLS."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from undersigned.cli import main
from undersigned.statement.version import digest

from tests.support.files import plant
from tests.support.registers import BARE_SITE
from tests.support.web import Reply, Web, dripping, hanging, local_web, moved, raw, reply

PLACE = "https://statement.example/"
FILE = f"{PLACE}statement.json"
TEXT = "1. Do no harm\n"
ADDRESS = "https://coalition.example/announced"


@pytest.fixture
def web() -> Iterator[Web]:
    with local_web() as web:
        yield web


@pytest.fixture(autouse=True)
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    settings = f"site_name: Any\nextra: {{statement: {{address: {ADDRESS}}}}}\n"
    plant(tmp_path, BARE_SITE | {"mkdocs.yml": settings, "signatories.yml": "[]\n"})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def statement(sha256: str = digest(TEXT), **changed: object) -> dict[str, Any]:
    version = {"version": "1.0", "published": "2023-03", "sha256": sha256, "in_force": True}
    return {"format": 1, "address": ADDRESS, "versions": [version]} | changed


def as_json(data: object) -> Reply:
    return reply(200, json.dumps(data), Content_Type="application/json; charset=utf-8")


def check(web: Web, answer: Reply, place: str = PLACE, **limits: float) -> tuple[int, str]:
    """The exit code and what is printed of versions.yml."""
    web.replies[FILE] = answer
    arguments = ["check", "versions.yml", "--published", place]
    run = CliRunner().invoke(main, arguments, obj=web.network(**limits), catch_exceptions=False)
    return run.exit_code, run.output


@pytest.mark.parametrize("place", [PLACE, PLACE[:-1]])
def test_what_is_deployed_is_green_while_it_is_listed(web: Web, place: str) -> None:
    assert check(web, as_json(statement()), place) == (0, "")
    assert web.asked == [FILE]
    assert check(web, reply(200, json.dumps(statement()), Content_Type="text/plain")) == (0, "")


def test_a_new_version_is_green_and_one_that_is_rewritten_since_is_not(
    web: Web, site: Path
) -> None:
    plant(site, {"docs/principles/1.1.md": "1. Say so\n"})
    sha256 = digest("1. Say so\n")
    more = f'- version: "1.1"\n  published: 2024-03\n  sha256: {sha256}\n'
    with (site / "versions.yml").open("a") as file:
        file.write(more)
    assert check(web, as_json(statement())) == (0, "")
    assert check(web, as_json(statement("0" * 64))) == (
        1,
        "versions.yml:3:11: version '1.0' was published with the sha256 000000000000…, which stays"
        " as it is; put it and its text back, and publish other words as a new version\n"
        "1 problem\n",
    )


def test_a_version_that_is_deployed_and_no_longer_listed_or_dated_otherwise_is_a_problem(
    web: Web,
) -> None:
    versions = [{"version": "0.9", "published": "2023-03", "sha256": "0" * 64}]
    code, said = check(web, as_json(statement(versions=versions)))
    assert code == 1
    assert "version '0.9' was published, and is no longer listed; put it back" in said
    versions = [{"version": "1.0", "published": "2023-04", "sha256": digest(TEXT)}]
    code, said = check(web, as_json(statement(versions=versions)))
    assert code == 1
    assert "version '1.0' was published on '2023-04', which stays as it is" in said


UNHAD: dict[str, tuple[Reply, str]] = {
    "nothing": (reply(404), "it has no statement.json, as before its first deployment"),
    "gone": (reply(410), "it has no statement.json, as before its first deployment"),
    "a fault": (reply(500), "it answers 500; try again later"),
    "no JSON": (reply(200, "<p>Hello"), "its statement.json cannot be read; look at it"),
    "a list": (as_json([statement()]), "its statement.json cannot be read"),
    "another format": (as_json(statement(format=2)), "its statement.json cannot be read"),
    "no versions": (as_json({"format": 1, "address": ADDRESS}), "cannot be read"),
    "half a version": (as_json(statement(versions=[{"version": "1.0"}])), "cannot be read"),
    "depth": (reply(200, "[" * 100_000, Content_Type="application/json"), "cannot be read"),
    "a number": (reply(200, "1" * 9999, Content_Type="application/json"), "cannot be read"),
    "too much": (reply(200, " " * 3_000_000, Content_Type="application/json"), "cannot be read"),
    "a picture": (reply(200, b"\x89PNG", Content_Type="image/png"), "cannot be read"),
    "no web server": (raw(b"SSH-2.0\r\n"), "does not speak as web servers do"),
    "no answer": (hanging, "does not answer in time"),
    "an answer that has no end": (dripping, "took longer than 1 seconds"),
    "a circle": (moved(FILE), "redirects in a circle"),
    "a way without TLS": (moved("http://statement.example/s"), "redirects to what does not begin"),
    "a way into the house": (moved("https://127.0.0.1/s"), "redirects to what names a machine by"),
}


@pytest.mark.parametrize("how", UNHAD)
def test_where_it_cannot_be_had_that_is_said_and_stops_nothing(web: Web, how: str) -> None:
    answer, why = UNHAD[how]
    code, said = check(web, answer, silent=0.5, whole=1)
    assert code == 0
    assert f"versions.yml:1:1: warning: cannot be held against what '{PLACE}' publishes: " in said
    assert why in said
    assert said.endswith("1 warning\n")


def test_a_machine_that_is_not_public_is_not_asked(web: Web) -> None:
    web.machines["statement.example"] = ["10.0.0.1"]
    code, said = check(web, as_json(statement("0" * 64)))
    assert code == 0
    assert "leads to 10.0.0.1, which is no public machine" in said
    assert web.asked == []


def test_what_has_moved_is_followed(web: Web) -> None:
    web.replies["https://www.acme.example/s"] = as_json(statement("0" * 64))
    assert check(web, moved("https://www.acme.example/s"))[0] == 1


def test_another_statement_at_the_place_is_said_and_stops_nothing(web: Web) -> None:
    answer = as_json(statement("0" * 64, address="https://old.example/"))
    code, said = check(web, answer)
    assert code == 0
    assert "its statement is another, of 'https://old.example/'" in said


@pytest.mark.parametrize(
    "settings", ["site_name: Any\n", "extra: {statement: {address: !ENV [X, https://b.c/]}}\n"]
)
def test_where_the_own_address_is_not_plain_to_see_what_is_deployed_counts(
    web: Web, site: Path, settings: str
) -> None:
    (site / "mkdocs.yml").write_text(settings)
    assert check(web, as_json(statement("0" * 64)))[0] == 1


def test_a_check_without_it_asks_nobody(web: Web) -> None:
    run = CliRunner().invoke(main, ["check"], obj=web.network(), catch_exceptions=False)
    assert (run.exit_code, web.asked, web.looked_up) == (0, [], [])
