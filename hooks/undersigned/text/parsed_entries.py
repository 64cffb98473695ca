"""A reader for a subset of YAML: lists of mappings of text, every value with its place.

A field that takes several values may hold a block list of them.

It reads the parser's events, so every scalar stays the text that was written (``country: NO``
is Norway) and keeps its line and column. All that two readers of YAML may read differently is
refused: anchors, aliases, tags, merge keys, nesting, duplicate keys, and unquoted words that
YAML 1.2 (section 10.3, core schema) reads as null. Numbers and booleans lack quotes alone.
"""

import re
from collections.abc import Callable, Collection, Iterator
from typing import Any

import yaml

from ..problem import Problem, Severity, quoted
from .characters import swallowed_places, what_bars
from .source import Entry, Source, Text, joined, place_of
from .yaml_errors import Mark, mark_of, mark_place, syntax_message

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_NOT_TEXT = re.compile(
    r"""true | True | TRUE | false | False | FALSE
      | [-+]?[0-9]+ | 0o[0-7]+ | 0x[0-9a-fA-F]+
      | [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?
      | [-+]?\.(inf|Inf|INF) | \.(nan|NaN|NAN)""",
    re.VERBOSE,
)

_NOTHING = frozenset(("~", "null", "Null", "NULL"))

# The first characters of these words and of merge keys: most values need no further check.
_AMBIGUOUS_STARTS = frozenset("~nNtTfF0123456789+-.<")

# No entry is nested deeper, and the parser takes time quadratic in the depth.
_DEEPEST = 50


def parsed_entries(
    source: Source, several: Collection[str], unquoted: Severity, first_line: int = 1
) -> tuple[list[Entry], list[Problem]]:
    """What `read_entries` gives, by the parser alone, of a text that begins on the `first_line`."""
    if problem := what_bars(source):
        return [], [problem]
    reading = _Reading(source, several, unquoted, first_line)
    if not reading.misshapen:
        return reading.entries, reading.problems
    # Imported late: most files are lists of fields.
    from .yaml_faults import cuts_an_entry, in_lines

    found = [*reading.problems, *(in_lines(source, reading.misshapen) or reading.misshapen)]
    cut = reading.stopped and cuts_an_entry(source, reading.misshapen)
    entries = reading.entries[: -1 if cut else None]
    line, column = place_of(source.text, len(source.text))
    # The parser reports what is not closed on the line after the last.
    return entries, [
        each._replace(line=line, column=column) if each.line > line else each for each in found
    ]


_REMOVE = "remove it, or put the whole value between quotes if it is part of it"

_Texts = dict[str, Text]
_OPENING = (yaml.SequenceStartEvent, yaml.MappingStartEvent)
_CLOSING = (yaml.SequenceEndEvent, yaml.MappingEndEvent)


class _TooDeep(Exception):  # noqa: N818
    """The text is nested too deeply to hold entries."""


class _Reading:
    """A pass over the parser's events for one file."""

    def __init__(
        self, source: Source, several: Collection[str], unquoted: Severity, first_line: int
    ) -> None:
        self.path = source.path
        self.first_line = first_line
        self.several = several
        self.entries: list[Entry] = []
        self.problems: list[Problem] = []
        # Where the text has another shape than a list of fields: a fault of a line may be why.
        self.misshapen: list[Problem] = []
        self.stopped = False
        self._unquoted = unquoted
        # As `yaml.parse` does, but without checking before each event that there is one.
        self._next: Callable[[], Any] = _LOADER(source.text).get_event
        self._swallowed = swallowed_places(source.text)
        try:
            self._read_stream()
        except yaml.MarkedYAMLError as error:
            self.stopped = True
            self._refuse_shape(mark_of(error), syntax_message(error))
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
                begin = self._next()
                if isinstance(begin, yaml.ScalarEvent) and not begin.value and not begin.style:
                    continue  # an empty document, such as behind a '---' at the end
                if documents > 1:
                    message = "a second document begins here; remove '---'"
                    self._refuse_shape(event.start_mark, message)
                    return
                self._read_list(begin)

    def _read_list(self, event: yaml.Event) -> None:
        if not isinstance(event, yaml.SequenceStartEvent):
            remedy = "put '- ' before the first field of an entry and two spaces before its others"
            self._refuse_shape(event.start_mark, f"this is not a list; {remedy}")
            self._skip(event)
            return
        self._refuse_marks(event)
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            self._read_entry(event)

    def _read_entry(self, start: yaml.Event) -> None:
        if not isinstance(start, yaml.MappingStartEvent):
            message = "this entry has no fields; write each on its line, as 'field: value'"
            self._refuse_shape(start.start_mark, message)
            self._skip(start)
            return
        self._refuse_marks(start)
        mark: Any = start.start_mark
        line, column = mark.line + self.first_line, mark.column + 1
        fields, keys, lists = self._read_fields()
        last_name = next(reversed(keys), "")
        last = fields.get(last_name) or keys.get(last_name)
        if last_name in lists:
            last = lists[last_name][-1]
        last_line = last.line if last else line
        self.entries.append(Entry.placed(self.path, line, column, last_line, fields, keys, lists))

    def _read_fields(self) -> tuple[_Texts, _Texts, dict[str, tuple[Text, ...]]]:
        """The values, the keys and the lists of the fields up to the end of a mapping, by name."""
        fields: _Texts = {}
        keys: _Texts = {}
        lists: dict[str, tuple[Text, ...]] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._text(event, "a field's name")
            event = self._next()
            items: tuple[Text, ...] = ()
            if isinstance(event, yaml.SequenceStartEvent) and key and key.value in self.several:
                items = tuple(self._items(event, key.value))
                value = joined(items)
            else:
                value = self._text(event, "a field's value")
            if key is None:
                continue
            name = key.value
            if name in keys:
                found = f"field {quoted(name)} is already given on line {keys[name].line}; keep one"
                self.problems.append(Problem(self.path, key.line, key.column, found))
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
            message = "is plain text here, without nesting or references; write one text"
            if isinstance(event, yaml.SequenceStartEvent) and not event.flow_style:
                message = "is one text here; write it behind the colon"
            self._refuse_shape(event.start_mark, f"{what} {message}")
            self._skip(event)
            return None
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
            return None
        value = event.value
        to_check = value[:1] in _AMBIGUOUS_STARTS or self._swallowed
        if to_check and not event.style and not self._is_text(event):
            return None
        mark: Any = event.start_mark  # which is there, as every parser sets it
        return Text(value, mark.line + self.first_line, mark.column + 1)

    def _is_text(self, event: yaml.ScalarEvent) -> bool:
        """Whether a plain scalar is a text; refuses what other readers read as something else."""
        value, mark = event.value, event.start_mark
        before = len(self.problems)
        if value == "<<":
            self._refuse(mark, "merge keys are not used here; write every field out")
        if value in _NOTHING:
            remedy = "fill in a value, or remove the line if it may be absent"
            self._refuse(mark, f"{quoted(value)} stands for nothing; {remedy}")
        if self._swallowed and mark_place(event.end_mark) in self._swallowed:
            message = f"{quoted(value)} ends where '#' begins a comment"
            remedy = "put a space after the '#', or the whole value between quotes if it is part"
            self._refuse(mark, f"{message}; {remedy}")
        is_text = len(self.problems) == before
        if _NOT_TEXT.fullmatch(value):
            message = f'{quoted(value)} reads as a number or a switch; write "{value}"'
            self._refuse(mark, message, self._unquoted)
        return is_text

    def _refuse_marks(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            message = f"anchor {quoted(f'&{event.anchor}')} is not used here"
            self._refuse(event.start_mark, f"{message}; {_REMOVE}")
        if (tag := getattr(event, "tag", None)) is not None:
            self._refuse(event.start_mark, f"tag {quoted(tag)} is not used here; {_REMOVE}")

    def _skip(self, event: yaml.Event) -> None:
        depth = int(isinstance(event, _OPENING))
        while depth:
            event = self._next()
            depth += isinstance(event, _OPENING) - isinstance(event, _CLOSING)
            if depth > _DEEPEST:
                raise _TooDeep

    def _refuse(self, mark: Mark | None, message: str, how: Severity = Severity.PROBLEM) -> None:
        self.problems.append(Problem(self.path, *mark_place(mark), message, how))

    def _refuse_shape(self, mark: Mark | None, message: str) -> None:
        self.misshapen.append(Problem(self.path, *mark_place(mark), message))
