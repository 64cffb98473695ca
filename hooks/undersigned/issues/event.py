"""A reader for GitHub's event about an issue that was given a label.

The form is that of GitHub's documentation of webhooks, event `issues`, action `labeled`.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .refusals import Refusal

# GitHub allows bodies of 65,536 characters; the answers to a form need far fewer than these.
LONGEST_BODY = 16_384
_LARGEST_NUMBER = 10**9
_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T[0-9]{2}:[0-9]{2}:[0-9]{2}Z")

# Of people, as GitHub has them at sign-up, and of its apps, such as renovate[bot].
_LOGIN = re.compile(r"[A-Za-z0-9-]{1,39}(?:\[bot\])?")

# Whose GitHub says an issue is, once the account of who opened it is gone.
_GONE = "ghost"

_EVENT = "The event"
_BODY = "The first message"


@dataclass(frozen=True, slots=True)
class LabelledIssue:
    """An issue that a maintainer has just given a label.

    `opened` is the day on which it was opened, in UTC, as YYYY-MM-DD, and `opened_by` the login of
    who opened it, which is harmless in Markdown and in a shell.
    """

    number: int
    opened: str
    opened_by: str
    body: str
    label: str


class _Unreadable(Exception):  # noqa: N818
    """The text is not JSON that all readers read as the same."""


def read_event(text: str, labels: Sequence[str]) -> LabelledIssue | Refusal:
    """The issue of an event, or a refusal where it is not about one of these labels on an issue."""
    try:
        event = json.loads(text, object_pairs_hook=_object, parse_constant=_no_number)
    except _Unreadable as error:
        return Refusal(_EVENT, f"is not plain JSON: {error}")
    except (ValueError, RecursionError):
        return Refusal(_EVENT, "is not JSON; give the file that GitHub wrote")
    action, name = _at(event, "action"), _at(event, "label", "name")
    if action != "labeled" or not isinstance(name, str):
        return Refusal(_EVENT, "is not that of an issue that was given a label")
    if name not in labels:
        wanted = " and ".join(f"'{each}'" for each in labels)
        return Refusal(_EVENT, f"is about another label than {wanted}", name)
    if _at(event, "issue", "pull_request") is not None:
        return Refusal(_EVENT, "is about a pull request; give that of an issue")
    return _issue(event, name)


def label_in(text: str, labels: Sequence[str]) -> str:
    """The one of these labels that an event is about; where it is about none, the first."""
    try:
        name = _at(json.loads(text), "label", "name")
    except (ValueError, RecursionError):
        return labels[0]
    return name if name in labels else labels[0]


def _issue(event: Any, label: str) -> LabelledIssue | Refusal:
    number, created = _at(event, "issue", "number"), _at(event, "issue", "created_at")
    body = _at(event, "issue", "body")
    # True is an instance of int.
    if type(number) is not int or not 0 < number < _LARGEST_NUMBER:
        return Refusal(_EVENT, "has no issue.number")
    moment = _MOMENT.fullmatch(created) if isinstance(created, str) else None
    if moment is None:
        return Refusal(_EVENT, "has no issue.created_at such as 2026-11-23T09:30:00Z")
    login = _login(event)
    if login is None:
        return Refusal(_EVENT, "has no issue.user.login of letters, digits and hyphens")
    if not isinstance(body, str) or not body.strip():
        return Refusal(_BODY, "is empty; fill in one of the forms")
    if len(body) > LONGEST_BODY:
        message = f"has {len(body):,} characters; shorten it to {LONGEST_BODY:,}"
        return Refusal(_BODY, message)
    return LabelledIssue(number, moment[1], login, body, label)


def _login(event: Any) -> str | None:
    """The login of who opened the issue; None where it is not one."""
    issue = _at(event, "issue")
    if "user" in issue and issue["user"] is None:
        return _GONE
    login = _at(issue, "user", "login")
    return login if isinstance(login, str) and _LOGIN.fullmatch(login) else None


def _at(value: Any, *path: str) -> Any:
    """The value at a path of keys; None where there is none."""
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The object of these pairs.

    Raises `_Unreadable` for duplicate keys, which readers treat differently (RFC 8259, section 4).
    """
    value = dict(pairs)
    if len(value) != len(pairs):
        raise _Unreadable("a key stands twice in one object")
    return value


def _no_number(_: str) -> None:
    """Refuse NaN and Infinity, which Python reads but JSON (RFC 8259, section 6) lacks."""
    raise _Unreadable("NaN and Infinity are no numbers")
