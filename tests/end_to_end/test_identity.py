"""Who shares a name or a website with somebody, or comes again, gets into the register.

Through an issue's form as through options of `undersigned add`, from the first refusal to the fold.
"""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from undersigned.cli import main
from undersigned.fields import BETWEEN, BY_NAME, SEVERAL
from undersigned.issues.forms import IssueForm
from undersigned.register.entries import gather

from tests.support.files import plant
from tests.support.identities import (
    BEFORE,
    LEI,
    NORDVIK,
    REFUSED,
    SITE,
    Values,
    company,
    person,
    register_of,
)
from tests.support.issues import FORM_FILES, INDIVIDUAL, ORGANISATION, body_of, event_text
from tests.support.sites import REPOSITORY


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    plant(tmp_path, {**SITE, **FORM_FILES, "signatories.yml": "[]\n"})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(main, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def folds(root: Path, entries: int) -> None:
    """The site passes the check, and folding leaves a register of so many that passes, too."""
    for command in (["check"], ["fold"], ["check"], ["format", "--check"]):
        result = run(*command)
        assert result.exit_code == 0, result.output
    assert len(gather(root)[0]) == entries
    assert not list((root / "signatories.d").glob("*.yml"))


def form_of(values: Values) -> IssueForm:
    return INDIVIDUAL if values["kind"] == "individual" else ORGANISATION


def answered(values: Values, edited: str = "") -> str:
    """The issue of somebody who gives these values, opened on the day of signing."""
    form = form_of(values)
    body = body_of(form)
    for question in form.questions:
        if question.field:
            lines = values.get(question.field, "_No response_").split(BETWEEN)
            answer = "\n".join(f"- {each}" if len(lines) > 1 else each for each in lines)
            heading = re.escape(question.heading)
            body = re.sub(rf"(### {heading}\n\n).*", lambda found: found[1] + answer, body)  # noqa: B023
    signed = values["signed"] if len(values["signed"]) == 10 else f"{values['signed']}-07"
    return event_text(edited or body, created_at=f"{signed}T09:30:00Z")


def from_issue(root: Path, values: Values) -> Result:
    plant(root, {"event.json": answered(values)})
    result = run("from-issue", "event.json", "--answer", "answer.md")
    (root / "event.json").unlink()
    return result


COLLEAGUES = [
    person(name, f"https://firm.example/{name[0]}", website="https://firm.example/team")
    for name in ("Ana Silva", "Bo Ek", "Cy Tan", "Di Wu")
]

# One after the other, and the drop-in that each becomes.
BY_FORM: dict[str, list[tuple[Values, str]]] = {
    "two people of one name": [
        (person("Jane Doe"), "jane-doe"),
        (person("Jane Doe", "https://j.example/2", id="jane-doe-2"), "jane-doe-2"),
    ],
    "a hyphen behind the name": [
        (person("nsmith"), "nsmith"),
        (person("nsmith-", "https://n.example/2", id="nsmith-2"), "nsmith-2"),
    ],
    "four colleagues on one website": [
        (values, values["name"].lower().replace(" ", "-")) for values in COLLEAGUES
    ],
    "four legal forms": [
        *((values, values["name"].lower().replace(" ", "-")) for values in NORDVIK),
        (
            company(
                "Nordvik SA", "nordvik-sa", distinct_from="nordvik-ag\nnordvik-as\nnordvik-ltd"
            ),
            "nordvik-sa",
        ),
    ],
    "a second version": [
        (company("Acme", **BEFORE), "acme"),
        (company("Acme", id="acme", archived="https://web.archive.org/acme"), "acme@2.0"),
    ],
    "a second version under a new name": [
        (company("Acme", **BEFORE, identifiers=LEI), "acme"),
        (company("Beta", id="acme", formerly="Acme", identifiers=LEI), "acme@2.0"),
    ],
    "a name that is sorted by its last word": [
        (person("Ana Silva", sort_as="Silva, Ana", identifiers="wikidata:Q42"), "ana-silva"),
    ],
}


@pytest.mark.parametrize("case", BY_FORM)
def test_issues_become_drop_ins_that_pass_the_check_and_fold(root: Path, case: str) -> None:
    for values, name in BY_FORM[case]:
        made = from_issue(root, values)
        assert (made.exit_code, made.stderr) == (0, "")
        path = f"signatories.d/{name}.yml"
        assert made.stdout.startswith(f"path={path}\nbranch=endorse/42-{name}\n")
        assert "\n  of: do-no-harm\n" in (root / path).read_text(encoding="utf-8")
    folds(root, len(BY_FORM[case]))


ADVICE = re.compile(r"(?:under|,) '([^']+)' (?:write|add the line) '([^']+)'")
BY_MAINTAINERS = {"a fact of the one before", "a second version before"}


@pytest.mark.parametrize("case", sorted(REFUSED.keys() - BY_MAINTAINERS))
def test_who_follows_the_comments_on_an_issue_gets_an_entry(root: Path, case: str) -> None:
    present, values = REFUSED[case]
    plant(root, {"signatories.yml": register_of(*present)})
    fields = {question.heading: question.field for question in form_of(values).questions}
    for _ in range(4):
        result = from_issue(root, values)
        if not result.exit_code:
            break
        comment = (root / "answer.md").read_text(encoding="utf-8")
        advice = ADVICE.findall(comment)
        assert advice, comment
        values = with_advice(values, [(fields[heading], value) for heading, value in advice])
    assert result.exit_code == 0, comment
    folds(root, len(present) + 1)


def with_advice(values: Values, advice: list[tuple[str, str]]) -> Values:
    """The values with the first way; where it is of several values, with each that is named."""
    first = advice[0][0]
    if first not in SEVERAL:
        return {**values, first: advice[0][1]}
    given = [values[first]] if first in values else []
    return {
        **values,
        first: BETWEEN.join([*given, *(each for name, each in advice if name == first)]),
    }


@pytest.mark.parametrize("case", REFUSED)
def test_who_follows_what_add_says_of_options_gets_an_entry(root: Path, case: str) -> None:
    present, values = REFUSED[case]
    plant(root, {"signatories.yml": register_of(*present)})
    names = {field.flag: name for name, field in BY_NAME.items()}
    for _ in range(4):
        options = [
            part
            for name, value in values.items()
            for each in value.split(BETWEEN)
            for part in (BY_NAME[name].flag, each)
        ]
        result = run("add", *options)
        if not result.exit_code:
            break
        advice = re.findall(r"give '(--[a-z-]+) ([^']+)'", result.stderr)
        assert advice, result.stderr
        values = with_advice(values, [(names[flag], value) for flag, value in advice])
    assert result.exit_code == 0, result.stderr
    folds(root, len(present) + 1)


def test_several_values_are_lines_with_or_without_bullets_and_ids_may_have_commas(
    root: Path,
) -> None:
    plant(root, {"signatories.yml": register_of(*NORDVIK)})
    for ids in (
        "nordvik-ag\nnordvik-as\nnordvik-ltd",
        "- nordvik-ag\r\n- nordvik-as\n\n  * nordvik-ltd\n- ",
        "nordvik-ag, nordvik-as,nordvik-ltd",
    ):
        body = body_of(
            ORGANISATION,
            Name="Nordvik SA",
            Website="https://nordvik-sa.example",
            Not_to="\n".join(ids.split("\n")),
            Former="- Nordvik, Inc.\nOld - Nordvik",
        )
        plant(root, {"event.json": event_text(body)})
        made = run("from-issue", "event.json")
        assert made.exit_code == 0, made.stderr
        text = (root / "signatories.d/nordvik-sa.yml").read_text(encoding="utf-8")
        assert "  distinct_from:\n    - nordvik-ag\n    - nordvik-as\n    - nordvik-ltd\n" in text
        assert "  formerly:\n    - Nordvik, Inc.\n    - Old - Nordvik\n" in text
        (root / "signatories.d/nordvik-sa.yml").unlink()


def test_each_of_several_values_is_judged_and_reported_under_its_question(root: Path) -> None:
    body = body_of(ORGANISATION, Not_to="acme\nNobody Here", Identifiers="lei:X\nror:x")
    plant(root, {"event.json": event_text(body)})
    refused = run("from-issue", "event.json")
    assert [line.partition(": ")[0] for line in refused.stderr.splitlines()] == [
        "Identifiers",
        "Identifiers",
        "Not to be confused with",
        "Not to be confused with",
        "Not to be confused with",
    ]
    assert "found:" not in refused.stderr


def test_the_entries_that_contributors_are_shown_are_in_canonical_form(root: Path) -> None:
    text = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
    shown = re.findall(r"```yaml\n(- name: .*?)```", text, re.DOTALL)
    assert len(shown) >= 4
    for block in shown:
        plant(root, {"signatories.yml": block})
        assert run("format", "--check").output == "", block
