"""Work in a process of its own, with real processes."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from undersigned.workers import Work, may_fork

needs_two = pytest.mark.skipif(not may_fork(), reason="one processor, or no fork here")


def test_work_gives_its_result() -> None:
    assert Work(lambda: ["a", 1]).result() == ["a", 1]


@needs_two
def test_work_is_done_in_another_process() -> None:
    assert Work(os.getpid).result() != os.getpid()


@needs_two
def test_a_result_larger_than_a_pipe_holds_arrives_whole() -> None:
    assert len(Work(lambda: "x" * 5_000_000).result()) == 5_000_000


def test_with_one_processor_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0}, raising=False)
    assert Work(os.getpid).result() == os.getpid()


def test_beside_another_thread_work_is_done_here() -> None:
    over = threading.Event()
    other = threading.Thread(target=over.wait)
    other.start()
    try:
        assert Work(os.getpid).result() == os.getpid()
    finally:
        over.set()
        other.join()


def test_a_failure_is_raised_where_the_result_is_asked_for() -> None:
    def failing() -> None:
        raise ValueError("no such thing")

    with pytest.raises(ValueError, match="no such thing"):
        Work(failing).result()


@needs_two
def test_work_whose_process_is_killed_is_done_once_more() -> None:
    here = os.getpid()

    def dying() -> str:
        if os.getpid() != here:
            os.kill(os.getpid(), signal.SIGKILL)
        return "done"

    assert Work(dying).result() == "done"


@needs_two
def test_files_that_work_writes_are_there_with_its_result(tmp_path: Path) -> None:
    file = tmp_path / "written"
    Work(lambda: file.write_text("words", encoding="utf-8")).result()
    assert file.read_text(encoding="utf-8") == "words"


@needs_two
@pytest.mark.parametrize("end", ["raise KeyboardInterrupt", "pass"])
def test_work_that_nobody_waits_for_ends_with_its_program(end: str, tmp_path: Path) -> None:
    child = tmp_path / "child"
    code = (
        "import os, pathlib, time\nfrom undersigned.workers import Work\n"
        f"place = pathlib.Path({str(child)!r})\n"
        "def slow():\n    place.write_text(str(os.getpid())); time.sleep(600)\n"
        "work = Work(slow)\nwhile not (place.exists() and place.read_text()): time.sleep(.01)\n"
    )
    subprocess.run([sys.executable, "-c", code + end], check=False, capture_output=True)
    number = int(child.read_text(encoding="utf-8"))
    for _ in range(200):
        if not Path(f"/proc/{number}").exists():
            return
        time.sleep(0.01)
    pytest.fail("the process is still there")


@needs_two
def test_what_waits_to_be_printed_is_printed_once() -> None:
    code = (
        "import sys\nfrom undersigned.workers import Work\n"
        "sys.stdout.write('said')\nWork(lambda: 1).result()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "said"
