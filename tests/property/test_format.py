"""Whatever `format` is given, it settles in one run, keeps all of it, or leaves it alone."""

import codecs
import re
import unicodedata
from collections import Counter
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from undersigned.cli import main
from undersigned.deeds.entry_list import RECORD
from undersigned.entry_list import SIGNATORIES, EntryList
from undersigned.format.annotated import AnnotatedList, read_annotated
from undersigned.format.canonical import canonical_entry, canonical_text, entry_of
from undersigned.format.fold import DropIn, folded
from undersigned.lists import LISTS
from undersigned.problem import Problem, Severity
from undersigned.register.terms.tidy import wanting_quotes
from undersigned.text.source import Entry, Source
from undersigned.text.yaml_reader import read_entries

from tests.support.comments import comments
from tests.support.examples import examples
from tests.support.files import plant
from tests.support.lighthouses import LIGHTHOUSES
from tests.support.registers import BARE_SITE

DAY = date(2024, 5, 7)
REAL = (LIGHTHOUSES / "signatories.yml").read_bytes()
DEED = b"""\
# What they did.

- who:
    - acme
    - beta # both
  principle: 2
  date: 2024-07
  deed: They filed a brief.
  sources: doe2024brief
  bearing: in-line
"""
ANYWHERE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])

# What means something to YAML, to a terminal or to a reader of it, alone and at either end.
HOSTILE = [
    *"#:-?!&*|>%@`'\"\\,[]{}~=", "# a", "a #b", "a: b", "a:", ": a", "- a", "-", "---", "...", "<<",
    "null", "NO", "1984", "1e3", "0x1F", "12:30", "2024-05-06", "true", "a\\", "\\n", "''", '""',
    "'a", 'a"', "“a”", "👨‍👩‍👧‍👦", "نمی‌دانم", "W" * 300, "w " * 100 + "w", "!!str a", "&a b", "*a",
    "a\tb", "%YAML 1.1", "{a: b}", "[a]", "| a", "> a", "\u200b", "\u202e", "\ue000", "é",
]  # fmt: skip
values = st.sampled_from(HOSTILE) | st.builds(
    "{}{}".format, st.sampled_from(HOSTILE), st.sampled_from(HOSTILE)
)
# Behind a value a '#' directly before a word could have been the value's, and is refused.
words = st.sampled_from(["", " a", "a", " # b", " 'c", ' "d', ": e", " - f", "\te", " 👩‍💻", "#"])
comment = st.builds("#{}".format, words)
own_line = st.one_of(
    st.just(""), comment, st.builds("  {}".format, comment), st.builds("      {}".format, comment)
)
lines = st.lists(own_line, max_size=3)


def written(value: str, style: str) -> str:
    """A value in one of YAML's ways of writing it, on one line where it has one."""
    dumped = yaml.safe_dump(
        value, default_style=style, allow_unicode=True, width=10_000, indent=6
    ).removesuffix("...\n")
    return dumped.rstrip("\n")


@st.composite
def list_lines(draw: st.DrawFn, name: str, mark: str) -> list[str]:
    """A field that holds a list, with comments before, behind and between its values."""
    drawn = [f"{mark}{name}:{draw(st.just('') | st.builds(' # {}'.format, words))}"]
    for value in draw(st.lists(values, min_size=1, max_size=3)):
        item, *others = written(value, draw(st.sampled_from(["'", '"']))).split("\n")
        assert not others
        behind = draw(st.just("") | st.builds(" # {}".format, words))
        drawn += [*draw(lines), f"      - {item}{behind}"]
    return drawn


@st.composite
def entry_lines(draw: st.DrawFn, kept: EntryList) -> list[str]:
    """An entry with comments before, behind and between its fields."""
    names = draw(st.lists(st.sampled_from(list(kept.by_name)), unique=True, min_size=1))
    drawn = []
    for number, name in enumerate(names):
        if name in kept.several and draw(st.booleans()):
            drawn += draw(list_lines(name, "  " if number else "- "))
            continue
        style = draw(st.sampled_from(["'", '"', "", "|", ">"]))
        first, *others = written(draw(values), style).split("\n")
        mark = "  " if number else "- "
        behind = draw(st.just("") | st.builds(" # {}".format, words)) if not others else ""
        drawn += [f"{mark}{name}: {first}{behind}", *others]
        # After a block value, an indented line of comment would be a line of the value.
        gap = draw(lines)
        drawn += [line.strip() for line in gap] if style in ("|", ">") else gap
    return drawn


class File(NamedTuple):
    """The bytes of a list's file, and those of its drop-ins."""

    kept: EntryList
    content: bytes
    drop_ins: tuple[bytes, ...] = ()


@st.composite
def contents(draw: st.DrawFn, kept: EntryList) -> bytes:
    """The bytes of a list that can be read, as editors of all systems may leave it."""
    entries = draw(st.lists(entry_lines(kept), max_size=4))
    text = "\n".join([*draw(lines), *(line for each in entries for line in each), *draw(lines)])
    text += draw(st.sampled_from(["", "\n", "\n\n"]))
    text = text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))
    return draw(st.sampled_from([b"", codecs.BOM_UTF8])) + text.encode()


@st.composite
def files(draw: st.DrawFn) -> File:
    """A file of either list that can be read."""
    kept = draw(st.sampled_from(LISTS))
    return File(kept, draw(contents(kept)))


@st.composite
def folds(draw: st.DrawFn) -> File:
    """A file of either list, and drop-ins with comments around their entries."""
    kept, content, _ = draw(files())
    head, tail = draw(lines), draw(lines)
    entries = draw(st.lists(entry_lines(kept), max_size=3))
    drop_ins = ["\n".join([*head, *each, *tail]).encode() for each in entries]
    return File(kept, content, tuple(drop_ins))


def read(kept: EntryList, content: bytes) -> AnnotatedList:
    text = content.removeprefix(codecs.BOM_UTF8).decode()
    register, problems = read_annotated(Source(kept.path, text), kept)
    assert register is not None, (problems, text)
    return register


def settled(kept: EntryList, content: bytes) -> bytes:
    return canonical_text(read(kept, content), kept).encode()


def complaints(kept: EntryList, text: str) -> list[Problem]:
    """What the reader of a list says of a text."""
    found, problems = read_entries(Source(kept.path, text), kept.several, Severity.NOTE)
    return list(wanting_quotes(found, problems, kept.by_name))


Values = frozenset[tuple[str, tuple[str, ...]]]


def entries(kept: EntryList, content: bytes) -> Counter[Values]:
    """The entries as the reader gives them, those refused for a bare word included."""
    text = content.removeprefix(codecs.BOM_UTF8).decode()
    found, _ = read_entries(Source(kept.path, text), kept.several)
    return Counter(
        frozenset((name, tuple(map(tidied, each_of(entry, name)))) for name in entry.fields)
        for entry in found
    )


def each_of(entry: Entry, name: str) -> list[str]:
    return [text.value for text in entry.each(name)]


def unlisted(found: Counter[Values]) -> Counter[Values]:
    """The entries without the day on which they were listed, which a fold adds."""
    return Counter(
        frozenset(each for each in entry if each[0] != "listed") for entry in found.elements()
    )


def tidied(value: str) -> str:
    return unicodedata.normalize("NFC", value).strip()


def remarks(content: bytes) -> list[str]:
    """The words of every comment."""
    text = content.removeprefix(codecs.BOM_UTF8).decode()
    return sorted(each.lstrip("#").strip() for each in comments(text))


@settings(max_examples=examples(300))
@given(files())
def test_format_settles_in_one_run_and_keeps_entries_and_comments(file: File) -> None:
    kept, content, _ = file
    once = settled(kept, content)
    assert settled(kept, once) == once
    assert entries(kept, once) == entries(kept, content)
    assert remarks(once) == remarks(content)
    assert not once.startswith(codecs.BOM_UTF8)
    assert b"\r" not in once
    assert complaints(kept, once.decode()) == []


@example(RECORD, "1")
@given(st.sampled_from(LISTS), values | st.text())
def test_every_value_is_written_so_that_it_is_read_again(kept: EntryList, value: str) -> None:
    try:
        value.encode()
    except UnicodeEncodeError:
        return  # half of a pair is no text, and `add` refuses it
    for field in kept.fields:
        text = canonical_entry(entry_of({field.name: value}, kept), kept) + "\n"
        assert complaints(kept, text) == []
        found, _ = read_entries(Source("r.yml", text), kept.several)
        assert [entry.fields[field.name].value for entry in found] == [value]


# They differ in the day alone.
@example(File(SIGNATORIES, b"- listed: |-\n      ##", (b"- listed: '#'",)))
@given(folds())
def test_a_fold_keeps_every_entry_and_every_comment(file: File) -> None:
    kept, content, dropped = file
    register = read(kept, content)
    # What a fold that was stopped leaves behind, with a comment that came later.
    left = [f"# later\n{canonical_entry(each, kept)}".encode() for each in register.entries[:1]]
    drop_ins = [*dropped, *left]
    fold = folded(register, [DropIn(read(kept, each), DAY) for each in drop_ins])
    text = canonical_text(fold.merged, kept).encode()
    everything = unlisted(entries(kept, content))
    for each in drop_ins:
        everything |= unlisted(entries(kept, each))
    # An entry that stands twice in the register still does: only the drop-in's copy is left out.
    assert unlisted(entries(kept, text)) == everything
    wanted = {remark for each in (content, *drop_ins) for remark in remarks(each)}
    assert set(remarks(text)) - {""} == wanted - {""}
    assert settled(kept, text) == text


@st.composite
def mutated(draw: st.DrawFn) -> File:
    """A sound list with bytes cut out, doubled, turned round or put in."""
    kept = draw(st.sampled_from(LISTS))
    content = REAL if kept is SIGNATORIES else DEED
    for _ in range(draw(st.integers(1, 5))):
        begin = draw(st.integers(0, len(content)))
        piece = content[begin : begin + draw(st.integers(0, 30))]
        put = draw(
            st.sampled_from([b"", piece * 2, piece[::-1], b"#", b": ", b"'", b'"', b"\r", b"\n- "])
            | st.binary(max_size=3)
        )
        content = content[:begin] + put + content[begin + len(piece) :]
    return File(kept, draw(st.sampled_from([b"", codecs.BOM_UTF8])) + content)


@settings(ANYWHERE, max_examples=examples(300))
@given(mutated() | files() | st.builds(File, st.sampled_from(LISTS), st.binary(max_size=200)))
def test_format_never_breaks_and_leaves_what_it_cannot_read_byte_for_byte(
    tmp_path: Path, file: File
) -> None:
    path, content = file.kept.path, file.content
    for each in LISTS:
        (tmp_path / each.path).unlink(missing_ok=True)
    plant(tmp_path, BARE_SITE | {"signatories.yml": "[]\n"})
    (tmp_path / path).write_bytes(content)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        checked = CliRunner().invoke(main, ["format", "--check"])
        assert (tmp_path / path).read_bytes() == content
        ran = CliRunner().invoke(main, ["format"])
        again = CliRunner().invoke(main, ["format", "--check"])
    for result in (checked, ran, again):
        assert result.exception is None or isinstance(result.exception, SystemExit), content
        assert result.exit_code in (0, 1)
    if ran.exit_code:
        assert (tmp_path / path).read_bytes() == content
        assert ran.output == again.output
        assert re.search(rf"^{re.escape(path)}:\d+:\d+: .+$", ran.output, re.MULTILINE)
    else:
        assert again.exit_code == 0
        assert again.output == ""
        assert checked.exit_code == 0
        assert bool(checked.output) == ((tmp_path / path).read_bytes() != content)
