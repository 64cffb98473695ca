"""A new site: the files that it is made of, and names of any kind in them."""

import json
import re
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from undersigned.founding.answers import Answers, faults
from undersigned.founding.carried import carried, carried_paths
from undersigned.founding.files import founded
from undersigned.founding.things import pages_in
from undersigned.issues.forms import read_forms
from undersigned.language.parts import Thing
from undersigned.look.colours import colour_of
from undersigned.look.palette import OUR_THREE

from tests.support.examples import examples
from tests.support.files import plant
from tests.support.first_statement import WORDS
from tests.support.sites import REPOSITORY
from tests.support.walks import BLOCK

KEEPERS = Answers("The Keepers’ Letter", "Coalition of Lighthouse Keepers", words="letter")
LANGUAGES = ("en", "fr")
SAMPLE = re.compile("<pre.*?</pre>", re.DOTALL)
SAFE = ("A: #1", "'a' \"b\"", "%x", "{{ x }}", "---", "null", "письмо", "- a", "@{x}", "12", "[a")


def settings_of(answers: Answers) -> Any:
    return yaml.safe_load(founded(answers, "x==1")["mkdocs.yml"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_site_is_whole_in_each_language(language: str, tmp_path: Path) -> None:
    files = founded(replace(KEEPERS, language=language), "x==1")
    assert {
        "mkdocs.yml", "signatories.yml", "signatories.d/README.md", "versions.yml",
        "references.bib", "requirements.txt", "netlify.toml", "Makefile", "README.md",
        "docs/index.md", "docs/letter/index.md", "docs/letter/draft.md", "docs/sign.md",
        "docs/proof.md", "docs/signatories/index.md", "docs/signatories/evidence.md",
        "docs/privacy.md", "docs/accessibility.md", "docs/data.md", "docs/cite.md",
        "docs/about.md", ".gitignore", ".python-version",
        ".github/workflows/checks.yml", ".github/workflows/sign.yml",
        ".github/workflows/links.yml", "LICENSE-CONTENT.md",
    } <= set(files)  # fmt: skip
    assert set(files) == set(founded(KEEPERS, "x==1"))
    assert not any("/text/" in path or "dot-" in path for path in files)
    assert yaml.safe_load(files["signatories.yml"]) == []
    assert yaml.safe_load(files["versions.yml"]) is None
    for path, text in files.items():
        if path.startswith("docs/") and not path.endswith("draft.md"):
            assert path.removeprefix("docs/") in files["mkdocs.yml"], path
            head = yaml.safe_load(text.split("---\n")[1])
            assert 40 < len(head["description"]) < 170, path
    plant(tmp_path, files)
    forms, problems = read_forms(tmp_path)
    assert (len(forms), problems) == (6, [])


def test_each_language_asks_and_specifies_the_same_and_leads_on_by_the_same_commands(
    tmp_path: Path,
) -> None:
    asked, led = list[object](), list[object]()
    own = carried("docs/proof.md")
    for language in LANGUAGES:
        files = founded(replace(KEEPERS, language=language), "x==1")
        plant(tmp_path / language, files)
        forms = read_forms(tmp_path / language)[0]
        asked.append(sorted([question.field for question in form.questions] for form in forms))
        specified, readme = files["docs/proof.md"], files["README.md"]
        assert SAMPLE.findall(specified) == SAMPLE.findall(own)
        assert specified.count("\n") == own.count("\n")
        assert readme.count("\n") <= 45
        led.append(re.findall(r"^(\S.*?) +#", "".join(BLOCK.findall(readme)), re.MULTILINE))
    assert all(each == asked[0] for each in asked)
    assert all(each == led[0] for each in led)
    for step in ("draft.md", "publish 1.0", "undersigned add", "make check", "upgrade --to"):
        assert step in str(led[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_file_of_a_new_site_has_a_word_of_another_statement(language: str) -> None:
    for words in Thing:
        answers = Answers("Letter", "Keepers", language=language, words=words)
        for path, text in founded(answers, "x==1").items():
            assert not WORDS.search(text), path
            if not path.endswith((".sh", ".py", ".toml", "proof.md")) and words != "principles":
                assert "principles" not in text, path


def test_settings_are_short_and_have_nothing_but_what_differs_between_sites() -> None:
    text = founded(KEEPERS, "x==1")["mkdocs.yml"]
    assert text.count("\n") <= 40
    assert set(yaml.safe_load(text)) == {
        "site_name", "site_url", "site_description", "extra", "theme", "plugins", "nav",
    }  # fmt: skip
    assert settings_of(KEEPERS)["extra"]["statement"]["words"] == "letter"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_site_is_told_how_its_look_is_set(language: str) -> None:
    files = founded(replace(KEEPERS, language=language), "x==1")
    (line,) = re.findall("^  # (look: .*)", files["mkdocs.yml"], re.MULTILINE)
    given = yaml.safe_load(line)["look"]  # as they are, so that any one can be changed
    assert {name: colour_of(text) for name, text in given.items()} == OUR_THREE._asdict()
    words = ("paper", "ink", "accent", "card", "touch", "logo", "favicon")
    assert all(f"`{word}`" in files["MAINTAINING.md"] for word in words)


NAMES = st.text(
    st.characters(exclude_categories=["C", "Zl", "Zp"], exclude_characters="<"), min_size=1
).filter(str.strip) | st.sampled_from(SAFE)


@given(NAMES, NAMES)
@settings(max_examples=examples(100))
def test_whatever_names_are_they_are_read_back_as_they_were_given(one: str, other: str) -> None:
    title, publisher = " ".join(one.split()), " ".join(other.split())
    answers = Answers(title, publisher)
    if faults(answers):
        return
    read = yaml.safe_load(founded(answers, "x==1")["mkdocs.yml"])
    assert read["site_name"] == read["extra"]["statement"]["title"] == title
    assert read["extra"]["statement"]["publisher"] == read["extra"]["edition"]["name"] == publisher


@pytest.mark.parametrize("name", SAFE)
def test_odd_names_are_names(name: str) -> None:
    assert faults(Answers(name, name)) == []
    assert settings_of(Answers(name, name))["site_name"] == name


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (Answers("", "B"), "extra.statement lacks 'title'"),
        (Answers("A", ""), "extra.statement lacks 'publisher'"),
        (Answers("A <b>", "B"), "site_name 'A <b>' holds HTML; write words alone"),
        (Answers("A\u202e", "B"), "holds U+202E, which readers cannot see; remove it"),
        (Answers("A", "B", contact="nobody"), "extra.edition has the contact 'nobody'"),
        (Answers("A", "B", repository="http://b.org"), "does not begin with 'https://'"),
        (Answers("A", "B", site_url="b.org"), "does not begin with 'https://'"),
        (Answers("A", "B", language="klingon"), "theme.language 'klingon' is no language"),
        (Answers("A", "B", independent=True), "extra.edition lacks the name of who makes"),
        (Answers("A", "B", "B", independent=True), "extra.edition lacks the name of who makes"),
    ],
)
def test_an_answer_is_refused_as_the_settings_refuse_it(answers: Answers, words: str) -> None:
    assert words in "\n".join(problem.message for problem in faults(answers))


def test_a_language_without_pages_of_its_own_has_english_ones() -> None:
    assert pages_in("en") == pages_in("nb") == pages_in("pt-BR") == "en"
    answers = Answers("A", "B", language="nb")
    assert "language: nb" in founded(answers, "x==1")["mkdocs.yml"]


def test_what_is_carried_is_what_this_repository_has() -> None:
    files = founded(KEEPERS, "./vendor/x.whl")
    assert carried(".python-version") == (REPOSITORY / ".python-version").read_text("utf-8")
    for path in carried_paths():
        own = (REPOSITORY / path).read_text(encoding="utf-8")
        found = re.sub(r"^# Written by undersigned .*\n", "", files[path], flags=re.MULTILINE)
        assert found.startswith(own.rstrip()), path
    assert files["requirements.txt"].endswith("\n./vendor/x.whl\n")


def test_a_new_site_is_served_under_the_headers_of_this_one() -> None:
    own = (REPOSITORY / "netlify.toml").read_text(encoding="utf-8")
    ours, theirs = (tomllib.loads(text) for text in (own, founded(KEEPERS, "x==1")["netlify.toml"]))
    placed = json.loads(json.dumps(ours).replace("/principles/", "/letter/"))
    assert theirs["headers"] == placed["headers"]
    assert theirs["redirects"] == placed["redirects"]
    assert theirs["build"]["command"] == ours["build"]["command"]
    assert theirs["build"]["environment"]["PYTHON_VERSION"] == carried(".python-version").strip()


def test_workflows_of_a_new_site_run_the_actions_that_are_pinned_here() -> None:
    def used(text: str) -> set[str]:
        return set(re.findall(r"uses: (\S+ # \S+)", text))

    workflows = (REPOSITORY / ".github/workflows").glob("*.yml")
    here = set().union(*(used(path.read_text(encoding="utf-8")) for path in workflows))
    files = founded(KEEPERS, "x==1")
    theirs = [text for path, text in files.items() if path.startswith(".github/workflows/")]
    assert len(theirs) == 3
    for text in theirs:
        assert used(text) <= here
        assert used(text)
