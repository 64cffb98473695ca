"""What a statement calls itself, and where its texts are for that."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from undersigned.changes.building import elsewhere
from undersigned.changes.risks import Risk, risk_of
from undersigned.language.parts import Part, Thing
from undersigned.problem import Severity
from undersigned.settings import Configuration, read_settings
from undersigned.site import read_site
from undersigned.statement.naming import (
    Naming,
    read_naming,
    read_text_paths,
    texts_set_for,
)
from undersigned.text_paths import AS_USUAL, TextPaths

from tests.support.files import drawn, plant
from tests.support.sites import SMALL

LETTER = "extra:\n  statement:\n    words: letter\n"


@pytest.mark.parametrize(
    ("given", "named"),
    [
        (None, Naming(Thing.PRINCIPLES, Part.PRINCIPLE)),
        ("letter", Naming(Thing.LETTER, Part.POINT)),
        ("pledge", Naming(Thing.PLEDGE, Part.COMMITMENT)),
        ({"text": "declaration"}, Naming(Thing.DECLARATION, Part.ARTICLE)),
        ({"text": "letter", "part": "commitment"}, Naming(Thing.LETTER, Part.COMMITMENT)),
        ({"part": "point"}, Naming(Thing.PRINCIPLES, Part.POINT)),
    ],
)
def test_one_word_names_the_statement_and_its_parts(given: object, named: Naming) -> None:
    assert read_naming(given) == (named, [])


@pytest.mark.parametrize(
    "given",
    [
        "Letter",
        "lettre",
        "",
        3,
        ["letter"],
        {"text": "letter", "parts": "point"},
        {"part": 2},
        {"text": 16**9999},
        {"part": 16**9999},
    ],
)
def test_another_word_is_refused_with_those_that_there_are(given: object) -> None:
    _, [problem] = read_naming(given)
    assert "extra.statement.words" in problem.message
    assert "'letter'" in problem.message or "'commitment'" in problem.message


def test_texts_are_in_a_folder_named_as_the_statement_is_unless_it_says_another() -> None:
    named = Naming(Thing.LETTER, Part.POINT)
    assert read_text_paths(None, named) == (TextPaths("letter"), [])
    assert read_text_paths("lettre", named) == (TextPaths("lettre"), [])
    for folder in ("signatories", "a/b", "..", "", "Lettre", 3.5, "figures", 16**9999, ["a"]):
        assert read_text_paths(folder, named)[0] == AS_USUAL
        assert len(read_text_paths(folder, named)[1]) == 1


@pytest.mark.parametrize(
    "broken", ["", "extra: [", "extra:\n  statement:\n    words: !!python/name:x y\n", "extra: 3\n"]
)
def test_a_configuration_that_cannot_be_read_leaves_texts_where_they_usually_are(
    tmp_path: Path, broken: str
) -> None:
    plant(tmp_path, {"mkdocs.yml": broken})
    assert texts_set_for(tmp_path) == AS_USUAL


def test_texts_are_read_locked_and_guarded_in_the_folder_that_is_set(tmp_path: Path) -> None:
    plant(tmp_path, {**drawn(SMALL), "mkdocs.yml": LETTER})
    root = tmp_path
    (root / "docs/principles").rename(root / "docs/letter")
    site, problems = read_site(root)
    assert [each for each in problems if each.path.startswith("docs/")] == []
    assert [version.path for version in site.versions] == ["docs/letter/1.0.md"]
    (root / "docs/letter/1.0.md").write_text("1. Other words\n", encoding="utf-8")
    (root / "docs/letter/v2.md").write_text("Words\n", encoding="utf-8")
    _, problems = read_site(root)
    said = [each.message for each in problems]
    assert any("docs/letter/1.0.md is no longer the text of version '1.0'" in each for each in said)
    assert any(each.startswith("'v2.md' looks like a version of the text") for each in said)
    texts = texts_set_for(root)
    assert risk_of("docs/letter/1.0.md", texts) is Risk.TEXT
    assert risk_of("docs/Letter/1.0.md", texts) is Risk.BESIDE
    assert risk_of("docs/principles/1.0.md", texts) is None


@pytest.mark.parametrize("setting", ["words: Lettre", "folder: signatories", "words: [a]"])
def test_a_check_names_the_wrong_setting_and_no_text_that_would_be_elsewhere(
    tmp_path: Path, setting: str
) -> None:
    plant(tmp_path, {**drawn(SMALL), "mkdocs.yml": LETTER.replace("words: letter", setting)})
    (tmp_path / "docs/principles").rename(tmp_path / "docs/letter")
    _, problems = read_site(tmp_path)
    stops = [each for each in problems if each.severity is Severity.PROBLEM]
    assert {each.path for each in stops} == {"mkdocs.yml"}
    assert f"extra.statement.{setting.partition(':')[0]} " in stops[0].message


def test_a_folder_that_only_the_engine_knows_is_refused(tmp_path: Path) -> None:
    plant(tmp_path, drawn(SMALL))
    site, _ = read_site(tmp_path)
    extra = {
        "statement": {"title": "T", "publisher": "P", "address": "https://a.example"},
        "edition": {"name": "P", "kind": "official"},
    }
    configuration = Configuration("T", extra=extra)
    now = datetime.now(UTC)
    settings, _ = read_settings(configuration, {}, now)
    assert settings is not None
    assert elsewhere(site, settings) == []
    inherited = replace(settings.statement, texts=TextPaths("letter"))
    [problem] = elsewhere(site, replace(settings, statement=inherited))
    assert "docs/letter/" in problem.message
