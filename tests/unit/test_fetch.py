"""What signatories' servers say, fetched from real servers on this machine and judged."""

import hashlib
import math
import ssl
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from time import monotonic

import pytest
import trustme
from undersigned.proofs.endorsements_txt import (
    LARGEST,
    Action,
    EndorsementsFile,
    read_file,
    written,
)
from undersigned.proofs.hosts import host_key, shared_keys
from undersigned.proofs.judgement import Claim, Said, judged
from undersigned.verification.fetch import Fetched, Served, fetch_all

from tests.support.endorsing import address_of, endorses, new_key, serves
from tests.support.progress import Account
from tests.support.web import (
    LONG_AGO,
    Reply,
    Web,
    bomb,
    chunked,
    dripping,
    endless,
    hanging,
    local_web,
    moved,
    raw,
    reply,
)

HOST, TWIN = "acme.example", "www.acme.example"
WEBSITE = f"https://{HOST}/"
TEXT = "https://statement.example/text/2/"
FIRST_TEXT = "https://statement.example/text/1/"
DIGEST, FIRST_DIGEST, OTHER_DIGEST = ("2" * 64, "1" * 64, "f" * 64)
DAY = date(2026, 11, 26)
LINE = written(Action.ENDORSE, DIGEST, TEXT, DAY)


@pytest.fixture
def web() -> Iterator[Web]:
    with local_web() as web:
        yield web


def asked(web: Web, website: str = WEBSITE, **limits: float) -> Fetched:
    """What comes of one website."""
    run = fetch_all([website], web.network(**limits), "a program", math.inf)
    (fetched,) = run.found.values()
    assert not run.stopped
    assert (fetched.served is None) == bool(fetched.why)
    return fetched


def served(web: Web, website: str = WEBSITE) -> Served:
    fetched = asked(web, website)
    assert fetched.served, fetched.why
    return fetched.served


def said(text: bytes, name: str = "Acme", must_name: bool = False) -> Said:
    """What a file says of the signatory's endorsement of the second version."""
    file, why = read_file(text)
    assert file, why
    texts = {FIRST_TEXT: FIRST_DIGEST, TEXT: DIGEST}
    return judged(file, Claim(name, (), texts, TEXT, must_name), DAY).said


def judgement(web: Web, content: str | bytes) -> Said:
    """What the file says that a host serves."""
    endorses(web, HOST, content)
    return said(served(web).text)


def why(web: Web, answer: Reply, whole: float = 40) -> str:
    web.replies[address_of(HOST)] = answer
    fetched = asked(web, whole=whole)
    assert fetched.address == address_of(HOST)
    return fetched.why


def asked_hosts(web: Web) -> list[str]:
    return [each.split("/")[2] for each in web.asked]


# The cases of the specification.


def test_a_good_file_proves(web: Web) -> None:
    assert judgement(web, f"# We sign.\n{LINE}\n") is Said.ENDORSES


def test_a_wrong_digest_contradicts(web: Web) -> None:
    line = written(Action.ENDORSE, OTHER_DIGEST, TEXT, DAY)
    assert judgement(web, f"{line}\n{LINE}\n") is Said.CONTRADICTS


def test_an_older_version_proves_that_one_alone(web: Web) -> None:
    line = written(Action.ENDORSE, FIRST_DIGEST, FIRST_TEXT, date(2024, 1, 1))
    assert judgement(web, line) is Said.ANOTHER_VERSION


def test_an_endorsement_is_withdrawn(web: Web) -> None:
    before = written(Action.ENDORSE, DIGEST, TEXT, date(2026, 1, 1))
    assert judgement(web, f"{before}\n{written(Action.WITHDRAW, DIGEST, TEXT, DAY)}\n") is (
        Said.WITHDRAWN
    )


def test_a_redirect_to_another_host_proves_nothing(web: Web) -> None:
    other = address_of("other.example")
    endorses(web, "other.example", LINE)
    assert why(web, moved(other)) == (f"redirects to '{other}'; have it served at its own address")
    assert web.asked == [address_of(HOST)]


def test_a_subdomain_says_nothing_for_the_domain_nor_the_domain_for_it(web: Web) -> None:
    endorses(web, "blog.acme.example", LINE)
    assert asked(web).gone
    assert set(asked_hosts(web)) == {HOST, TWIN}
    endorses(web, HOST, LINE)
    web.certify("shop.acme.example")
    assert asked(web, "https://shop.acme.example/").gone


@pytest.mark.parametrize(
    "website",
    ["https://github.com/acme", "https://medium.com/@acme", "https://acme.example:8443/"],
)
def test_a_host_that_others_write_on_is_not_even_asked(web: Web, website: str) -> None:
    run = fetch_all([website], web.network(), "a program", math.inf)
    assert (run.found, web.asked, web.looked_up) == ({}, [], [])


def test_a_host_that_is_an_account_speaks_for_it(web: Web) -> None:
    endorses(web, "acme.github.io", LINE)
    endorses(web, "github.io", LINE)
    assert served(web, "https://acme.github.io/").host == "acme.github.io"
    web.replies.pop(address_of("acme.github.io"))
    assert asked(web, "https://acme.github.io/").gone
    assert "github.io" not in asked_hosts(web)


def test_so_many_bytes_are_read_and_not_one_more(web: Web) -> None:
    content = f"{LINE}\n".encode()
    content += b"#" * (LARGEST - len(content))
    assert judgement(web, content) is Said.ENDORSES
    endorses(web, HOST, content + b"#")
    assert asked(web).why == "has more than 65,536 bytes; keep it shorter"
    assert why(web, chunked(content, b"#")) == "has more than 65,536 bytes; keep it shorter"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_named_and_proves_nothing(web: Web, encoding: str) -> None:
    endorses(web, HOST, LINE.encode(encoding))
    assert asked(web).why.endswith("save it as UTF-8")


@pytest.mark.parametrize(
    "content",
    [
        f"# Us\r\n{LINE}\r\n".encode(),
        f"# Us\r{LINE}\r".encode(),
        b"\xef\xbb\xbf" + LINE.encode(),
        "".join(
            f"endorse 1 sha256:{number:064x} https://other.example/{number}/ 2026-01-02 Acme\n"
            for number in range(50)
        ).encode() + LINE.encode(),
    ],
    ids=["CRLF", "CR", "byte order mark", "50 lines of other statements"],
)  # fmt: skip
def test_forms_of_other_systems_and_other_statements_are_fine(web: Web, content: bytes) -> None:
    assert judgement(web, content) is Said.ENDORSES
    assert served(web).text == content


def test_an_expired_certificate_proves_nothing(web: Web) -> None:
    endorses(web, HOST, LINE)
    web.certify(HOST, not_after=LONG_AGO.replace(year=2002))
    assert "certificate has expired" in asked(web).why
    assert web.asked == []


def test_a_certificate_of_somebody_else_proves_nothing(web: Web) -> None:
    endorses(web, HOST, LINE)
    web.certify(HOST, TWIN)
    assert "certificate is not valid for 'acme.example'" in asked(web).why
    web.certify(HOST, by=trustme.CA())
    assert "certificate" in asked(web).why
    assert web.asked == []


def test_a_signature_is_kept_with_its_key(web: Web, tmp_path: Path) -> None:
    key = new_key(tmp_path)
    endorses(web, HOST, LINE, key)
    found = served(web)
    assert (found.signature, found.key) == (key.signed(LINE.encode()), key.public)
    assert found.key_print.startswith("SHA256:")
    assert said(found.text) is Said.ENDORSES


def test_a_signature_by_another_key_undoes_the_file_until_it_is_mended(
    web: Web, tmp_path: Path
) -> None:
    key, other = new_key(tmp_path), new_key(tmp_path, "other")
    content = LINE.encode()
    serves(web, HOST, {"": content, ".sig": other.signed(content), ".pub": key.public})
    assert asked(web).why.startswith("proves nothing: its endorsements.txt.sig is by the key SHA")
    endorses(web, HOST, LINE, key)
    assert said(served(web).text) is Said.ENDORSES


def test_a_key_that_changed_is_seen_by_its_fingerprint(web: Web, tmp_path: Path) -> None:
    prints = set[str]()
    for name in ("one", "two"):
        endorses(web, HOST, LINE, new_key(tmp_path, name))
        prints.add(served(web).key_print)
    endorses(web, HOST, LINE)
    assert served(web).key_print == ""
    assert len(prints) == 2


@pytest.mark.parametrize("status", [404, 410])
def test_a_file_is_gone_where_both_hosts_say_so(web: Web, status: int) -> None:
    endorses(web, HOST, LINE)
    assert said(served(web).text) is Said.ENDORSES
    web.replies = {address_of(each): reply(status) for each in (HOST, TWIN)}
    fetched = asked(web)
    assert fetched.gone
    assert fetched.why == (
        f"is not there: the server answers {status}; serve it there, or on {TWIN}"
    )


def test_of_two_signatories_on_one_host_each_is_proved_by_its_exact_name_alone(web: Web) -> None:
    assert shared_keys([("a", host_key(WEBSITE)), ("b", host_key(f"https://{TWIN}/b"))]) == {HOST}
    named = written(Action.ENDORSE, DIGEST, TEXT, DAY, "Acme Labs")
    endorses(web, HOST, named)
    assert said(served(web).text, "Acme Labs", must_name=True) is Said.ENDORSES
    assert said(served(web).text, "Acme", must_name=True) is Said.NAMES_OTHER
    endorses(web, HOST, LINE)
    assert said(served(web).text, "Acme", must_name=True) is Said.NAMES_NOBODY


# The exact host and its twin.


def test_the_exact_host_is_asked_first_and_its_twin_only_where_that_has_none(web: Web) -> None:
    endorses(web, HOST, LINE)
    endorses(web, TWIN, written(Action.WITHDRAW, DIGEST, TEXT, DAY))
    assert said(served(web).text) is Said.ENDORSES
    assert set(asked_hosts(web)) == {HOST}
    assert said(served(web, f"https://{TWIN}/").text) is Said.WITHDRAWN


@pytest.mark.parametrize(
    "nothing", [reply(404), reply(410), reply(200, "\n <!doctype html><p>Not found")]
)
def test_the_twin_speaks_where_the_exact_host_has_no_file(web: Web, nothing: Reply) -> None:
    web.replies[address_of(HOST)] = nothing
    endorses(web, TWIN, LINE)
    found = served(web)
    assert (found.host, found.address) == (HOST, address_of(TWIN))


def test_the_twin_speaks_where_the_exact_host_has_no_machine(web: Web) -> None:
    web.machines[HOST] = []
    endorses(web, TWIN, LINE)
    assert served(web).address == address_of(TWIN)
    web.replies.clear()
    fetched = asked(web)
    assert (fetched.gone, fetched.address) == (True, address_of(TWIN))
    web.machines[TWIN] = []
    assert not asked(web).gone


@pytest.mark.parametrize("status", [401, 403, 429, 500, 503])
def test_a_host_that_does_not_say_is_not_replaced_by_its_twin(web: Web, status: int) -> None:
    endorses(web, TWIN, LINE)
    assert f"the server answers {status}; " in why(web, reply(status, "endorse"))
    assert set(asked_hosts(web)) == {HOST}


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (reply(503), "cannot be had now: the server answers 503; try again later"),
        (reply(403), "is not shown to programs: the server answers 403; have it open to everybody"),
        (reply(200, Content_Length="9"), "is cut off before its end; try again later"),
        (bomb(1), "is sent compressed, which was not asked for; serve it as it is"),
    ],
)
def test_a_twin_that_does_not_say_leaves_open_whether_the_file_is_gone(
    web: Web, answer: Reply, reason: str
) -> None:
    web.replies[address_of(TWIN)] = answer
    fetched = asked(web)
    assert (fetched.gone, fetched.address) == (False, address_of(TWIN))
    assert fetched.why == reason


@pytest.mark.parametrize(
    "nothing", [reply(410), reply(200, "<p>Welcome"), moved("https://other.example/")]
)
def test_a_twin_that_has_none_in_any_way_leaves_it_gone(web: Web, nothing: Reply) -> None:
    web.replies[address_of(TWIN)] = nothing
    fetched = asked(web)
    assert (fetched.gone, fetched.address) == (True, address_of(HOST))


def test_a_twin_that_only_a_wildcard_answers_for_leaves_it_gone(web: Web) -> None:
    web.certify(TWIN, "*.example")
    fetched = asked(web)
    assert (fetched.gone, fetched.address) == (True, address_of(HOST))


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_to_the_same_path_of_the_twin_is_followed(web: Web, status: int) -> None:
    web.replies[address_of(HOST)] = moved(address_of(TWIN), status)
    endorses(web, TWIN, LINE)
    assert served(web).address == address_of(TWIN)


@pytest.mark.parametrize(
    "goal",
    [
        f"https://{TWIN}/",
        f"https://{TWIN}/endorsements.txt",
        f"{address_of(TWIN)}/",
        f"{address_of(TWIN)}?a",
        f"https://{TWIN}:8443/.well-known/endorsements.txt",
        f"https://{TWIN}/.well-known/Endorsements.txt",
        f"https://{HOST}/.well-known/other.txt",
        "https://acme.example.evil.example/.well-known/endorsements.txt",
        "/login?next=/.well-known/endorsements.txt",
    ],
)
def test_a_redirect_to_any_other_address_is_not_followed(web: Web, goal: str) -> None:
    web.replies[goal] = reply(200, LINE)
    assert why(web, moved(goal)).startswith("redirects to ")
    assert web.asked == [address_of(HOST)]


@pytest.mark.parametrize(
    ("goal", "reason"),
    [
        (f"http://{HOST}/.well-known/endorsements.txt", "does not begin with 'https://'"),
        ("https://127.0.0.1/.well-known/endorsements.txt", "names a machine by number"),
        ("https://metadata.internal/", "has a name that the public DNS does not know"),
        (f"https://user@{HOST}/.well-known/endorsements.txt", "holds a user name"),
    ],
)
def test_a_redirect_to_what_is_no_public_address_is_not_followed(
    web: Web, goal: str, reason: str
) -> None:
    expected = f"redirects to what {reason}; look at it in a browser"
    assert why(web, moved(goal)) == expected


def test_two_hosts_that_redirect_to_each_other_end(web: Web) -> None:
    web.replies |= {
        address_of(HOST): moved(address_of(TWIN)), address_of(TWIN): moved(address_of(HOST)),
    }  # fmt: skip
    assert asked(web).why == "redirects in a circle; look at it in a browser"


def test_a_twin_on_a_private_machine_is_not_asked(web: Web) -> None:
    web.machines[TWIN] = ["10.0.0.1"]
    reason = "leads to 10.0.0.1, which is no public machine; correct it"
    assert why(web, moved(address_of(TWIN))) == reason
    web.machines[HOST] = ["169.254.169.254"]
    assert "no public machine" in asked(web).why


def test_a_host_beyond_ascii_is_asked_by_its_name_in_ascii(web: Web) -> None:
    endorses(web, "xn--mnchen-3ya.example", LINE)
    for website in ("https://münchen.example/", "https://xn--mnchen-3ya.example/"):
        assert served(web, website).host == "xn--mnchen-3ya.example"
    assert set(asked_hosts(web)) == {"xn--mnchen-3ya.example"}


# Servers that mean ill, or are ill.


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (dripping, "took longer than 0.5 seconds; try again later"),
        (hanging, "took longer than 0.5 seconds; try again later"),
        (bomb(64), "is sent compressed, which was not asked for; serve it as it is"),
        (chunked(LINE.encode(), ended=False), "is cut off before its end; try again later"),
        (reply(200, LINE, Content_Length="900"), "is cut off before its end; try again later"),
        (
            reply(200, "<html><h1>Oops"),
            "is a page and not the file; serve the file itself",
        ),
        (
            reply(204),
            "is not served as a file: the server answers 204; look at it in a browser",
        ),
        (
            reply(206, LINE),
            "is not served as a file: the server answers 206; look at it in a browser",
        ),
        (
            reply(403),
            "is not shown to programs: the server answers 403; have it open to everybody",
        ),
    ],
)  # fmt: skip
def test_what_is_no_whole_file_proves_nothing(web: Web, answer: Reply, reason: str) -> None:
    seconds = 0.5 if answer in (dripping, hanging) else 40
    assert why(web, answer, whole=seconds) == reason


def test_an_endless_file_is_read_no_further_than_it_may_be_long(web: Web) -> None:
    assert why(web, endless) == "has more than 65,536 bytes; keep it shorter"
    assert web.server.sent < 16 * 1024 * 1024


def test_a_file_in_chunks_is_the_same_file(web: Web) -> None:
    web.replies[address_of(HOST)] = chunked(*(bytes([each]) for each in LINE.encode()))
    assert said(served(web).text) is Said.ENDORSES


def test_an_empty_file_is_one_that_says_nothing(web: Web) -> None:
    assert judgement(web, b"") is Said.NOTHING
    assert not asked(web).gone


def test_a_server_may_call_a_text_what_it_likes(web: Web) -> None:
    web.replies[address_of(HOST)] = reply(200, LINE, Content_Type="text/html; charset=utf-16")
    assert said(served(web).text) is Said.ENDORSES


def test_a_comment_may_hold_markup_and_a_page_may_hold_a_line(web: Web) -> None:
    assert judgement(web, f"# <html>\n{LINE}\n") is Said.ENDORSES
    endorses(web, HOST, f"<pre>\n{LINE}\n</pre>\n")
    assert asked(web).why == "is a page and not the file; serve the file itself"


# Signatures.


@pytest.mark.parametrize(
    "absent",
    [reply(404), reply(403), reply(200, "<p>Not found"), moved(f"https://{HOST}/")],
    ids=["missing", "refused", "a page", "elsewhere"],
)
def test_however_a_server_says_that_there_is_no_signature_there_is_none(
    web: Web, absent: Reply
) -> None:
    endorses(web, HOST, LINE)
    web.replies[f"{address_of(HOST)}.sig"] = absent
    found = served(web)
    assert (found.signature, found.key, found.record.key) == (None, None, "")


@pytest.mark.parametrize("status", [408, 429, 500, 503])
def test_whether_there_is_a_signature_must_be_known(web: Web, status: int) -> None:
    endorses(web, HOST, LINE)
    web.replies[f"{address_of(HOST)}.sig"] = reply(status)
    fetched = asked(web)
    assert fetched.why == (
        "proves nothing: its endorsements.txt.sig cannot be had now: the server answers "
        f"{status}; try again later"
    )
    assert not fetched.faulty


def test_half_of_a_signature_is_none_that_holds(web: Web, tmp_path: Path) -> None:
    key, content = new_key(tmp_path), LINE.encode()
    serves(web, HOST, {"": content, ".sig": key.signed(content)})
    assert asked(web).why == (
        "proves nothing: its endorsements.pub is not there: the server answers 404; serve it there"
    )
    signature = key.signed(content)
    half = signature[: len(signature) // 2]
    serves(web, HOST, {"": content, ".sig": half, ".pub": key.public})
    assert asked(web).why.startswith("proves nothing: its endorsements.txt.sig is no signature")
    # A key alone is no signature, and signs nothing.
    serves(web, HOST, {"": content, ".pub": key.public})
    assert (served(web).key, served(web).signature) == (None, None)


@pytest.mark.parametrize("end", [".sig", ".pub"])
def test_an_enormous_part_is_read_no_further_than_a_part_may_be_long(
    web: Web, tmp_path: Path, end: str
) -> None:
    key, content = new_key(tmp_path), LINE.encode()
    files = {"": content, ".sig": key.signed(content), ".pub": key.public}
    serves(web, HOST, files | {end: files[end] + b"\n" * 16 * 1024})
    assert asked(web).why.endswith(" has more than 16,384 bytes; keep it shorter")


def test_a_signature_for_another_use_or_another_text_undoes_the_file(
    web: Web, tmp_path: Path
) -> None:
    key, content = new_key(tmp_path), LINE.encode()
    for signature in (key.signed(content, "git"), key.signed(content + b"\n")):
        serves(web, HOST, {"": content, ".sig": signature, ".pub": key.public})
        assert asked(web).why.startswith("proves nothing: its endorsements.txt.sig ")


def test_a_fault_of_the_key_is_said_of_the_key(web: Web, tmp_path: Path) -> None:
    key, content = new_key(tmp_path), LINE.encode()
    serves(web, HOST, {"": content, ".sig": key.signed(content), ".pub": key.public * 2})
    assert asked(web).why.startswith("proves nothing: its endorsements.pub is not one public key")


def test_signature_and_key_come_from_the_host_of_the_text(web: Web, tmp_path: Path) -> None:
    key, other = new_key(tmp_path), new_key(tmp_path, "other")
    endorses(web, HOST, LINE, other)
    endorses(web, TWIN, f"{LINE}\n", key)
    web.replies[address_of(HOST)] = moved(address_of(TWIN))
    assert served(web).key == key.public


def test_what_cannot_be_read_is_not_asked_for_a_signature(web: Web) -> None:
    endorses(web, HOST, b"\xff")
    assert asked(web).why == "is not UTF-8; save it as UTF-8"
    assert web.asked == [address_of(HOST)]


# What is known of the server.


def test_the_record_says_what_was_asked_when_and_under_whose_certificate(web: Web) -> None:
    endorses(web, HOST, LINE)
    pem = web.certify(HOST).cert_chain_pems[0].bytes().decode()
    web.now = datetime(2026, 11, 26, 23, 59, 59, 999_999, tzinfo=UTC)
    record = served(web).record
    assert record.address == address_of(HOST)
    assert record.fetched == datetime(2026, 11, 26, 23, 59, 59, tzinfo=UTC)
    assert record.sha256 == hashlib.sha256(LINE.encode()).hexdigest()
    digest = hashlib.sha256(ssl.PEM_cert_to_DER_cert(pem)).hexdigest()
    assert record.certificate == f"sha256:{digest}"
    assert "O=trustme" in record.issuer
    assert (served(web).day, served(web).until) == (DAY, date(2026, 11, 27))


# Runs of many.


def test_each_host_is_asked_once_and_by_the_first_of_its_websites(web: Web) -> None:
    endorses(web, HOST, LINE)
    endorses(web, TWIN, LINE)
    websites = [f"https://{TWIN}/en/", WEBSITE, WEBSITE, "https://github.com/acme", ""]
    run = fetch_all(websites, web.network(), "undersigned/0", math.inf)
    assert run.found.keys() == {HOST}
    assert set(asked_hosts(web)) == {TWIN}
    assert web.agents == {"undersigned/0"}


def test_a_host_that_is_ill_spoils_no_other(web: Web, tmp_path: Path) -> None:
    key = new_key(tmp_path)
    good = [f"a{number}.flood.example" for number in range(30)]
    for host in good:
        endorses(web, host, f"# {host}\n{LINE}", key)
    web.replies[address_of(HOST)] = raw(b"SSH-2.0-OpenSSH_9.2\r\n")
    web.machines["other.example"] = ["10.0.0.1"]
    websites = [f"https://{each}/" for each in (HOST, "other.example", *good)]
    run = fetch_all(websites, web.network(), "a program", math.inf)
    assert run.found.keys() == {HOST, "other.example", *good}
    for host in good:
        found = run.found[host].served
        assert found
        assert found.text.startswith(f"# {host}\n".encode())


def test_what_comes_after_is_asked_before_other_hosts_so_that_one_is_done_at_a_time(
    web: Web, tmp_path: Path
) -> None:
    hosts = [f"a{number}.flood.example" for number in range(10)]
    key = new_key(tmp_path)
    for host in hosts:
        endorses(web, host, LINE, key)
    fetch_all([f"https://{each}/" for each in hosts], web.network(), "a program", math.inf)
    assert asked_hosts(web) == [host for host in hosts for _ in range(3)]


def test_what_a_run_has_no_time_for_is_not_said_to_be_anything(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    endorses(web, HOST, LINE)
    run = fetch_all([WEBSITE, "https://other.example/"], web.network(), "a program", monotonic())
    assert (run.found, run.stopped) == ({}, False)
    web.replies[address_of("other.example")] = hanging
    clock = Clock()
    monkeypatch.setattr("undersigned.links.redirects.monotonic", clock.seconds)
    websites = [WEBSITE, "https://other.example/"]
    run = fetch_all(websites, web.network(), "a program", clock.seconds() + 600, clock)
    assert (set(run.found), run.stopped) == ({HOST}, False)


def test_an_interrupt_leaves_what_was_asked_to_the_end_and_nothing_by_half(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    hosts = [f"a{number}.flood.example" for number in range(4)]
    for host in hosts:
        endorses(web, host, f"# {host}")

    def interrupted(text: bytes) -> tuple[EndorsementsFile | None, str]:
        if hosts[2].encode() in text:
            raise KeyboardInterrupt
        return read_file(text)

    monkeypatch.setattr("undersigned.verification.fetch.read_file", interrupted)
    websites = [f"https://{each}/" for each in hosts]
    run = fetch_all(websites, web.network(), "a program", math.inf)
    assert (list(run.found), run.stopped) == (hosts[:2], True)


def test_progress_counts_each_host_once_whatever_it_takes(web: Web, tmp_path: Path) -> None:
    endorses(web, HOST, LINE, new_key(tmp_path))
    web.replies[address_of("other.example")] = reply(404)
    account = Account()
    websites = [WEBSITE, "https://other.example/", "https://github.com/acme"]
    fetch_all(websites, web.network(), "a program", math.inf, account)
    assert (account.totals, account.counts, account.open) == ([2], [2], False)
    assert account.named[0] == HOST


class Clock(Account):
    """The time, which leaps once one step is done."""

    def seconds(self) -> float:
        return monotonic() + 1000 * sum(self.counts)
