"""nginx and Apache themselves, which serve a folder on this machine for a test."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

# Debian has programs of administrators where others do not look.
_PATH = "/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin"
_MODULES = Path("/usr/lib/apache2/modules")
_LOADED = (
    "mpm_event", "authz_core", "alias", "autoindex", "dir", "headers", "mime", "negotiation",
    "rewrite", "setenvif",
)  # fmt: skip

# What is everywhere beside the part that is tried; all may be read, as servers do it as nobody.
_NGINX = """\
{user}
daemon off;
pid {work}/pid;
error_log {work}/log warn;
events {{}}
http {{
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path {work}/1; proxy_temp_path {work}/2; fastcgi_temp_path {work}/3;
  uwsgi_temp_path {work}/4; scgi_temp_path {work}/5;
  server {{ listen 127.0.0.1:{port}; root {site}; include {part}; }}
}}
"""
_APACHE = """\
ServerName localhost
Listen 127.0.0.1:{port}
User #65534
Group #65534
PidFile {work}/pid
ErrorLog {work}/log
DefaultRuntimeDir {work}
Mutex file:{work} default
{modules}
TypesConfig /etc/mime.types
Include /etc/apache2/mods-available/mime.conf
Include /etc/apache2/mods-available/autoindex.conf
<VirtualHost 127.0.0.1:{port}>
  DocumentRoot {site}
  <Directory {site}>
    Options Indexes FollowSymLinks
    Require all granted
  </Directory>
  Include {part}
</VirtualHost>
"""


class Answers:
    """The answers of a server on this machine, none of which is followed elsewhere."""

    def __init__(self, port: int) -> None:
        self.port = port

    def to(self, path: str) -> tuple[HTTPResponse, bytes]:
        """What is answered to a path, and the whole of it."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            connection.request("GET", path)
            response = connection.getresponse()
            return response, response.read()
        finally:
            connection.close()


@contextmanager
def serving(program: str, part: str, site: Path, work: Path) -> Iterator[Answers]:
    """Answers of nginx or apache2 with a part of a configuration; skips where it is not there."""
    found = shutil.which(program, path=_PATH)
    if found is None or (program == "apache2" and not _MODULES.is_dir()):
        pytest.skip(f"{program} is not on this machine")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (work / "part").write_text(part, encoding="utf-8")
    modules = "\n".join(f"LoadModule {each}_module {_MODULES}/mod_{each}.so" for each in _LOADED)
    text = (_NGINX if program == "nginx" else _APACHE).format(
        user="user nobody nogroup;" if os.geteuid() == 0 else "",
        work=work,
        port=port,
        site=site,
        part=work / "part",
        modules=modules,
    )
    (work / "conf").write_text(text, encoding="utf-8")
    options = (
        ["-c", "conf", "-p", str(work)] if program == "nginx" else ["-d", str(work), "-f", "conf"]
    )
    with _running(
        [found, *options, *(["-DFOREGROUND"] if program == "apache2" else [])], work, port
    ):
        yield Answers(port)


@contextmanager
def _running(command: Sequence[str], work: Path, port: int) -> Iterator[None]:
    with (work / "said").open("w") as said:
        process = subprocess.Popen(command, cwd=work, stdout=said, stderr=said)
    try:
        while not _listens(port):
            assert process.poll() is None, (work / "said").read_text()
            time.sleep(0.02)
        yield
        log = (work / "log").read_text()
        assert not [line for line in log.splitlines() if "[warn" in line or "[emerg" in line], log
    finally:
        process.terminate()
        process.wait(20)


def _listens(port: int) -> bool:
    with socket.socket() as asking:
        return asking.connect_ex(("127.0.0.1", port)) == 0
