"""What mkdocs.yml sets for the register, as the engine has read it."""

from datetime import date
from typing import Any

import pytest
import yaml
from undersigned.dates import StatedDate
from undersigned.register.settings import Claimed, RegisterSettings, read_register_settings

TODAY = date(2026, 11, 26)
SOUND = {"count": 40, "by": "A post", "on": "2023-04", "source": "https://acme.com/post"}


def messages(given: object) -> list[str]:
    return [each.message for each in read_register_settings(given, TODAY)[1]]


def test_without_settings_nobody_is_named_and_nothing_is_claimed() -> None:
    for given in (None, dict[str, object]()):
        assert read_register_settings(given, TODAY) == (RegisterSettings(500, (), None), [])


def test_all_that_is_set_is_read_also_where_yaml_makes_the_key_on_a_truth() -> None:
    text = """
    split: 20
    beneath: true
    named: [acme, beta]
    claimed: {count: 40, by: A post, on: 2023-04, source: https://acme.com/post}
    """
    given: dict[str, Any] = yaml.safe_load(text)
    assert True in given["claimed"]
    claimed = Claimed(40, "A post", StatedDate(2023, 4), "https://acme.com/post")
    read = RegisterSettings(20, ("acme", "beta"), claimed, beneath=True)
    assert read_register_settings(given, TODAY) == (read, [])


def test_a_whole_day_is_a_date_although_yaml_makes_no_text_of_it() -> None:
    read, problems = read_register_settings({"claimed": SOUND | {"on": date(2023, 4, 18)}}, TODAY)
    assert problems == []
    assert read.claimed is not None
    assert read.claimed.on == StatedDate(2023, 4, 18)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ([], "extra.register is no mapping; give split, named, claimed, founding or"),
        ({"calimed": {}}, "has 'calimed', which nothing reads; did you mean 'claimed'?"),
        ({"x": 1}, "has 'x', which nothing reads; give split, named, claimed, founding or beneath"),
        ({"split": 0}, "extra.register.split is not a number of entries from 1"),
        ({"split": True}, "extra.register.split is not a number of entries from 1"),
        ({"named": "acme"}, "extra.register.named is no list of ids; put '- ' before each"),
        ({"named": [False]}, "named holds 'False', which YAML reads as no text; put the id in"),
        ({"named": ["a"] * 25}, "extra.register.named has 25 ids; name at most 24"),
        ({"claimed": 40}, "claimed is no mapping; give count, by, on and source under it"),
        (
            {"claimed": SOUND | {"count": "40"}},
            "claimed.count is not a number from 1 to 10,000,000,000",
        ),
        (
            {"claimed": SOUND | {"count": 16**9999}},
            "claimed.count is not a number from 1 to 10,000",
        ),
        ({"claimed": SOUND | {"by": "A\u202e"}}, "claimed.by holds U+202E, which readers cannot"),
        ({"claimed": SOUND | {"by": "\ud800"}}, "claimed.by holds U+D800, which readers cannot"),
        (
            {"claimed": SOUND | {"count": 0}},
            "claimed.count is not a number from 1 to 10,000,000,000",
        ),
        ({"claimed": SOUND | {"by": " "}}, "claimed.by is not who counted, in at most 80"),
        ({"claimed": SOUND | {"by": "x" * 81}}, "claimed.by is not who counted, in at most 80"),
        ({"claimed": SOUND | {"on": 2023}}, "claimed.on is no date; give the day or the month"),
        ({"claimed": SOUND | {"on": 16**9999}}, "claimed.on is no date; give the day or the month"),
        ({"founding": 16**9999}, "extra.register.founding is no date; give the day or the month"),
        ({"founding": "early"}, "extra.register.founding is no date; give the day or the month"),
        ({"claimed": SOUND | {"on": "2027-01"}}, "claimed.on 2027-01 lies in the future"),
        ({"claimed": SOUND | {"source": "http://a.com"}}, "'http://a.com' does not begin with"),
        ({"claimed": SOUND | {"source": None}}, "claimed.source is no address; give that of"),
        ({"claimed": SOUND | {"form": 1}}, "claimed has 'form', which nothing reads"),
    ],
)
def test_what_is_wrong_is_named_with_what_is_wanted(given: Any, message: str) -> None:
    (found,) = messages(given)
    assert message in found


def test_a_claim_that_lacks_a_value_is_no_claim_and_each_value_is_asked_for() -> None:
    read, problems = read_register_settings({"claimed": {"count": 40}}, TODAY)
    assert read.claimed is None
    assert [each.message.split()[0] for each in problems] == [
        f"extra.register.claimed.{name}" for name in ("by", "on", "source")
    ]
