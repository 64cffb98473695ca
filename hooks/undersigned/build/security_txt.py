"""security.txt, which says where to report a vulnerability of the site (RFC 9116)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import urljoin

from ..problem import Problem, Severity, quoted, setting_problem, stopping
from ..statement.edition import uri_of
from ..urls import refusal

# Its path on the site (RFC 9116, section 3).
PATH = ".well-known/security.txt"

_SOON = timedelta(days=30)
_YEAR = timedelta(days=366)
# A date and time in the form of RFC 3339; Python alone would also accept a date.
_INSTANT = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.A)
_EXAMPLE = "2027-10-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class SecurityText:
    """What the file states: a contact as a URI, when it expires, and the address of the policy."""

    contact: str
    expires: datetime
    policy: str = ""


def read_security(settings: object, contact: str) -> tuple[SecurityText | None, list[Problem]]:
    """What `extra.security` of the configuration asks for, or its problems.

    Without that setting there is no file: a file that is not renewed would mislead. `contact` is
    that of the edition, which holds unless the setting gives another; without either there is no
    file, since it would lead to nobody.
    """
    if settings is None:
        return None, []
    if not isinstance(settings, Mapping):
        return None, [_problem(f"is not a mapping; give it 'expires', such as {_EXAMPLE}")]
    expires = instant(settings.get("expires"))
    given = str(settings.get("contact") or contact).strip()
    uri = uri_of(given)
    policy = str(settings.get("policy") or "").strip()
    problems = [] if expires else [_no_instant(settings.get("expires"))]
    if given and not uri:
        message = f"has no contact: {quoted(given)} is neither an e-mail nor an https address"
        problems.append(_problem(message))
    if policy and (fault := refusal(policy)):
        problems.append(_problem(f"names the policy {quoted(policy)}, which {fault}"))
    if not given:
        message = "leads to nobody, so there is no security.txt; give a contact to extra.edition"
        problems.append(_problem(message, Severity.NOTE))
    if stopping(problems) or expires is None or not given:
        return None, problems
    return SecurityText(uri, expires, policy), []


def ageing(security: SecurityText, now: datetime) -> list[Problem]:
    """A warning if the file has expired, expires within 30 days, or in more than a year.

    RFC 9116, section 2.5.5, recommends less than a year.
    """
    left, day = security.expires - now, security.expires.date()
    if left <= timedelta():
        message = f"expired on {day}; see that the contact still answers, then set a later date"
    elif left <= _SOON:
        message = f"expires on {day}; see that the contact still answers, then set a later date"
    elif left > _YEAR:
        message = f"expires on {day}, in more than a year; set a date within a year"
    else:
        return []
    return [setting_problem(f"extra.security {message}", Severity.WARNING)]


def instant(given: object) -> datetime | None:
    """A moment with its time zone, given as text or as the timestamp that YAML reads unquoted."""
    if isinstance(given, datetime):
        return given if given.tzinfo else None
    try:
        found = _INSTANT.fullmatch(given.strip()) if isinstance(given, str) else None
        return datetime.fromisoformat(found[0].upper()).astimezone(UTC) if found else None
    except (ValueError, OverflowError):
        return None


def security_text(security: SecurityText, site: str, language: str) -> str:
    """The content of the file.

    `site` is the address of the site, empty if not known; `language` a tag of BCP 47.
    """
    lines = {
        "Contact": security.contact,
        "Expires": security.expires.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "Preferred-Languages": language,
        "Canonical": urljoin(site, PATH) if site else "",
        "Policy": security.policy,
    }
    return "".join(f"{name}: {value}\n" for name, value in lines.items() if value)


def _no_instant(given: object) -> Problem:
    fault = "lacks 'expires'" if given is None else f"expires at {quoted(str(given))}"
    return _problem(f"{fault}; give a date and time with its zone, such as {_EXAMPLE}")


def _problem(message: str, severity: Severity = Severity.PROBLEM) -> Problem:
    return setting_problem(f"extra.security {message}", severity)
