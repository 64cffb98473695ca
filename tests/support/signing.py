"""What a label on an issue starts, with real git and the scripts of the workflow as they are.

Only `gh` is another program, which notes what it is asked, since there is no GitHub here.
"""

import atexit
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from undersigned.issues.asked import CHECKED
from undersigned.paths import DEED_DROP_INS, DROP_INS

from .files import plant
from .handed import UNDERSIGNED, install
from .issues import FORM_FILES
from .prepared_process import at_begin
from .registers import BARE_SITE, entry_text
from .sites import REPOSITORY, SmallSite

GITHUB = REPOSITORY / ".github"

# Notes its arguments and the texts it is given, and answers from a file.
GH = """\
#!/usr/bin/env bash
set -euo pipefail
printf '%s\\n' "$*" >> "$GH_NOTES/calls"
for argument; do
  case $argument in body=@*) cp "${argument#body=@}" "$GH_NOTES/body.md" ;; esac
  [ "${before:-}" != --body-file ] || cp "$argument" "$GH_NOTES/body.md"
  before=$argument
done
[ "$1 $2" != 'pr list' ] || cat "$GH_NOTES/open" 2> /dev/null || true
"""


class Hosted(SmallSite):
    """A site in a clone, with the repository it came from beside it."""

    def git(self, *arguments: str) -> str:
        command = ["git", "-c", "user.name=A", "-c", "user.email=a@b.example", *arguments]
        run = subprocess.run(command, cwd=self.root, check=True, capture_output=True, text=True)
        return run.stdout

    def script(self, name: str, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
        path = f"{self.root.parent / 'bin'}:{Path(sys.executable).parent}:{os.environ['PATH']}"
        notes = str(self.root.parent / "notes")
        return subprocess.run(
            [str(GITHUB / "scripts" / name), *arguments],
            cwd=self.root,
            env={
                "PATH": path,
                "HOME": str(self.root.parent),
                "GH_NOTES": notes,
                **at_begin(os.environ),
                **env,
            },
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def read(self, event: str) -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
        """The first job: what it says, and its outputs."""
        above = self.root.parent
        (above / "event.json").write_text(event, encoding="utf-8")
        (above / "outputs").write_text("")
        run = self.script(
            "read-issue.sh",
            str(above / "event.json"),
            str(above / "endorsement"),
            BASE="origin/main",
            GITHUB_OUTPUT=str(above / "outputs"),
        )
        lines = (above / "outputs").read_text().splitlines()
        # The second job has a clone of its own.
        self.git("reset", "--quiet", "--hard", "origin/main")
        return run, dict(line.split("=", 1) for line in lines)

    def propose(self, **given: str) -> subprocess.CompletedProcess[str]:
        """The second job."""
        usual = {
            "OUTCOME": "made",
            "ENTRY": "signatories.d/beta-security.yml",
            "HOST": "",
            "NUMBER": "42",
            "LABEL": CHECKED,
            "BASE": "main",
            "GH_TOKEN": "secret",
        }
        folder = str(self.root.parent / "endorsement")
        return self.script("propose-entry.sh", folder, **(usual | given))

    def sign(self, event: str, **given: str) -> subprocess.CompletedProcess[str]:
        """Both, one after the other."""
        run, outputs = self.read(event)
        assert run.returncode == 0, run.stderr
        proposed = self.propose(
            OUTCOME=outputs["outcome"],
            ENTRY=outputs.get("path", ""),
            HOST=outputs.get("host", ""),
            **given,
        )
        self.git("switch", "--quiet", "main")
        return proposed

    def noted(self, name: str = "calls") -> str:
        place = self.root.parent / "notes" / name
        return place.read_text(encoding="utf-8") if place.exists() else ""

    def branches(self) -> list[str]:
        listed = self.git("ls-remote", "--heads", "origin")
        return [line.split("refs/heads/")[1] for line in listed.splitlines()]


def hosted_in(folder: Path, files: Mapping[str, str] = BARE_SITE) -> Hosted:
    """A site of these files with one signatory, in a clone in this folder."""
    shutil.copytree(_begun(tuple(files.items())), folder, symlinks=True, dirs_exist_ok=True)
    return Hosted(folder / "clone")


@cache
def _begun(files: tuple[tuple[str, str], ...]) -> Path:
    """The folder that is copied for each test: git takes longer to make one than a test does."""
    kept = TemporaryDirectory()
    atexit.register(kept.cleanup)
    folder = Path(kept.name)
    plant(folder / "clone", {**dict(files), **FORM_FILES})
    plant(folder / "clone", {f"{each}/README.md": "" for each in (DROP_INS, DEED_DROP_INS)})
    plant(folder / "clone", {"signatories.yml": entry_text("Acme")})
    plant(folder, {"bin/gh": GH, "notes/calls": ""})
    (folder / "bin/gh").chmod(0o755)
    install(folder / "bin", UNDERSIGNED)
    site = Hosted(folder / "clone")
    site.git("init", "--quiet", "--initial-branch", "main")
    site.git("add", "--all")
    site.git("commit", "--quiet", "--message", "Begin")
    site.git("init", "--quiet", "--bare", str(folder / "origin"))
    site.git("remote", "add", "origin", "../origin")
    site.git("push", "--quiet", "--set-upstream", "origin", "main")
    return folder
