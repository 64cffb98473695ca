"""A reader for a subset of YAML: lists of mappings of text, every value with its place.

A field that takes several values may hold a block list of them.

It reads the parser's events, so every scalar stays the text that was written (``country: NO``
is Norway) and keeps its line and column. All that two readers of YAML may read differently is
refused: anchors, aliases, tags, merge keys, nesting, duplicate keys, and unquoted words that
YAML 1.2 (section 10.3, core schema) reads as null, a boolean or a number.
"""

import re
from collections.abc import Callable, Collection, Iterator
from typing import Any

import yaml

from ..problem import Problem, quoted
from .characters import swallowed_places, what_bars
from .source import Entry, Source, Text, place_of
from .yaml_errors import Mark, mark_of, mark_place, syntax_message

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_NOT_TEXT = re.compile(
    r"""~ | null | Null | NULL | true | True | TRUE | false | False | FALSE
      | [-+]?[0-9]+ | 0o[0-7]+ | 0x[0-9a-fA-F]+
      | [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?
      | [-+]?\.(inf|Inf|INF) | \.(nan|NaN|NAN)""",
    re.VERBOSE,
)

# The first characters of these words and of merge keys: most values need no further check.
_AMBIGUOUS_STARTS = frozenset("~nNtTfF0123456789+-.<")

# No entry is nested deeper, and the parser takes time quadratic in the depth.
_DEEPEST = 50


def read_entries(
    source: Source, several: Collection[str] = ()
) -> tuple[list[Entry], list[Problem]]:
    """The entries of a list of mappings, and every problem of form; an empty text has no entries.

    The fields named in `several` may hold a list. Where the text is not YAML, the entries before
    the error are given.
    """
    if problem := what_bars(source):
        return [], [problem]
    reading = _Reading(source, several)
    if not reading.problems:
        return reading.entries, []
    last = place_of(source.text, len(source.text))
    # The parser reports what is not closed on the line after the last.
    return reading.entries, [
        problem._replace(line=last[0], column=last[1]) if problem.line > last[0] else problem
        for problem in reading.problems
    ]


_Texts = dict[str, Text]


class _TooDeep(Exception):  # noqa: N818
    """The text is nested too deeply to hold entries."""


class _Reading:
    """A pass over the parser's events for one file."""

    def __init__(self, source: Source, several: Collection[str]) -> None:
        self.path = source.path
        self.several = several
        self.entries: list[Entry] = []
        self.problems: list[Problem] = []
        # As `yaml.parse` does, but without checking before each event that there is one.
        self._next: Callable[[], Any] = _LOADER(source.text).get_event
        self._swallowed = swallowed_places(source.text)
        try:
            self._read_stream()
        except yaml.MarkedYAMLError as error:
            self._refuse(mark_of(error), syntax_message(error))
        except (ValueError, OverflowError):
            # PyYAML's own parser raises these for escapes beyond Unicode, unlike libyaml.
            self.problems.append(Problem(self.path, 1, 1, "an escape names no character; mend it"))
        except _TooDeep:
            pass  # the outermost bracket has been refused already

    def _read_stream(self) -> None:
        documents = 0
        for event in iter(self._next, None):
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._refuse(event.start_mark, "a second document begins here; remove '---'")
                    return
                self._read_list(self._next())

    def _read_list(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent) and not event.value and not event.style:
            return  # an empty document
        if not isinstance(event, yaml.SequenceStartEvent):
            self._refuse(event.start_mark, "this is not a list; begin each entry with '- '")
            self._skip(event)
            return
        self._refuse_marks(event)
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            self._read_entry(event)

    def _read_entry(self, start: yaml.Event) -> None:
        if not isinstance(start, yaml.MappingStartEvent):
            self._refuse(start.start_mark, "this entry has no fields; write 'field: value' lines")
            self._skip(start)
            return
        self._refuse_marks(start)
        line, column = mark_place(start.start_mark)
        fields, keys, lists = self._read_fields()
        last_name = next(reversed(keys), "")
        last = fields.get(last_name) or keys.get(last_name)
        if last_name in lists:
            last = lists[last_name][-1]
        last_line = last.line if last else line
        self.entries.append(Entry(self.path, line, column, last_line, fields, keys, lists))

    def _read_fields(self) -> tuple[_Texts, _Texts, dict[str, tuple[Text, ...]]]:
        """The values, the keys and the lists of the fields up to the end of a mapping, by name."""
        fields: _Texts = {}
        keys: _Texts = {}
        lists: dict[str, tuple[Text, ...]] = {}
        read, text = self._next, self._text
        while not isinstance(event := read(), yaml.MappingEndEvent):
            key = text(event, "a field's name")
            event = read()
            items: tuple[Text, ...] = ()
            if isinstance(event, yaml.SequenceStartEvent) and key and key.value in self.several:
                items = tuple(self._items(event, key.value))
                value = _joined(items)
            else:
                value = text(event, "a field's value")
            if key is None:
                continue
            name = key.value
            if name in keys:
                message = f"field {quoted(name)} is already given on line {keys[name].line}"
                self.problems.append(Problem(self.path, key.line, key.column, message))
                continue
            keys[name] = key
            if value is not None:
                fields[name] = value
            if items:
                lists[name] = items
        return fields, keys, lists

    def _items(self, start: yaml.SequenceStartEvent, name: str) -> Iterator[Text]:
        """The values of a list, which stand on lines of their own: a comma parts no names."""
        self._refuse_marks(start)
        if start.flow_style:
            message = f"'{name}' holds a list in brackets"
            remedy = "write each value on a line of its own, after '- '"
            self._refuse(start.start_mark, f"{message}; {remedy}")
            self._skip(start)
            return
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            if (item := self._text(event, "a value of a list")) is not None:
                yield item

    def _text(self, event: yaml.Event, what: str) -> Text | None:
        if not isinstance(event, yaml.ScalarEvent):
            self._refuse(
                event.start_mark, f"{what} is plain text here, without nesting or references"
            )
            self._skip(event)
            return None
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        value = event.value
        if not event.style and (value[:1] in _AMBIGUOUS_STARTS or self._swallowed):
            if value == "<<":
                message = "merge keys are not used here; write every field out"
                self._refuse(event.start_mark, message)
                return None
            self._check_plain(event)
        mark: Any = event.start_mark  # which is there, as every parser sets it
        return Text(value, mark.line + 1, mark.column + 1)

    def _check_plain(self, event: yaml.ScalarEvent) -> None:
        """Refuse a plain scalar that other readers of YAML may read as something else."""
        value, mark = event.value, event.start_mark
        if _NOT_TEXT.fullmatch(value):
            self._refuse(mark, f'{quoted(value)} reads as a number or a switch; write "{value}"')
        if self._swallowed and mark_place(event.end_mark) in self._swallowed:
            message = f"{quoted(value)} ends where '#' begins a comment; quote the whole value"
            self._refuse(mark, message)

    def _refuse_marks(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            name = quoted(f"&{event.anchor}")
            self._refuse(event.start_mark, f"anchor {name} is not used here; remove it")
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._refuse(event.start_mark, f"tag {quoted(tag)} is not used here; remove it")

    def _skip(self, event: yaml.Event) -> None:
        opening = (yaml.SequenceStartEvent, yaml.MappingStartEvent)
        closing = (yaml.SequenceEndEvent, yaml.MappingEndEvent)
        depth = int(isinstance(event, opening))
        while depth:
            event = self._next()
            depth += isinstance(event, opening) - isinstance(event, closing)
            if depth > _DEEPEST:
                raise _TooDeep

    def _refuse(self, mark: Mark | None, message: str) -> None:
        self.problems.append(Problem(self.path, *mark_place(mark), message))


def _joined(items: tuple[Text, ...]) -> Text | None:
    """The values of a list as one text, at the place of the first; none for an empty list."""
    if not items:
        return None
    return items[0]._replace(value="\n".join(item.value for item in items))
