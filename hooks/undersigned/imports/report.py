"""The account of an import: how the list was read, what became of each row, and the counts."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ..problem import QUOTED_AT_MOST, Severity, counted, printable, quoted
from .columns import Columns, parted_names
from .headings import is_personal
from .reading import Mend
from .rows import Fate, Judged
from .table import Table


def heading_lines(table: Table, columns: Columns) -> Iterator[str]:
    """How the list was read, and which column gives which field."""
    rows = counted(len(table.rows), "row")
    empty = f", and {counted(table.empty, 'empty one')} left out" if table.empty else ""
    yield f"{printable(table.path)}: {table.how}: {rows}{empty}"
    if table.guessed:
        yield f"  {'encoding':<18} {guess(table)}"
    for name, positions in columns.taken.items():
        yield f"  {name:<18} {shown(table, positions, ' + ')}"
    for name, positions in columns.unsure.items():
        candidates = shown(table, positions, " or ")
        how = name_remedy(table, columns) if name == "name" else remedy(table, name, positions)
        yield f"  {name:<18} perhaps {candidates}; {how}"
    left = [at for at in range(len(table.headings)) if at not in _used(columns)]
    for what, personal in (("never taken", True), ("not taken", False)):
        of_these = tuple(at for at in left if is_personal(table.headings[at]) is personal)
        if of_these:
            yield f"  {what:<18} {shown(table, of_these, ', ')}"


def remedy(table: Table, name: str, positions: Sequence[int]) -> str:
    """How a person says which column gives a field, or that none does."""
    choice = _typed(table, name, positions[:1])
    return f"give --column {choice}, or {quoted(f'{name}=')} for none"


def name_remedy(table: Table, columns: Columns) -> str:
    """How a person says which column gives the names, with every one that may."""
    candidates = columns.unsure.get("name", ())
    parted = [each for each in parted_names(table) if set(each) <= set(candidates)]
    alone = [(at,) for at in candidates if not any(at in each for each in parted)]
    ways = [_typed(table, "name", each) for each in (*alone, *parted)]
    kind = ", or '--kind' if all are of one kind" if len(ways) > 1 else ""
    return f"give --column {' or '.join(ways) or quoted('name=HEADING')}{kind}"


def _typed(table: Table, name: str, positions: Sequence[int]) -> str:
    """A choice as a person types it between quotes: columns by headings, or by their numbers."""
    headings = [table.headings[at] for at in positions]
    choice = f"{name}={'+'.join(headings)}"
    once = all(each and table.headings.count(each) == 1 for each in headings)
    if not once or len(choice) > QUOTED_AT_MOST or "'" in choice or not choice.isprintable():
        choice = f"{name}={'+'.join(f'#{at + 1}' for at in positions)}"
    return quoted(choice)


def row_lines(path: str, rows: Iterable[Judged]) -> Iterator[str]:
    """What became of each row, with every reason on a line of its own."""
    for judged in rows:
        read = judged.read
        place = f"{printable(path)}:{read.row.line}:{read.row.column}"
        name = quoted(read.values.get("name", ""))
        if judged.fate in (Fate.TAKEN, Fate.THERE):
            yield f"{place}: {judged.fate}: {name}{_mended(read.mended)}"
        for problem in judged.reasons:
            label = judged.fate if problem.severity is Severity.PROBLEM else problem.severity
            who = "" if name in problem.message or name == "''" else f"{name}: "
            yield f"{place}: {label}: {who}{problem.message}"


def _mended(mends: Sequence[Mend]) -> str:
    return "".join(
        f"{',' if number else ';'} {each.field} {quoted(each.before)} as"
        f" {quoted(each.after) if each.after else 'none'}"
        for number, each in enumerate(mends)
    )


def tally(rows: Sequence[Judged]) -> str:
    """How many rows came to what; the numbers add up to that of the rows."""
    counts = Counter(each.fate for each in rows)
    mended = sum(1 for each in rows if each.fate is Fate.TAKEN and each.read.mended)
    shown = [
        f"{counts[fate]:,} {fate}{f' ({mended:,} mended)' if fate is Fate.TAKEN and mended else ''}"
        for fate in Fate
        if counts[fate]
    ]
    return f"{counted(len(rows), 'row')}: {', '.join(shown) or 'nothing to take'}"


def _used(columns: Columns) -> set[int]:
    """The positions of columns that give a field, or may."""
    return {
        at for found in (columns.taken, columns.unsure) for each in found.values() for at in each
    }


def guess(table: Table) -> str:
    """Words by which a person sees whether a guessed encoding is right, and what to do if not."""
    words = ", ".join(map(quoted, table.guessed))
    remedy = "give '--encoding', such as cp1250 (Polish, Czech, Hungarian) or cp1254 (Turkish)"
    name = table.how.partition(",")[0]
    return f"{name} is a guess; where {words} should read otherwise, {remedy}"


def shown(table: Table, positions: Sequence[int], between: str) -> str:
    """The headings at some positions, or the numbers of columns without one."""
    return between.join(
        quoted(table.headings[at]) if table.headings[at] else f"column #{at + 1}"
        for at in positions
    )
