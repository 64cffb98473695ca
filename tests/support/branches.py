"""Sites under git, on branches of their own."""

import subprocess

from .files import plant
from .sites import SmallSite


class Branch(SmallSite):
    """A site under git; what is committed goes to the branch that one is on."""

    def git(self, *arguments: str) -> str:
        """What git prints; the test fails where it fails."""
        command = ["git", "-c", "user.name=A", "-c", "user.email=a@b.example", *arguments]
        run = subprocess.run(command, cwd=self.root, check=True, capture_output=True, text=True)
        return run.stdout

    def begin(self, name: str) -> None:
        """A new branch off main."""
        self.git("switch", "--quiet", "--create", name, "main")

    def commit(self, files: dict[str, str] | None = None) -> None:
        """Everything as it stands, once these files are planted."""
        plant(self.root, files or {})
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "x")
