"""Entries read from their form, and by the parser of YAML: the same values, at the same places."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from undersigned.problem import Severity
from undersigned.text.parsed_entries import parsed_entries
from undersigned.text.source import Entry, Source
from undersigned.text.yaml_reader import read_entries

from tests.support.drawn_registers import TEXTS
from tests.support.examples import examples

SEVERAL = ("formerly", "identifiers")

REGISTER = """\
# yaml-language-server: $schema=signatories.schema.json

- name: "Acme: Inc."
  formerly:
    - Ācme “No 1” é
    - "# 2"
  kind: company
  country: NO
  signed: 2024-01-02

# Somebody's remark
- name: 3M
  website: https://3m.example/a#b?c=d:e
  formerly: Minnesota

- name: "0x1F"
  statement: ""
  ended: 2024-02
- name: 2024 e
"""

# What means something in the form, or to YAML, and what looks like it.
PIECES = [
    *":-#'\"[]{}&*!|>%@`,?\\~<=\t \n\r\x00\x1b\x7f\x85\xa0\u2028\ufeff\uffff1e.x",
    "- ", ": ", " #", "\n  ", "\n- ", "\n\n", "\n    - ", "---\n", "...\n", "<<: ", "!!str ",
    "\r\n", "&a ", "*a", "|\n", ">+\n\n", "name: ", "name:\n", "null", "True", "false", "1_0",
    "1.5", "1e3", "0o7", "+1", ".5", "2024-01-02", "? ", "''", '""', "<<<<<<< ours\n", "kind: x\n",
    "  more: x\n", "- name: X\n", "# x\n", "%YAML 1.2\n",
]  # fmt: skip


def looked_at(entry: Entry) -> tuple[object, ...]:
    lists = {name: entry.each(name) for name in entry.lists}
    in_order = (list(entry.values.items()), list(entry.fields.items()), list(entry.keys.items()))
    return *entry[:4], in_order, list(entry.given), list(entry.lists), lists


def assert_same(text: str, unquoted: Severity = Severity.PROBLEM) -> None:
    source = Source("r.yml", text)
    entries, problems = read_entries(source, SEVERAL, unquoted)
    wanted, wanted_problems = parsed_entries(source, SEVERAL, unquoted)
    assert problems == wanted_problems
    assert list(map(looked_at, entries)) == list(map(looked_at, wanted))


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A register with pieces cut out, doubled, moved or put in, most of them where lines begin."""
    register = REGISTER
    for _ in range(draw(st.integers(1, 3))):
        starts = [at for at, sign in enumerate(register) if sign in '\n :-"']
        begin = draw(st.sampled_from(starts) | st.integers(0, len(register))) + draw(
            st.sampled_from([0, 1])
        )
        end = draw(st.sampled_from([begin, begin, begin + 1, begin + 2, begin + 20]))
        put = draw(st.sampled_from(PIECES) | st.just(register[begin:end] * 2) | st.just(""))
        register = register[:begin] + put + register[end:]
    return register


@given(mutated(), st.sampled_from([Severity.PROBLEM, Severity.NOTE]))
@settings(max_examples=examples(1000))
@example(REGISTER, Severity.PROBLEM)
@example("- name: a\n\n  more: b\n\n- name: c\n", Severity.PROBLEM)
@example("- name: a\n\n---\n\n- name: c\n", Severity.PROBLEM)
@example("- name: a\n\n[]\n\n- name: c\n", Severity.PROBLEM)
@example("- name: |+\n    a\n\n\n- name: c\n", Severity.PROBLEM)
@example("- name: 'a\n\n- name: c\n", Severity.PROBLEM)
def test_a_register_mutated_is_read_as_the_parser_reads_it(text: str, unquoted: Severity) -> None:
    assert_same(text, unquoted)


@given(st.lists(TEXTS | st.text() | st.sampled_from(PIECES), min_size=1, max_size=4).map("".join))
@settings(max_examples=examples(500))
def test_a_value_is_read_as_the_parser_reads_it(value: str) -> None:
    assert_same(f"- name: {value}\n  formerly:\n    - {value}\n")
    assert_same(f'- name: "{value}"\n')


@given(st.lists(st.sampled_from(REGISTER.splitlines(keepends=True)), max_size=12).map("".join))
@settings(max_examples=examples(500))
def test_lines_in_any_order_are_read_as_the_parser_reads_them(text: str) -> None:
    assert_same(text)


@pytest.mark.parametrize("name", ["null", "true", "y", "no", "a" * 101, "a1", "A", "1a", "ä", "<<"])
def test_a_field_of_any_name_is_read_as_the_parser_reads_it(name: str) -> None:
    assert_same(f"- {name}: a\n  {name}b: c\n")
