"""What holds of evidence and websites of any form: no account has another's pages for its own."""

from hypothesis import given, settings
from hypothesis import strategies as st
from undersigned.evidence.accounts import account_of, place_of
from undersigned.evidence.location import location_of
from undersigned.evidence.ownership import is_own
from undersigned.urls import registrable_domain

from tests.support.examples import examples

HOSTS = st.sampled_from(
    [
        *("acme.com", "www.acme.com", "blog.acme.com", "forum.acme.com", "ACME.com", "b.com"),
        *("github.com", "a.github.io", "b.github.io", "a.substack.com", "b.substack.com"),
        *("x.com", "twitter.com", "m.facebook.com", "medium.com", "a.medium.com", "tumblr.com"),
        *("linkedin.com", "mastodon.social", "docs.google.com", "acme.co.uk", "b.co.uk"),
    ]
)
NAMES = st.sampled_from(
    ["a", "B", "@a", "~a", "..", ".", "", "%2e", "a%2Fb", "company", "in", "users", "Forum", "%61"]
)
TAILS = st.sampled_from(["", "?x=1", "#/a", "#!b", "#c"])
ADDRESSES = st.builds(
    lambda host, port, names, tail: f"https://{host}{port}/{'/'.join(names)}{tail}",
    HOSTS,
    st.sampled_from(["", "", ":443", ":8443"]),
    st.lists(NAMES, max_size=3),
    TAILS,
)


PAIRS = st.tuples(ADDRESSES, ADDRESSES) | st.builds(
    lambda address, names: (f"{address}/{'/'.join(names)}", address),
    ADDRESSES,
    st.lists(NAMES, max_size=2),
)


@settings(max_examples=examples(1000))
@given(PAIRS)
def test_own_evidence_has_the_websites_domain_or_its_account(pair: tuple[str, str]) -> None:
    if not is_own(*pair):
        return
    page, claim = map(location_of, pair)
    assert page is not None
    assert claim is not None
    assert page.port == claim.port
    place, claimed = place_of(page.host), place_of(claim.host)
    if place is None or claimed is None:
        assert place is claimed
        assert registrable_domain(page.host) == registrable_domain(claim.host)
    else:
        found, owner = account_of(place, page), account_of(claimed, claim)
        assert (found and found.account) == (owner and owner.account)


@settings(max_examples=examples(1000))
@given(PAIRS)
def test_a_pair_of_addresses_is_told_at_a_glance_as_by_a_close_look(pair: tuple[str, str]) -> None:
    evidence, website = pair
    if "#" not in evidence:
        # What follows '#' is no route, and its accent leaves nothing to the shortcuts.
        assert is_own(f"{evidence}#é", website) is is_own(evidence, website)


@given(
    st.sampled_from(
        [
            *("https://acme.com", "https://acme.com/a", "https://github.com/acme"),
            *("https://medium.com/@acme", "https://acme.substack.com", "https://x.com/acme"),
            *("https://mastodon.social/@acme", "https://acme.github.io/b", "https://uni.edu/~acme"),
        ]
    ),
    st.lists(st.text("ab1-_."), max_size=3),
)
def test_what_lies_below_a_website_is_own_and_beside_it_is_not(
    website: str, names: list[str]
) -> None:
    below = [f"b{name}" for name in names]
    assert is_own("/".join([website, *below]), website)
    assert not is_own("/".join([f"{website}x", *below]), website)
