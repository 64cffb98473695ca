"""A fold changes nothing that the record says, but the day on which an entry was listed."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from undersigned.cli import main
from undersigned.deeds.entry_list import RECORD
from undersigned.deeds.model import Recorded
from undersigned.format.annotated import AnnotatedList
from undersigned.format.canonical import canonical_text, entry_of
from undersigned.problem import stopping
from undersigned.site import read_site

from tests.support.drawn_deeds import SITE, Values, records
from tests.support.examples import examples
from tests.support.files import plant

ANYWHERE = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(100)
)


def text_of(entries: Sequence[Values]) -> str:
    annotated = (entry_of(values, RECORD) for values in entries)
    return canonical_text(AnnotatedList(tuple(annotated)), RECORD)


def recorded(root: Path) -> tuple[list[Recorded], int]:
    """The entries of a site without their days of listing, and how many have one."""
    site, problems = read_site(root)
    assert stopping(problems) == []
    entries = site.record.entries
    listed = sum(each.listed is not None for each in entries)
    return [each._replace(listed=None) for each in entries], listed


@ANYWHERE
@given(records(), st.integers(0, 8), st.booleans())
def test_a_fold_leaves_the_record_as_it_was(
    tmp_path: Path, drawn: list[Values], count: int, stopped: bool
) -> None:
    names = [RECORD.id_of(values) for values in drawn]
    assume(len(set(names)) == len(names))
    shutil.rmtree(tmp_path)
    tmp_path.mkdir()
    there, new = drawn[:count], drawn[count:]
    files = {RECORD.drop_in_of(values): text_of([values]) for values in new}
    # Where the fold before was stopped, one of its drop-ins is in the list already.
    kept = [*there, *new[: 1 if stopped else 0]]
    plant(tmp_path, SITE | files | ({RECORD.path: text_of(kept)} if kept else {}))
    before, _ = recorded(tmp_path)
    assert len(before) == len(drawn)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        folded = CliRunner().invoke(main, ["fold"])
        assert folded.exit_code == 0, folded.output
    after, listed = recorded(tmp_path)
    assert after == before
    assert listed == len(drawn) - len(kept)
    assert not any((tmp_path / path).exists() for path in files)
    if drawn:
        text = (tmp_path / RECORD.path).read_text(encoding="utf-8")
        assert text.count("\n\n") == len(drawn) - 1
