"""Tabs that tests have one after the other, since a new one takes longer than most of them.

Each site is served at an address of its own, so that nothing a page keeps is there for the next.
"""

from typing import Any

from playwright.sync_api import Browser, Page


class Tabs:
    """One of each kind; whoever listens to a tab or changes more than its page opens another."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._kept: dict[str, Page] = {}

    def tab(self, **kind: Any) -> Page:
        """A tab of a kind, which is told as `Browser.new_page` wants it."""
        told = repr(sorted(kind.items()))
        if told not in self._kept:
            self._kept[told] = self._browser.new_page(**kind)
        return self._kept[told]
