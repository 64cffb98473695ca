"""Whatever stands where nobody reads it: entries are found, and no other text breaks the search."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from undersigned.deeds.entry_list import RECORD
from undersigned.entry_list import SIGNATORIES, EntryList
from undersigned.fields import BETWEEN
from undersigned.format.canonical import canonical_entry, entry_of
from undersigned.lists import LISTS
from undersigned.problem import Problem
from undersigned.register.misplaced import entries_elsewhere

from tests.support.drawn_registers import TEXTS, entries_of, registers
from tests.support.examples import examples

ANYWHERE = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(150)
)

names = st.sampled_from(["acme", "beta-gmbh", "x"])
keys = st.sampled_from(["doe2024brief", "DBLP:conf/sp/X"])
some_keys = st.lists(keys, min_size=1, unique=True).map(BETWEEN.join)
common = {
    "who": st.lists(names, min_size=1, unique=True).map(BETWEEN.join),
    "principle": st.sampled_from("15"),
}
deeds = st.fixed_dictionaries(
    {
        **common,
        "date": st.sampled_from(["2024", "2024-05", "2024-05-06"]),
        "deed": TEXTS,
        "sources": some_keys,
    },
    optional={"bearing": st.just("at-odds"), "reply": TEXTS, "id": st.sampled_from(["a-2", "b"])},
)
searches = st.fixed_dictionaries(
    {
        **common,
        "looked": st.just("2024-05-06"),
        "found": st.just("nothing"),
        "where": st.lists(TEXTS, min_size=1, unique=True).map(BETWEEN.join),
    }
)


def found(root: Path) -> list[Problem]:
    return list(entries_elsewhere(root, dict.fromkeys(LISTS, ())))


@ANYWHERE
@given(deeds | searches, st.sampled_from(["a.yml", "deeds/a.yml", "docs/more/a.md"]))
def test_an_entry_of_the_record_is_found_wherever_it_stands_and_sent_to_its_file(
    tmp_path: Path, values: dict[str, str], path: str
) -> None:
    assert sent_to(tmp_path, RECORD, values, path) == RECORD.drop_in_of(values)


@ANYWHERE
@given(registers(), st.sampled_from(["a.yml", "names/a.txt", "docs/more/a.md"]))
def test_a_signatory_is_found_wherever_it_stands_and_sent_to_its_file(
    tmp_path: Path, drawn: list[list[dict[str, str]]], path: str
) -> None:
    for values in entries_of(drawn):
        wanted = SIGNATORIES.drop_in_of(values)
        assert sent_to(tmp_path, SIGNATORIES, values, path) == wanted


def test_a_name_in_quotes_is_read_as_it_stands_in_them(tmp_path: Path) -> None:
    for name in ("Hash # mark", 'The "A" #1', "It’s: so"):
        values = {"name": name, "kind": "company", "signed": "2024-05"}
        wanted = SIGNATORIES.drop_in_of(values)
        assert sent_to(tmp_path, SIGNATORIES, values, "a.yml") == wanted


def sent_to(root: Path, kept: EntryList, values: dict[str, str], path: str) -> str:
    """Where an entry that stands alone in a file should be moved."""
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(canonical_entry(entry_of(values, kept), kept) + "\n", "utf-8")
    [problem] = found(root)
    (root / path).unlink()
    assert (problem.path, problem.line) == (path, 1)
    before, _, place = problem.message.partition("; move it to ")
    assert before == "an entry is not read from here"
    return place


HOSTILE = [
    "who:", "- who: a", "  - a", "- - who: a", "name:", "- name: a", "deed: x", "kind: y", "looked",
    "looked: ''", "signed:", "  :", "-", "#", "---", "found: : x", "who: ../../a", "date: \u202e",
    "id: 'a\\nb'", "```", "```yaml", "country: NO", "principle: [1", "\ufeffwho: a",
]  # fmt: skip
lines = st.sampled_from(HOSTILE) | st.text(max_size=20)


@ANYWHERE
@given(st.lists(lines, max_size=12), st.sampled_from(["a.yml", "deeds/a.md", "signatory/a"]))
def test_no_text_breaks_the_search_and_advice_stays_within_the_site(
    tmp_path: Path, drawn: list[str], path: str
) -> None:
    (tmp_path / path).parent.mkdir(exist_ok=True)
    (tmp_path / path).write_bytes("\n".join(drawn).encode("utf-8", "surrogatepass"))
    for problem in found(tmp_path):
        assert problem.path == path
        assert ".." not in problem.message
    (tmp_path / path).unlink()
