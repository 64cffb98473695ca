"""Measure a build of the site against the same Markdown built by Material alone.

All are whole `mkdocs build` processes, run in turn so that a slow moment of the machine meets
all; the figure that counts is the ratio of their medians, without the PDF, which is given apart.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.peers import material_alone

REPOSITORY = Path(__file__).resolve().parent.parent
RUNS = 5
TARGET = 1.25


def without_pdf(root: Path) -> Path:
    """A copy of what the site is made of, which asks for no PDF."""
    ignored = shutil.ignore_patterns(".*", "site", "node_modules", "__pycache__")
    shutil.copytree(REPOSITORY, root, ignore=ignored, symlinks=True)
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("    pdf: true", "    pdf: false")
    settings.write_text(text, encoding="utf-8")
    return root


def seconds(root: Path, output: Path) -> float:
    """How long one build of the site under a folder takes, from start to end."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(output)]
    # Where nothing compiled is kept, each build would compile the package.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    subprocess.run(command, cwd=root, check=True, capture_output=True, env=environment)
    return time.perf_counter() - start


def main() -> None:
    """Print the medians and their ratios."""
    kept = Path(sys.prefix) / "undersigned"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plain = material_alone(folder / "alone")
        roots = {
            "first build": (site := without_pdf(folder / "site")),
            "this site": site,
            "with its PDF": REPOSITORY,
            "material alone": plain,
        }
        taken: dict[str, list[float]] = {label: [] for label in roots}
        for run in range(RUNS + 1):
            shutil.rmtree(kept, ignore_errors=True)
            for label, each in taken.items():
                spent = seconds(roots[label], folder / "out")
                if run:  # the first round only warms the machine's own caches
                    each.append(spent)
    medians = {label: statistics.median(each) for label, each in taken.items()}
    for label, median in medians.items():
        ratio = median / medians["material alone"]
        print(f"{label}: {median:.2f} s, {ratio:.2f} times material alone (median of {RUNS})")
    print(f"target: this site at most {TARGET} times; the first build compiles and formats too")


if __name__ == "__main__":
    main()
