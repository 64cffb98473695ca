"""What is asked of whoever begins a site, and what is wrong with an answer."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from ..language.parts import Thing
from ..locale import is_known
from ..names.slug import slug
from ..problem import Problem, quoted, setting_problem
from ..settings import unseen_name
from ..statement.edition import EditionKind, read_edition
from ..statement.identity import read_statement
from ..urls import refusal

# Addresses that stand for those which are not known yet; 'undersigned check --site' finds them.
_NO_SITE = "https://statement.example/"
_NO_PUBLISHER = "https://publisher.example/"


@dataclass(frozen=True, slots=True)
class Answers:
    """What is known of a new site; what is not given is empty.

    The `edition` is what the site’s publisher is called, where that is not the text’s own;
    `words` are one word for the statement, by which its folder is called if it is not `texts_in`
    another.
    """

    title: str
    publisher: str
    edition: str = ""
    independent: bool = False
    contact: str = ""
    repository: str = ""
    site_url: str = ""
    language: str = "en"
    words: str = Thing.PRINCIPLES
    texts_in: str = ""

    @property
    def folder(self) -> str:
        """The folder of docs/ in which the text lies, and so the beginning of its address."""
        return self.texts_in or self.words

    @property
    def address(self) -> str:
        """The address of the site, with a slash at its end; where it is not known, an example."""
        return f"{self.site_url.rstrip('/')}/" if self.site_url else _NO_SITE

    @property
    def of_statement(self) -> dict[str, str]:
        """What stands under `extra.statement`."""
        announced = _NO_PUBLISHER if self.independent else f"{self.address}{self.folder}/"
        return {
            "id": slug(self.title),
            "title": self.title,
            "publisher": self.publisher,
            "address": announced,
            "words": self.words,
            "folder": self.folder,
        }

    @property
    def of_edition(self) -> dict[str, str]:
        """What stands under `extra.edition`."""
        return {
            "name": self.edition or self.publisher,
            "kind": EditionKind.INDEPENDENT if self.independent else EditionKind.OFFICIAL,
            "contact": self.contact,
            "repository": self.repository,
        }


def with_answer(answers: Answers, name: str, answer: str) -> Answers:
    """The answers with another one, which is text; `name` is that of a field."""
    changes: dict[str, Any] = {name: answer}
    return replace(answers, **changes)


def faults(answers: Answers) -> list[Problem]:
    """What the readers of the settings would refuse of a site that is begun with these answers.

    What they only note, such as that there is no contact yet, is for later.
    """
    of_statement = read_statement(answers.of_statement)[1]
    edition, of_edition = read_edition(answers.of_edition)
    problems = [*_own_faults(answers), *of_statement, *([] if edition else of_edition)]
    return problems or unseen_name(answers.title)


def _own_faults(answers: Answers) -> Iterator[Problem]:
    if not answers.title:
        yield setting_problem("extra.statement lacks 'title'; give it as text")
    if "<" in answers.title:
        yield setting_problem(f"site_name {quoted(answers.title)} holds HTML; write words alone")
    if not answers.publisher:
        yield setting_problem("extra.statement lacks 'publisher'; give it as text")
    if answers.independent and answers.edition in ("", answers.publisher):
        message = "extra.edition lacks the name of who makes this independent edition; give it"
        yield setting_problem(message)
    if answers.site_url and (fault := refusal(answers.site_url)):
        yield setting_problem(f"site_url {quoted(answers.site_url)} {fault}")
    if not is_known(answers.language):
        message = "is no language that is known; give its tag, such as fr or pt-BR"
        yield setting_problem(f"theme.language {quoted(answers.language)} {message}")
