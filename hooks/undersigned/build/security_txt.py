"""security.txt, which says whom to tell of a hole in the site (RFC 9116)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from urllib.parse import quote, urljoin

from ..paths import CONFIGURATION
from ..problem import Problem, Severity, quoted
from ..urls import refusal

# Where RFC 9116, section 3, puts it.
PATH = ".well-known/security.txt"

_SOON = timedelta(days=30)
_YEAR = timedelta(days=366)
# A date and time as RFC 3339 writes it; Python alone would take a date for one.
_INSTANT = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.A)
_MAIL = re.compile(r"[^\s@<>,;:\"]+@[^\s@<>,;:\"/]+")
_EXAMPLE = "2027-10-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class SecurityText:
    """What the file says: a contact as an address, until when, and where the policy stands."""

    contact: str
    expires: datetime
    policy: str = ""


def read_security(settings: object, contact: str) -> tuple[SecurityText | None, list[Problem]]:
    """What `extra.security` of the configuration asks for, or what is wrong with it.

    Without such a setting there is no file: one that nobody renews would mislead. The contact is
    the statement's own unless another is given.
    """
    if settings is None:
        return None, []
    if not isinstance(settings, Mapping):
        return None, [_wrong(f"is not a mapping; give it 'expires', such as {_EXAMPLE}")]
    expires = _instant(settings.get("expires"))
    reached = _uri(str(settings.get("contact") or contact).strip())
    policy = str(settings.get("policy") or "").strip()
    wrong = [] if expires else [_no_instant(settings.get("expires"))]
    if not reached:
        given = quoted(str(settings.get("contact") or contact))
        wrong.append(_wrong(f"has no contact: {given} is neither an e-mail nor an https address"))
    if policy and (why := refusal(policy)):
        wrong.append(_wrong(f"names the policy {quoted(policy)}, which {why}"))
    if wrong or expires is None:
        return None, wrong
    return SecurityText(reached, expires, policy), []


def ageing(security: SecurityText, now: datetime) -> list[Problem]:
    """A warning where the file has expired, will within 30 days, or not within a year.

    A year is what RFC 9116, section 2.5.5, recommends at most.
    """
    left, day = security.expires - now, security.expires.date()
    if left <= timedelta():
        said = f"expired on {day}; see that the contact still answers, then set a later date"
    elif left <= _SOON:
        said = f"expires on {day}; see that the contact still answers, then set a later date"
    elif left > _YEAR:
        said = f"expires on {day}, in more than a year; set a date within a year"
    else:
        return []
    return [Problem(CONFIGURATION, 1, 1, f"extra.security {said}", Severity.WARNING)]


def security_text(security: SecurityText, site: str, language: str) -> str:
    """The lines of the file; `site` is the address of the site, empty where that is not known."""
    lines = {
        "Contact": security.contact,
        "Expires": security.expires.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "Preferred-Languages": language,
        "Canonical": urljoin(site, PATH) if site else "",
        "Policy": security.policy,
    }
    return "".join(f"{name}: {value}\n" for name, value in lines.items() if value)


def _instant(given: object) -> datetime | None:
    """A moment with its time zone; YAML makes one of most that are written without quotes."""
    if isinstance(given, datetime):
        return given if given.tzinfo else None
    try:
        found = _INSTANT.fullmatch(given.strip()) if isinstance(given, str) else None
        return datetime.fromisoformat(found[0].upper()).astimezone(UTC) if found else None
    except (ValueError, OverflowError):
        return None


def _uri(contact: str) -> str:
    if _MAIL.fullmatch(contact.removeprefix("mailto:")):
        return f"mailto:{quote(contact.removeprefix('mailto:'), safe='@+')}"
    return "" if refusal(contact) else contact


def _no_instant(given: object) -> Problem:
    said = "lacks 'expires'" if given is None else f"expires at {quoted(str(given))}"
    return _wrong(f"{said}; give a date and time with its zone, such as {_EXAMPLE}")


def _wrong(message: str) -> Problem:
    return Problem(CONFIGURATION, 1, 1, f"extra.security {message}")
