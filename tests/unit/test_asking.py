"""Where a reader asks for an entry: forms that open, and e-mails that are made ready."""

from types import SimpleNamespace
from urllib.parse import parse_qs, urlsplit

import pytest
from jinja2 import Environment, FileSystemLoader
from undersigned.build.templates import prepare
from undersigned.language.catalogue import ENGLISH
from undersigned.markup.filters import FILTERS
from undersigned.statement.edition import Edition
from undersigned.views.asking import (
    DEED,
    INDIVIDUAL,
    ORGANISATION,
    OWN_SERVER,
    REPLY,
    asking_view,
)

from tests.support.sites import REPOSITORY

GITHUB = "https://github.com/ours/principles"


def test_the_forms_are_those_that_the_repository_has() -> None:
    folder = REPOSITORY / ".github" / "ISSUE_TEMPLATE"
    asking = asking_view(Edition(repository=GITHUB), "T", "1.0")
    for name, address in (
        (ORGANISATION, asking.organisation),
        (INDIVIDUAL, asking.individual),
        (OWN_SERVER, asking.own_server),
        (DEED, asking.deed),
        (REPLY, asking.reply),
    ):
        assert (folder / name).is_file()
        assert address == f"{GITHUB}/issues/new?template={name}"
    assert not asking.mail_of_individual


@pytest.mark.parametrize("end", ["/", ".git", "", "/tree/main", "?tab=readme", "#readme"])
def test_an_address_of_the_repository_may_end_as_it_is_copied(end: str) -> None:
    asking = asking_view(Edition(repository=f"{GITHUB}{end}"), "T", "1.0")
    assert asking.organisation.startswith(f"{GITHUB}/issues/new?")


def test_an_owner_alone_has_no_forms() -> None:
    asking = asking_view(Edition(repository="https://github.com/ours"), "T", "1.0")
    assert (asking.organisation, asking.repository) == ("", "https://github.com/ours")


def test_elsewhere_than_on_github_the_repository_itself_is_given() -> None:
    asking = asking_view(Edition(repository="https://code.example/ours"), "T", "1.0")
    assert (asking.organisation, asking.repository) == ("", "https://code.example/ours")
    assert not asking.nobody


def test_an_email_has_the_questions_in_it_and_nothing_in_a_title_leads_elsewhere() -> None:
    title = "A & B?cc=x@y.example#50% “of” it"
    asking = asking_view(Edition(contact="us+in@ours.example"), title, "1.0")
    for address, who in ((asking.mail_of_organisation, "We"), (asking.mail_of_individual, "I")):
        parts = urlsplit(address)
        assert (parts.scheme, parts.path, parts.fragment) == ("mailto", "us+in@ours.example", "")
        fields = parse_qs(parts.query, strict_parsing=True)
        assert fields.keys() == {"subject", "body"}
        assert fields["subject"] == [f"Endorsement of “{title}”"]
        [body] = fields["body"]
        assert body.startswith(f"{who} endorse version 1.0 of “{title}”.\r\n\r\nName")
        assert "\n" not in body.replace("\r\n", "")
        assert len(address) < 2000  # what every mail program is known to take


def test_a_contact_that_is_a_page_is_led_to_and_gets_no_mail() -> None:
    asking = asking_view(Edition(contact="https://ours.example/us"), "T", "1.0")
    assert asking == asking_view(Edition(), "T", "1.0")._replace(page="https://ours.example/us")


def test_without_a_contact_and_a_repository_there_is_no_way() -> None:
    assert asking_view(Edition(), "T", "1.0").nobody


@pytest.mark.parametrize(
    ("edition", "said"),
    [
        (Edition(repository=GITHUB), f'<a href="{GITHUB}/issues/new?template={DEED}">'),
        (Edition(repository=GITHUB), f'<a href="{GITHUB}/issues/new?template={REPLY}">'),
        (Edition(repository="https://code.example/ours"), '<a href="https://code.example/ours">'),
        (
            Edition(contact="us@ours.example"),
            '<a href="mailto:us@ours.example">us@ours.example</a>',
        ),
        (Edition(contact="https://ours.example/us"), '<a href="https://ours.example/us">'),
        (Edition(), "has not named a contact or a repository yet"),
    ],
)
def test_whoever_is_recorded_is_told_how_to_reply_as_far_as_anybody_may_be_asked(
    edition: Edition, said: str
) -> None:
    templates = Environment(loader=FileSystemLoader(REPOSITORY / "overrides"))
    templates.filters.update(FILTERS)
    prepare(templates, {}, str, ENGLISH)
    asking = asking_view(edition, "T", "1.0")
    settings = SimpleNamespace(edition=edition)
    undersigned = SimpleNamespace(asking=asking, settings=settings)
    drawn = templates.get_template("undersigned/deed-forms.html").render(undersigned=undersigned)
    assert said in drawn
    assert "from the signatory’s own domain" in drawn
