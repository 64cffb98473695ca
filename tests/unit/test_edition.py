"""Whose site it is: what mkdocs.yml gives, what is wrong with it, and what pages say of it."""

from pathlib import Path

import pytest
from undersigned.commentary.edition_blocks import (
    CONTACT,
    CONTROLLER,
    misplaced_blocks,
    with_paragraphs,
)
from undersigned.data.statement import Origin, described
from undersigned.problem import Severity
from undersigned.site import Site
from undersigned.statement.edition import Edition, EditionKind, read_edition, roles
from undersigned.statement.identity import Statement, read_statement
from undersigned.text.pages import read_pages
from undersigned.text_paths import AS_USUAL
from undersigned.views.edition import paragraphs

from tests.support.files import plant
from tests.support.signatories import register
from tests.support.versions import version

GIVEN = {"name": "Ours", "kind": "independent", "contact": "post@ours.example"}
PUBLISHER = Statement("A", "Some\n Coalition", "https://a.example/x").one_line_publisher
REPOSITORY = "https://code.example/ours"


def read(**more: object) -> Edition:
    edition, problems = read_edition(GIVEN | more)
    assert edition
    assert problems == []
    return edition


def test_an_edition_has_a_name_and_a_kind_and_what_else_is_given() -> None:
    assert read() == Edition("Ours", EditionKind.INDEPENDENT, contact="post@ours.example")
    everything = read(
        name="Of\n two lines",
        kind="official",
        address="https://ours.example/",
        contact="mailto:post@ours.example",
        repository=REPOSITORY,
        data_controller="Ours, 1 Street",
    )
    assert everything.name == "Of two lines"
    assert not everything.independent
    assert everything.mail == "post@ours.example"
    names = "name kind address contact repository data_controller"
    assert list(everything.given()) == names.split()


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (None, "is missing; give it a name, and the kind independent or official"),
        ("Ours", "is missing"),
        ({"kind": "official"}, "lacks 'name'"),
        ({"name": " ", "kind": "official"}, "lacks 'name'"),
        ({"name": "Ours"}, "lacks 'kind'; give independent, or official"),
        (GIVEN | {"kind": "Independent"}, "has the kind 'Independent'; give independent"),
        (GIVEN | {"kind": True}, "gives no text as 'kind'"),
        (GIVEN | {"name": ["a"]}, "gives no text as 'name'"),
        (GIVEN | {"repo": "x"}, "has 'repo', which is no part of it; give name, kind"),
        (GIVEN | {"repository": "git@code.example:ours"}, "has the repository"),
        (GIVEN | {"address": "http://ours.example"}, "has the address 'http://ours.example'"),
        (GIVEN | {"contact": "us"}, "has the contact 'us'; give an e-mail address or an https"),
        (GIVEN | {"contact": "http://ours.example"}, "has the contact"),
        (GIVEN | {"contact": "a@b.example c"}, "has the contact"),
        (GIVEN | {"contact": "a@b.example?cc=c"}, "has the contact"),
        (GIVEN | {"contact": "a@b..example"}, "has the contact"),
        (GIVEN | {"contact": "a@b"}, "has the contact"),
        (GIVEN | {"contact": "a@\ud800.example"}, "which holds U+D800, which readers cannot see"),
        (GIVEN | {"contact": f"{'a' * 250}@b.example"}, "has the contact"),
        (GIVEN | {"name": "a\u202eb"}, "which holds U+202E, which readers cannot see; remove it"),
        (GIVEN | {"name": "\ud800"}, "which holds U+D800"),
        (GIVEN | {"name": "<b>A</b>"}, "has the name '<b>A</b>', which holds HTML; write words"),
        (GIVEN | {"name": "a" * 121}, "which has 121 characters; shorten it to 120"),
        (GIVEN | {"data_controller": "\x07"}, "which holds U+0007"),
        (GIVEN | {"data_controller": "a" * 501}, "which has 501 characters; shorten it to 500"),
    ],
)
def test_what_is_wrong_with_it_is_reported_with_a_remedy(given: object, message: str) -> None:
    edition, problems = read_edition(given)
    assert edition is None
    assert str(problems[0]).startswith("mkdocs.yml:1:1: extra.edition ")
    assert message in "\n".join(each.message for each in problems)


def test_an_edition_that_nobody_can_ask_is_a_note() -> None:
    edition, [note] = read_edition({"name": "Ours", "kind": "official", "contact": None})
    assert edition
    assert note.severity is Severity.NOTE
    assert "names neither a contact nor a repository" in note.message


@pytest.mark.parametrize("name", ["contact", "repository"])
def test_what_was_of_the_statement_is_a_problem_that_names_its_place(name: str) -> None:
    given = {"title": "T", "publisher": "P", "address": "https://a.example/x", name: ""}
    statement, [problem] = read_statement(given)
    assert statement is None
    assert problem.message == f"extra.statement.{name} is now extra.edition.{name}; move it"


def test_the_two_roles_are_told_apart_where_they_are_two() -> None:
    assert roles(PUBLISHER, read()) == ("Text by Some Coalition. Independent edition by Ours")
    assert roles(PUBLISHER, read(kind="official")) == "Text by Some Coalition"


@pytest.mark.parametrize(
    ("edition", "paragraph"),
    [
        (read(), 'Write to <a href="mailto:post@ours.example">post&#64;ours&#46;example</a>.'),
        (
            read(repository=REPOSITORY),
            'Write to <a href="mailto:post@ours.example">post&#64;ours&#46;example</a> or open an'
            f' issue in <a href="{REPOSITORY}">its repository</a>, in public.',
        ),
        (
            read(contact="https://ours.example/us"),
            'Use <a href="https://ours.example/us">the contact page of this edition</a>.',
        ),
        (Edition("Ours"), "This edition has not named a contact or a repository yet."),
    ],
)
def test_a_page_leads_to_whoever_publishes_the_site_or_says_that_nobody_is_named(
    edition: Edition, paragraph: str
) -> None:
    assert paragraphs(edition)[CONTACT] == paragraph


def test_who_answers_for_the_data_is_named_and_read_as_no_markup() -> None:
    assert "has not named yet who is responsible" in paragraphs(read())[CONTROLLER]
    named = paragraphs(read(data_controller="A_b_ <i> [x](y) Ltd."))[CONTROLLER]
    assert named.startswith("Responsible for the personal data on this site: A&#95;b&#95; ")
    assert not set("<[_*`") & set(named)
    assert named.endswith("Ltd.")


def test_statement_json_says_whose_edition_it_is() -> None:
    site = Site((version("1.0"),), register(()))
    origin = Origin("T", "P", "https://a.example/x", "https://s.example/", edition=read())
    assert described(origin, site, "x", None, None)["edition"] == {
        "name": "Ours",
        "kind": "independent",
        "contact": "post@ours.example",
        "address": "https://s.example/",
    }
    assert "edition" not in described(
        Origin("T", "P", "https://a.example/x"), site, "x", None, None
    )


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("\\contact", "C"),
        ("- a\n\n    \\contact \n- b", "- a\n\n    C\n- b"),
        ("```\n\\contact\n```", "```\n\\contact\n```"),
        ("`a\n\\contact\nb`", "`a\n\\contact\nb`"),
        ("\\contacts\n\\controller", "\\contacts\nD"),
    ],
)
def test_a_block_is_its_paragraph_as_far_in_as_it_stands_and_in_code_itself(
    words: str, shown: str
) -> None:
    assert with_paragraphs(words, {CONTACT: "C", CONTROLLER: "D"}) == shown


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Ask \\contact today.", "3:5"),
        ("- \\contact", "3:3"),
        ("> \\controller", "3:3"),
        ("a | b\n- | -\n\\contact | c", "5:1"),
        ("\\contact.", "3:1"),
    ],
)
def test_a_block_among_other_words_is_a_problem_at_its_place(
    words: str, place: str, tmp_path: Path
) -> None:
    signed = dict.fromkeys(("docs/principles/1.0.md", AS_USUAL.draft), f"# T\n\n{words}\n")
    plant(tmp_path, signed | {"docs/a.md": f"# T\n\n{words}\n\n`\\contact`\n\n\\contact\n"})
    [problem] = misplaced_blocks(read_pages(tmp_path)[0], set(signed))
    assert str(problem).startswith(f"docs/a.md:{place}: '\\cont")
    assert "give it a line of its own" in problem.message


@pytest.mark.parametrize("name", ["title", "publisher", "address", "licence"])
@pytest.mark.parametrize("sign", ["\u202e", "\ud800"])
def test_what_a_statement_is_called_hides_nothing(name: str, sign: str) -> None:
    given = {"title": "A\n  title", "publisher": "P", "address": "https://a.example/x"}
    assert read_statement(given)[1] == []
    statement, [problem] = read_statement(given | {name: f"a{sign}"})
    assert statement is None
    assert problem.message.startswith(f"extra.statement.{name} 'a")
    assert problem.message.endswith(f"holds U+{ord(sign):04X}, which readers cannot see; remove it")
