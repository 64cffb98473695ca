"""Work of which a little is done at once, in threads that end with the process."""

import threading
from collections.abc import Callable, Iterable, Iterator
from queue import SimpleQueue
from typing import TypeVar

_Given = TypeVar("_Given")
_Result = TypeVar("_Result")

# So many at once: a site is asked by no more connections than a browser makes.
_AT_ONCE = 4


def each_at_once(
    work: Callable[[_Given], _Result], given: Iterable[_Given]
) -> Iterator[tuple[_Given, _Result]]:
    """What the work gives for each, as it is done; raises the first error that it raises.

    Whoever stops taking, as at an interrupt, need not wait: the threads keep no process alive, and
    begin nothing more.
    """
    waiting, finished = (
        list(reversed(list(given))),
        SimpleQueue[tuple[_Given, _Result | Exception]](),
    )
    left, lock = len(waiting), threading.Lock()

    def run() -> None:
        while True:
            with lock:
                if not waiting:
                    return
                each = waiting.pop()
            try:
                finished.put((each, work(each)))
            except Exception as error:
                finished.put((each, error))

    for _ in range(min(_AT_ONCE, left)):
        threading.Thread(target=run, daemon=True).start()
    try:
        for _ in range(left):
            each, result = finished.get()
            if isinstance(result, Exception):
                raise result
            yield each, result
    finally:
        with lock:
            waiting.clear()
