"""An issue becomes an entry only as one of the forms has it and as the one checker takes it."""

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from undersigned.issues.asked import CHECKED
from undersigned.issues.entry import DropIn, drop_in_of
from undersigned.issues.event import LONGEST_BODY, LabelledIssue, read_event
from undersigned.issues.refusals import REPORTED_AT_MOST, Refusal, comment_text
from undersigned.register.new_entry import EntryChecker, entry_checker
from undersigned.register.rules import problems_of
from undersigned.register.rules.context import Context
from undersigned.text.source import Source
from undersigned.text.yaml_reader import read_entries

from tests.support.files import plant
from tests.support.issues import (
    CORRECTION,
    ENTERED,
    FORMS,
    INDIVIDUAL,
    ORGANISATION,
    SILENT,
    body_of,
    event_text,
    no_record,
    ticked,
)
from tests.support.registers import BARE_SITE, entry_text

GOOD = body_of(ORGANISATION)
DECLARED = ORGANISATION.questions[-1].declarations[0]


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> EntryChecker:
    root = tmp_path_factory.mktemp("site")
    plant(root, {**BARE_SITE, "signatories.yml": entry_text("Acme")})
    return entry_checker(root)[0]


def outcome(judge: EntryChecker, text: str) -> DropIn | list[Refusal]:
    issue = read_event(text, [CHECKED])
    if not isinstance(issue, LabelledIssue):
        return [issue]
    return drop_in_of(issue, judge, FORMS, SILENT, no_record)


def made(judge: EntryChecker, body: str, **issue: object) -> DropIn:
    found = outcome(judge, event_text(body, **issue))
    assert isinstance(found, DropIn), [str(each) for each in found]
    return found


def refused(judge: EntryChecker, body: object, **issue: object) -> list[str]:
    found = outcome(judge, event_text(body, **issue))
    assert isinstance(found, list), found.text
    return [str(each) for each in found]


def test_an_organisation_becomes_a_drop_in_that_the_checker_takes(judge: EntryChecker) -> None:
    drop_in = made(judge, body_of(ORGANISATION, In_your="We sign: “gladly” #1"))
    assert drop_in.path == "signatories.d/beta-security.yml"
    assert drop_in.branch == "endorse/42-beta-security"
    assert drop_in.text == (
        "- name: Beta Security\n  kind: company\n  country: NO\n  website: https://beta.example\n"
        "  signed: 2024-05-06\n  evidence: https://beta.example/news\n"
        '  statement: "We sign: “gladly” #1"\n'
    )
    [entry], problems = read_entries(Source(drop_in.path, drop_in.text))
    context = Context(judge.context.today, judge.context.versions)
    assert [*problems, *problems_of(entry, context)] == []


@pytest.mark.parametrize("nothing", ["_No response_", "-", "—", "N/A", "none", "keine Angabe"])
def test_an_individual_needs_neither_country_nor_website_nor_affiliation(
    nothing: str, judge: EntryChecker
) -> None:
    answers = {"Affiliation": nothing, "Archived": nothing}
    drop_in = made(judge, body_of(INDIVIDUAL, **answers))
    assert drop_in.text == (
        "- name: Jane Doe\n  kind: individual\n  signed: 2024-05-06\n"
        "  evidence: https://jane.example/principles\n"
    )


@pytest.mark.parametrize(
    "body",
    [
        GOOD.replace("\n", "\r\n"),
        GOOD.replace("\n", "\r"),
        GOOD.replace("\n\n", "\n"),
        GOOD.replace("[X]", "[x]"),
        f"\n\n{GOOD}\n \n",
        GOOD.replace("Beta Security", "  Beta Security \t"),
        GOOD.replace("### Country", "### Country  "),
    ],
)
def test_what_browsers_and_hands_do_to_spaces_makes_no_difference(
    judge: EntryChecker, body: str
) -> None:
    assert made(judge, body) == made(judge, GOOD)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("$(rm -rf /) ; reboot", "rm-rf-reboot"),
        ("${{ github.token }}", "github-token"),
        ("'; cat /etc/passwd #", "cat-etc-passwd"),
        ("../../hooks/evil", "hooks-evil"),
        ("- name: Other", "name-other"),
        ("--- !!python/object", "python-object"),
        ("&anchor *alias | > %", "anchor-alias"),
        ("No", "no"),
        ("1984", "1984"),
        ("CON", "con-"),
        ("王小明", ""),
        ("@team #1 https://x.example", "team-1-https-x-example"),
    ],
)
def test_what_a_shell_or_yaml_would_obey_comes_out_as_plain_text(
    judge: EntryChecker, name: str, path: str
) -> None:
    drop_in = made(judge, body_of(ORGANISATION, Name=name, In_your=name))
    assert re.fullmatch(rf"signatories\.d/{path}[0-9a-f]*\.yml", drop_in.path)
    assert re.fullmatch(r"endorse/42-[a-z0-9-]+", drop_in.branch)
    [entry], problems = read_entries(Source(drop_in.path, drop_in.text))
    assert (problems, entry.values["name"], entry.values["statement"]) == ([], name, name)
    assert drop_in.text.count("\n") == len(entry.values)


def without(heading: str) -> str:
    return re.sub(rf"### {heading}\n\n.*\n\n", "", GOOD)


def organisation(**answers: str) -> str:
    return body_of(ORGANISATION, **answers)


HOSTILE = {
    "nothing": ("", "The first message: is empty"),
    "null": (None, "The first message: is empty"),
    "a list": (["### Country"], "The first message: is empty"),
    "prose": ("Please add us!", "is not one of the forms; open a new issue with one of them"),
    "a megabyte": (organisation(In_your="x" * 1_000_000), "The first message: has 1,000,"),
    "a long answer": (organisation(In_your="x" * 281), "In your own words: 'statement' has 281"),
    "a long address": (
        organisation(Page=f"https://beta.example/{'x' * 9000}"),
        "'evidence' has 9,021 characters; shorten it to 2,048",
    ),
    "another form": (body_of(CORRECTION, Whose="Acme"), "is another form: correction or withdraw"),
    "a missing heading": (without("Country"), "Country: the heading is missing"),
    "a doubled heading": (
        f"{GOOD}\n\n### Country\n\nSE",
        "Country: the heading stands 2 times",
    ),
    "a heading in an answer": (
        organisation(Name="Beta\n\n### Website\n\nhttps://evil.example"),
        "Website: the heading stands 2 times",
    ),
    "a heading of its own": (
        organisation(Name="Beta\n\n### withdrawn\n\n2024-06-01"),
        "The first message: has a heading that is not one of the form's; remove the '###'"
        " (found: withdrawn)",
    ),
    "a field of the register": (
        f"{GOOD}\n\n### confirmed_by_email\n\n2024-06-01",
        "(found: confirmed_by_email)",
    ),
    "another order": (
        f"{without('Country')}\n\n### Country\n\nNO",
        "The first message: has the headings in another order",
    ),
    "text before": (f"Hello\n\n{GOOD}", "begins with something else than the form's first heading"),
    "text after": (f"{GOOD}\n\nBye", "On behalf of the organisation: is not as the form has it"),
    "a heading of another level": (
        organisation(Name="Beta\n# Country"),
        "Name of the organisation: 'name' holds a line break",
    ),
    "a line break": (organisation(Name="Beta\nGamma"), "'name' holds a line break"),
    "a lone carriage return": (organisation(Name="Beta\rkind: x"), "'name' holds a line break"),
    "a line separator": (organisation(Name="Beta\u2028kind: x"), "'name' holds a line break"),
    "a new line of YAML": (organisation(Name="Beta\n- name: Gamma"), "'name' holds a line break"),
    "document marks": (organisation(Name="Beta\n---\nname: x\n..."), "'name' holds a line break"),
    "a tab": (organisation(Name="Beta\tGamma"), "'name' holds a tab"),
    "a null byte": (organisation(Name="Beta\0"), "'name' holds U+0000"),
    "a null byte in a heading": (
        GOOD.replace("### Country", "### Coun\0try"),
        "Country: the heading is missing",
    ),
    "a lone surrogate": (organisation(Name="Beta\ud800"), "'name' holds U+D800"),
    "a bidirectional override": (organisation(Name="Beta \u202egnp"), "'name' holds U+202E"),
    "a zero-width space": (organisation(Name="Be\u200bta"), "'name' holds U+200B"),
    "a blank letter": (organisation(Name="\u3164"), "'name' holds U+3164"),
    "mixed alphabets": (organisation(Name="Bеta"), "mixes Cyrillic 'е' (U+0435) and Latin"),
    "HTML": (organisation(Name="<img src=x onerror=alert(1)>"), "holds markup; write it as plain"),
    "a comment of HTML": (f"<!-- -->\n{GOOD}", "begins with something else"),
    "a link of Markdown": (organisation(In_your="[x](https://evil.example)"), "holds markup"),
    "a script's address": (organisation(Website="javascript:alert(1)"), "Website: website"),
    "an address of data": (organisation(Page="data:text/html,x"), "does not begin with 'https://'"),
    "http": (organisation(Page="http://beta.example/news"), "does not begin with 'https://'"),
    "a password": (organisation(Page="https://a:@beta.example/"), "holds a user name"),
    "a number for a host": (organisation(Website="https://127.0.0.1"), "names a machine by number"),
    "a shell in an address": (organisation(Website="https://x.example/`id`"), "holds a space or"),
    "a country's name": (organisation(Country="Norway"), "did you mean 'NO'?"),
    "a shell in a country": (organisation(Country="$(id)"), "is not an ISO 3166-1 alpha-2 code"),
    "a kind of its own": (organisation(Kind="individual"), "is not one of the form's answers"),
    "two kinds": (organisation(Kind="company, nonprofit"), "is not one of the form's answers"),
    "no name": (organisation(Name="_No response_"), "Name of the organisation: has no answer"),
    "no evidence": (organisation(Page=""), "Page that states the endorsement: has no answer"),
    "no box ticked": (
        GOOD.replace(f"[X] {DECLARED}", f"[ ] {DECLARED}"),
        "On behalf of the organisation: is not ticked",
    ),
    "other words to tick": (
        GOOD.replace(DECLARED, f"Not so: {DECLARED}"),
        "On behalf of the organisation: is not as the form has it",
    ),
    "no box": (organisation(On="_No response_"), "On behalf of the organisation: has no answer"),
    "a name that is there": (organisation(Name="ACME Ltd"), "is already on signatories.yml:1"),
    "a name that looks like it": (organisation(Name="Асме"), "looks like 'Acme'"),
    "another's website": (
        organisation(Website="https://acme.example"),
        "website 'https://acme.example' is already that of 'Acme'",
    ),
    "a placeholder": (organisation(Name="Example Company"), "is a placeholder"),
    "an individual without a page": (
        body_of(INDIVIDUAL, Page="_No response_"),
        "write to the contact at the foot of the site",
    ),
    "an organisation's answers in the individual's form": (
        body_of(INDIVIDUAL, Your_name="x").replace("### Affiliation", "### Country"),
        "Affiliation: the heading is missing",
    ),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_and_mistaken_bodies_are_refused_with_a_reason(
    judge: EntryChecker, case: str
) -> None:
    body, reason = HOSTILE[case]
    reasons = refused(judge, body)
    assert any(reason in each for each in reasons), reasons


@pytest.mark.parametrize("question", range(6))
def test_an_email_address_is_refused_wherever_it_stands_and_never_repeated(
    judge: EntryChecker, question: int
) -> None:
    heading = ORGANISATION.headings[question]
    body = GOOD.replace(f"### {heading}\n\n", f"### {heading}\n\njane.doe@beta.example ")
    found = outcome(judge, event_text(body))
    assert isinstance(found, list)
    assert {each.where for each in found} == {heading}
    assert "jane.doe" not in comment_text(found, CHECKED) + "".join(map(str, found))


def test_an_email_address_in_a_web_address_is_refused(judge: EntryChecker) -> None:
    [reason] = refused(judge, organisation(Page="https://x.example/?q=jane%40beta.example"))
    assert reason == (
        "Page that states the endorsement: "
        "holds an e-mail address, which is never published; remove it"
    )


def test_a_heading_is_known_however_its_letters_are_composed(judge: EntryChecker) -> None:
    accented = replace(ORGANISATION.questions[2], heading="País")
    questions = (*ORGANISATION.questions[:2], accented, *ORGANISATION.questions[3:])
    body = GOOD.replace("### Country", "### Pai\u0301s")
    issue = read_event(event_text(body), [CHECKED])
    assert isinstance(issue, LabelledIssue)
    assert isinstance(
        drop_in_of(issue, judge, [replace(ORGANISATION, questions=questions)], SILENT, no_record),
        DropIn,
    )


def test_a_body_that_could_be_of_two_forms_is_taken_for_that_of_an_organisation(
    judge: EntryChecker,
) -> None:
    reasons = refused(judge, "### In your own words\n\nWe agree")
    assert reasons == [
        f"{heading}: the heading is missing; put it back, with its answer below"
        for heading in ORGANISATION.headings
        if heading != "In your own words"
    ]


@pytest.mark.parametrize("login", ["octocat", "a", "A-1-b", "x" * 39, "renovate[bot]"])
def test_who_opened_the_issue_is_known_by_a_login_as_github_has_it(login: str) -> None:
    issue = read_event(event_text(GOOD, user={"login": login}), [CHECKED])
    assert isinstance(issue, LabelledIssue)
    assert issue.opened_by == login


def test_an_issue_of_an_account_that_is_gone_is_a_ghosts_as_on_github(judge: EntryChecker) -> None:
    assert made(judge, GOOD, user=None).opened_by == "ghost"


@pytest.mark.parametrize(
    "user",
    [
        {"login": ""},
        {"login": "x" * 40},
        {"login": "@octocat"},
        {"login": "octo cat"},
        {"login": "octocat\n"},
        {"login": "öctocat"},
        {"login": "x[bot][bot]"},
        {"login": "`id`"},
        {"login": 1},
        {},
        "octocat",
    ],
)
def test_a_login_that_is_none_is_refused_and_not_repeated(
    judge: EntryChecker, user: object
) -> None:
    assert refused(judge, GOOD, user=user) == [
        "The event: has no issue.user.login of letters, digits and hyphens"
    ]


def test_every_answer_at_fault_is_told_at_once_in_the_order_of_the_form(
    judge: EntryChecker,
) -> None:
    body = organisation(Country="Norway", Website="http://x.example", Name="", Page="")
    assert [each.split(":")[0] for each in refused(judge, body)] == [
        "Name of the organisation",
        "Country",
        "Website",
        "Page that states the endorsement",
    ]


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        ("9999-12-31T00:00:00Z", "in the future"),
        ("2001-01-01T00:00:00Z", "is too early"),
        ("2024-13-45T00:00:00Z", "is a date that does not exist"),
    ],
)
def test_a_day_that_cannot_be_is_refused(judge: EntryChecker, day: str, reason: str) -> None:
    [told_of] = refused(judge, GOOD, created_at=day)
    assert told_of.startswith("The day on which the issue was opened: ")
    assert reason in told_of


BROKEN_EVENTS = {
    "no JSON": "{",
    "nothing": "",
    "a list": "[]",
    "a number": "7",
    "null": "null",
    "a bomb": "[" * 500_000,
    "a bomb of objects": '{"a":' * 200_000,
    "a long number": f'{{"action": {"9" * 10_000}}}',
    "NaN": '{"action": NaN}',
    "a doubled key": event_text(GOOD).replace('"action"', '"action": "labeled", "action"', 1),
    "a doubled body": event_text(GOOD).replace('"number"', '"body": "", "number"', 1),
    "another action": event_text(GOOD).replace('"labeled"', '"opened"', 1),
    "another label": event_text(GOOD, "endorsement"),
    "a label that is a text": event_text(GOOD).replace(f'{{"name": "{CHECKED}"}}', '"x"'),
    "no issue": json.dumps({"action": "labeled", "label": {"name": CHECKED}}),
    "an issue that is a list": json.dumps(
        {"action": "labeled", "label": {"name": CHECKED}, "issue": []}
    ),
    "a number in quotes": event_text(GOOD, number="42"),
    "true for a number": event_text(GOOD, number=True),
    "a number below one": event_text(GOOD, number=-1),
    "an endless number": event_text(GOOD, number=10**12),
    "no day": event_text(GOOD, created_at=None),
    "a day with more": event_text(GOOD, created_at="2024-05-06T00:00:00Z\nx"),
    "a pull request": event_text(GOOD, pull_request={"url": "x"}),
}


@pytest.mark.parametrize("case", BROKEN_EVENTS)
def test_an_event_of_another_form_is_refused_with_a_reason(judge: EntryChecker, case: str) -> None:
    found = outcome(judge, BROKEN_EVENTS[case])
    assert isinstance(found, list)
    assert [each.where for each in found] == ["The event"]


def test_the_longest_body_is_still_read(judge: EntryChecker) -> None:
    padded = GOOD + "\n" * (LONGEST_BODY - len(GOOD))
    assert made(judge, padded)
    assert refused(judge, padded + "\n") == [
        "The first message: has 16,385 characters; shorten it to 16,384"
    ]


NASTY = [
    "@everyone #1 https://evil.example www.evil.example",
    "<script>alert(1)</script><!-- ",
    "![x](https://evil.example/x.png)",
    "`` ` ``` `a` @team",
    "\\` @team",
    "**x** _y_ | z",
    "\u202e\u2066@team",
    "a\n\n# @team\n",
]


@pytest.mark.parametrize("nasty", NASTY)
def test_an_answer_repeats_hostile_text_as_code_alone(judge: EntryChecker, nasty: str) -> None:
    bodies = [organisation(Country=nasty, Kind=nasty), f"{nasty}\n{GOOD}", f"{GOOD}\n### {nasty}"]
    for body in bodies:
        found = outcome(judge, event_text(body))
        assert isinstance(found, list)
        markdown = comment_text(found, CHECKED)
        plain = outside_code(markdown)
        assert not re.search(r"[@#<>!\[\]]|https?:|www\.|&\w", plain), plain
        assert all(sign.isprintable() or sign == "\n" for sign in markdown)


def outside_code(markdown: str) -> str:
    """What is left of Markdown without its spans of code (CommonMark 0.31, section 6.1)."""
    return re.sub(r"(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)", "", markdown)


def test_an_answer_is_bounded_whatever_is_refused(judge: EntryChecker) -> None:
    found = outcome(
        judge, event_text("\n".join([GOOD, *(f"### \U000e0001{n}" for n in range(1500))]))
    )
    assert isinstance(found, list)
    assert len(found) == 1500
    markdown = comment_text(found, CHECKED)
    assert f"- and {1500 - REPORTED_AT_MOST} more" in markdown
    assert len(markdown) < 20_000


def test_an_answer_says_where_what_was_found_what_is_wanted_and_how_to_go_on() -> None:
    refusal = Refusal("Country", "country 'UK' is not a code; did you mean 'GB'?", "UK")
    assert comment_text([refusal], "looked-at") == (
        "This cannot become an entry yet: 1 thing to mend.\n\n"
        "- **Country**: ` country 'UK' is not a code; did you mean 'GB'? `. Found: ` UK `.\n\n"
        "To mend this, edit the first message of this issue and leave its headings as they are."
        " Then ask a maintainer for the label `looked-at` again.\n"
    )


def test_every_box_of_every_form_must_be_ticked(judge: EntryChecker) -> None:
    for form in ENTERED:
        question = form.questions[-1]
        for words in question.declarations:
            body = body_of(form).replace(f"[X] {words}", f"[ ] {words}")
            [reason] = refused(judge, body)
            assert f"(found: {words[:59]}" in reason
        assert ticked(question) in body_of(form)


def test_a_link_in_place_of_the_folder_is_told_by_the_judge(tmp_path: Path) -> None:
    plant(tmp_path, {**BARE_SITE, "signatories.yml": "[]\n"})
    (tmp_path / "signatories.d").symlink_to(tmp_path.parent)
    assert [problem.path for problem in entry_checker(tmp_path)[1]] == ["signatories.d"]
