import re
import unicodedata
from collections.abc import Callable

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from undersigned.format.annotated import read_annotated
from undersigned.format.canonical import canonical_text
from undersigned.text import comments as spans
from undersigned.text.source import Source
from undersigned.text.yaml_reader import read_entries

from tests.support.comments import comments
from tests.support.work import growth


def canonical(text: str) -> str:
    register, problems = read_annotated(Source("r.yml", text))
    assert register is not None, problems
    return canonical_text(register)


def entries(text: str) -> list[list[tuple[str, str]]]:
    read, problems = read_entries(Source("r.yml", text))
    assert problems == []
    return sorted(sorted((key, each.value) for key, each in one.fields.items()) for one in read)


COMMENTED = """\
# yaml-language-server: $schema=./signatories.schema.json
# The head
#
# of two lines

# and two paragraphs

# about Zeta
- kind: company   # behind kind  \t
  # before its name
  name: 'Zeta'   #behind the name

  # after Zeta
# about Abel
- name: Abel
# behind Abel, above a blank line

# between the two

- # behind the dash
  name: >- # behind a folded value's mark
    Mora
    Lab
  kind:
    # before a value
    company # behind a value
- {name: Beta, # behind Beta
   # within braces
   kind: company} # behind braces
# touches Beta

# at the end

# of the file
"""

SETTLED = """\
# yaml-language-server: $schema=./signatories.schema.json
# The head
#
# of two lines

# and two paragraphs

# about Abel
- name: Abel
  # behind Abel, above a blank line

- name: Beta # behind Beta
  # within braces
  kind: company # behind braces
  # touches Beta

# between the two
# behind the dash
- name: Mora Lab # behind a folded value's mark
  # before a value
  kind: company # behind a value

# about Zeta
# before its name
- name: Zeta # behind the name
  kind: company # behind kind
  # after Zeta

# at the end

# of the file
"""


@pytest.mark.parametrize("parser", ["libyaml", "pure Python"])
def test_every_comment_stays_with_what_it_is_about(
    parser: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if parser == "pure Python":
        monkeypatch.setattr(spans, "_LOADER", yaml.SafeLoader)
    assert canonical(COMMENTED) == SETTLED
    assert canonical(SETTLED) == SETTLED


@pytest.mark.parametrize(
    ("text", "settled"),
    [
        ("", "[]\n"),
        ("# nobody yet\n[] # here\n", "# nobody yet\n# here\n\n[]\n"),
        ("\ufeff- name: A\r\n  kind: company\r\n"[1:], "- name: A\n  kind: company\n"),
        ("---\n- name: A\n...\n", "- name: A\n"),
        ("- endorses: 1.0\n  name: 1984\n", '- name: "1984"\n  endorses: "1.0"\n'),
        ("- name: 'e\u0301 '\n", "- name: é\n"),
        ("- name: A\n  website: http://a.example\n", "- name: A\n  website: http://a.example\n"),
        ("- country: 'NO'\n  signed: '2024-05'\n", "- country: NO\n  signed: 2024-05\n"),
        ("- country: 'on'\n", '- country: "on"\n'),
        ("- colour: red\n  kind: x\n", "- kind: x\n  colour: red\n"),
        ("- {}\n", "- {}\n"),
        ("- name:\n", '- name: ""\n'),
        ("- name: zeta\n- name: Éclair\n", "- name: Éclair\n\n- name: zeta\n"),
        (f"- ? {'k' * 1100}\n  : v\n", f"- ? {'k' * 1100}\n  : v\n"),
    ],
)
def test_one_form_for_each_register(text: str, settled: str) -> None:
    assert canonical(text) == settled
    assert canonical(settled) == settled


@pytest.mark.parametrize(
    "text",
    [
        "- name: Team #1\n",
        "- name: 12 #1\n",
        "- name: &a 12\n",
        "- a: b\n  a: c\n",
        "x",
        "- [",
        "\x00",
    ],
)
def test_what_the_reader_refuses_is_not_formatted(text: str) -> None:
    register, problems = read_annotated(Source("r.yml", text))
    assert register is None
    assert problems


WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufffe\uffff"),
    max_size=12,
).map(lambda word: unicodedata.normalize("NFC", word).strip())
COMMENTS = st.builds(lambda word: f"# {word}".rstrip(), WORDS)
GAPS = st.lists(st.one_of(st.just(""), COMMENTS, COMMENTS.map("  {}".format)), max_size=3)


@st.composite
def registers(draw: st.DrawFn) -> str:
    """A register in block form, in any order, with comments in every place that has one."""
    lines = draw(GAPS)
    for _ in range(draw(st.integers(0, 4))):
        names = draw(
            st.lists(st.sampled_from(["kind", "name", "signed", "x"]), unique=True, min_size=1)
        )
        for number, name in enumerate(names):
            value = draw(WORDS).replace("'", "''")
            behind = draw(st.one_of(st.just(""), COMMENTS.map(" {}".format)))
            lines.append(f"{'  ' if number else '- '}{name}: '{value}'{behind}")
            lines += draw(GAPS)
    return draw(st.sampled_from(["\n", "\r\n"])).join(lines) + draw(st.sampled_from(["", "\n"]))


@given(registers())
def test_formatting_twice_is_formatting_once_and_keeps_entries_and_comments(text: str) -> None:
    settled = canonical(text)
    assert canonical(settled) == settled
    assert entries(settled) == entries(text)
    assert comments(settled) == comments(text)
    assert not re.search(r"[ \t]$|\r|\n\n\n", settled, re.MULTILINE)


@pytest.mark.parametrize(
    "made",
    [
        lambda count: "# c\n" * count + "- name: A\n",
        lambda count: "# yaml-language-server: a\n" * count + "- name: A\n",
        lambda count: "- name: A\n" + "".join(f"  x{at}: b\n  # c\n" for at in range(count)),
        lambda count: "- name: A\n  formerly:\n" + "    - b # c\n" * count,
    ],
)
def test_the_work_grows_with_the_number_of_comments(made: Callable[[int], str]) -> None:
    assert growth(canonical, made(200), made(400)) < 2.2
