"""Deadlines that neither a slow server nor a slow resolver can extend."""

import socket
import threading

import pytest
from undersigned.links.deadlines import Deadline, Waits


def test_work_is_waited_for_and_its_error_is_raised() -> None:
    waits = Waits(1)
    assert [waits.within(30, lambda: "done") for _ in range(3)] == ["done"] * 3
    with pytest.raises(ZeroDivisionError):
        waits.within(30, lambda: 1 // 0)
    assert waits.within(30, lambda: "again") == "again"


def test_work_that_never_ends_is_left_to_itself_and_is_never_more_than_so_much() -> None:
    waits, end, begun = Waits(2), threading.Event(), threading.Semaphore(0)

    def work() -> None:
        begun.release()
        end.wait()

    for _ in range(5):
        with pytest.raises(TimeoutError):
            waits.within(0.05, work)
    end.set()
    assert waits.within(30, lambda: "free") == "free"
    assert begun.acquire(timeout=30)
    assert begun.acquire(timeout=30)
    assert not begun.acquire(blocking=False)


def test_a_deadline_gives_no_more_than_is_left_and_ends_what_waits() -> None:
    one, other = socket.socketpair()
    with one, other, Deadline(0.05) as deadline:
        assert 0 < deadline.left(10) <= 0.05
        assert deadline.left(0.001) == 0.001
        deadline.watch(one)
        # Without it this would wait for ever.
        assert one.recv(1) == b""
        assert deadline.passed
        with pytest.raises(TimeoutError):
            deadline.left(10)
    with one, other, Deadline(0) as deadline, pytest.raises(TimeoutError):
        deadline.left(10)
