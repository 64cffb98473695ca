"""Branches that `undersigned review` tells of, and what it says of them."""

import re
from datetime import timedelta
from pathlib import Path

from undersigned.changes.review import review_since
from undersigned.changes.summary import LARGEST, summary_text
from undersigned.register.rules.context import latest_today

from .branches import Branch
from .files import plant
from .registers import BARE_SITE, entry_text

REGISTER = "\n".join([entry_text("Acme"), entry_text("Beta Systems")])
LOUD = "> [!CAUTION]\n> **Look closely: this touches "

# CommonMark 0.31, section 6.1: a span ends at as many backticks as it began with.
CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")

# A day that is not long before an entry is added, whichever day it is.
RECENT = str(latest_today() - timedelta(days=30))


def recent(text: str) -> str:
    """An entry that was signed lately."""
    return text.replace("2024-05-06", RECENT)


class Reviewed(Branch):
    """A branch that `undersigned review` tells of."""

    def review(self, *arguments: str) -> str:
        """What it prints; the test fails where it fails."""
        run = self.run("undersigned", "review", *arguments)
        assert (run.returncode, run.stderr) == (0, "")
        return run.stdout

    def edit(self, old: str, new: str, path: str = "signatories.yml") -> None:
        """Replace a text in a file by another, and commit."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text
        self.commit({path: text.replace(old, new, 1)})

    def on_main(self, files: dict[str, str], name: str = "next") -> None:
        """Commit these files to main, and begin a new branch there."""
        self.git("switch", "--quiet", "main")
        self.commit(files)
        self.begin(name)


def reviewed(folder: Path) -> Reviewed:
    """A small site of two signatories, on a branch off main."""
    plant(folder, BARE_SITE | {"signatories.yml": REGISTER})
    site = Reviewed(folder)
    site.git("init", "--quiet", "--initial-branch", "main")
    site.commit()
    site.begin("mine")
    return site


def part(review: str, title: str) -> str:
    """What stands under a heading."""
    return review.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def told(branch: Reviewed, base: str = "main") -> str:
    """The summary, made in this process; hostile text in it is code, and on one line."""
    review = summary_text(review_since(branch.root, base))
    assert len(review) <= LARGEST + 1
    for line in review.splitlines():
        assert line.isprintable()
        left = CODE_SPAN.sub("", line.removeprefix("> [!CAUTION]"))
        assert not re.search(r"[@`\[\]&\\]|https?:|<", left), line
    return review


def opening(review: str) -> list[str]:
    """The cautions at the top."""
    return re.findall(r"^> - (.*)", review.partition("\n## ")[0], re.MULTILINE)
