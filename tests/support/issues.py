"""This site's issue forms, issues as GitHub writes them, and the events that report them."""

import json
from typing import Any

from undersigned.deeds.reading.new_entry import RecordChecker
from undersigned.issues.asked import CHECKED
from undersigned.issues.forms import FOLDER, IssueForm, Question, read_forms
from undersigned.issues.own_server import Servers
from undersigned.register.claims import Texts

from .sites import REPOSITORY

FORMS, _PROBLEMS = read_forms(REPOSITORY)
assert not _PROBLEMS, _PROBLEMS
ORGANISATION, OWN_SERVER, INDIVIDUAL, DEED, CORRECTION, REPLY = FORMS

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
    DEED.file: {
        "Who did it": "acme",
        "Principle": "1",
        "Date of the deed": "2024-05-06",
        "What was done": "Published how many requests it had from authorities.",
        "Sources": "acme2024report",
        "Your reading": "in-line",
    },
}

# A bibliography that has the source of that deed.
ACME_REPORT = """\
@online{acme2024report,
  author       = {{Acme}},
  title        = {Requests from authorities},
  date         = {2024-05-06},
  url          = {https://acme.example/requests},
  urldate      = {2024-06-01},
  archiveurl   = {https://web.archive.org/web/20240601000000/https://acme.example/requests},
  archivedate  = {2024-06-01},
}
"""


def no_record() -> RecordChecker:
    """Of an endorsement no record is read."""
    raise AssertionError("the record was read")


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
