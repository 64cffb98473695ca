"""Work of which a little is done at once."""

import threading
from contextlib import closing

import pytest
from undersigned.verification.at_once import each_at_once


def test_everything_is_done_with_its_result() -> None:
    given = range(50)
    assert sorted(each_at_once(lambda number: number * number, given)) == [
        (number, number * number) for number in given
    ]
    assert list(each_at_once(str, [])) == []


def test_an_error_comes_to_whoever_takes_the_results() -> None:
    def fails(number: int) -> int:
        return 1 // number

    with pytest.raises(ZeroDivisionError):
        list(each_at_once(fails, [0]))


def test_whoever_stops_taking_ends_the_work() -> None:
    begun: list[int] = []
    going, first = threading.Event(), threading.Event()

    def work(number: int) -> int:
        begun.append(number)
        if number:
            going.wait(20)
        first.set()
        return number

    before = set(threading.enumerate())
    with closing(each_at_once(work, range(100))) as results:  # type: ignore[type-var]
        assert next(results) == (0, 0)
    going.set()
    for thread in set(threading.enumerate()) - before:
        thread.join(20)
    assert len(begun) < 10
