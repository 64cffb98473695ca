"""A small web on this machine: many hosts behind one real server with TLS and one without."""

import gzip
import mimetypes
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import trustme
from undersigned.links.machines import is_public
from undersigned.links.network import Network
from undersigned.links.queues import Share

from tests.support.programs import needs

HOSTS = (
    "acme.example", "www.acme.example", "other.example", "slow.example", "coalition.example",
    "statement.example", "doi.org", "xn--mnchen-3ya.example", "web.archive.org", "flood.example",
    "*.flood.example",
)  # fmt: skip

Reply = Callable[[BaseHTTPRequestHandler], None]

# When requests are answered, by the clock of the web.
NOW = datetime(2026, 11, 26, 13, 11, tzinfo=UTC)
LONG_AGO = datetime(2001, 1, 1, tzinfo=UTC)


def reply(status: int, body: str | bytes = "", **headers: str) -> Reply:
    """An answer as servers give it; underscores in the names of headers stand for hyphens."""
    content = body.encode() if isinstance(body, str) else body
    sent = {"Content-Type": "text/html", "Content-Length": str(len(content))}
    sent |= {name.replace("_", "-"): value for name, value in headers.items()}

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in sent.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(content)

    return send


def moved(to: str, status: int = 301) -> Reply:
    """A redirect."""
    return reply(status, Location=to)


def bomb(mebibytes: int) -> Reply:
    """So much text, packed into a thousandth of it."""
    packed = gzip.compress(b"x" * (mebibytes * 1024 * 1024))
    return reply(200, packed, Content_Encoding="gzip")


def chunked(*chunks: bytes, ended: bool = True) -> Reply:
    """An answer whose length nobody says beforehand, with its end or broken off before it."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        sized = (b"%x\r\n%s\r\n" % (len(each), each) for each in chunks)
        head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
        handler.wfile.write(head + b"".join(sized) + (b"0\r\n\r\n" if ended else b""))

    return send


def raw(content: bytes) -> Reply:
    """Whatever bytes, in place of an answer."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(content)

    return send


def hanging(handler: BaseHTTPRequestHandler) -> None:
    """No answer for longer than a test waits that sets a limit."""
    time.sleep(3)


def dripping(handler: BaseHTTPRequestHandler) -> None:
    """One byte at a time, so that no single wait is long."""
    with suppress(OSError):
        for byte in b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 400:
            handler.wfile.write(bytes([byte]))
            time.sleep(0.05)


def endless(handler: BaseHTTPRequestHandler) -> None:
    """A page that goes on for as long as somebody reads it."""
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    with suppress(OSError):
        while True:
            handler.wfile.write(b"x" * 65536)
            handler.server.sent += 65536  # type: ignore[attr-defined]


@dataclass
class Web:
    """What is answered at which address, who was asked for what, and how many at a time.

    What has no reply is a file of one of the `folders`, by the beginnings of their addresses; else
    a page, or gone where the path is a well-known one (RFC 8615).
    """

    authority: trustme.CA
    replies: dict[str, Reply] = field(default_factory=dict)
    folders: dict[str, Path] = field(default_factory=dict)
    contexts: dict[str, ssl.SSLContext] = field(default_factory=dict)
    now: datetime = NOW
    machines: dict[str, list[str]] = field(default_factory=dict)
    unresolved: dict[str, threading.Event] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    at_once: dict[str, int] = field(default_factory=dict)
    most_at_once: dict[str, int] = field(default_factory=dict)
    looked_up: list[str] = field(default_factory=list)
    ports: dict[int, int] = field(default_factory=dict)
    trust: ssl.SSLContext = field(default_factory=lambda: ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
    lock: threading.Lock = field(default_factory=threading.Lock)
    server: Any = None

    def network(self, *, addresses: float = 20, minute: float = 90, **limits: float) -> Network:
        """The way there: this machine stands for all, and is allowed.

        However busy it is, it answers well within limits that no test has set by itself.
        """
        times = {"connecting": 20.0, "silent": 20.0, "whole": 40.0} | limits
        return Network(
            resolve=self.resolve,
            trust=self.trust,
            allowed=lambda number: number == "127.0.0.1" or is_public(number),
            connecting=times["connecting"],
            silent=times["silent"],
            whole=times["whole"],
            share=Share(int(addresses), minute),
            clock=lambda: self.now,
        )

    def certify(
        self,
        host: str,
        *names: str,
        by: trustme.CA | None = None,
        not_after: datetime | None = None,
    ) -> trustme.LeafCert:
        """Give a host a certificate of its own, by default one that holds.

        One for other `names` is somebody else's; of another authority than the web's it is not
        trusted; and one that is `not_after` a day in the past has expired.
        """
        before = LONG_AGO if not_after else None
        certificate = (by or self.authority).issue_cert(
            *(names or (host,)), not_before=before, not_after=not_after
        )
        self.contexts[host] = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate.configure_cert(self.contexts[host])
        return certificate

    def for_curl(self, folder: Path) -> dict[str, str]:
        """The environment in which curl, as anybody calls it, finds this web and trusts it."""
        needs("curl")
        self.authority.cert_pem.write_to_path(str(folder / "authority.pem"))
        (folder / ".curlrc").write_text(
            f'cacert = "{folder}/authority.pem"\nconnect-to = "::127.0.0.1:{self.ports[443]}"\n'
        )
        return {"CURL_HOME": str(folder)}

    def resolve(self, host: str, port: int) -> list[tuple[str, int]]:
        """Every host is this machine unless `machines` says otherwise.

        The look-up of one that is `unresolved` waits for its event.
        """
        self.looked_up.append(host)
        if host in self.unresolved:
            self.unresolved[host].wait()
        return [
            (number, self.ports.get(port, port))
            for number in self.machines.get(host, ["127.0.0.1"])
        ]

    def serve(self, handler: BaseHTTPRequestHandler, scheme: str) -> None:
        """Answer one request, and note it."""
        host = handler.headers["Host"]
        address = f"{scheme}://{host}{handler.path}"
        with self.lock:
            self.asked.append(address)
            self.agents.add(handler.headers["User-Agent"])
        (self.replies.get(address) or self._found(address))(handler)

    def _found(self, address: str) -> Reply:
        """The reply of an address that has none of its own."""
        for beginning, folder in self.folders.items():
            if address.startswith(beginning):
                file = folder / urlsplit(address[len(beginning) :]).path
                file = file / "index.html" if file.is_dir() else file
                kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
                is_there = file.is_file()
                return reply(200, file.read_bytes(), Content_Type=kind) if is_there else reply(404)
        return reply(404) if "/.well-known/" in address else reply(200, "A page")

    @contextmanager
    def counting(self, host: str) -> Iterator[None]:
        """Count how often a host is asked at once, until it replies; then the next may ask."""
        with self.lock:
            self.at_once[host] = self.at_once.get(host, 0) + 1
            self.most_at_once[host] = max(self.most_at_once.get(host, 0), self.at_once[host])
        try:
            yield
        finally:
            with self.lock:
                self.at_once[host] -= 1


@cache
def _certified() -> tuple[trustme.CA, trustme.LeafCert]:
    """Whom tests trust, made anew in each run."""
    authority = trustme.CA()
    return authority, authority.issue_cert(*HOSTS)


@contextmanager
def local_web() -> Iterator[Web]:
    """The small web, for as long as a test needs it."""
    authority, certificate = _certified()
    web = Web(authority)
    authority.configure_trust(web.trust)
    certified = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(certified)
    certified.sni_callback = _by_host(web)
    servers = []
    for scheme, port in (("http", 80), ("https", 443)):
        server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(web, scheme))
        server.sent = 0  # type: ignore[attr-defined]
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
        if scheme == "https":
            server.socket = certified.wrap_socket(
                server.socket, server_side=True, do_handshake_on_connect=False
            )
        web.ports[port], web.server = server.server_port, server
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        servers.append(server)
    try:
        yield web
    finally:
        for server in servers:
            server.daemon_threads = True
            server.block_on_close = False
            server.shutdown()
            server.server_close()


def _by_host(web: Web) -> Callable[[ssl.SSLObject, str | None, ssl.SSLContext], None]:
    """How the server takes the certificate of the host that is asked for, where it has its own."""

    def choose(connection: ssl.SSLObject, host: str | None, usual: ssl.SSLContext) -> None:
        connection.context = web.contexts.get(host or "", usual)

    return choose


def _handler(web: Web, scheme: str) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            web.serve(self, scheme)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing: the test says what matters."""

    return Handler
