"""Every host but that of a site, as one server on this machine that must not be asked."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page

# A host of nobody's (RFC 2606): hostile pages lead there.
OTHER = "http://other.example"


@dataclass
class Elsewhere:
    """What was asked of any other host: the method and the address, then the referrer if any.

    A browser that takes it for its proxy reaches no host but by it, and names each: even of an
    encrypted connection that is only made ready.
    """

    address: str
    asked: list[str] = field(default_factory=list)

    def context(self, browser: Browser, site: str, **kind: Any) -> BrowserContext:
        """A context in which the site is asked directly, and every other host here."""
        proxy = {"server": self.address, "bypass": urlsplit(site).netloc}
        return browser.new_context(proxy=proxy, **kind)  # type: ignore[arg-type]


@contextmanager
def elsewhere() -> Iterator[Elsewhere]:
    """All other hosts, for as long as a test needs them."""
    hosts = Elsewhere("")
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(hosts.asked))
    hosts.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield hosts
    finally:
        server.shutdown()
        server.server_close()


def asking(page: Page, site: str) -> list[str]:
    """The addresses outside the site that a page asks for from now on, as the browser says.

    Those that a policy refuses are among them: they were asked for, and nobody heard it.
    """
    found: list[str] = []
    page.on(
        "request",
        lambda asked: (
            None if asked.url.startswith((site, "data:", "blob:")) else found.append(asked.url)
        ),
    )
    return found


def _handler(asked: list[str]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            referrer = self.headers.get("Referer")
            if not self.path.endswith("/favicon.ico"):
                asked.append(f"GET {self.path}" + (f" from {referrer}" if referrer else ""))
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<!doctype html><title>Elsewhere</title><p>Elsewhere")

        def do_CONNECT(self) -> None:
            asked.append(f"CONNECT {self.path}")
            self.send_error(502)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing: the test says what matters."""

    return Handler
