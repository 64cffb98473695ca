"""A tab of a browser that hears what is refused of a page, and goes through all pages of a site."""

from pathlib import Path

from playwright.sync_api import BrowserContext, ConsoleMessage

HEARD = """
addEventListener("securitypolicyviolation", (event) => console.error(
    `violation: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));
"""


class Listening:
    """A tab, and everything that its console complained of."""

    def __init__(self, context: BrowserContext) -> None:
        self.complaints: list[str] = []
        self.page = context.new_page()
        self.page.add_init_script(HEARD)
        self.page.on("pageerror", lambda error: self.complaints.append(f"{self.page.url}: {error}"))
        self.page.on("console", self.hear)

    def hear(self, said: ConsoleMessage) -> None:
        """Note what is worse than a word in passing.

        A drawing opened by itself names no icon, and the browser asks for one at its own place.
        """
        source = said.location["url"]
        if said.type in ("error", "warning") and not source.endswith("/favicon.ico"):
            self.complaints.append(f"{self.page.url}: {source}: {said.text}")


def visited(tab: Listening, address: str, site: Path) -> int:
    """Open each page and drawing of a site under the policy of its host; how many there are."""
    paths = sorted([*site.rglob("*.html"), *site.rglob("*.svg")])
    for path in paths:
        answer = tab.page.goto(address + path.relative_to(site).as_posix(), wait_until="load")
        assert answer is not None
        assert answer.headers["content-security-policy"].startswith("default-src 'none';")
    return len(paths)
