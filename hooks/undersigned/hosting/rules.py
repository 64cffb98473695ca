"""Headers and redirects, as a site asks its host for them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..paths import HOSTING
from ..problem import Problem, Severity

# What Netlify says of its own accord of whatever no rule says it of.
REVALIDATED = ("Cache-Control", "public, max-age=0, must-revalidate")

# Those by which a server redirects (RFC 9110, 15.4).
REDIRECTING = (301, 302, 303, 307, 308)

# To Netlify it is a password, which is published where another host takes it for a header.
_PASSWORD = "basic-auth"


@dataclass(frozen=True, slots=True)
class HeaderRule:
    """The headers, as name and value, of all paths that match a pattern.

    `line` is where the rule begins in netlify.toml, from 1.
    """

    line: int
    path: str
    headers: Sequence[tuple[str, str]]

    @property
    def names(self) -> str:
        """The names of its headers, in a row."""
        return ", ".join(name for name, _ in self.headers) or "nothing"

    def of(self, name: str) -> str | None:
        """The value of a header, whatever the case of its name; None where it is not set."""
        return next((value for each, value in self.headers if each.lower() == name.lower()), None)


@dataclass(frozen=True, slots=True)
class Redirect:
    """Where a path leads. Unless it is `forced`, a file that lies there prevails.

    `line` is where the rule begins in netlify.toml, from 1. `besides` names the keys by which it is
    bound to more than a path, which Netlify alone understands.
    """

    line: int
    source: str
    target: str
    status: int
    forced: bool = False
    besides: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Hosting:
    """All that netlify.toml asks for in serving a site; `notes` are of what else it has."""

    headers: Sequence[HeaderRule]
    redirects: Sequence[Redirect]
    notes: Sequence[Problem] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """Files for a host, by their names, and a note for each rule that they do not say.

    `advice` is what whoever publishes there has to know besides.
    """

    files: Mapping[str, str]
    notes: Sequence[Problem] = ()
    advice: str = ""


def unsaid(line: int, what: str, why: str) -> Problem:
    """The note that a rule of netlify.toml is left out of what is written."""
    return Problem(HOSTING, line, 1, f"{what}: left out, because {why}", Severity.NOTE)


def kept(
    rule: HeaderRule, why_not: Callable[[str, str], str]
) -> tuple[HeaderRule, Sequence[Problem]]:
    """The rule with the headers that can be said, and a note for each of the others.

    `why_not` is given the name and the value of one; it is empty where that can be said.
    """
    why = {name: why_not(name, value) for name, value in rule.headers}
    left = {name.lower() for name, each in why.items() if each}
    headers = tuple(each for each in rule.headers if each[0].lower() not in left)
    notes = [
        unsaid(rule.line, f"{name} for {rule.path}", each) for name, each in why.items() if each
    ]
    return HeaderRule(rule.line, rule.path, headers), notes


def all_kept(
    rules: Iterable[HeaderRule], why_not: Callable[[str, str], str]
) -> tuple[Sequence[HeaderRule], Sequence[Problem]]:
    """Several rules, each as `kept` gives it, and the notes of all."""
    each = [kept(rule, why_not) for rule in rules]
    return [rule for rule, _ in each], [note for _, notes in each for note in notes]


def why_no_password(name: str) -> str:
    """Why a header is never said elsewhere; empty for all but one name."""
    secret = name.lower() == _PASSWORD
    return "elsewhere it would show the passwords to everybody" if secret else ""


def set_twice(rules: Sequence[HeaderRule]) -> Iterator[Problem]:
    """A note for each header that two rules set for the same paths: hosts differ in which wins."""
    for at, rule in enumerate(rules):
        for name, _ in rule.headers:
            for other in rules[:at]:
                if other.of(name) is not None and _meet(other.path, rule.path):
                    message = (
                        f"{name} is set here and at line {other.line} for some of the same paths,"
                        " and hosts differ in which they take; let one rule set it"
                    )
                    yield Problem(HOSTING, rule.line, 1, message, Severity.NOTE)
                    break


def _meet(one: str, other: str) -> bool:
    """Whether a path may match both patterns; a part with `*` in it is taken to match any.

    That `/*` also stands for its absence is passed over: what it is beneath is a folder.
    """
    return _parts_meet(one.split("/"), other.split("/"))


def _parts_meet(one: Sequence[str], other: Sequence[str]) -> bool:
    for mine, its in zip(one, other, strict=False):
        if "*" in mine or "*" in its:
            return True
        if mine != its and not mine.startswith(":") and not its.startswith(":"):
            return False
    rest = [*one[len(other) :], *other[len(one) :]]
    return rest in ([], [""])
