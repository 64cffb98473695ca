"""A folder behind a real HTTP server on this machine."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

Headers = Callable[[str], Mapping[str, str]]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: the test says what matters."""


class _Hosted(_Quiet):
    """As the host answers: with the headers of each path, and with 404.html where there is none."""

    def __init__(self, *args: object, headers_of: Headers, **kwargs: object) -> None:
        self.headers_of = headers_of
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    def end_headers(self) -> None:
        """Add what the host adds."""
        for name, value in self.headers_of(urlsplit(self.path).path).items():
            self.send_header(name, value)
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Show the page of the site that stands for those that there are not."""
        page = Path(self.directory, "404.html").read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        if self.command != "HEAD" and code == HTTPStatus.NOT_FOUND:
            self.wfile.write(page)


@contextmanager
def served(folder: Path, headers_of: Headers | None = None) -> Iterator[str]:
    """The address at which the folder is served meanwhile; with headers, as its host would."""
    handler = partial(_Hosted, headers_of=headers_of) if headers_of else _Quiet
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    # Asks often whether it is to end, for it ends after each test.
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
