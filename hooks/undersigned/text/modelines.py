"""Lines that are meant for programs, in files of entries: an editor or a forge obeys them unseen.

Such a line may have an editor fetch a file of somebody else's, or take the text for another
language.
"""

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath, relpath

from ..paths import schema_of
from ..problem import Problem, quoted
from .characters import behind_hashes
from .comments import comments_in, entry_spans, perhaps_comments
from .source import Source, line_starts, place_in

# What names a schema to the language server of YAML, and to the editors of JetBrains.
_SCHEMA = re.compile(r"yaml-language-server|\$schema", re.I)
_OWN = re.compile(r"#[ \t]*yaml-language-server:[ \t]*\$schema=(\S+)[ \t]*")

# Modelines of Emacs (its manual, 'Specifying File Variables'), Vim (':help modeline'), Kate and
# jEdit, shebangs, and what comments tell to programs that format and check.
_FOR_PROGRAMS = re.compile(
    r"""^\#! | -\*- | \blocal[ ]variables: | (?<![^\s#]):(?:mode|folding)=\w
      | (?<![^\s#])(?: vim?(?:[<=>]?[0-9]+)?: | ex:[ \t]*(?:set?[ ]|\w+=) | kate(?:-\w+)?:
          | yamllint[ ](?:dis|en)able | prettier-ignore | noinspection\b | cspell: | gitleaks:
          | @formatter: | editorconfig-checker-\w )""",
    re.VERBOSE | re.IGNORECASE,
)

# A directive may name the version of YAML that this project's reader has. That is layout.
_DIRECTIVE = re.compile(r"^%[^\r\n]*", re.MULTILINE)
_VERSION = re.compile(r"%YAML[ \t]+1\.2[ \t]*(?:[ \t]#.*)?")


def is_modeline(comment: str) -> bool:
    """Whether a comment is meant for a program and not for people."""
    return bool(_SCHEMA.search(comment) or _FOR_PROGRAMS.search(comment))


def is_own_schema_line(comment: str, path: str) -> bool:
    """Whether a comment of a file names the project's own schema by its path from that file."""
    line, own = _OWN.fullmatch(comment), schema_of(path)
    return bool(line and own and normpath(join(dirname(path), line[1])) == own)


def modelines_in(source: Source, sound: bool = True) -> Iterator[Problem]:
    """A problem for each line meant for a program, but for that of the project's own schema.

    A text that is not `sound` is one that the reader of entries refuses.
    """
    text, path = source.text, source.path
    if not _may_hold_any(source):
        return
    starts = line_starts(text)
    for start, line in _lines_for_programs(text, sound):
        if is_own_schema_line(line, path):
            continue
        message = f"{quoted(line)} is meant for a program, not for people"
        yield Problem(path, *place_in(starts, start), f"{message}; {_remedy(line, path)}")


def _may_hold_any(source: Source) -> bool:
    """Whether the text holds what such lines hold, in a comment or not; it seldom does."""
    text = source.text
    if "%" in text and (text[0] == "%" or "\n%" in text or "\r%" in text):
        return True
    return any(
        is_modeline(each) and not is_own_schema_line(each.rstrip(), source.path)
        for each in behind_hashes(text)
    )


def _lines_for_programs(text: str, sound: bool) -> Iterator[tuple[int, str]]:
    """The position of each directive and modeline, and what it says."""
    spans = entry_spans(text) if sound else []
    for found in _DIRECTIVE.finditer(text, 0, spans[0].start if spans else len(text)):
        if _VERSION.fullmatch(found[0]) is None:
            yield found.start(), found[0]
    comments = comments_in(text, spans) if sound else perhaps_comments(text)
    yield from ((each.start, each.text) for each in comments if is_modeline(each.text))


def _remedy(line: str, path: str) -> str:
    if _SCHEMA.search(line) and (own := schema_of(path)):
        address = relpath(own, dirname(path) or ".")
        return f"write '# yaml-language-server: $schema={address}', or remove it"
    return "remove it"
