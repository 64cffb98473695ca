"""What only the owner of a site can set, and a date that passes."""

from collections.abc import Iterator

from ..build.security_txt import SecurityText, ageing, instant
from ..problem import Problem, Severity, quoted
from .reading import HOST, SiteFiles, is_for_examples, scalars


def somebody_can_be_asked(files: SiteFiles) -> Iterator[Problem]:
    """Readers can write to the edition: to sign, to correct, and to have data erased."""
    contact, repository = _given(files, "contact"), _given(files, "repository")
    if not contact and not repository:
        message = "nobody can sign, for there is neither a contact nor a repository; give a contact"
        yield files.for_the_owner(message, "extra", "edition", "contact")
    elif not contact:
        message = "nobody can be written to; give a contact"
        yield files.for_the_owner(message, "extra", "edition", "contact")
    elif not repository:
        message = "no repository is named, so nobody can sign by a form; give one if it is public"
        place = ("extra", "edition", "repository")
        yield files.at_setting(message, *place, severity=Severity.NOTE)


def somebody_answers_for_data(files: SiteFiles) -> Iterator[Problem]:
    """Who answers for the personal data of the register is said (GDPR, Article 13)."""
    if not _given(files, "data_controller"):
        message = "nobody answers for the personal data in the register; give a data_controller"
        yield files.for_the_owner(message, "extra", "edition", "data_controller")


def the_site_has_an_address(files: SiteFiles) -> Iterator[Problem]:
    """The address at which the site is published is given."""
    if files.node is not None and not files.setting("site_url"):
        yield files.for_the_owner("there is no site_url; give the address of the site", "site_url")


def settings_name_hosts_that_are_there(files: SiteFiles) -> Iterator[Problem]:
    """No address in the settings is on a host that is kept for examples (RFC 2606, RFC 6761)."""
    for text in scalars(files.node):
        for host in dict.fromkeys(HOST.findall(text.value)):
            if is_for_examples(host):
                message = f"the host {quoted(host)} is one for examples; give your own"
                found = files.for_the_owner(message)
                yield found._replace(line=text.line, column=text.column)


def security_txt_has_not_expired(files: SiteFiles) -> Iterator[Problem]:
    """The file that says where to report a weakness holds for a while yet (RFC 9116)."""
    given = files.setting("extra", "security", "expires")
    expires = instant(given.value) if given else None
    if expires is None:
        return
    for found in ageing(SecurityText("", expires), files.now):
        severity = Severity.PROBLEM if expires <= files.now else found.severity
        place = ("extra", "security", "expires")
        yield files.at_setting(found.message, *place, severity=severity)


def _given(files: SiteFiles, name: str) -> str:
    text = files.setting("extra", "edition", name)
    return text.value.strip() if text else ""
