"""Whatever servers say from week to week, no proof is lost, and no key changed, without a word."""

from hypothesis import given, settings
from hypothesis import strategies as st
from undersigned.proofs.copies import Copy
from undersigned.proofs.judgement import Said
from undersigned.register.claims import Claimed, said_by
from undersigned.verification.asked import Places
from undersigned.verification.comparison import compared
from undersigned.verification.remarks import RegisterIndex, remarks

from tests.support.examples import examples
from tests.support.kept import (
    ADDRESSES,
    DIGESTS,
    OTHER,
    claims,
    copy,
    endorse,
    endorsement,
    withdraw,
)

REGISTER = RegisterIndex(Places(), {address: number for number, address in ADDRESSES.items()})

# Such as servers have, and mostly such as prove something.
LINES = st.lists(
    st.sampled_from(
        [
            *(endorse(), endorse(), endorse(name="Acme"), endorse(name="Acme Labs")),
            *(endorse("1.1"), endorse("1.1", name="Acme"), endorse(name="Beta"), OTHER),
            *(endorse(day="2026-11-05"), endorse(day="2027-01-01"), endorse(digest="f" * 64)),
            *(withdraw(), withdraw("2026-11-05"), withdraw("2027-01-01"), withdraw(name="Beta")),
        ]
    ),
    max_size=3,
)
KEYS = st.sampled_from(("", "", "", "a", "b"))
GONE = st.sampled_from(("", "", "", "2026-06-01", "2026-11-05"))


@st.composite
def registers(draw: st.DrawFn) -> list[Claimed]:
    """One signatory of a host, or two; of one version or both; withdrawn or ended, or not."""
    entries = [endorsement(formerly=["Acme Labs"], withdrawn=draw(GONE))]
    if draw(st.booleans()):
        entries.append(endorsement(version="1.1", signed="2026-07-01", withdrawn=draw(GONE)))
    if draw(st.booleans()):
        entries.append(endorsement("Beta", ended=draw(GONE)))
    return claims(*entries, versions=DIGESTS)


Week = tuple[list[Claimed], Copy | None, Copy]


@st.composite
def weeks(draw: st.DrawFn) -> Week:
    """A register, the copy of a host, if there is one, and what it serves: mostly a bit of both."""
    before, more = draw(LINES), draw(LINES)
    left = [line for line in before if draw(st.booleans())]
    kept = copy(*before, day="2026-11-01", key=draw(KEYS)) if draw(st.booleans()) else None
    return draw(registers()), kept, copy(*left, *more, day="2026-11-08", key=draw(KEYS))


def proved(file: Copy, claimed: list[Claimed]) -> set[int]:
    return {
        number
        for number, each in enumerate(claimed)
        if each.endorsement.withdrawn is None and said_by(file, each).said is Said.ENDORSES
    }


@settings(max_examples=examples(300))
@given(weeks())
def test_what_is_written_unasked_proves_all_that_the_copy_proved(week: Week) -> None:
    claimed, kept, served = week
    comparison = compared(kept, served, claimed)
    found = list(remarks(comparison, REGISTER))
    if comparison.worth_keeping:
        assert proved(served, claimed) >= (proved(kept, claimed) if kept else set())
        assert kept is None or kept.record.key in ("", served.record.key)
        said = [(each, said_by(served, each).said) for each in claimed]
        assert Said.CONTRADICTS not in [each for _, each in said]
        assert all(each.endorsement.withdrawn for each, is_ in said if is_ is Said.WITHDRAWN)
        assert kept or proved(served, claimed)
    elif comparison.proves_less:
        assert any(each.severity != "note" for each in found)
    for each in found:
        assert "\n" not in each.message


@settings(max_examples=examples(300))
@given(weeks(), st.booleans())
def test_the_run_after_writes_nothing_and_says_nothing_new(week: Week, accepts: bool) -> None:
    claimed, kept, served = week
    comparison = compared(kept, served, claimed)
    if comparison.worth_keeping or (accepts and comparison.acceptable):
        after = compared(served, served, claimed)
        assert not after.worth_keeping
        assert not after.proves_less
