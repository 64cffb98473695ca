"""This site's issue forms, issues as GitHub writes them, and the events that report them."""

import json
from typing import Any

from undersigned.issues.forms import CHECKED, FOLDER, IssueForm, Question, read_forms
from undersigned.issues.own_server import Servers
from undersigned.register.claims import Texts

from .sites import REPOSITORY

FORMS, _PROBLEMS = read_forms(REPOSITORY)
assert not _PROBLEMS, _PROBLEMS
ORGANISATION, OWN_SERVER, INDIVIDUAL, CORRECTION = FORMS

# Those whose entries are made of the answers alone.
ENTERED = (ORGANISATION, INDIVIDUAL)

# Their files, for a site of a test.
FORM_FILES = {
    path: (REPOSITORY / path).read_text(encoding="utf-8")
    for path in (f"{FOLDER}/{form.file}" for form in FORMS)
}

ANSWERS = {
    ORGANISATION.file: {
        "Name of the organisation": "Beta Security",
        "Kind of organisation": "company",
        "Country": "NO",
        "Website": "https://beta.example",
        "Page that states the endorsement": "https://beta.example/news",
    },
    OWN_SERVER.file: {
        "Domain": "beta.example",
        "Kind of signatory": "company",
        "Country": "NO",
    },
    INDIVIDUAL.file: {
        "Your name": "Jane Doe",
        "Affiliation": "University of Oslo",
        "Page of your own that states the endorsement": "https://jane.example/principles",
    },
}


# No server is asked, as by a form that asks for a page.
SILENT = Servers(lambda website: (None, f"{website} was asked"), Texts({}, {}))


def ticked(question: Question) -> str:
    """Its boxes, all ticked."""
    return "\n".join(f"- [X] {words}" for words in question.declarations)


def body_of(form: IssueForm, **answers: str) -> str:
    """A form's body; an answer is given by the beginning of its heading, with '_' for a space."""
    given = dict(ANSWERS.get(form.file, {}))
    for beginning, answer in answers.items():
        [heading] = [each for each in form.headings if each.startswith(beginning.replace("_", " "))]
        given[heading] = answer
    parts = []
    for question in form.questions:
        default = ticked(question) if question.declarations else "_No response_"
        parts.append(f"### {question.heading}\n\n{given.get(question.heading, default)}")
    return "\n\n".join(parts)


def event_of(body: object, label: str = CHECKED, /, **issue: object) -> dict[str, Any]:
    """The event of an issue that was given the label; more of the issue beside its body."""
    given = {
        "number": 42,
        "title": "Endorse the principles",
        "created_at": "2024-05-06T23:59:59Z",
        "user": {"login": "somebody"},
        "labels": [{"name": "endorsement"}, {"name": label}],
        "body": body,
    }
    return {
        "action": "labeled",
        "label": {"name": label},
        "issue": given | issue,
        "repository": {"default_branch": "main"},
        "sender": {"login": "maintainer"},
    }


def event_text(body: object, label: str = CHECKED, /, **issue: object) -> str:
    """The event of an issue that was given the label, as the file that GitHub writes."""
    return json.dumps(event_of(body, label, **issue))
