"""The line that shows how far long work is, and where it is shown."""

import io
import os
import pty
import re
import termios
from collections.abc import Iterator

import pytest
from undersigned.progress import SILENT, shown_each
from undersigned.progress_line import ProgressLine, cut, is_terminal, progress_shown

from tests.support.progress import Account


class Terminal(io.StringIO):
    """A terminal of a size, and what is written to it."""

    def __init__(self, columns: int = 80, encoding: str = "utf-8") -> None:
        super().__init__()
        self._encoding = encoding
        self._master, self._terminal = pty.openpty()
        termios.tcsetwinsize(self._terminal, (24, columns))

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self._encoding

    def fileno(self) -> int:
        return self._terminal

    def isatty(self) -> bool:
        return True

    def close(self) -> None:
        os.close(self._master)
        os.close(self._terminal)
        super().close()

    @property
    def lines(self) -> list[str]:
        """Each state of the line, one after another."""
        drawn = self.getvalue().split("\r")[1:]
        assert all(each.endswith("\x1b[K") for each in drawn)
        return [each.removesuffix("\x1b[K") for each in drawn]


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    with Terminal() as made:
        yield made


def test_the_line_says_what_is_done_what_is_left_and_what_is_being_done(terminal: Terminal) -> None:
    line = ProgressLine(terminal, clock=iter(range(100)).__next__)
    line.begin(4)
    line.now("acme.example")
    line.done()
    line.now("other.example")
    line.done(3)
    line.end()
    assert terminal.lines == [
        f"[{'-' * 30}]  0/4",
        f"[{'-' * 30}]  0/4  acme.example",
        f"[{'#' * 7}{'-' * 23}]  1/4  acme.example",
        f"[{'#' * 7}{'-' * 23}]  1/4  other.example",
        f"[{'#' * 30}]  4/4  other.example",
        "",
    ]


def test_steps_that_are_quickly_done_are_drawn_ten_times_a_second(terminal: Terminal) -> None:
    ticks = (number / 1000 for number in range(100_000))
    line = ProgressLine(terminal, clock=ticks.__next__)
    line.begin(5000)
    for _ in range(5000):
        line.done()
    assert len(terminal.lines) == 1 + 49


@pytest.mark.parametrize("columns", [1, 8, 20, 30, 40, 79, 80, 200])
@pytest.mark.parametrize("what", ["a.example " * 30, "名前" * 100, "x\r\n\x1b[2J\u202e" * 20])
def test_the_line_never_reaches_the_last_column(columns: int, what: str) -> None:
    with Terminal(columns) as terminal:
        line = ProgressLine(terminal, clock=iter(range(100)).__next__)
        line.begin(100_000)
        line.now(what)
        line.done(50_000)
        shown = terminal.lines
    wide = re.compile("[名前]")
    assert all(len(each) + len(wide.findall(each)) < columns for each in shown)
    assert all(each.isprintable() for each in shown)
    assert columns < 20 or "0/100000" in shown[0]


def test_what_an_encoding_lacks_is_escaped_and_counted_as_it_is_shown() -> None:
    with Terminal(60, "ascii") as terminal:
        line = ProgressLine(terminal, clock=iter(range(100)).__next__)
        line.begin(9)
        line.now("名前" * 20)
        shown = terminal.lines[-1]
    assert shown.isascii()
    assert len(shown) == 59
    assert r"\u540d" in shown


def test_a_text_is_cut_where_it_has_no_room() -> None:
    assert cut("acme.example", 12) == "acme.example"
    assert cut("acme.example", 11) == "acme.exa..."
    assert cut("名前名前", 7) == "名前..."
    assert [cut("acme", columns) for columns in (3, 2, 0, -5)] == ["...", "", "", ""]


def test_the_line_goes_away_for_what_else_is_written_and_comes_back(terminal: Terminal) -> None:
    line = ProgressLine(terminal, clock=iter(range(100)).__next__)
    line.begin(2)
    line.clear()
    line.done()
    shown = terminal.lines
    assert shown[1] == ""
    assert shown[2] == f"[{'#' * 15}{'-' * 15}]  1/2"


def test_nothing_is_drawn_before_the_beginning_and_behind_the_end(terminal: Terminal) -> None:
    line = ProgressLine(terminal)
    line.now("acme.example")
    line.done()
    line.end()
    assert terminal.getvalue() == ""
    line.begin(1)
    line.end()
    before = terminal.getvalue()
    line.end()
    line.clear()
    line.now("acme.example")
    line.done()
    assert terminal.getvalue() == before


def test_work_goes_on_where_its_terminal_is_gone(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_: str) -> int:
        raise OSError

    monkeypatch.setattr(terminal, "write", gone)
    line = ProgressLine(terminal)
    line.begin(1)
    line.now("acme.example")
    line.done()
    line.end()


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, True),
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "dumb"}, False),
        ({"CI": "true"}, False),
        ({"CI": "1"}, False),
        ({"CI": "false"}, True),
        ({"CI": ""}, True),
        ({"NO_COLOR": "1"}, True),
    ],
)
def test_a_terminal_is_one_that_draws_lines_anew(
    terminal: Terminal, environ: dict[str, str], expected: bool
) -> None:
    assert is_terminal(terminal, environ) is expected
    assert not is_terminal(io.StringIO(), environ)


def test_elsewhere_nothing_at_all_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    with progress_shown() as progress:
        assert progress is SILENT
        progress.begin(2)
        progress.now("acme.example")
        progress.done()
        progress.end()
    assert capsys.readouterr() == ("", "")


def test_the_line_is_taken_away_whatever_ends_the_work(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("TERM", "xterm")

    def work() -> None:
        with progress_shown() as progress:
            progress.begin(2)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work()
    assert terminal.lines[-1] == ""


def test_each_item_is_shown_by_its_name_and_counted_once_it_is_done() -> None:
    account = Account()
    account.begin(2)
    items = shown_each("judging", [("a", 1), ("b", 2)], account)
    assert next(items) == ("a", 1)
    assert (account.named, account.counts) == (["judging a"], [0])
    assert list(items) == [("b", 2)]
    assert (account.named, account.counts) == (["judging a", "judging b"], [2])
