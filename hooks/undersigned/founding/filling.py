"""Filling the files of a new site with what is known of it, as each format reads it back."""

import re
from collections.abc import Mapping

from ..text.yaml_writer import plain_or_quoted
from .answers import Answers
from .things import things

_WANTED = re.compile(r"@\{(\w+)\}")

# What Markdown as GitHub reads it would take for markup.
_MARKS = re.compile(r"[\\`*_\[\]<>&#|~$!]")

# In characters: a phone’s header has room for no more (`extra.short_name`).
_SHORT = 20


def filled(path: str, text: str, answers: Answers, python: str) -> str:
    """The text of a file with the values that it asks for in braces behind an '@'.

    Raises `KeyError` where a file asks for what no site has.
    """
    values = _values(path, answers, python)
    return _WANTED.sub(lambda wanted: values[wanted[1]], text)


def _values(path: str, answers: Answers, python: str) -> Mapping[str, str]:
    """What files may ask for; in mkdocs.yml, names that people chose are scalars of YAML."""
    called = things(answers.language, answers.words)
    known = {**called, "folder": answers.folder, "python": python}
    if path != "mkdocs.yml":
        return {**known, "title": _MARKS.sub(r"\\\g<0>", answers.title)}
    short = answers.title if len(answers.title) <= _SHORT else called["The_thing"]
    given = {
        **answers.of_statement,
        "edition": answers.of_edition["name"],
        "kind": answers.of_edition["kind"],
        "contact": answers.contact,
        "repository": answers.repository,
        "site_url": answers.address,
        "language": answers.language,
        "short_name": short,
    }
    return {**known, **{name: plain_or_quoted(value) for name, value in given.items()}}
