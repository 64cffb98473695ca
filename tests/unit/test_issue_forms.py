"""The forms on GitHub are read as they are written, and what is wrong with one says how to mend it.

Whoever does what a message says gets a form that can be used.
"""

from pathlib import Path

import pytest
import yaml
from undersigned.issues.asked import DEED, ENTERED, Asked
from undersigned.issues.forms import FOLDER, IssueForm, Question, read_forms
from undersigned.text import yaml_nodes

from tests.support.files import plant
from tests.support.issues import FORM_FILES

NAME = "endorse-person.yml"

PERSON = """\
name: Sign
body:
  - type: markdown
    attributes:
      value: Read this first.
  - type: input
    id: name
    attributes:
      label: Who are you?
    validations:
      required: true
  - type: textarea
    id: evidence
    attributes:
      label: Where do you say so?
  - type: dropdown
    id: country
    attributes:
      label: Country
      options:
        - GB
        - "NO"
  - type: checkboxes
    id: declarations
    attributes:
      label: Your word
      options:
        - label: I mean it.
          required: true
        - label: Publish it.
          required: true
"""

BODY = PERSON.partition("body:")[2]
BOXES = PERSON[PERSON.index("  - type: checkboxes") :]
DOMAIN = "  - type: input\n    id: domain\n    attributes:\n      label: Domain\n"
MORE = "  - type: input\n    id: statement\n    attributes:\n      label: Your words\n"


@pytest.fixture(params=["libyaml", "Python"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of PyYAML's two parsers."""
    if request.param == "Python":
        monkeypatch.setattr(yaml_nodes, "_LOADER", yaml.SafeLoader)


def read(
    root: Path, text: str, name: str = NAME, **others: str
) -> tuple[tuple[IssueForm, ...], list[str]]:
    """The forms of a site with this one, and the problems as they are printed."""
    files = {name: text, **{f"{other}.yml": text for other, text in others.items()}}
    plant(root, {f"{FOLDER}/{file}": text for file, text in files.items()})
    forms, problems = read_forms(root)
    return forms, list(map(str, problems))


def changed(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def test_a_form_has_the_questions_of_its_file_and_gives_the_kind_it_does_not_ask_for(
    tmp_path: Path,
) -> None:
    forms, problems = read(tmp_path, PERSON)
    assert problems == []
    [form] = forms
    evidence = form.questions[1].unanswered
    assert evidence.startswith("names no page. Give one of your own, or write to the contact")
    assert forms == (
        IssueForm(
            NAME,
            (
                Question("Who are you?", "name", "has no answer; give one"),
                Question("Where do you say so?", "evidence", evidence),
                Question("Country", "country", "", choices=("GB", "NO")),
                Question("Your word", declarations=("I mean it.", "Publish it.")),
            ),
            {"kind": "individual"},
        ),
    )


def test_forms_of_organisations_come_first_and_those_that_become_no_entry_last(
    tmp_path: Path,
) -> None:
    plant(tmp_path, FORM_FILES)
    more = changed(PERSON, ("Who are you?", "Name of the firm"))
    plant(tmp_path, {f"{FOLDER}/config.yml": "-", f"{FOLDER}/report-a-slip.yml": "-"})
    forms, problems = read(tmp_path, more, "endorse-a.yaml")
    assert problems == []
    assert [(form.file, form.given, bool(form.purpose)) for form in forms] == [
        ("endorse-organisation.yml", {}, False),
        ("endorse-own-server.yml", {}, False),
        ("endorse-a.yaml", {"kind": "individual"}, False),
        ("endorse-individual.yml", {"kind": "individual"}, False),
        ("document-a-deed.yml", {}, False),
        ("correct-or-withdraw.yml", {}, True),
        ("reply-or-correct.yml", {}, True),
    ]


@pytest.mark.parametrize("asked", ENTERED, ids=lambda asked: asked.beginning)
def test_people_are_asked_for_fields_of_the_list_that_tools_do_not_write(asked: Asked) -> None:
    assert set(asked.fields) < {each.name for each in asked.kept.fields if not each.by_tools}


def test_nobody_is_asked_whether_a_signatory_was_written_to_or_what_it_replied() -> None:
    assert DEED.kept.by_name.keys() - set(DEED.fields) == {
        "looked", "found", "where", "notified", "reply", "replied", "reply_source",
        "reply_by_email", "listed",
    }  # fmt: skip


def test_a_question_takes_several_values_where_the_field_does(tmp_path: Path) -> None:
    asked = changed(PERSON, ("id: evidence", "id: distinct_from"))
    [form], problems = read(tmp_path, changed(asked, ("id: country", "id: evidence")))
    assert problems == []
    assert [each.several for each in form.questions] == [False, True, False, False]


def test_what_is_not_required_may_go_without_an_answer(tmp_path: Path) -> None:
    [form], problems = read(tmp_path, changed(PERSON, ("required: true", "required: false")))
    assert (problems, form.questions[0].unanswered) == ([], "")
    ticked = "it.\n          required: "
    _, [problem] = read(tmp_path, changed(PERSON, (f"{ticked}true", f"{ticked}no")))
    assert "every declaration must be ticked" in problem


def test_letters_are_composed_in_all_that_is_compared_with_answers(tmp_path: Path) -> None:
    decomposed = changed(PERSON, ("Who are", "Que\u0301 e\u0301"), ("I mean", "Sera\u0301"))
    [form], problems = read(tmp_path, decomposed)
    assert (problems, form.headings[0]) == ([], "Qué é you?")
    assert form.questions[-1].declarations[0] == "Será it."


# What is done to the form; the problem that it gives; what the message then makes people do.
FAULTS = {
    "no YAML": (
        [("label: Country", "label: Country: which")],
        "19:21: this is not YAML: mapping values are not allowed",
        [("Country: which", '"Country: which"')],
    ),
    "a conflict": (
        [("  - type: dropdown", "<<<<<<< HEAD\n  - type: dropdown")],
        "16:1: a merge conflict is left here; keep what is right and remove the marks",
        [("<<<<<<< HEAD\n", "")],
    ),
    "a control character": (
        [("Country", "Coun\x07try")],
        "19:18: character U+0007 cannot stand here; remove it",
        [("\x07", "")],
    ),
    "an alias": (
        [("label: Who", "label: &a Who"), ("label: Country", "label: *a")],
        "19:14: '*a' repeats another place; write it out here",
        [("*a", "Country")],
    ),
    "a second document": (
        [("name: Sign\n", "name: Sign\n---\n")],
        "2:1: a second document begins here; remove '---' and what follows",
        [("---\n", "")],
    ),
    "a pit": (
        [("Read this first.", "[" * 60 + "]" * 60)],
        "5:60: this is nested more than 50 levels deep; remove it",
        [("[" * 60 + "]" * 60, "x")],
    ),
    "nothing": (
        [(PERSON, "# later\n")],
        "1:1: holds nothing; write its lines, or remove the file",
        [("# later\n", PERSON)],
    ),
    "no body": (
        [("body:", "boby:")],
        "1:1: there is no 'body' here; add it",
        [("boby:", "body:")],
    ),
    "a body that is a text": (
        [(BODY, " see above\n")],
        "2:7: there is no list below 'body'; write one, each item after '- '",
        [(" see above\n", BODY)],
    ),
    "no type": (
        [("  - type: textarea\n    id", "  - id")],
        "12:5: there is no 'type' here; add it",
        [("  - id: evidence\n", "  - id: evidence\n    type: input\n")],
    ),
    "a type of its own": (
        [("textarea", "text")],
        "12:11: type 'text' is not known; write one of input, textarea, dropdown, checkboxes,"
        " upload, markdown",
        [("type: text", "type: input")],
    ),
    "no attributes": (
        [("    attributes:\n      label: Where do you say so?\n", "")],
        "12:5: there is no 'attributes' here; add it",
        [("id: evidence\n", "id: evidence\n    attributes:\n      label: Where?\n")],
    ),
    "attributes that are a text": (
        [("attributes:\n      label: Where do you say so?\n", "attributes: Where?\n")],
        "14:17: lines of the form 'key: value' belong here; write them",
        [("attributes: Where?", "attributes:\n      label: Where?")],
    ),
    "no label": (
        [("label: Where do", "description: Where do")],
        "15:7: there is no 'label' here; add it",
        [("description: Where do", "label: Where?\n      description: Where do")],
    ),
    "an empty label": (
        [("label: Country", 'label: " "')],
        "19:14: this text is empty; write what people are to read",
        [('" "', "Country")],
    ),
    "a line break in a label": (
        [("Country\n", "|\n        Country\n        or region\n")],
        "19:14: this text holds a line break; write it on one line",
        [("|\n        Country\n        or region\n", "Country or region\n")],
    ),
    "a break after a label": (
        [("Country\n", ">\n        Country\n")],
        "19:14: this text holds a line break; write it on one line",
        [(">\n        Country", "Country")],
    ),
    "what shows as nothing": (
        [("Country", "Coun\u200btry")],
        "19:14: this text holds U+200B, which readers cannot see; remove it",
        [("\u200b", "")],
    ),
    "a space at the end": (
        [("label: Country", "label: 'Country '")],
        "19:14: this text begins or ends with a space; remove it",
        [("'Country '", "'Country'")],
    ),
    "a switch for a text": (
        [('"NO"', "NO")],
        "22:11: this is not read as text; write it between quotes, without a tag",
        [("NO", '"NO"')],
    ),
    "a tag": (
        [("label: Country", "label: !!python/name:os.system Country")],
        "19:14: this is not read as text; write it between quotes, without a tag",
        [("!!python/name:os.system Country", '"Country"')],
    ),
    "two labels of one element": (
        [("label: Country", "label: Country\n      label: Land")],
        "20:7: 'label' is given here already; keep one",
        [("      label: Land\n", "")],
    ),
    "no options": (
        [('      options:\n        - GB\n        - "NO"\n', "")],
        "19:7: there is no 'options' here; add it",
        [("label: Country\n", "label: Country\n      options:\n      - GB\n")],
    ),
    "an empty list of options": (
        [('\n        - GB\n        - "NO"\n', " []\n")],
        "20:16: there is no list below 'options'; write one, each item after '- '",
        [(" []", "\n      - GB")],
    ),
    "a box without words": (
        [("- label: Publish it.\n          required", "- required")],
        "30:11: there is no 'label' here; add it",
        [("true\n        - required", "true\n        - label: Yes.\n          required")],
    ),
    "a box that is a text": (
        [("- label: Publish it.\n          required: true\n", "- Publish it.\n")],
        "30:11: lines of the form 'key: value' belong here; write them",
        [("- Publish it.\n", "- label: Publish it.\n          required: true\n")],
    ),
    "neither true nor false": (
        [("required: true", "required: always")],
        "11:17: 'required' is neither true nor false; write one of them",
        [("always", "true")],
    ),
    "a label twice": (
        [("label: Country", "label: Who are you?")],
        "19:14: label 'Who are you?' is already on line 9; write another, or remove one",
        [("label: Who are you?\n      options", "label: Country\n      options")],
    ),
    "an id twice": (
        [("id: country", "id: name")],
        "17:9: id 'name' is already on line 7; write another, or remove one",
        [("dropdown\n    id: name", "dropdown\n    id: country")],
    ),
    "no id": (
        [("    id: country\n", "")],
        "16:5: there is no 'id' here, which says what the answer is; add one of name, kind,"
        " country, website, affiliation, evidence, statement, id, formerly, sort_as, archived,"
        " identifiers, distinct_from, domain, declarations",
        [("type: dropdown\n", "type: dropdown\n    id: country\n")],
    ),
    "an id of its own": (
        [("id: name", "id: nom")],
        "7:9: id 'nom' is not what an entry has; write one of name, kind, country, website,"
        " affiliation, evidence, statement, id, formerly, sort_as, archived, identifiers,"
        " distinct_from, domain, declarations",
        [("id: nom", "id: name")],
    ),
    "a field that is for maintainers": (
        [("id: country", "id: confirmed_by_email")],
        "17:9: id 'confirmed_by_email' is not what an entry has; write one of name,",
        [("id: confirmed_by_email", "id: statement")],
    ),
    "boxes for a field": (
        [("id: declarations", "id: statement")],
        "23:11: what has the id 'statement' is not of this type; write one of input, textarea,"
        " dropdown",
        [
            (
                "  - type: checkboxes\n    id: statement",
                f"{MORE}  - type: checkboxes\n    id: declarations",
            )
        ],
    ),
    "a file for a field": (
        [("textarea", "upload")],
        "12:11: what has the id 'evidence' is not of this type; write one of input, textarea,"
        " dropdown",
        [("upload", "input")],
    ),
    "declarations that are a text": (
        [("type: checkboxes", "type: input")],
        "23:11: what has the id 'declarations' is not of this type; write 'checkboxes'",
        [("type: input\n    id: declarations", "type: checkboxes\n    id: declarations")],
    ),
    "a declaration that may be left": (
        [("Publish it.\n          required: true", "Publish it.")],
        "30:18: every declaration must be ticked; add 'required: true' below it",
        [("Publish it.\n", "Publish it.\n          required: true\n")],
    ),
    "no declarations": (
        [(BOXES, "")],
        "1:1: does not ask for 'declarations', which its entries need; add an element with the id"
        " 'declarations'",
        [('- "NO"\n', f'- "NO"\n{BOXES}')],
    ),
    "no name": (
        [("id: name", "id: statement")],
        "1:1: does not ask for 'name', which its entries need; add an element with the id 'name'",
        [("body:\n", "body:\n  - type: input\n    id: name\n    attributes: {label: Name}\n")],
    ),
    "evidence beside a domain": (
        [(BOXES, f"{DOMAIN}{BOXES}")],
        "13:9: id 'evidence' follows from 'domain'; remove one of the two",
        [("type: textarea\n    id: evidence", "type: input\n    id: statement")],
    ),
}


@pytest.mark.parametrize("case", FAULTS)
def test_who_follows_what_a_message_says_has_a_form_that_can_be_used(
    tmp_path: Path, case: str
) -> None:
    faults, problem, mends = FAULTS[case]
    broken = changed(PERSON, *faults)
    forms, problems = read(tmp_path, broken)
    assert (forms, len(problems)) == ((), 1), problems
    assert problems[0].startswith(f"{FOLDER}/{NAME}:{problem}")
    forms, problems = read(tmp_path, changed(broken, *mends))
    assert ([form.file for form in forms], problems) == ([NAME], [])


def test_a_kind_is_one_of_the_register(tmp_path: Path) -> None:
    [organisation] = [text for path, text in FORM_FILES.items() if "organisation" in path]
    _, problems = read(tmp_path, changed(organisation, ("- public-body", "- authority")))
    line = organisation.partition("- public-body")[0].count("\n") + 1
    assert problems == [
        f"{FOLDER}/{NAME}:{line}:11: 'authority' is no kind; write one of company,"
        " nonprofit, academic, association, public-body, individual"
    ]
    assert read(tmp_path, organisation)[1] == []


def test_whoever_asks_for_a_kind_asks_for_all_that_organisations_give(tmp_path: Path) -> None:
    kinds = "type: dropdown\n    id: kind\n    attributes: {label: Kind, options: [company]}\n"
    asked = changed(PERSON, ("body:\n", f"body:\n  - {kinds}"))
    _, problems = read(tmp_path, asked)
    assert problems == [
        f"{FOLDER}/{NAME}:1:1: does not ask for 'website', which its entries need;"
        " add an element with the id 'website'"
    ]
    [form], problems = read(
        tmp_path,
        changed(asked, ("id: evidence", "id: website")) + MORE.replace("statement", "evidence"),
    )
    assert (problems, form.given) == ([], {})
    [page] = [each for each in form.questions if each.field == "evidence"]
    assert page.unanswered == ""


DEED_FORM = changed(
    PERSON,
    ("id: name", "id: who"),
    ("id: evidence", "id: sources"),
    ("id: country", "id: bearing"),
    ('        - GB\n        - "NO"\n', "        - in-line\n        - at-odds\n"),
    (BOXES, f"{DOMAIN}{MORE}{BOXES}"),
    ("id: domain", "id: date"),
    ("id: statement", "id: deed"),
)
DEED_NAME = "document-it.yml"


def test_the_form_of_a_deed_asks_for_its_fields_and_has_no_kind(tmp_path: Path) -> None:
    forms, problems = read(tmp_path, PERSON, it=DEED_FORM)
    assert [form.file for form in forms] == [NAME]
    assert problems == []
    text = changed(DEED_FORM, ("Who are you?", "Who did it?"))
    plant(tmp_path, {f"{FOLDER}/{DEED_NAME}": text})
    (_, form), wrong = read_forms(tmp_path)
    assert (wrong, form.file, form.given, form.asked) == ([], DEED_NAME, {}, DEED)
    several = {each.field: each.between for each in form.questions if each.several}
    assert several == {"who": r"[\n,]", "sources": r"\n|,(?=\s|\Z)"}
    assert [each.choices for each in form.questions if each.field == "bearing"] == [
        ("in-line", "at-odds")
    ]


# As above, with what is wrong about the form of a deed.
FAULTS_OF_DEEDS = {
    "a field that is for maintainers": (
        [("id: deed", "id: notified")],
        "28:9: id 'notified' is not what an entry has; write one of who, principle, version, date,"
        " seen, deed, sources, unarchived, bearing, id, passage, declarations",
        [("id: notified", "id: deed")],
    ),
    "a field of the register": (
        [("id: deed", "id: name")],
        "28:9: id 'name' is not what an entry has; write one of who,",
        [("id: name", "id: deed")],
    ),
    "a bearing of its own": (
        [("- at-odds", "- against")],
        "22:11: 'against' is no bearing; write one of in-line, at-odds, disputed",
        [("- against", "- disputed")],
    ),
    "no date": (
        [("id: date", "id: passage")],
        "1:1: does not ask for 'date', which its entries need; add an element with the id 'date'",
        [("id: passage", "id: seen")],
    ),
    "no sources": (
        [("id: sources", "id: passage")],
        "1:1: does not ask for 'sources', which its entries need",
        [("id: passage", "id: sources")],
    ),
}


@pytest.mark.parametrize("case", FAULTS_OF_DEEDS)
def test_who_follows_what_a_message_says_has_a_form_of_deeds_that_can_be_used(
    tmp_path: Path, case: str
) -> None:
    faults, problem, mends = FAULTS_OF_DEEDS[case]
    broken = changed(DEED_FORM, ("Who are you?", "Who did it?"), *faults)
    forms, problems = read(tmp_path, broken, DEED_NAME, **{"endorse-a": PERSON})
    assert [form.file for form in forms] == ["endorse-a.yml"]
    assert len(problems) == 1, problems
    assert problems[0].startswith(f"{FOLDER}/{DEED_NAME}:{problem}")
    forms, problems = read(tmp_path, changed(broken, *mends), DEED_NAME)
    assert ([form.file for form in forms], problems) == (["endorse-a.yml", DEED_NAME], [])


def test_a_form_by_domain_asks_for_no_page_and_always_for_the_domain(tmp_path: Path) -> None:
    text = changed(PERSON, ("id: evidence", "id: statement"), (BOXES, f"{DOMAIN}{BOXES}"))
    [form], problems = read(tmp_path, text)
    assert problems == []
    [domain] = [each for each in form.questions if each.field == "domain"]
    assert domain.unanswered == "has no answer; give one"


def test_every_fault_of_a_form_is_reported_at_once(tmp_path: Path) -> None:
    text = changed(PERSON, ("id: name", "id: nom"), ("id: country", "id: land"))
    assert len(read(tmp_path, text)[1]) == 2
    text = changed(text, ("textarea", "text"), ("label: Country", "label: 1"))
    assert len(read(tmp_path, text)[1]) == 2


def test_a_form_that_becomes_no_entry_may_have_any_ids(tmp_path: Path) -> None:
    text = changed(PERSON, ("id: name", "id: nom"), ("    id: country\n", ""), (BOXES, ""))
    forms, problems = read(tmp_path, PERSON, **{"correct-or-withdraw": text})
    assert problems == [
        f"{FOLDER}/correct-or-withdraw.yml:1:1: {NAME} has all of its labels,"
        " by which issues are told apart; reword one of them here"
    ]
    text = changed(text, ("Who are you?", "Whose entry"))
    forms, problems = read(tmp_path, PERSON, **{"correct-or-withdraw": text})
    assert problems == []
    assert [bool(form.purpose) for form in forms] == [False, True]


def test_a_folder_without_a_form_to_endorse_by_is_reported(tmp_path: Path) -> None:
    missing = f"{FOLDER}:1:1: there is no form whose name begins with 'endorse-'; add one"
    assert list(map(str, read_forms(tmp_path)[1])) == [missing]
    assert read(tmp_path, PERSON, "sign.yml")[1] == [missing]
    assert read(tmp_path, PERSON, "endorse-person.md")[1] == [missing]
    assert read(tmp_path, PERSON)[1] == []


def test_a_form_that_is_no_plain_file_of_a_fair_size_is_reported(tmp_path: Path) -> None:
    plant(tmp_path, {f"{FOLDER}/endorse-large.yml": PERSON + "#" * 64 * 1024})
    (tmp_path / FOLDER / "endorse-link.yml").symlink_to("/dev/zero")
    (tmp_path / FOLDER / "endorse-folder.yml").mkdir()
    (tmp_path / FOLDER / "endorse-bytes.yml").write_bytes(b"\xff")
    assert read(tmp_path, PERSON)[1] == [
        f"{FOLDER}/endorse-bytes.yml:1:1: byte 0xff is not UTF-8; save the file as UTF-8",
        f"{FOLDER}/endorse-folder.yml:1:1: is not a plain file; put the text itself here",
        f"{FOLDER}/endorse-large.yml:1:1: is larger than 64 KiB; shorten it",
        f"{FOLDER}/endorse-link.yml:1:1: is not a plain file; put the text itself here",
    ]


def test_a_file_in_place_of_the_folder_is_reported(tmp_path: Path) -> None:
    plant(tmp_path, {FOLDER: PERSON})
    [problem] = read_forms(tmp_path)[1]
    assert str(problem) == f"{FOLDER}:1:1: is not a folder; make it one, or remove it"


BOMB = "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "text",
    [
        f"a: &a x\n{BOMB}body: *i\n",
        "body: &a [*a]",
        "- " * 32_000,
        "? " * 32_000,
        "[" * 65_000,
        "{a: " * 16_000,
        '"\\UFFFFFFFF"',
        "%YAML 9.9\n---\nx",
        "~",
        "body: [x, [], ~, {}, {? [x] : x}]",
        "body: [{type: [], id: {}, attributes: ~}]",
        "body: [{type: !!str [x], validations: {required: !!bool [x]}}]",
    ],
)
def test_a_hostile_file_is_reported_and_ends_nothing(tmp_path: Path, text: str) -> None:
    forms, problems = read(tmp_path, text)
    assert forms == ()
    assert problems
