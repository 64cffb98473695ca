"""Of many keys, only those are listed that several have."""

from undersigned.names.sharing import sharing


def test_who_shares_a_key_is_found_for_each_key_once() -> None:
    keyed = [("a", 0), ("b", 1), ("a", 2), ("c", 3), ("b", 3), ("a", 4)]
    assert sorted(sharing(keyed)) == [[0, 2, 4], [1, 3]]


def test_a_key_that_one_has_twice_is_shared_with_nobody() -> None:
    assert list(sharing([("a", 0), ("a", 0), ("b", 1)])) == []
    assert list(sharing([("a", 0), ("a", 0), ("a", 1), ("a", 1)])) == [[0, 1]]
