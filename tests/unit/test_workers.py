"""Work in a process of its own, each tried in a program that has one thread, as a build has."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.processors import needs_two

_BEGINNING = """
import os, pathlib, signal, sys, threading, time
from undersigned.workers import Work, processor_is_free
"""

_TWO = "os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:2])\n"


def said_by(code: str) -> str:
    """What a program prints; that it fails is a failure of the test."""
    command = [sys.executable, "-c", _BEGINNING + code]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert not done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("before", ["", "os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})"])
def test_work_gives_the_same_result_with_one_processor_and_with_two(before: str) -> None:
    assert said_by(f"{before}\nprint(Work(lambda: ['a', 1]).result())") == "['a', 1]"


def test_work_is_done_where_the_ends_of_processes_are_ignored() -> None:
    code = "signal.signal(signal.SIGCHLD, signal.SIG_IGN)\n"
    assert said_by(f"{code}print(Work(lambda: 7).result())") == "7"


@needs_two
def test_work_is_done_in_another_process() -> None:
    assert said_by("print(Work(os.getpid).result() == os.getpid())") == "False"


@needs_two
def test_with_one_processor_work_is_done_here() -> None:
    code = "os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})\n"
    assert said_by(f"{code}print(Work(os.getpid).result() == os.getpid())") == "True"


@needs_two
def test_beside_as_much_work_as_there_are_processors_none_is_free() -> None:
    code = f"{_TWO}print(processor_is_free())\nslow = Work(lambda: time.sleep(600))\n"
    assert said_by(f"{code}print(processor_is_free())") == "True\nFalse"


@needs_two
def test_a_processor_is_free_once_its_process_ends_though_nobody_asked_for_the_result() -> None:
    code = f"""{_TWO}
ended = Work(lambda: 1)
while not processor_is_free(): time.sleep(.01)
print(ended.result())
"""
    assert said_by(code) == "1"


def test_beside_another_thread_work_is_done_here() -> None:
    code = "threading.Thread(target=time.sleep, args=(1,)).start()\n"
    assert said_by(f"{code}print(Work(os.getpid).result() == os.getpid())") == "True"


def test_a_result_larger_than_a_pipe_holds_arrives_whole() -> None:
    assert said_by("print(len(Work(lambda: 'x' * 5_000_000).result()))") == "5000000"


def test_a_failure_is_raised_where_the_result_is_asked_for() -> None:
    code = (
        "work = Work(lambda: 1 // 0)\ntry: work.result()\nexcept ZeroDivisionError: print('here')"
    )
    assert said_by(code) == "here"


def test_work_whose_process_is_killed_is_done_once_more() -> None:
    code = """
here = os.getpid()
def dying():
    if os.getpid() != here: os.kill(os.getpid(), signal.SIGKILL)
    return "done"
print(Work(dying).result())
"""
    assert said_by(code) == "done"


@needs_two
def test_what_a_killed_process_was_to_do_is_done_otherwise_and_is_not_held_here() -> None:
    code = """
import weakref
class Held: pass
held = Held()
gone = weakref.ref(held)
here = os.getpid()
def dying(held):
    if os.getpid() != here: os.kill(os.getpid(), signal.SIGKILL)
    return "done"
from functools import partial
work = Work(partial(dying, held), otherwise=lambda: "not known")
del held
print(gone(), work.result())
"""
    assert said_by(code) == "None not known"


def test_files_that_work_writes_are_there_with_its_result(tmp_path: Path) -> None:
    file = tmp_path / "written"
    said_by(f"Work(lambda: pathlib.Path({str(file)!r}).write_text('words')).result()")
    assert file.read_text(encoding="utf-8") == "words"


@needs_two
def test_a_fork_leaves_alone_what_else_its_parent_has_begun() -> None:
    code = """
os.sched_getaffinity = lambda _: range(3)
slow = Work(lambda: time.sleep(.2) or os.getpid())
def other():
    global slow
    del slow
Work(other).result()
print(slow.result() == os.getpid())
"""
    assert said_by(code) == "False"


@needs_two
@pytest.mark.parametrize("end", ["raise SystemExit", "os.kill(os.getpid(), signal.SIGTERM)", ""])
def test_work_that_nobody_waits_for_ends_with_its_program(end: str, tmp_path: Path) -> None:
    child = tmp_path / "child"
    code = f"""
place = pathlib.Path({str(child)!r})
signal.signal(signal.SIGTERM, lambda *_: sys.exit())
def slow():
    place.write_text(str(os.getpid())); time.sleep(600)
work = Work(slow)
while not (place.exists() and place.read_text()): time.sleep(.01)
"""
    said_by(code + end)
    number = int(child.read_text(encoding="utf-8"))
    for _ in range(200):
        if not Path(f"/proc/{number}").exists():
            return
        time.sleep(0.01)
    pytest.fail("the process is still there")


def test_what_waits_to_be_printed_is_printed_once() -> None:
    assert said_by("sys.stdout.write('said'); Work(lambda: 1).result()") == "said"
