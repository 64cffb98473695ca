"""The rules an entry must keep: one small function each, whose docstring is the rule.

A rule is given an entry and its circumstances and yields the problems it finds. A field that is
absent is no business of the rule about its value. A new rule is a function in the module of its
concern, named in that module's ``RULES``.
"""

from collections.abc import Callable, Iterator

from ...problem import Problem
from ...text.source import Entry
from . import addresses as links
from . import dates, naming, wording
from . import enums as choices
from . import fields as shape
from .context import Context

Rule = Callable[[Entry, Context], Iterator[Problem]]

# Rules that judge values of which many entries have the same, with the fields they look at.
_REPEATED: tuple[tuple[tuple[str, ...], tuple[Rule, ...]], ...] = (
    (choices.JUDGED, choices.RULES),
    (dates.JUDGED, dates.RULES),
)
_ON_WORDING: tuple[Rule, ...] = (*wording.RULES, *naming.ALPHABET_RULES)
_ON_CONTENT: tuple[Rule, ...] = (*naming.RULES, *links.RULES)

RULES: tuple[Rule, ...] = (
    *shape.RULES,
    *_ON_WORDING,
    *_ON_CONTENT,
    *choices.RULES,
    *dates.RULES,
)


class Examiner:
    """Holds entry after entry against every rule, and remembers which values passed.

    A long register has few kinds, countries and dates: to judge each once, and to tell ordinary
    wording at a glance, makes 100,000 entries three times as fast as to ask every rule of each.
    """

    def __init__(self, context: Context) -> None:
        self._circumstances = context
        self._passed: set[object] = set()

    def problems_of(self, entry: Entry) -> list[Problem]:
        """Every problem of one entry by itself."""
        found: list[Problem] = []
        kind = entry.get("kind")
        self._judge(entry, shape.RULES, (*entry.keys, "", kind and kind.value), found)
        if not wording.is_ordinary(entry):
            found += self._ask(entry, _ON_WORDING)
        found += self._ask(entry, _ON_CONTENT)
        for fields, rules in _REPEATED:
            values = [text and text.value for text in map(entry.fields.get, fields)]
            self._judge(entry, rules, (fields, *values), found)
        return found

    def _judge(
        self, entry: Entry, rules: tuple[Rule, ...], judged: object, found: list[Problem]
    ) -> None:
        """Ask the rules, unless what they judge has passed before."""
        if judged not in self._passed:
            problems = self._ask(entry, rules)
            found += problems
            if not problems:
                self._passed.add(judged)

    def _ask(self, entry: Entry, rules: tuple[Rule, ...]) -> list[Problem]:
        return [problem for rule in rules for problem in rule(entry, self._circumstances)]


def problems_of(entry: Entry, context: Context) -> list[Problem]:
    """Every problem of one entry by itself."""
    return Examiner(context).problems_of(entry)
