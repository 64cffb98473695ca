"""The whole way of an entry: added, formatted, checked, folded, published and taken over again.

Whatever set of entries the model allows comes through unharmed, and everything that counts counts
what was drawn. The counts here are made from what was drawn, by none of the code that is tested;
YAML is read by PyYAML, in which its base loader takes every scalar for text.
"""

import csv
import json
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple
from xml.etree import ElementTree

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from undersigned.cli import main
from undersigned.data import feed
from undersigned.data.signatories import ADDED, EVIDENCE_HOST
from undersigned.data.table import unguarded
from undersigned.fields import BY_NAME, SEVERAL
from undersigned.format.canonical import canonical_entry, entry_of
from undersigned.publication import Publication

from tests.support.drawn_registers import (
    SITE,
    Signatories,
    Values,
    entries_of,
    register_text_of,
    registers,
    version_of,
    without_needless_ids,
)
from tests.support.examples import examples
from tests.support.files import plant
from tests.support.published import published_by

NAMED = "site_name: Any\nextra:\n  statement:\n    id: no-harm\n"
ATOM = "{http://www.w3.org/2005/Atom}"
VERSIONS = ("1.0", "1.1")


class Counts(NamedTuple):
    """What is to be counted of a register."""

    organisations: int
    individuals: int
    ended: int
    withdrawn: int
    earlier: int
    support: Counter[str]
    kinds: Counter[str]
    countries: Counter[str]
    years: Counter[str]
    entries: int
    events: Counter[str]


def counted(signatories: Signatories) -> Counts:
    """The counts of what was drawn, each signatory by its entries."""
    entries = entries_of(signatories)
    latest = [max(each, key=recency) for each in signatories]
    left = [all("withdrawn" in entry for entry in each) for each in signatories]
    ended = ["ended" in last for last in latest]
    standing = [
        (last, [entry for entry in each if "withdrawn" not in entry], min(each, key=recency))
        for each, last, gone, over in zip(signatories, latest, left, ended, strict=True)
        if not gone and not over
    ]
    people = sum(last["kind"] == "individual" for last, *_ in standing)
    versions = [set(map(version_of, kept)) for _, kept, _ in standing]
    return Counts(
        organisations=len(standing) - people,
        individuals=people,
        ended=sum(over and not gone for gone, over in zip(left, ended, strict=True)),
        withdrawn=sum(left),
        earlier=sum("1.1" not in each for each in versions),
        support=Counter(number for each in versions for number in each),
        kinds=Counter(last["kind"] for last, *_ in standing),
        countries=Counter(last["country"] for last, *_ in standing if "country" in last),
        years=Counter(first["signed"][:4] for *_, first in standing),
        entries=len(entries),
        events=+Counter(
            {
                "was published": len(VERSIONS),
                "endorsed version": len(entries),
                "withdrew": sum("withdrawn" in each for each in entries),
                "no longer exists": sum(ended),
            }
        ),
    )


def recency(entry: Values) -> tuple[str, str]:
    """By the day of signing, of a month the last, and of one day by the version."""
    return f"{entry['signed']}-31"[:10], version_of(entry)


def run(root: Path, *arguments: str) -> str:
    """What a command prints that ends well."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, (arguments, result.output, result.exception)
    return result.stdout


def read(text: str) -> list[Values]:
    """The entries of a text of YAML, read by somebody else."""
    return [*map(joined, yaml.load(text, yaml.BaseLoader))]


def joined(entry: dict[str, Any]) -> Values:
    """The entry with several values of a field in one text, as they are drawn."""
    return {k: v if isinstance(v, str) else "\n".join(v) for k, v in entry.items()}


def in_order(entries: Iterable[Values]) -> list[list[tuple[str, str]]]:
    return sorted(sorted(each.items()) for each in entries)


def entries_in(root: Path) -> list[Values]:
    """Every entry of the register and its drop-ins."""
    files = [root / "signatories.yml", *(root / "signatories.d").glob("*.yml")]
    return [entry for file in files for entry in read(file.read_text(encoding="utf-8"))]


def add(root: Path, values: Values, *, untidy: bool) -> str:
    """Add an entry as people do; what tools write is put into its drop-in, whose path it gives.

    An untidy one has its fields in another order, and every value between quotes.
    """
    options = [
        part
        for name, value in values.items()
        if not BY_NAME[name].by_tools
        for each in value.split("\n")
        for part in (BY_NAME[name].flag, each)
    ]
    printed = run(root, "add", *options)
    path = printed.removeprefix("wrote ").partition(";")[0]
    (written,) = read((root / path).read_text(encoding="utf-8"))
    given = {name: value for name, value in values.items() if not BY_NAME[name].by_tools}
    assert without(written, {"of"}) == given
    complete = written | values
    text = canonical_entry(entry_of(complete)) + "\n"
    if untidy:
        turned = {
            name: value.split("\n") if name in SEVERAL and "\n" in value else value
            for name, value in reversed(complete.items())
        }
        text = yaml.safe_dump([turned], default_style='"', allow_unicode=True, sort_keys=False)
    (root / path).write_text(text, encoding="utf-8")
    return path


def json_of(made: Publication, path: str) -> Any:
    return json.loads(file_of(made, path))


def file_of(made: Publication, path: str) -> bytes:
    return next(file.content for file in made.files if file.path == path)


def assert_pages_count(made: Publication, counts: Counts, ids: Sequence[str]) -> None:
    """Every number and every list that a page shows is of what was drawn."""
    view = made.view.register
    assert (view.organisations, len(view.individuals)) == (counts.organisations, counts.individuals)
    assert view.count == counts.organisations + counts.individuals
    assert (len(view.ended), len(view.withdrawn)) == (counts.ended, counts.withdrawn)
    assert (view.apart, view.earlier) == (counts.ended + counts.withdrawn, counts.earlier)
    assert {each.version: each.count for each in view.support} == {
        version: counts.support[version] for version in VERSIONS
    }
    kinds = Counter({group.key: group.count for group in view.kinds})
    assert kinds + Counter({"individual": len(view.individuals)}) == counts.kinds
    assert {group.key: group.count for group in view.countries} == counts.countries
    assert sorted(each.id for each in view.entries) == sorted(view.pages) == ids
    if view.sections:
        on_sheets = [entry.id for sheet in view.sheets for entry in sheet.entries]
        assert sorted(on_sheets) == ids
        assert {sheet.path for sheet in view.sheets} <= made.pages.keys()
        assert {sheet.path for group in view.listed_groups for sheet in group.sheets} <= {
            *made.pages
        }
        for group in view.listed_groups:
            on_sheets = [entry.id for sheet in group.sheets for entry in sheet.entries]
            assert on_sheets == [entry.id for entry in group.entries]
        assert len(json.loads(view.index(made.view.words))["names"]) == len(ids)
    else:
        assert {group.key: group.count for group in view.years} == counts.years
        # There the first endorsement stands before the others.
        by_date = [entry.latest.signed for group in view.years for entry in group.entries]
        assert by_date == sorted(by_date, key=lambda signed: signed.last_day, reverse=True)
    line = view.timeline
    assert (line.endorsed, line.withdrew, line.ended) == (len(ids), counts.withdrawn, counts.ended)
    assert [each.endorsing for each in line.periods[-1:]] == ([view.count] if ids else [])


def assert_files_count(made: Publication, counts: Counts) -> None:
    """Every number and every list that a program reads is of what was drawn."""
    stated = json_of(made, "statement.json")
    both = counts.organisations + counts.individuals
    assert stated["counts"] == {
        "signatories": both,
        "organisations": counts.organisations,
        "individuals": counts.individuals,
        "withdrawn": counts.withdrawn,
        "ended": counts.ended,
        "by_kind": {kind: counts.kinds[kind] for kind in stated["counts"]["by_kind"]},
        "by_country": dict(counts.countries),
    }
    assert {each["version"]: each["endorsed_by"] for each in stated["versions"]} == {
        version: counts.support[version] for version in VERSIONS
    }
    assert stated["register"]["entries"] == counts.entries
    assert json_of(made, "badge.json")["message"] == str(both)
    assert events_in(made) == counts.events


def events_in(made: Publication) -> Counter[str]:
    """What the archives of the feed say has happened; its own events are among them."""
    paths = [file.path for file in made.files if file.path.startswith("feed")]
    told = {path: list(happened(file_of(made, path))) for path in paths}
    newest = told.pop("feed.xml")
    archived = [event for them in told.values() for event in them] or newest
    assert set(newest) <= set(archived)
    assert len({identity for identity, _ in archived}) == len(archived)
    known = ("was published", "endorsed version", "withdrew", "no longer exists")
    return Counter(next(each for each in known if each in title) for _, title in archived)


def happened(content: bytes) -> Iterator[tuple[str | None, str]]:
    for entry in ElementTree.fromstring(content).iter(f"{ATOM}entry"):
        yield entry.findtext(f"{ATOM}id"), entry.findtext(f"{ATOM}title") or ""


def entries_published(made: Publication) -> Iterator[list[Values]]:
    """The entries in JSON and in CSV, each with its id and with what else was derived."""
    yield [*map(joined, json_of(made, "signatories.json")["signatories"])]
    table = file_of(made, "signatories.csv").decode("utf-8-sig")
    yield [
        {name: unguarded(cell) for name, cell in row.items() if cell}
        for row in csv.DictReader(StringIO(table, newline=""))
    ]


def assert_files_list(made: Publication, register: str, ids: Sequence[str]) -> None:
    """The data hold every entry of the register as it is, each under its signatory's id."""
    assert file_of(made, "signatories.yml").decode() == register
    added = {"id", EVIDENCE_HOST.name, *(each.name for each in ADDED)}
    stated = [without(each, {"id"}) for each in read(register)]
    for entries in entries_published(made):
        assert [without(each, added) for each in entries] == stated
        assert sorted({each["id"] for each in entries}) == ids
        assert [each["slug"] for each in entries] == [each["id"] for each in entries]


def without(entry: Values, names: Container[str]) -> Values:
    return {name: value for name, value in entry.items() if name not in names}


def folded(root: Path, entries: Sequence[Values]) -> str:
    """The register after everything that is done to these entries until they are folded."""
    assert in_order(entries_in(root)) == in_order(entries)
    run(root, "check")
    run(root, "format")
    assert in_order(entries_in(root)) == in_order(entries)
    assert run(root, "format", "--check") == ""
    run(root, "check")
    run(root, "fold")
    assert not list((root / "signatories.d").glob("*"))
    run(root, "check")
    return (root / "signatories.yml").read_text(encoding="utf-8")


# To look for the least example takes minutes, and one as it is drawn is short enough to read.
PHASES = [Phase.explicit, Phase.reuse, Phase.generate]


@settings(max_examples=examples(50), phases=PHASES)
@given(
    signatories=registers(),
    untidy=st.booleans(),
    statement=st.sampled_from(["", "no-harm"]),
    split=st.sampled_from([1, 500]),
    newest=st.sampled_from([1, 50]),
)
def test_what_the_model_allows_comes_through_and_is_counted_alike_everywhere(
    signatories: Signatories, untidy: bool, statement: str, split: int, newest: int
) -> None:
    """What was drawn is added, folded and published, and imported into a site without any entry.

    The import may leave out one thing: the `id` of a signatory's first entry where the name gives
    it anyway, since published data have an `id` in any case. It is left out of what is expected.
    """
    site = SITE | {"signatories.yml": "[]\n"} | ({"mkdocs.yml": NAMED} if statement else {})
    of = {"of": statement} if statement else {}
    with TemporaryDirectory() as name, pytest.MonkeyPatch.context() as patch:
        patch.setattr(feed, "NEWEST", newest)
        root = Path(name) / "site"
        plant(root, site)
        # Only the register says when an entry was listed, and what a fold wrote may be older.
        new = [[without(each, {"listed"}) for each in them] for them in signatories]
        paths = [[add(root, each, untidy=untidy) for each in them] for them in new]
        ids = sorted(Path(first).stem for first, *_ in paths)
        drawn = [[each | of for each in them] for them in signatories]
        register = folded(root, [each | of for them in new for each in them])
        # The day of the fold is that of this run.
        days = {each["listed"] for each in read(register)}
        assert len(days) <= 1
        today = {"listed": max(days, default="")}
        assert register == register_text_of([each | today | of for them in new for each in them])
        listed = [[today | each for each in them] for them in drawn]
        register = register_text_of(entries_of(listed))
        (root / "signatories.yml").write_text(register, encoding="utf-8")

        made = published_by(root, split=split, statement=statement)
        assert_pages_count(made, counted(drawn), ids)
        assert_files_count(made, counted(drawn))
        assert_files_list(made, register, ids)

        expected = register_text_of(without_needless_ids(listed))
        for path in ("signatories.json", "signatories.csv"):
            other = Path(name) / path.rpartition(".")[2]
            plant(other, site)
            (other / path).write_bytes(file_of(made, path))
            if ids:  # an empty list is nothing to import
                run(other, "import", "--write", "--into-register", path)
            assert (other / "signatories.yml").read_text(encoding="utf-8") == expected
            (other / path).unlink()
            run(other, "check")
