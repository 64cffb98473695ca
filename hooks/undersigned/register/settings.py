"""What mkdocs.yml sets for the register, under `extra.register`."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

from ..dates import StatedDate, stated_date
from ..invisible import unseen
from ..problem import Problem, quoted, setting_problem
from ..statement.first_signatories import NAME as FOUNDING
from ..statement.first_signatories import read_founding
from ..urls import refusal

# A register of more entries than this is split over pages, unless the site says otherwise.
SPLIT = 500

# So many names are a choice; more are the register.
MOST_NAMED = 24

# Of the setting by which signatories stand beneath the text; `beneath` judges its value.
BENEATH = "beneath"

_LONGEST_NAME = 80

# More than there are people.
_MOST_CLAIMED = 10_000_000_000


@dataclass(frozen=True, slots=True)
class Claimed:
    """How many are said to endorse the statement: the count, by whom, on which date, and where."""

    count: int
    by: str
    on: StatedDate
    source: str


@dataclass(frozen=True, slots=True)
class RegisterSettings:
    """What is set for the register.

    `split` is the most entries that one page lists. `named` are the ids of those whom the site
    names before others, in its order. `claimed` is how many others count, where the site says so.
    Since `founding`, first signatories may have signed before the publication. Their names stand
    `beneath` the text where the site has them there.
    """

    split: int = SPLIT
    named: tuple[str, ...] = ()
    claimed: Claimed | None = None
    founding: StatedDate | None = None
    beneath: bool = False


AS_USUAL = RegisterSettings()


def read_register_settings(given: object, today: date) -> tuple[RegisterSettings, list[Problem]]:
    """`extra.register` as the engine has read it, and what is wrong with it.

    What is wrong is left as if it were not set.
    """
    if given is None:
        return AS_USUAL, []
    if not isinstance(given, Mapping):
        return AS_USUAL, [_problem("", f"is no mapping; give {_either(_KEYS)} under it")]
    split, wrong_split = read_split(given.get("split", SPLIT))
    named, wrong_named = read_named(given.get("named"))
    claimed, wrong_claimed = read_claimed(given.get("claimed"), today)
    founding, wrong_founding = read_founding(given.get(FOUNDING))
    wrong = [*wrong_split, *wrong_named, *wrong_claimed, *wrong_founding]
    problems = [*_unknown("", given, _KEYS), *wrong]
    beneath = given.get(BENEATH) is True
    return RegisterSettings(split, named, claimed, founding, beneath), problems


def read_split(given: object) -> tuple[int, list[Problem]]:
    """The most entries that one page lists."""
    if _is_count(given):
        return int(given), []  # type: ignore[call-overload]
    return SPLIT, [_problem("split", "is not a number of entries from 1; give one, such as 500")]


def read_named(given: object) -> tuple[tuple[str, ...], list[Problem]]:
    """Ids of signatories, in the order in which they are named; whether they are there is `named`.

    YAML 1.1 reads ``no``, ``on`` or ``2024`` as something else than a text.
    """
    if given is None:
        return (), []
    if not isinstance(given, Sequence) or isinstance(given, str | bytes):
        return (), [
            _problem("named", "is no list of ids; put '- ' before each, on lines of their own")
        ]
    message = "holds {}, which YAML reads as no text; put the id in quotes"
    problems = [
        _problem("named", message.format(quoted(str(each))))
        for each in given
        if not isinstance(each, str)
    ]
    if len(given) > MOST_NAMED:
        message = f"has {len(given):,} ids; name at most {MOST_NAMED}"
        problems.append(_problem("named", message))
    return (() if problems else tuple(dict.fromkeys(map(str.strip, given)))), problems


def read_claimed(given: object, today: date) -> tuple[Claimed | None, list[Problem]]:
    """How many are said to endorse the statement, if all four values are given and sound."""
    if given is None:
        return None, []
    if not isinstance(given, Mapping):
        return None, [_problem("claimed", f"is no mapping; give {_both(_CLAIMED)} under it")]
    # YAML 1.1, which engines read, has `on` for true, also as a key.
    values = {"on" if key is True else key: value for key, value in given.items()}
    problems = list(_unknown("claimed", values, tuple(_CLAIMED)))
    for name, wrong in _CLAIMED.items():
        if message := wrong(values.get(name), today):
            problems.append(_problem(f"claimed.{name}", message))
    if problems:
        return None, problems
    on = stated_date(str(values["on"]))
    assert on is not None
    return Claimed(values["count"], values["by"].strip(), on, values["source"]), []


def _wrong_count(given: object, _: date) -> str:
    if _is_count(given) and given <= _MOST_CLAIMED:  # type: ignore[operator]
        return ""
    return f"is not a number from 1 to {_MOST_CLAIMED:,}; give the number that was stated"


def _wrong_name(given: object, _: date) -> str:
    if isinstance(given, str) and 0 < len(given.strip()) <= _LONGEST_NAME:
        return unseen(given.strip())
    return f"is not who counted, in at most {_LONGEST_NAME} characters; give a name"


def _wrong_date(given: object, today: date) -> str:
    stated = stated_date(str(given)) if isinstance(given, str | date) else None
    if stated is None:
        return "is no date; give the day or the month of the count, such as 2023-04"
    if stated.first_day > today:
        return f"{stated} lies in the future; give the day or the month of the count"
    return ""


def _wrong_address(given: object, _: date) -> str:
    if not isinstance(given, str):
        return "is no address; give that of the page that states the number"
    wrong = refusal(given)
    return f"{quoted(given)} {wrong}" if wrong else ""


_KEYS = ("split", "named", "claimed", FOUNDING, BENEATH)
_CLAIMED: Mapping[str, Callable[[Any, date], str]] = {
    "count": _wrong_count,
    "by": _wrong_name,
    "on": _wrong_date,
    "source": _wrong_address,
}


def _unknown(within: str, given: Mapping[Any, object], keys: Sequence[str]) -> Iterator[Problem]:
    for key in given:
        if key not in keys:
            near = get_close_matches(str(key), keys, 1)
            hint = f"did you mean '{near[0]}'?" if near else f"give {_either(keys)}"
            yield _problem(within, f"has {quoted(str(key))}, which nothing reads; {hint}")


def _is_count(given: object) -> bool:
    return isinstance(given, int) and not isinstance(given, bool) and given > 0


def _either(keys: Sequence[str]) -> str:
    return f"{', '.join(keys[:-1])} or {keys[-1]}"


def _both(keys: Mapping[str, object]) -> str:
    *first, last = keys
    return f"{', '.join(first)} and {last}"


def _problem(name: str, message: str) -> Problem:
    where = f"extra.register.{name}" if name else "extra.register"
    return setting_problem(f"{where} {message}")
