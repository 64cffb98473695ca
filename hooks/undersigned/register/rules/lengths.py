"""How long values may be: asked before anything else, since much of that takes long for long ones.

Unicode's normal forms take time that grows with the square of a run of marks, and so do comparing
names and reading dates with the length of what is written there.
"""

from collections.abc import Iterator

from ...entry_list import SIGNATORIES, EntryList
from ...fields import LONGEST_NAME
from ...problem import Problem, quoted
from ...text.source import Entry, joined


def within_limits(entry: Entry, kept: EntryList = SIGNATORIES) -> tuple[Entry, list[Problem]]:
    """The entry without the values that are too long, and a problem for each of these.

    No value is longer than the model allows: names have 200 characters, statements 280, addresses
    2,048. The field counts as given.
    """
    problems = list(_too_long(entry, kept))
    if not problems:
        return entry, []
    places = {(problem.line, problem.column) for problem in problems}
    keys = {name: key for name, key in entry.keys.items() if len(name) <= LONGEST_NAME}
    lists = {
        name: tuple(text for text in entry.each(name) if (text.line, text.column) not in places)
        for name in entry.lists
        if name in keys
    }
    fields = {
        name: joined(lists.get(name, ())) or text
        for name, text in entry.fields.items()
        if name in keys and (lists.get(name) or (text.line, text.column) not in places)
    }
    left = {name: texts for name, texts in lists.items() if texts}
    return Entry.placed(*entry[:4], fields, keys, left), problems


def _too_long(entry: Entry, kept: EntryList) -> Iterator[Problem]:
    for name, key in entry.keys.items():
        if len(name) > LONGEST_NAME:
            message = f"field {quoted(name)} has a name of {len(name):,} characters; remove it"
            yield Problem(entry.path, key.line, key.column, message)
    for name in entry.values:
        field = kept.by_name.get(name)
        most = field.most if field else LONGEST_NAME
        for text in entry.each(name):
            if len(text.value) > most:
                message = (
                    f"{quoted(name)} has {len(text.value):,} characters; shorten it to {most:,}"
                )
                yield entry.problem_at(text, message)
