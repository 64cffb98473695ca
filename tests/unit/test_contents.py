"""Contents byte for byte, from real servers on this machine."""

import gzip
import hashlib
import os
import ssl
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from undersigned.links.answers import Answer
from undersigned.links.targets import Target

from tests.support.programs import needs
from tests.support.web import (
    LONG_AGO,
    NOW,
    Reply,
    Web,
    bomb,
    chunked,
    dripping,
    endless,
    local_web,
    moved,
    raw,
    reply,
)

ADDRESS = "https://acme.example/file.txt"
FILE = Target("https", "acme.example", 443, "/file.txt")
LARGEST = 1000


@pytest.fixture
def web() -> Iterator[Web]:
    with local_web() as web:
        yield web


def fetched(web: Web, answer: Reply, **limits: float) -> Answer:
    web.replies[ADDRESS] = answer
    return web.network(**limits).fetch(FILE, "a program", LARGEST)


def cut_off(handler: BaseHTTPRequestHandler) -> None:
    """A content without a stated length, that ends without a word of TLS."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n\r\nfirst line\n")
    handler.wfile.flush()
    os.close(handler.connection.detach())


@pytest.mark.parametrize(
    "content",
    [b"", b"a\r\nb\rc\n", b"\xef\xbb\xbfa", "Bjørn".encode("utf-16"), b"\x00\xff" * 500],
    ids=["nothing", "ends of lines", "byte order mark", "UTF-16", "as much as may be"],
)
@pytest.mark.parametrize("form", [lambda content: reply(200, content), chunked])
def test_the_bytes_are_those_that_were_sent(web: Web, content: bytes, form: object) -> None:
    sent = form(content) if content and callable(form) else reply(200, content)
    answer = fetched(web, sent)
    assert (answer.status, answer.failure, answer.content) == (200, "", content)


def test_what_a_server_says_of_kind_and_encoding_changes_no_byte(web: Web) -> None:
    content = "Bjørn".encode("latin-1")
    answer = fetched(web, reply(200, content, Content_Type="text/html; charset=utf-7"))
    assert answer.content == content


@pytest.mark.parametrize("form", [lambda content: reply(200, content), chunked])
def test_one_byte_too_many_is_none_at_all(web: Web, form: object) -> None:
    assert callable(form)
    answer = fetched(web, form(b"x" * (LARGEST + 1)))
    assert (answer.status, answer.content, answer.cut) == (200, None, True)


def test_an_endless_content_is_read_no_further_than_it_may_be_long(web: Web) -> None:
    answer = fetched(web, endless)
    assert (answer.content, answer.cut) == (None, True)
    assert web.server.sent < 16 * 1024 * 1024  # what waits between the two ends


def test_nothing_is_unpacked(web: Web) -> None:
    why = "is sent compressed, which was not asked for; serve it as it is"
    for packed in (bomb(64), reply(200, b"x", Content_Encoding="br")):
        answer = fetched(web, packed)
        assert (answer.content, answer.failure) == (None, why)
    # Bytes that happen to be packed are bytes like others.
    content = gzip.compress(b"x")
    assert fetched(web, reply(200, content)).content == content


@pytest.mark.parametrize(
    "broken_off",
    [
        reply(200, b"first line\n", Content_Length="500"),
        chunked(b"first line\n", ended=False),
        cut_off,
    ],
    ids=["shorter than stated", "without its last chunk", "without an end of TLS"],
)
def test_a_content_whose_end_is_missing_is_none(web: Web, broken_off: Reply) -> None:
    answer = fetched(web, broken_off)
    assert (answer.content, answer.failure) == (
        None,
        "is cut off before its end; try again later",
    )


@pytest.mark.parametrize("status", [201, 203, 204, 206, 301, 401, 403, 404, 410, 500])
def test_only_status_200_has_a_content(web: Web, status: int) -> None:
    answer = fetched(web, reply(status, b"" if status == 204 else b"endorse"))
    assert (answer.status, answer.content, answer.failure) == (status, None, "")


def test_a_redirect_is_handed_on_and_not_followed(web: Web) -> None:
    answer = fetched(web, moved("https://other.example/file.txt"))
    assert answer.location == "https://other.example/file.txt"
    assert web.asked == [ADDRESS]


def test_a_slow_server_has_its_time_and_no_more(web: Web) -> None:
    answer = fetched(web, dripping, whole=0.3)
    assert answer.failure == "took longer than 0.3 seconds; try again later"


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"HTTP/1.1 200 OK\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n",
    ],
    ids=["answers that announce another", "headers", "trailers", "one chunk"],
)
def test_what_goes_on_for_ever_ends_with_the_time_or_before(web: Web, head: bytes) -> None:
    more = b"X-More: yes\r\n" if head else b"HTTP/1.1 100 Continue\r\n\r\n"

    def go_on(handler: BaseHTTPRequestHandler) -> None:
        with suppress(OSError):
            handler.wfile.write(head)
            while True:
                handler.wfile.write(more * 1000)

    answer = fetched(web, go_on, whole=1)
    assert answer.content is None
    assert answer.failure or answer.cut


@pytest.mark.parametrize(
    "sent",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 900\r\n\r\nabc",
        b"HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nabc",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-3\r\nabc\r\n0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nabc",
        b"HTTP/1.1 999999 OK\r\n\r\nabc",
        b"HTTP/9.9 200 OK\r\n\r\nabc",
    ],
)
def test_an_answer_that_two_readers_take_for_two_things_is_none(web: Web, sent: bytes) -> None:
    answer = fetched(web, raw(sent))
    assert answer.content is None


def test_no_http_is_no_content(web: Web) -> None:
    answer = fetched(web, raw(b"SSH-2.0-OpenSSH_9.2\r\n"))
    assert answer.failure.startswith("does not speak as web servers do")


def test_the_time_of_an_answer_is_that_of_the_networks_clock(web: Web) -> None:
    assert fetched(web, reply(200)).at == NOW
    web.now = datetime(2027, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert fetched(web, reply(404)).at == web.now


def test_the_certificate_is_the_one_that_the_server_showed(web: Web, tmp_path: Path) -> None:
    shared = fetched(web, reply(200)).certificate
    own = web.certify("acme.example")
    answer = fetched(web, reply(200))
    pem = own.cert_chain_pems[0].bytes().decode()
    digest = hashlib.sha256(ssl.PEM_cert_to_DER_cert(pem)).hexdigest()
    assert answer.certificate is not None
    assert answer.certificate != shared
    assert answer.certificate.fingerprint == f"sha256:{digest}"
    (tmp_path / "own.pem").write_text(pem)
    assert f"issuer={answer.certificate.issuer}\n" == openssl(tmp_path / "own.pem")


def openssl(certificate: Path) -> str:
    """The issuer, as OpenSSL shows it."""
    needs("openssl")
    command = ["openssl", "x509", "-noout", "-issuer", "-nameopt", "RFC2253", "-in"]
    run = subprocess.run([*command, certificate], capture_output=True, text=True, check=True)
    return run.stdout


def test_a_certificate_that_does_not_hold_gives_no_content(web: Web) -> None:
    web.certify("acme.example", not_after=LONG_AGO.replace(year=2002))
    expired = fetched(web, reply(200, "endorse"))
    web.certify("acme.example", "other.example")
    elsewhere = fetched(web, reply(200, "endorse"))
    assert "certificate has expired" in expired.failure
    assert "not valid for 'acme.example'" in elsewhere.failure
    assert (expired.content, elsewhere.content, web.asked) == (None, None, [])


def test_curl_reads_the_same_bytes_with_no_option_at_all(web: Web, tmp_path: Path) -> None:
    web.certify("acme.example")
    content = b"a\r\n\x00\xff"
    assert fetched(web, chunked(content)).content == content
    run = subprocess.run(
        ["curl", "--silent", "--show-error", ADDRESS],
        env=web.for_curl(tmp_path), capture_output=True, check=True,
    )  # fmt: skip
    assert run.stdout == content


def test_the_web_serves_a_folder_as_hosts_do(web: Web, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/index.html").write_text("<p>Data")
    web.folders["https://acme.example/site/"] = tmp_path
    wanted = {"data/": 200, "data/index.html": 200, "none.txt": 404}
    network = web.network()
    for path, status in wanted.items():
        target = Target("https", "acme.example", 443, f"/site/{path}")
        answer = network.fetch(target, "a program", LARGEST)
        assert (answer.status, answer.content) == (status, b"<p>Data" if status == 200 else None)
