"""Whatever is fed to the reader: no traceback, and every problem has a place inside the file."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from undersigned.problem import Problem
from undersigned.register.rules.context import Context, latest_today
from undersigned.register.signatories import read_register
from undersigned.text import parsed_entries as reader
from undersigned.text.source import Entry, Source, read_source
from undersigned.text.yaml_reader import read_entries

from tests.support.examples import examples
from tests.support.lighthouses import LIGHTHOUSES, VERSIONS

REAL = (LIGHTHOUSES / "signatories.yml").read_text(encoding="utf-8")

# What means something to YAML, to screens or to the checker, so that chance meets it often.
SIGNS = [
    *":-#'\"[]{}&*!|>%@`,?\\~<=\t \n\r\x00\x1b\x85\u2028\ufeff\ud7ff\uffff\U0001f389",
    "- ", ": ", "\n  ", "\n- ", "---\n", "...\n", "<<: ", "!!str ", "&a ", "*a", "| \n", "\r\n",
    '"\\U00110000"', '"\\x"', "%YAML 9.9\n", "name", "null", "1.0", "<<<<<<< ours\n",
]  # fmt: skip

text = st.text() | st.lists(st.sampled_from(SIGNS) | st.text(max_size=3)).map("".join)
scalars = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.dates()
)
nested = st.recursive(
    scalars, lambda inner: st.lists(inner) | st.dictionaries(st.text(max_size=8), inner)
)
some_yaml = st.builds(
    lambda value, flow, style: yaml.safe_dump(
        value, default_flow_style=flow, default_style=style, allow_unicode=True
    ),
    nested | st.lists(st.dictionaries(st.sampled_from(["name", "kind", "signed"]), scalars)),
    st.sampled_from([True, False, None]),
    st.sampled_from([None, "'", '"', "|", ">"]),
)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """The real register with pieces cut out, doubled, moved or put in."""
    register = REAL
    for _ in range(draw(st.integers(1, 6))):
        begin = draw(st.integers(0, len(register)))
        end = draw(st.integers(begin, min(len(register), begin + 40)))
        piece = register[begin:end]
        put = draw(st.sampled_from(["", piece * 2, piece[::-1]]) | st.sampled_from(SIGNS))
        register = register[:begin] + put + register[end:]
    return register


def lines_of(written: str) -> list[str]:
    return re.split(r"\r\n?|\n", written)


def assert_inside(problems: list[Problem], written: str) -> None:
    lines = lines_of(written)
    for problem in problems:
        assert 1 <= problem.line <= len(lines), problem
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1, problem
        assert "\n" not in str(problem)


def read(written: str) -> list[Entry]:
    entries, problems = read_entries(Source("r.yml", written))
    assert_inside(problems, written)
    lines = lines_of(written)
    for entry in entries:
        assert 1 <= entry.line <= entry.last_line <= len(lines)
        for value in entry.fields.values():
            assert 1 <= value.column <= len(lines[value.line - 1]) + 1
    return entries


@pytest.fixture(scope="module", params=["libyaml", "pure Python"], autouse=True)
def parser(request: pytest.FixtureRequest) -> object:
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "pure Python":
            patch.setattr(reader, "_LOADER", yaml.SafeLoader)
        yield request.param


@given(text)
def test_text_at_random(written: str) -> None:
    read(written)


@given(some_yaml)
def test_yaml_at_random(written: str) -> None:
    read(written)


@given(mutated())
@settings(max_examples=examples(200))
def test_the_real_register_mutated(written: str) -> None:
    read(written)


@given(st.binary() | text.map(lambda each: each.encode("utf-8", "replace")[:-1]))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_bytes_at_random(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "r.yml").write_bytes(content)
    source, problems = read_source(tmp_path, "r.yml")
    assert_inside(problems, content.decode("utf-8", "replace"))
    if source:
        read(source.text)


@given(mutated())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_whole_checker_on_the_real_register_mutated(tmp_path: Path, written: str) -> None:
    (tmp_path / "signatories.yml").write_bytes(written.encode())
    _, problems = read_register(tmp_path, Context(latest_today(), VERSIONS))
    assert_inside(problems, written.removeprefix("\ufeff"))


def test_a_problem_outside_the_file_is_noticed() -> None:
    with pytest.raises(AssertionError):
        assert_inside([Problem("r.yml", 2, 1, "")], "one line")
    with pytest.raises(AssertionError):
        assert_inside([Problem("r.yml", 1, 10, "")], "one line")
