"""Entries of the record that break no rule, drawn by Hypothesis, and the site that they are for."""

from hypothesis import strategies as st
from undersigned.fields import BETWEEN

from .registers import BARE_SITE, entry_text

SIGNATORIES = ("acme", "beta-gmbh", "x-1")

# Sentences that mean something to YAML; none is nearly another.
SENTENCES = [
    "Filed a brief: “Nobody is above it”.", "Published # 3 of its 'reports' - all of it.",
    "Named Candiru's customers, 'NO' among them", "Gave 100 % of [its] keys back; {none} was kept.",
    "Stated: \"We won't\", and then left.", "- Ended a contract of 2019 with an exporter",
    "Юридически ответил суду в 2024 году.", "Told users in 👩‍💻 chats of their rights",
]  # fmt: skip
_SEARCHED = ["its newsroom: 2023 on", "# reports", "- court records", "1984", "no", "null and ~"]

_WHO = st.lists(st.sampled_from(SIGNATORIES), min_size=1, unique=True).map(BETWEEN.join)
_NOTIFIED = {"notified": st.just("2025-02-03")}

Values = dict[str, str]


@st.composite
def records(draw: st.DrawFn) -> list[Values]:
    """Up to eight entries, each with an id of its own, given or by default."""
    found: list[Values] = []
    for number, sentence in enumerate(draw(st.permutations(SENTENCES))[: draw(st.integers(0, 8))]):
        values = draw(_deed(sentence) if draw(st.booleans()) else _search())
        found.append({"id": f"e-{number}", **values} if draw(st.booleans()) else values)
    return found


def _deed(sentence: str) -> st.SearchStrategy[Values]:
    given = {
        "who": _WHO,
        "principle": st.just("1"),
        "date": st.sampled_from(["2024", "2024-05", "2024-05-06"]),
        "deed": st.just(sentence),
        "sources": st.sampled_from(["a", "b", f"a{BETWEEN}b"]),
        "bearing": st.just("in-line"),
    }
    return st.fixed_dictionaries(given, optional=_NOTIFIED)


def _search() -> st.SearchStrategy[Values]:
    given = {
        "who": st.sampled_from(SIGNATORIES),
        "principle": st.just("1"),
        "looked": st.sampled_from(["2024-05-06", "2024-06", "2024"]),
        "found": st.just("nothing"),
        "where": st.lists(st.sampled_from(_SEARCHED), min_size=1, unique=True).map(BETWEEN.join),
    }
    return st.fixed_dictionaries(given, optional=_NOTIFIED)


_SOURCE = """\
@misc{%s,
  title        = {%s},
  year         = {2024},
  url          = {https://paper.org/%s},
  urldate      = {2024-07-01},
  archiveurl   = {https://web.archive.org/web/2024/https://paper.org/%s},
}
"""
SITE = BARE_SITE | {
    "signatories.yml": "\n".join(
        [entry_text("Acme"), entry_text("Beta GmbH"), entry_text("Xylo").replace("Xylo", "X 1")]
    ),
    "references.bib": "\n".join(_SOURCE % (each, each.upper() * 3, each, each) for each in "ab"),
}
