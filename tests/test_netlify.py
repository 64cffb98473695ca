"""What netlify.toml promises, as far as Python can tell; `make audit` asks Netlify's packages."""

import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.support.sites import REPOSITORY

TEXT = (REPOSITORY / "netlify.toml").read_text(encoding="utf-8")
NETLIFY = tomllib.loads(TEXT)
SCRIPT = REPOSITORY / "tools" / "netlify.sh"


def headers_of(path: str) -> list[tuple[str, str]]:
    """Each header that a path is given, with its value, by Netlify's way of matching."""
    return [
        pair
        for rule in NETLIFY["headers"]
        if matches(rule["for"], path)
        for pair in rule["values"].items()
    ]


def matches(pattern: str, path: str) -> bool:
    parts = (
        re.sub(r"^:.*", "[^/]+", each) if ":" in each else re.escape(each).replace(r"\*", ".*")
        for each in pattern.split("/")
    )
    return re.fullmatch("/".join(parts), path, re.IGNORECASE) is not None


def paths(site: Path) -> list[str]:
    """Every path at which something is served."""
    files = [f"/{each.relative_to(site).as_posix()}" for each in site.rglob("*") if each.is_file()]
    return sorted(re.sub(r"/index\.html$", "/", path) for path in files)


def test_the_policy_is_on_one_line_that_allows_nothing_inline() -> None:
    [line] = [line for line in TEXT.splitlines() if "default-src" in line]
    name, value = line.split(" = ", 1)
    assert name == "Content-Security-Policy"
    assert value.startswith("\"default-src 'none'; ")
    assert "unsafe" not in value
    assert "sha256" not in value


def test_every_response_has_the_headers_that_protect_a_reader() -> None:
    given = dict(headers_of("/any/page/"))
    assert given.keys() == {
        "Content-Security-Policy",
        "Strict-Transport-Security",
        "X-Content-Type-Options",
        "Referrer-Policy",
        "Permissions-Policy",
        "Cross-Origin-Opener-Policy",
        "Cross-Origin-Resource-Policy",
    }
    assert given["Referrer-Policy"] == "no-referrer"


def test_no_feature_is_on_but_copying() -> None:
    policy = dict(headers_of("/"))["Permissions-Policy"]
    features = dict(each.split("=") for each in policy.split(", "))
    assert {name for name, who in features.items() if who != "()"} == {"clipboard-write"}
    assert features["clipboard-write"] == "(self)"
    assert features.keys() > {"camera", "microphone", "geolocation", "usb", "browsing-topics"}


def test_the_pinned_pythons_agree() -> None:
    pinned = (REPOSITORY / ".python-version").read_text(encoding="utf-8").strip()
    assert NETLIFY["build"]["environment"]["PYTHON_VERSION"] == pinned


def test_every_context_is_stated_and_pull_requests_alone_are_judged_by_their_change() -> None:
    judged = {name: each["environment"]["JUDGED"] for name, each in NETLIFY["context"].items()}
    assert judged == {"production": "all", "deploy-preview": "change", "branch-deploy": "all"}
    assert " && . tools/netlify.sh && " in NETLIFY["build"]["command"]
    assert NETLIFY["build"]["processing"]["skip_processing"] is True


def git(folder: Path, *arguments: str) -> str:
    """What git says in a folder."""
    named = ["git", "-C", str(folder), "-c", "user.name=A", "-c", "user.email=a@b.example"]
    run = subprocess.run([*named, *arguments], capture_output=True, text=True, check=True)
    return run.stdout.strip()


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone as a host makes it: one branch, two commits ahead of what it is for."""
    origin, clone = tmp_path / "origin", tmp_path / "clone"
    git(tmp_path, "init", "--quiet", "--initial-branch", "trunk", str(origin))
    git(origin, "commit", "--quiet", "--allow-empty", "-m", "One")
    git(origin, "checkout", "--quiet", "-b", "change")
    git(origin, "commit", "--quiet", "--allow-empty", "-m", "Two")
    git(tmp_path, "clone", "--quiet", "--single-branch", "--branch", "change", str(origin), "clone")
    git(origin, "checkout", "--quiet", "trunk")
    git(origin, "commit", "--quiet", "--allow-empty", "-m", "Three")
    return clone


def told(clone: Path, judged: str, **given: str) -> list[str]:
    """The epoch, the base and the published branch that a build in the clone is told."""
    said = '"${SOURCE_DATE_EPOCH-unset}" "${BASE-unset}" "${PUBLISHED_BRANCH-unset}"'
    command = f'set -eu; true && . "$0" && printf "%s\\n" {said}'
    left_out = ("BASE", "CONTEXT", "PUBLISHED_BRANCH", "SOURCE_DATE_EPOCH", "URL")
    environment = {name: value for name, value in os.environ.items() if name not in left_out}
    run = subprocess.run(
        ["bash", "-c", command, str(SCRIPT)],
        cwd=clone,
        env=environment | {"JUDGED": judged} | given,
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.split()


def test_a_pull_request_is_built_against_the_branch_that_it_is_for(clone: Path) -> None:
    origin = clone.parent / "origin"
    epoch = git(clone, "log", "-1", "--format=%ct")
    trunk = git(origin, "rev-parse", "trunk")
    assert told(clone, "change") == [epoch, trunk, trunk]


def test_other_builds_have_no_base(clone: Path) -> None:
    assert told(clone, "all")[1] == "unset"


def test_no_setting_of_the_host_spares_the_published_site_its_check(clone: Path) -> None:
    assert told(clone, "all", BASE="HEAD")[1] == "unset"


def test_where_the_branch_cannot_be_had_the_build_goes_on_without(clone: Path) -> None:
    git(clone, "remote", "set-url", "origin", str(clone.parent / "gone"))
    assert told(clone, "change")[1:] == ["unset", "unset"]


def test_where_nothing_is_common_the_build_goes_on_without(clone: Path) -> None:
    git(clone, "checkout", "--quiet", "--orphan", "other")
    git(clone, "commit", "--quiet", "--allow-empty", "-m", "Other")
    assert told(clone, "change")[1] == "unset"


def production(clone: Path, code: int = 0) -> tuple[list[str], str]:
    """What a build of the published site is told, and how its check was called; it gives a code."""
    tools = clone.parent / "tools"
    tools.mkdir()
    (tools / "python").write_text(f'#!/bin/sh\necho "$PYTHONPATH $@" >> ../log\nexit {code}\n')
    (tools / "python").chmod(0o755)
    path = f"{tools}:{os.environ['PATH']}"
    given = {"CONTEXT": "production", "URL": "https://a.example", "PATH": path}
    said = told(clone, "all", PUBLISHED_BRANCH="HEAD~1", **given)
    return said, (clone.parent / "log").read_text(encoding="utf-8")


def test_the_published_site_is_held_against_its_own_history_and_what_is_deployed(
    clone: Path,
) -> None:
    said, called = production(clone)
    assert said[1:] == ["unset", "HEAD"]
    assert called == ("hooks -m undersigned check versions.yml --published https://a.example\n")


@pytest.mark.parametrize("code", [1, 2])
def test_what_contradicts_the_deployed_site_is_not_built(clone: Path, code: int) -> None:
    with pytest.raises(subprocess.CalledProcessError) as error:
        production(clone, code)
    assert error.value.returncode == code
    assert error.value.stdout == ""


def test_other_builds_are_held_against_the_default_branch_and_ask_no_deployed_site(
    clone: Path,
) -> None:
    trunk = git(clone.parent / "origin", "rev-parse", "trunk")
    for context in ("deploy-preview", "branch-deploy"):
        assert told(clone, "all", CONTEXT=context, PATH=os.environ["PATH"])[1:] == ["unset", trunk]


def test_a_shallow_clone_is_completed_and_where_it_cannot_be_that_is_said(clone: Path) -> None:
    origin = clone.parent / "origin"
    git(clone.parent, "clone", "--quiet", "--depth", "1", f"file://{origin}", "shallow")
    shallow = clone.parent / "shallow"
    git(shallow, "remote", "set-url", "origin", str(clone.parent / "gone"))
    command = ["bash", "-c", 'set -eu; . "$0"', str(SCRIPT)]
    run = subprocess.run(command, cwd=shallow, capture_output=True, text=True, check=True)
    assert "this clone is shallow, and its history cannot be fetched" in run.stderr
    git(shallow, "remote", "set-url", "origin", f"file://{origin}")
    assert git(shallow, "rev-list", "--count", "HEAD") == "1"
    told(shallow, "all")
    assert git(shallow, "rev-list", "--count", "HEAD") == "2"
