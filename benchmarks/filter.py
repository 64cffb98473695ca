"""Measure how soon the filter of a long register answers a keystroke, in this machine's Chromium.

Each keystroke is timed until the page with its answer has been laid out. What the filter has to do
for one is counted by a test; how long that takes is up to the machine.
"""

import os
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from benchmarks.register import build, entries, planted
from tests.support.served import served

SIZE = 10_000
MILLISECONDS = 50
TYPED = "an research cloud ac"

TYPING = """(text) => {
  const field = document.querySelector("#filter_text");
  const list = document.querySelector(".undersigned-results");
  return [...text].map((_, length) => {
    field.value = text.slice(0, length + 1);
    const start = performance.now();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    list.getBoundingClientRect();
    return performance.now() - start;
  });
}"""


def keystrokes(address: str, chromium: str) -> list[float]:
    """The milliseconds that each sign of a text takes."""
    arguments = ["--no-sandbox"] if os.getuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        page = browser.new_page()
        page.goto(f"{address}signatories/")
        page.get_by_label("Name, affiliation or website").fill("x")
        expect(page.locator(".undersigned-filter output")).to_contain_text(f"of {SIZE:,} match")
        times: list[float] = page.evaluate(TYPING, TYPED)
        browser.close()
    return times


def main() -> None:
    """Print the median of twenty keystrokes."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("no Chromium found")
    with tempfile.TemporaryDirectory() as name:
        root = planted(Path(name), entries(SIZE))
        build(root)
        with served(root / "site") as address:
            times = keystrokes(address, chromium)
    median, target = statistics.median(times), f"target at most {MILLISECONDS}"
    print(f"a keystroke among {SIZE:,} entries: {median:.0f} ms ({target})")


if __name__ == "__main__":
    main()
