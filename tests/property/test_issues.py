"""No issue and no form gives a traceback, and no issue a file outside signatories.d."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from undersigned.cli import main
from undersigned.issues.forms import FOLDER, read_form
from undersigned.problem import stopping
from undersigned.site import read_site
from undersigned.text import yaml_nodes
from undersigned.text.characters import email_addresses
from undersigned.text.source import Source

from tests.support.examples import examples
from tests.support.files import plant
from tests.support.issues import (
    ACME_REPORT,
    ANSWERS,
    DEED,
    ENTERED,
    FORM_FILES,
    FORMS,
    event_of,
    ticked,
)
from tests.support.registers import BARE_SITE, entry_text

any_text = st.text(st.characters(), max_size=60)  # surrogates included
SIGNS = [
    "### ",
    "\n",
    "\r\n",
    "---",
    "- [X] ",
    "_No response_",
    "../",
    "`",
    "$(id)",
    "\0",
    "\u202e",
]
fragments = st.one_of(
    any_text,
    st.sampled_from([*SIGNS, "a@b.example", "Acme", "https://x.example", "NO", "company"]),
    st.sampled_from([f"\n### {heading}\n" for form in FORMS for heading in form.headings]),
)
free_bodies = st.lists(fragments, max_size=20).map("".join)


@st.composite
def nearly_forms(draw: st.DrawFn) -> dict[str, Any]:
    """The event of a form as it should be, but for some answers."""
    form = draw(st.sampled_from((*ENTERED, DEED, DEED)))
    parts = []
    for question in form.questions:
        good = ANSWERS[form.file].get(question.heading, ticked(question) or "_No response_")
        answer = draw(st.one_of(st.just(good), st.just(good), any_text, free_bodies))
        parts.append(f"### {question.heading}\n\n{answer}")
    return event_of("\n\n".join(parts), form.asked.label)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | any_text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(any_text, inner, max_size=3),
    max_leaves=8,
)
PLACES = [("action",), ("label",), ("label", "name"), ("issue",)]
PLACES += [("issue", name) for name in ("number", "created_at", "body", "pull_request")]


@st.composite
def broken_events(draw: st.DrawFn) -> str:
    """An event with anything in one place of it."""
    event: dict[str, Any] = event_of("### Country")
    *path, last = draw(st.sampled_from(PLACES))
    inner = event
    for key in path:
        inner = inner[key]
    inner[last] = draw(json_values)
    return json.dumps(event)


_DROP_INS = ("signatories.d", "deeds.d")


def run(root: Path, event: str) -> tuple[int, str]:
    """The command on an event; all that it wrote is checked and removed again."""
    (root / "event.json").write_bytes(event.encode("utf-8", "surrogatepass"))
    before = {place for place in root.parent.rglob("*") if place.name not in _DROP_INS}
    arguments = ["from-issue", "event.json", "--answer", "answer.md"]
    result = CliRunner().invoke(main, arguments, catch_exceptions=True)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    after = {place for place in root.parent.rglob("*") if place.name not in _DROP_INS}
    written = {place.relative_to(root).as_posix() for place in after - before}
    (root / "answer.md").unlink(missing_ok=True)
    if result.exit_code:
        assert written == {"answer.md"}
        return result.exit_code, result.stderr
    [path] = written
    assert re.fullmatch(r"signatories\.d/[a-z0-9-]+(@1\.0)?\.yml|deeds\.d/[a-z0-9-]+\.yml", path)
    text = (root / path).read_text(encoding="utf-8")
    assert stopping(read_site(root)[1]) == []
    assert not re.search(r"^[- ] (notified|repl|listed)", text, re.MULTILINE)
    assert not email_addresses(text)
    (root / path).unlink()
    return 0, text


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("issues") / "site"
    plant(root, {**BARE_SITE, **FORM_FILES, "signatories.yml": entry_text("Acme")})
    plant(root, {"references.bib": ACME_REPORT})
    return root


@settings(max_examples=examples(300), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    event=st.one_of(
        nearly_forms().map(json.dumps),
        free_bodies.map(event_of).map(json.dumps),
        broken_events(),
        any_text,
    )
)
def test_no_event_gives_a_traceback_or_a_file_elsewhere_or_one_that_the_checker_refuses(
    event: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    code, said = run(root, event)
    assert code in (0, 1)
    assert code == 0 or said


NODES = [
    "label", "id", "type", "options", "required", "attributes", "true", "[", "]", "{", "}", "- ",
    ": ", "\n", "  ", "&a ", "*a", "!!str ", "|", ">", "'", '"', "#", "~", "---\n", "<<", "%",
]  # fmt: skip


@st.composite
def broken_forms(draw: st.DrawFn) -> str:
    """A form of this site in which pieces have been replaced."""
    text = draw(st.sampled_from(sorted(FORM_FILES.values())))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = start + draw(st.integers(0, 30))
        piece = draw(st.one_of(st.sampled_from(NODES), any_text, st.just(text[start:end] * 2)))
        text = text[:start] + piece + text[end:]
    return text


@pytest.mark.parametrize("loader", [yaml_nodes._LOADER, yaml.SafeLoader])
@settings(max_examples=examples(300), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=broken_forms())
def test_no_form_gives_a_traceback_and_one_that_is_taken_has_headings_that_an_issue_can_have(
    loader: Any, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_nodes, "_LOADER", loader)
    path = f"{FOLDER}/endorse-any.yml"
    form, problems = read_form(Source(path, text))
    assert (form is None) is bool(problems)
    lines = text.count("\n") + text.count("\r") + 2
    assert all(each.path == path and 1 <= each.line <= lines for each in problems)
    if form:
        headings = form.headings
        assert all(each == each.strip() and len(each.splitlines()) == 1 for each in headings)
        assert len(set(headings)) == len(headings)


def test_the_search_above_meets_good_entries_too(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    for form in (*ENTERED, DEED):
        answers = ANSWERS[form.file]
        body = "\n".join(
            f"### {each.heading}\n{answers.get(each.heading, ticked(each))}"
            for each in form.questions
        )
        assert run(root, json.dumps(event_of(body, form.asked.label)))[0] == 0
