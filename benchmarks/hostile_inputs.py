"""Inputs that are made to take long: each by its size, up to the greatest that is read.

Pages are those of one piece repeated, most of which are refused, and those of as many pieces in
each block as the limits allow, which are drawn. Registers, sources and lists have as many entries
as there is patience for: nothing limits them but 64 MiB.
"""

import json
from collections.abc import Callable, Mapping
from typing import NamedTuple

PAGE = 250_000
CHECK, FORMAT = ("check",), ("format",)
IMPORT, ISSUE = (
    ("import", "list.csv"),
    ("from-issue", "event.json", "--label", "endorsement-checked"),
)
PAGES, REDLINE = ("page",), ("redline",)


class Input(NamedTuple):
    """A kind of input: what is done with it, its greatest size, and its files at a size."""

    command: tuple[str, ...]
    greatest: int
    files: Callable[[int], Mapping[str, str]]


def page(piece: str, head: str = "") -> Input:
    """A page of one piece repeated behind another text."""

    def files(size: int) -> Mapping[str, str]:
        return {"docs/hostile.md": head + piece * (size // len(piece))}

    return Input(PAGES, PAGE, files)


def growing(sign: str, line: str) -> Input:
    """A page of runs of a sign, each longer by one."""

    def files(size: int) -> Mapping[str, str]:
        return {"docs/hostile.md": line.join(sign * at for at in range(3, int((2 * size) ** 0.5)))}

    return Input(PAGES, PAGE, files)


def entry(number: int, name: str = "A{}", host: str = "a{}", more: str = "") -> str:
    """An entry of the register, with its number where the texts have braces."""
    lines = (
        f"- name: {name}\n  kind: company\n  country: NO\n  website: https://{host}.com\n"
        f"  signed: 2024-05-06\n  evidence: https://{host}.com/news\n{more}"
    )
    return lines.replace("{}", str(number)).replace("{+}", str(number + 1))


def register(name: str = "A{}", host: str = "a{}", more: str = "", greatest: int = 8_000) -> Input:
    """A register of so many such entries."""

    def files(size: int) -> Mapping[str, str]:
        return {"signatories.yml": "\n".join(entry(at, name, host, more) for at in range(size))}

    return Input(CHECK, greatest, files)


def one(made: Callable[[int], str], greatest: int, command: tuple[str, ...] = CHECK) -> Input:
    """A register that is this text at a size."""
    return Input(command, greatest, lambda size: {"signatories.yml": made(size)})


def listed(field: str, value: str, command: tuple[str, ...] = CHECK) -> Input:
    """One entry with a list of so many values of a field."""

    def made(size: int) -> str:
        values = (f"    - {value.replace('{}', str(at))}\n" for at in range(size))
        return entry(0) + f"  {field}:\n" + "".join(values)

    return one(made, 16_000, command)


def deed(number: int, told: str = "Published report {}.", who: str = "a0", more: str = "") -> str:
    """An entry of the record, with its number where the texts have braces."""
    lines = (
        f"- who: {who}\n  principle: 1\n  date: 2025-01-02\n  deed: {told}\n  sources: a\n"
        f"  bearing: in-line\n{more}"
    )
    return lines.replace("{}", str(number))


def record(made: Callable[[int], str], greatest: int = 8_000) -> Input:
    """A record that is this text at a size, beside a register of one signatory."""

    def files(size: int) -> Mapping[str, str]:
        return {"signatories.yml": entry(0), "deeds.yml": made(size)}

    return Input(CHECK, greatest, files)


def deeds(told: str = "Published report {}.", who: str = "a0", more: str = "  id: d{}\n") -> Input:
    """A record of so many such entries."""
    return record(lambda size: "\n".join(deed(at, told, who, more) for at in range(size)))


def several(field: str, value: str) -> Input:
    """One deed with a list of so many values of a field."""

    def made(size: int) -> str:
        values = (f"    - {value.replace('{}', str(at))}\n" for at in range(size))
        return deed(0).replace(f"  {field}: a\n", "") + f"  {field}:\n" + "".join(values)

    return record(made, 16_000)


def source(field: str, value: Callable[[int], str], greatest: int = 16_000) -> Input:
    """A source with a value of such a size in a field."""

    def files(size: int) -> Mapping[str, str]:
        value_of = value(size)
        return {"references.bib": f"@misc{{a, title = {{A}}, {field} = {{{value_of}}}}}\n"}

    return Input(CHECK, greatest, files)


def strings(value: str, greatest: int = 8_000) -> Input:
    """Strings of BibTeX, each of which is made of the one before it."""

    def files(size: int) -> Mapping[str, str]:
        made = (
            f"@string{{s{at} = {value.replace('{}', f's{at - 1}')}}}\n" for at in range(1, size)
        )
        return {"references.bib": "@string{s0 = {a}}\n" + "".join(made)}

    return Input(CHECK, greatest, files)


def csv(row: str, greatest: int = 8_000) -> Input:
    """A list of so many such rows."""
    heading = "Name,Country,Web site,Date,Type\n"

    def files(size: int) -> Mapping[str, str]:
        return {"list.csv": heading + "".join(row.replace("{}", str(at)) for at in range(size))}

    return Input(IMPORT, greatest, files)


def issue(piece: str) -> Input:
    """An issue of this piece repeated."""

    def files(size: int) -> Mapping[str, str]:
        about = {"number": 1, "created_at": "2026-11-23T09:30:00Z", "user": {"login": "a"}}
        about["body"] = piece * (size // len(piece))
        event = {"action": "labeled", "label": {"name": "endorse"}, "issue": about}
        return {"event.json": json.dumps(event)}

    return Input(ISSUE, 16_384, files)


def texts(old: Callable[[int], str], new: Callable[[int], str], greatest: int) -> Input:
    """Two texts, of which the redline is made."""
    return Input(REDLINE, greatest, lambda size: {"old.md": old(size), "new.md": new(size)})


def _yaml(piece: str, greatest: int) -> Input:
    return one(lambda size: piece * size, greatest)


_CHAIN = "  part_of: a{+}\n"
_MARKS = "\u0301\u0323"

INPUTS: Mapping[str, Input] = {
    "page: [": page("["),
    "page: ![": page("!["),
    "page: [a](": page("[a]("),
    "page: one note": page("[^a] ", "[^a]: b\n\n"),
    "page: <a": page("<a "),
    "page: <!--": page("<!--\n"),
    "page: <div>": page("<div>\n\n"),
    "page: </div>": page("</div>\n"),
    "page: headings": page("# a\n\n"),
    "page: rules": page("* * *\n"),
    "page: quotations": page("> "),
    "page: lists": page("- a\n"),
    "page: lists by indentation": Input(
        PAGES,
        PAGE,
        lambda size: {
            "docs/hostile.md": "".join(
                "    " * depth + "- a\n" for depth in range(int((size / 2) ** 0.5))
            )
        },
    ),
    "page: nothing": page("a\n\n"),
    "page: tables": page("| a | b |\n", "| a | b |\n|---|---|\n"),
    "page: ragged tables": page("|\n", "|a" * 500 + "\n" + "|-" * 500 + "\n"),
    "page: escapes": page("\\*"),
    "page: emphasis": page("*a* "),
    "page: emphasis in itself": page("*a **b "),
    "page: entities": page("&amp;"),
    "page: braces": page("{ ", "# a "),
    "page: citations": page("[@a] "),
    "page: bare keys": page("@a "),
    "page: marks": page(_MARKS, "a"),
    "page: front matter": page("{a: ", "---\na: "),
    "page: fences of growing length": growing("~", "\n"),
    "page: runs of backticks": growing("`", " "),
    "page: fences left open": page("```a\n"),
    "page, allowed: brackets": page("[" * 30 + "a" * 2_000 + "\n\n"),
    "page, allowed: images": page("![" * 30 + "a" * 200 + "\n\n"),
    "page, allowed: links": page("[a](b 'c) " * 30 + "\n\n"),
    "page, allowed: escapes": page("\\*" * 1_400 + "\n\n"),
    "page, allowed: emphasis": page("*a* " * 1_400 + "\n\n"),
    "page, allowed: code": page("`a` " * 1_400 + "\n\n"),
    "page, allowed: notes": page("word " * 20 + "\n\n", "[^a] " * 1_000 + "\n\n[^a]: b\n\n"),
    "page, allowed: headings": page("word " * 60 + "\n\n## a\n\n"),
    "page, allowed: tags": page("word " * 10 + "<b>a</b>\n\n"),
    "page, allowed: broken tags": page("word ", "<a " * 50),
    "page, allowed: open fences": page("word ", "```a\n" * 50),
    "register": register("Organisation {}", greatest=32_000),
    "register: one name": register("A"),
    "register: one id": register(more="  id: a\n"),
    "register: names nearly alike": register("Consolidated A{}ish"),
    "register: one website": register("Organisation {} of", "a"),
    "register: distinct from thousands": listed("distinct_from", "a{}"),
    "register: earlier names": listed("formerly", "b{}"),
    "register: identifiers": listed("identifiers", "wikidata:Q{}1"),
    "register: part of a chain": register(more=_CHAIN),
    "register: comments": one(lambda size: "# a@b.example\n" * size + entry(0), 32_000),
    "register: comments in an entry": listed("formerly", "b{} # c", FORMAT),
    "register: a long name": one(lambda size: entry(0, "x" * size), 250_000),
    "register: a name of marks": one(lambda size: entry(0, "a" + _MARKS * size), 64_000),
    "register: a name of markup": one(lambda size: entry(0, f"'{'<!--' * size}'"), 64_000),
    "register: an address": one(lambda size: entry(0, host="a-" * size), 64_000),
    "register: an address of marks": one(lambda size: entry(0, host="a" + _MARKS * size), 64_000),
    "register: a deep list": _yaml("- ", 16_000),
    "register: deep brackets": _yaml("[", 64_000),
    "register: anchors": _yaml("- &a b\n", 8_000),
    "register: open quotes": _yaml("- name: 'a\n  kind: b\n", 8_000),
    "register: tabs": _yaml("- name:\tb\n\t\tkind: c\n", 8_000),
    "record": deeds(),
    "record: one id": deeds(more="  id: d\n"),
    "record: one telling": deeds("Published its report."),
    "record: tellings nearly alike": deeds("Published report x{}y of its newest series."),
    "record: nobody's": deeds(who="b{}"),
    "record: of thousands": record(
        lambda size: deed(0, who="\n" + "".join(f"    - b{at}\n" for at in range(size))), 16_000
    ),
    "record: sources": several("sources", "b{}"),
    "record: a long deed": record(lambda size: deed(0, "x " * size), 64_000),
    "record: a deed of marks": record(lambda size: deed(0, "a" + _MARKS * size), 64_000),
    "record: a deed of quotes": record(lambda size: deed(0, "'" + "“" * size + "'"), 64_000),
    "record: in the register": one(
        lambda size: entry(0) + "\n".join(map(deed, range(size))), 8_000
    ),
    "sources: strings of strings": strings("{} # {}"),
    "sources: a chain of strings": strings("{}"),
    "sources: braces": source("note", lambda size: "{" * size + "}" * size),
    "sources: authors": source("author", lambda size: "A, " * size),
    "sources: commands": source("title", lambda size: "\\emph{" * size + "}" * size, 8_000),
    "sources: a date": source("date", lambda size: "1/" * size),
    "list: rows": csv("A{},Norway,https://a{}.com,2024-05-06,company\n"),
    "list: a cell of marks": csv("a" + _MARKS * 30_000 + ",Norway\n", 16),
    "list: columns": Input(
        IMPORT, 8_000, lambda size: {"list.csv": "Name" + ",Other" * size + "\n" + "a," * size}
    ),
    "issue: headings": issue("### Name\n\nb\n\n"),
    "issue: marks": issue(_MARKS),
    "redline: unlike paragraphs": texts(
        lambda size: "a{} b c\n\n" * size, lambda size: "d{} e f\n\n" * size, 8_000
    ),
    "redline: words in another order": texts(
        lambda size: " ".join(map(str, range(size))),
        lambda size: " ".join(map(str, range(size, 0, -1))),
        32_000,
    ),
}
