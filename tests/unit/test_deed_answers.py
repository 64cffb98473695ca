"""A deed by issue is what the record takes, waits for a letter, and names sources by their keys."""

from pathlib import Path

import pytest
from undersigned.deeds.reading.new_entry import RecordChecker, record_checker
from undersigned.issues.asked import CHECKED, DEED_CHECKED, LABELS
from undersigned.issues.entry import DropIn, drop_in_of, label_for
from undersigned.issues.event import LabelledIssue, label_in, read_event
from undersigned.issues.forms import IssueForm
from undersigned.issues.refusals import Refusal, comment_text
from undersigned.paths import BIBLIOGRAPHY
from undersigned.register.new_entry import entry_checker
from undersigned.site import read_site

from tests.support.files import plant
from tests.support.issues import (
    ACME_REPORT,
    DEED,
    FORMS,
    ORGANISATION,
    REPLY,
    SILENT,
    body_of,
    event_text,
)
from tests.support.registers import BARE_SITE, entry_text

PERSON = (
    "- name: Jane Doe\n  kind: individual\n  signed: 2024-05-06\n  evidence: https://j.example/x\n"
)
PATH = "deeds.d/acme-1-2024-05-06.yml"
TEXT = """\
- who: acme
  principle: 1
  date: 2024-05-06
  deed: Published how many requests it had from authorities.
  sources: acme2024report
  bearing: in-line
"""
PAGE = "https://acme.example/requests"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    register = "\n".join([entry_text("Acme"), entry_text("Beta"), PERSON])
    plant(tmp_path, {**BARE_SITE, "signatories.yml": register, BIBLIOGRAPHY: ACME_REPORT})
    return tmp_path


def checker(root: Path) -> RecordChecker:
    made, problems = record_checker(root)
    assert made, problems
    return made


def outcome(root: Path, body: str, label: str = DEED_CHECKED) -> DropIn | list[Refusal]:
    issue = read_event(event_text(body, label), LABELS)
    assert isinstance(issue, LabelledIssue)
    register, _ = entry_checker(root)
    return drop_in_of(issue, register, FORMS, SILENT, lambda: checker(root))


def made(root: Path, **answers: str) -> DropIn:
    found = outcome(root, body_of(DEED, **answers))
    assert isinstance(found, DropIn), [str(each) for each in found]
    return found


def refused(root: Path, body: str = "", /, **answers: str) -> list[str]:
    found = outcome(root, body or body_of(DEED, **answers))
    assert isinstance(found, list), found.text
    return [str(each) for each in found]


def test_a_deed_becomes_a_drop_in_that_the_checker_takes_and_that_waits_for_a_letter(
    root: Path,
) -> None:
    drop_in = made(root)
    assert (drop_in.path, drop_in.text) == (PATH, TEXT)
    assert drop_in.branch == "deed/42-acme-1-2024-05-06"
    plant(root, {PATH: drop_in.text})
    site, problems = read_site(root)
    assert [each for each in problems if each.path == PATH and each.severity == "problem"] == []
    [deed] = site.record.deeds
    assert (deed.notified, deed.reply, deed.listed) == (None, None, None)


def test_several_did_it_and_several_sources_say_so(root: Path) -> None:
    more = ACME_REPORT.replace("acme2024report", "beta2024").replace("acme", "beta")
    plant(root, {BIBLIOGRAPHY: f"{ACME_REPORT}\n{more.replace('Acme', 'Beta')}"})
    drop_in = made(root, Who="acme, beta", Sources=f"- {PAGE}\n- beta2024")
    assert "- who:\n    - acme\n    - beta\n" in drop_in.text
    assert "  sources:\n    - acme2024report\n    - beta2024\n" in drop_in.text


@pytest.mark.parametrize(
    "address",
    [
        PAGE,
        f"{PAGE}/",
        PAGE.replace("https", "http"),
        PAGE.replace("https://", "www."),
        "https://WWW.Acme.Example/requests#figures",
        "https://web.archive.org/web/20240601000000/https://acme.example/requests",
        f"{PAGE}, acme2024report",
    ],
)
def test_a_source_is_known_by_its_address_however_it_is_copied(root: Path, address: str) -> None:
    assert made(root, Sources=address).text == TEXT


def test_an_address_with_a_comma_is_one(root: Path) -> None:
    plant(root, {BIBLIOGRAPHY: ACME_REPORT.replace("/requests}", "/a,b,requests}")})
    assert made(root, Sources="https://acme.example/a,b,requests").text == TEXT


def test_whoever_adds_the_source_that_is_missing_has_the_deed(root: Path) -> None:
    plant(root, {BIBLIOGRAPHY: ""})
    [reason] = refused(root, Sources=PAGE)
    assert reason == (
        f"Sources: no source in references.bib has the address '{PAGE}';"
        " ask a maintainer in a comment to add it there"
    )
    plant(root, {BIBLIOGRAPHY: ACME_REPORT})
    assert made(root, Sources=PAGE).text == TEXT


def test_of_two_sources_on_one_page_one_is_named_by_its_key(root: Path) -> None:
    plant(root, {BIBLIOGRAPHY: ACME_REPORT + ACME_REPORT.replace("2024report", "2024again")})
    assert refused(root, Sources=PAGE) == [
        f"Sources: several sources have the address '{PAGE}';"
        " write the key of one: acme2024report, acme2024again"
    ]
    assert made(root, Sources="acme2024report").text == TEXT


def test_without_an_archived_copy_the_person_is_told_which_question_to_answer(root: Path) -> None:
    lines = [each for each in ACME_REPORT.splitlines() if "archive" not in each]
    plant(root, {BIBLIOGRAPHY: "\n".join(lines)})
    heading = "Day on which no archived copy was to be had"
    [reason] = refused(root)
    assert reason == (
        "Sources: no source has an archived copy; ask a maintainer in a comment to give"
        f" 'archiveurl' of one in the bibliography, or answer '{heading}' with the day on which"
        " none was to be had (found: acme2024report)"
    )
    assert "  unarchived: 2024-06-01\n" in made(root, Day_on_which_no="2024-06-01").text


def test_a_passage_goes_nowhere_and_may_hold_anything_but_a_heading(root: Path) -> None:
    assert made(root, The_passage="notified: 2020-01-01\n- who: beta\n`@team`").text == TEXT
    reasons = refused(root, The_passage="x\n\n### notified\n\n2020-01-01")
    assert reasons == [
        "The first message: has a heading that is not one of the form's; remove the '###'"
        " (found: notified)"
    ]


def test_without_a_date_either_question_is_asked_for(root: Path) -> None:
    heading = "Day on which you saw the page"
    [reason] = refused(root, Date_of="_No response_")
    assert reason == f"Date of the deed: has no answer; give one, or answer '{heading}'"
    drop_in = made(root, Date_of="_No response_", Day_on_which_you="2024-06-01")
    assert drop_in.path == "deeds.d/acme-1-seen-2024-06-01.yml"


def test_a_second_deed_of_the_day_is_offered_an_id_under_its_question(root: Path) -> None:
    plant(root, {PATH: TEXT})
    other = "Acme took a vendor of spyware to court."
    reasons = refused(root, What_was=other)
    assert len(reasons) == 1
    assert "under 'Id in the record' write 'acme-1-2024-05-06-2'" in reasons[0]
    drop_in = made(root, What_was=other, Id_in="acme-1-2024-05-06-2")
    assert drop_in.path == "deeds.d/acme-1-2024-05-06-2.yml"


HOSTILE = {
    "an individual": ({"Who": "jane-doe"}, "Who did it: "),
    "nobody of the register": ({"Who": "gamma"}, "Who did it: who 'gamma'"),
    "a name for an id": ({"Who": "Acme"}, "Who did it: who 'Acme'"),
    "an individual beside an organisation": ({"Who": "acme\njane-doe"}, "Who did it: "),
    "a principle that is not there": ({"Principle": "6"}, "Principle: principle '6'"),
    "a principle in words": ({"Principle": "one"}, "Principle: principle 'one'"),
    "a day to come": ({"Date_of": "9999-01-01"}, "Date of the deed: "),
    "a day that is none": ({"Date_of": "2024-02-31"}, "Date of the deed: "),
    "two dates": ({"Day_on_which_you": "2024-06-01"}, "Day on which you saw the page: "),
    "a version that is not there": ({"Version": "9.0"}, "Version of the text: "),
    "a source that is not there": ({"Sources": "nobody2024"}, "Sources: "),
    "no source": ({"Sources": ""}, "Sources: has no answer"),
    "a page that nobody has": ({"Sources": "https://x.example/"}, "Sources: no source in"),
    "an address of data": ({"Sources": "data:text/html,x"}, "Sources: "),
    "the word of nobody else": ({"Sources": "beta2024", "Your": "at-odds"}, "Your reading: "),
    "a bearing of its own": ({"Your": "bad"}, "Your reading: is not one of the form's answers"),
    "no bearing": ({"Your": ""}, "Your reading: has no answer"),
    "no sentence": ({"What_was": "_No response_"}, "What was done: has no answer"),
    "a sentence that is none": ({"What_was": "N/A"}, "What was done: deed 'N/A' is no sentence"),
    "a long sentence": ({"What_was": "x" * 201}, "What was done: 'deed' has 201 characters"),
    "markup": ({"What_was": "Acme <b>won</b>."}, "What was done: "),
    "a line break": ({"What_was": "Acme did.\nnotified: 2020-01-01"}, "What was done: "),
    "a character that hides": ({"What_was": "Acme d\u202eid."}, "What was done: "),
    "an e-mail address": ({"What_was": "Acme told a@b.example so."}, "What was done: holds an e"),
    "an id that leads elsewhere": ({"Id_in": "../../hooks/x"}, "Id in the record: "),
    "the id of a path": ({"Id_in": "a/b"}, "Id in the record: "),
    "a copy that nobody kept": ({"Day_on_which_no": "soon"}, "Day on which no archived copy"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_and_mistaken_answers_are_refused_under_their_question(
    root: Path, case: str
) -> None:
    other = ACME_REPORT.replace("acme2024report", "beta2024").replace("acme", "beta")
    plant(root, {BIBLIOGRAPHY: f"{ACME_REPORT}\n{other}"})
    answers, reason = HOSTILE[case]
    reasons = refused(root, **answers)
    assert len(reasons) == 1, reasons
    assert reasons[0].startswith(reason), reasons


def test_every_fault_is_reported_at_once_in_the_order_of_the_form(root: Path) -> None:
    reasons = refused(root, Who="gamma", Principle="6", Date_of="", Sources="https://x.example/")
    headings = ["Who did it", "Principle", "Date of the deed", "Sources"]
    assert [each.split(":")[0] for each in reasons] == headings


def test_a_box_that_is_not_ticked_is_refused(root: Path) -> None:
    words = DEED.questions[-1].declarations[0]
    [reason] = refused(root, body_of(DEED).replace(f"[X] {words}", f"[ ] {words}"))
    assert reason.startswith("Before you send it: is not ticked")


@pytest.mark.parametrize(
    ("form", "label", "wanted"),
    [(DEED, CHECKED, DEED_CHECKED), (ORGANISATION, DEED_CHECKED, CHECKED)],
)
def test_the_label_of_one_form_starts_no_other(
    root: Path, form: IssueForm, label: str, wanted: str
) -> None:
    body = body_of(form)
    found = outcome(root, body, label)
    assert list(map(str, found)) == [
        f"The label: is '{label}', and that of issues of this form is '{wanted}'; ask for it"
    ]
    issue = read_event(event_text(body, label), LABELS)
    assert isinstance(issue, LabelledIssue)
    assert isinstance(found, list)
    assert comment_text(found, label_for(issue, FORMS)).endswith(f"`{wanted}` again.\n")


def test_a_label_that_was_named_starts_any_form(root: Path) -> None:
    issue = read_event(event_text(body_of(DEED), "looked-at"), ["looked-at"])
    assert isinstance(issue, LabelledIssue)
    register, _ = entry_checker(root)
    found = drop_in_of(issue, register, FORMS, SILENT, lambda: checker(root))
    assert isinstance(found, DropIn)
    assert label_for(issue, FORMS) == "looked-at"


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"label": {"name": 7}}', "[" * 500_000])
def test_of_an_event_that_cannot_be_read_the_first_label_is_taken(text: str) -> None:
    assert label_in(text, LABELS) == CHECKED
    assert label_in(event_text("", DEED_CHECKED), LABELS) == DEED_CHECKED


def test_a_reply_becomes_no_entry_whatever_label_it_has(root: Path) -> None:
    for label in LABELS:
        found = outcome(root, body_of(REPLY, Which="https://x.example/#acme"), label)
        assert list(map(str, found)) == [
            "The first message: is another form: a reply or a correction, which maintainers take"
            " over by hand"
        ]


def test_a_bibliography_that_cannot_be_read_is_reported_for_a_maintainer(root: Path) -> None:
    plant(root, {BIBLIOGRAPHY: f"<<<<<<< HEAD\n{ACME_REPORT}"})
    made, problems = record_checker(root)
    assert made is None
    assert [each.path for each in problems] == [BIBLIOGRAPHY]


def test_a_register_with_a_fault_keeps_no_deed_out(root: Path) -> None:
    plant(root, {"signatories.d/bad.yml": "- name: Bad\n"})
    assert made(root).text == TEXT
