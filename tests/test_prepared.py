"""Commands of the tests run in forks of one process, as they would in a Python of their own."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.handed import install
from tests.support.prepared import Ran, may_fork, prepared
from tests.support.sites import REPOSITORY, small_site, with_own_package

# What a program may learn of itself, but for its numbers of processes and what is imported.
LEARNS = """
import requests # which adds to the warnings that are shown
import json, locale, logging, os, signal, sys, tempfile, threading, time, warnings
sys.stdout.write("in part, ")
print(json.dumps([
    sys.argv, sys.path, sys.flags, sys.executable, __name__, __spec__.name, os.getcwd(),
    dict(os.environ), time.tzname, time.localtime(0).tm_hour, tempfile.gettempdir(),
    sys.stdin.read(), [s.encoding for s in (sys.stdin, sys.stdout, sys.stderr)],
    [s.errors for s in (sys.stdin, sys.stdout, sys.stderr)], sys.stdout.line_buffering,
    sys.stdout.write_through, sys.stdout.seekable(), [os.isatty(each) for each in range(3)],
    locale.setlocale(locale.LC_ALL), [str(signal.getsignal(s)) for s in signal.valid_signals()],
    sorted(os.listdir("/proc/self/fd"))[:3], len(os.listdir("/proc/self/fd")),
    threading.active_count(), str(warnings.filters), logging.root.level,
    str(logging.root.handlers), os.umask(0), os.getpgid(0) == os.getpgid(os.getppid()),
], indent=1))
"""

ENDS = (
    "print('to the end'); sys.stderr.write('half a line')",
    "sys.exit(3)",
    "sys.exit('what kept it')",
    "sys.exit(None)",
    "print('before'); raise ValueError('broken')",
    "raise KeyboardInterrupt",
    "os.kill(os.getpid(), signal.SIGTERM)",
    "os._exit(7)",
    "atexit.register(print, 'last'); print('first\\r\\nsecond')",
    "threading.Timer(0.05, print, ['of a thread']).start()",
    "sys.stdout.close()",
    "import no_such_module",
    "import undersigned.git, mkdocs.config; print(undersigned.__path__)",
    "print(__import__('subprocess').run(['cat'], capture_output=True))",
)


def in_own_python(*command: str, cwd: Path, **variables: str) -> Ran:
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=cwd,
        env=os.environ | variables,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def in_fork(*command: str, cwd: Path, **variables: str) -> Ran:
    return prepared().run(command, cwd, os.environ | variables, timeout=60)


def test_a_program_learns_nothing_by_which_a_fork_differs_from_its_own_python(
    tmp_path: Path,
) -> None:
    (tmp_path / "learning.py").write_text(LEARNS)
    command = ("learning", "--all", "ä \udcff")
    variables = {"TZ": "Asia/Tokyo", "TMPDIR": str(tmp_path), "NAME": "ø", "COLUMNS": "33"}
    forked = in_fork(*command, cwd=tmp_path, **variables)
    own = in_own_python(*command, cwd=tmp_path, **variables)
    assert forked.stdout == own.stdout
    assert (forked.stderr, forked.returncode, forked.args) == ("", 0, own.args)
    assert "JST" in own.stdout


def test_a_fork_ends_as_its_own_python_does(tmp_path: Path) -> None:
    for number, program in enumerate(ENDS):
        imports = "import atexit, os, signal, sys, threading\n"
        (tmp_path / f"ending{number}.py").write_text(imports + program)
        forked = in_fork(f"ending{number}", cwd=tmp_path)
        own = in_own_python(f"ending{number}", cwd=tmp_path)
        assert (forked.returncode, forked.stdout) == (own.returncode, own.stdout), program
        # A traceback is of the same error, by other ways.
        assert forked.stderr.splitlines()[-1:] == own.stderr.splitlines()[-1:], program
        assert ("Traceback" in forked.stderr) == ("Traceback" in own.stderr), program
    missing = in_fork("no_such_module", cwd=tmp_path)
    assert missing.returncode == 1
    assert "No module named no_such_module" in missing.stderr


def test_a_fork_that_hangs_is_ended_and_the_next_one_begins(tmp_path: Path) -> None:
    (tmp_path / "hanging.py").write_text("print('begun', flush=True); input = open(0).read()\n")
    (tmp_path / "waiting.py").write_text("import os, time\nprint(os.getpid())\ntime.sleep(600)\n")
    with pytest.raises(subprocess.TimeoutExpired):
        prepared().run(("waiting",), tmp_path, os.environ, timeout=0.3)
    assert in_fork("hanging", cwd=tmp_path).stdout == "begun\n"


def test_what_one_fork_does_is_nothing_to_the_next(tmp_path: Path) -> None:
    (tmp_path / "marking.py").write_text(
        "import os, sys, undersigned\nprint(hasattr(undersigned, 'marked'), 'MARK' in os.environ)\n"
        "undersigned.marked = os.environ['MARK'] = 'marked'\n"
    )
    for _ in range(2):
        assert in_fork("marking", cwd=tmp_path).stdout == "False False\n"


def test_only_what_the_process_can_be_is_forked(tmp_path: Path) -> None:
    site = with_own_package(small_site(tmp_path)).root
    build, check = ("mkdocs", "build", "--strict"), ("undersigned", "check")
    usual = dict(os.environ)
    assert may_fork(build, site, usual | {"TZ": "UTC", "HOME": "/"})
    assert may_fork(check, site, usual)
    assert not may_fork(("check_jsonschema",), site, usual)
    for name in ("PYTHONHASHSEED", "PYTHONPATH", "LC_ALL", "LANGUAGE"):
        assert not may_fork(check, site, usual | {name: "1"})
    assert not may_fork((*build, "-f", "other.yml"), site, usual)
    assert not may_fork(build, site / "gone", usual)
    file = site / "hooks/undersigned/git.py"
    file.write_text(file.read_text() + "\n")
    assert not may_fork(build, site, usual)
    assert may_fork(check, site, usual)  # which is of what is installed, whatever lies there
    file.unlink()
    assert not may_fork(build, site, usual)
    assert may_fork(build, REPOSITORY, usual)


def test_signals_of_the_terminal_are_for_the_command_alone(tmp_path: Path) -> None:
    (tmp_path / "stopped.py").write_text(
        "import os, signal\nos.kill(os.getppid(), signal.SIGINT)\n"
        "os.kill(os.getpid(), signal.SIGINT)\n"
    )
    assert in_fork("stopped", cwd=tmp_path).returncode == -signal.SIGINT
    assert in_fork("stopped", cwd=tmp_path).returncode == -signal.SIGINT


# What a program of a script learns and does, and whether it is of the process with the imports.
HANDED = """\
#!{python}
import os, signal, sys
print(sys.argv, sys.path[0], os.getcwd(), os.environ["NAME"], sys.stdin.readline(), file=sys.stderr)
print("undersigned.cli" in sys.modules, flush=True)
if sys.argv[1:] == ["ends"]:
    os.kill(os.getpid(), signal.SIGTERM)
sys.exit(len(sys.argv))
"""


def test_a_program_of_a_script_is_a_fork_where_a_new_python_is_no_other(tmp_path: Path) -> None:
    real = tmp_path / "real/asked"
    real.parent.mkdir()
    real.write_text(HANDED.format(python=sys.executable))
    real.chmod(0o755)
    install(tmp_path, real)

    def of(program: Path, script: str, **variables: str) -> tuple[int, str, str]:
        run = subprocess.run(
            ["bash", "-c", script],
            cwd=tmp_path,
            env={**os.environ, "NAME": "ø \udcff", "ASKED": str(program), **variables},
            input="one\ntwo\n",
            capture_output=True,
            text=True,
            errors="surrogateescape",
            check=False,
        )
        return run.returncode, run.stdout, run.stderr

    once = '"$ASKED" "ä *" ""'
    for script, code, forked, variables in (
        (once, 3, True, {}),
        (f"echo 1 > all; {once} >> all 2>&1; code=$?; cat all; exit $code", 3, True, {}),
        (f'{once} | {once} again; echo "${{PIPESTATUS[@]}}"', 0, True, {}),
        ("exec $ASKED ends", -signal.SIGTERM, True, {}),
        (once, 3, False, {"LC_ALL": "C"}),
        (once, 3, False, {"PYTHONPATH": "elsewhere"}),
    ):
        own = of(real, script, **variables)
        assert (own[0], "False" in own[1]) == (code, True), script
        handed = of(tmp_path / "asked", script, **variables)
        expected = (text.replace("False", str(forked)) for text in own[1:])
        assert handed == (code, *expected), script
    assert of(tmp_path / "asked", f"{once} 0<&-") == of(real, f"{once} 0<&-")  # which fails
