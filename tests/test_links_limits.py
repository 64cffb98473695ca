"""`undersigned links` against servers that mean ill: every run ends, with a report."""

import gzip
import json
import re
import threading
import tracemalloc
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from click.testing import CliRunner, Result
from undersigned.cli import main
from undersigned.links import network
from undersigned.links.answers import Answer
from undersigned.links.reports import NAMED
from urllib3.response import BaseHTTPResponse

from tests.support.files import plant
from tests.support.registers import BARE_SITE
from tests.support.sites import REPOSITORY
from tests.support.web import Reply, Web, local_web, moved, reply

MKDOCS = """\
site_name: Any
site_url: https://statement.example/
extra:
  statement:
    title: The Title
"""
FLOOD = "https://flood.example"
LATER = "a later run asks it"


@pytest.fixture
def web() -> Iterator[Web]:
    with local_web() as web:
        yield web


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    plant(tmp_path, BARE_SITE | {"mkdocs.yml": MKDOCS, "signatories.yml": ""})
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def released() -> Iterator[threading.Event]:
    """What one who would never answer waits for: it comes when the test is over."""
    event = threading.Event()
    yield event
    event.set()


def silent(released: threading.Event) -> Reply:
    """No answer while the test lasts."""

    def wait(_: BaseHTTPRequestHandler) -> None:
        released.wait()

    return wait


def run(web: Web, *arguments: str, **limits: float) -> Result:
    command = ["links", "--report", "found.json", *arguments]
    return CliRunner().invoke(main, command, obj=web.network(**limits), catch_exceptions=False)


def verdicts(site: Path) -> dict[str, tuple[str, str]]:
    """The verdict and the reason of each address, by the report of the last run."""
    found = json.loads((site / "found.json").read_text(encoding="utf-8"))["addresses"]
    return {each["address"]: (each["verdict"], each["reason"] or "") for each in found}


def left(site: Path) -> set[str]:
    return {address for address, (verdict, _) in verdicts(site).items() if verdict == "not asked"}


def link_to(site: Path, *addresses: str) -> None:
    (site / "docs/page.md").write_text("".join(f"[link]({each})\n" for each in addresses))


def on(web: Web, *domains: str) -> list[str]:
    """What was asked on the domains and the names under them."""
    hosts = {each: urlsplit(each).hostname or "" for each in web.asked}
    return [
        each
        for each, host in hosts.items()
        if f".{host}".endswith(tuple(map(".{}".format, domains)))
    ]


def test_of_a_flood_of_addresses_a_run_asks_twenty_and_names_the_rest(web: Web, site: Path) -> None:
    flood = [f"{FLOOD}/{number}" for number in range(5000)]
    link_to(site, *flood, "https://acme.example/one")
    result = run(web)
    assert result.exit_code == 0
    assert len(on(web, "flood.example")) == len(set(web.asked)) - 1 == 20
    assert verdicts(site)["https://acme.example/one"] == ("fine", "")
    assert left(site) == set(flood) - set(web.asked)
    assert result.stdout.endswith(
        f"{NAMED} notes\nasked 21 addresses on 2 hosts; 4,980 not asked in this run, "
        f"of which {NAMED} are named here and all in the file of --report\n"
    )
    why = f"is not asked in this run: 20 others of its domain are; {LATER}\n"
    first = next(each for each in flood if each in left(site))
    assert f"docs/page.md:{flood.index(first) + 1}:8: note: link '{first}' {why}" in result.stdout
    assert result.stdout.count(why) == NAMED


def test_names_without_number_under_one_domain_are_one_flood(web: Web, site: Path) -> None:
    link_to(site, *(f"https://a{number}.flood.example/" for number in range(60)))
    run(web)
    assert len(web.asked) == 20


def test_the_weeks_ask_for_all_and_a_years_end_leaves_nothing_out(web: Web, site: Path) -> None:
    flood = [f"{FLOOD}/{number}" for number in range(90)]
    link_to(site, *flood)
    for week in ("2026-W51", "2026-W52", "2026-W53", "2027-W01", "2027-W02"):
        assert run(web, "--week", week).exit_code == 0
    assert set(web.asked) == set(flood)


@pytest.mark.parametrize(
    "week", ["2026-W54", "2027-W53", "2026", "W48", "2026-W00", "0000-W01", "x"]
)
def test_a_week_that_there_is_not_is_refused(web: Web, site: Path, week: str) -> None:
    result = run(web, "--week", week)
    assert (result.exit_code, web.asked) == (2, [])
    assert f"{week} is no week; write it as 2026-W48" in result.stderr


def test_a_domain_that_is_slow_has_its_minute_and_delays_no_other(
    web: Web, site: Path, released: threading.Event
) -> None:
    flood = [f"{FLOOD}/{number}" for number in range(10)]
    web.replies |= dict.fromkeys(flood, silent(released))
    others = [f"https://acme.example/{number}" for number in range(5)]
    link_to(site, *flood, *others)
    assert run(web, minute=2).exit_code == 0
    assert {verdicts(site)[each] for each in others} == {("fine", "")}
    why = f"is not asked in this run: flood.example had its 2 seconds; {LATER}"
    assert {verdicts(site)[each] for each in flood} == {("not asked", why)}
    assert len(on(web, "flood.example")) == 1


def test_the_time_of_a_run_ends_it_with_a_report_whoever_is_silent(
    web: Web, site: Path, released: threading.Event
) -> None:
    hosts = ("acme.example", "other.example", "slow.example", "flood.example")
    pages = [f"https://{host}/{number}" for host in hosts for number in range(3)]
    web.replies |= dict.fromkeys(pages, silent(released))
    link_to(site, *pages)
    result = run(web, "--minutes", "0.01")
    why = f"is not asked in this run: the run had to end; {LATER}"
    assert (result.exit_code, result.stderr) == (0, "")
    assert {verdicts(site)[each] for each in pages} == {("not asked", why)}
    assert result.stdout.endswith("asked 0 addresses on 0 hosts; 12 not asked in this run\n")


def test_what_was_found_before_the_time_ended_is_reported_as_ever(
    web: Web, site: Path, released: threading.Event
) -> None:
    web.replies["https://acme.example/gone"] = reply(404)
    web.replies["https://slow.example/"] = silent(released)
    link_to(site, "https://acme.example/gone", "https://slow.example/")
    result = run(web, "--minutes", "0.05")
    assert result.exit_code == 1
    assert "'https://acme.example/gone' is gone" in result.stdout
    assert left(site) == {"https://slow.example/"}


def test_a_resolver_that_is_silent_ends_within_the_limits(
    web: Web, site: Path, released: threading.Event
) -> None:
    web.unresolved["slow.example"] = released
    link_to(site, "https://slow.example/", "https://acme.example/")
    run(web, connecting=0.4)
    reason = "has a name that cannot be looked up now; try again later"
    assert verdicts(site)["https://slow.example/"] == ("doubtful", reason)
    run(web, "--minutes", "0.01")
    assert "https://slow.example/" in left(site)


def test_a_redirect_counts_for_the_domain_that_it_leads_to(web: Web, site: Path) -> None:
    farm = [f"http://a{number}.example/" for number in range(60)]
    web.replies |= {each: moved(f"{FLOOD}/{number}") for number, each in enumerate(farm)}
    link_to(site, *farm)
    run(web)
    assert len(on(web, "flood.example")) == 20
    assert len(left(site)) == 40
    reason = next(reason for verdict, reason in verdicts(site).values() if verdict == "not asked")
    assert reason.startswith(f"leads to {FLOOD}/")
    assert reason.endswith(
        f", which is not asked in this run: 20 addresses of flood.example were; {LATER}"
    )


def test_redirects_from_elsewhere_take_no_more_than_half_of_a_domains_share(
    web: Web, site: Path
) -> None:
    farm = [f"http://a{number}.example/" for number in range(60)]
    web.replies |= {each: moved(f"{FLOOD}/sent/{number}") for number, each in enumerate(farm)}
    own = [f"{FLOOD}/own/{number}" for number in range(20)]
    link_to(site, *farm, *own)
    run(web)
    asked = Counter(each.split("/")[3] for each in on(web, "flood.example"))
    assert asked.total() == 20
    assert asked["own"] >= 10


def test_what_takes_two_requests_each_has_its_turn_too(web: Web, site: Path) -> None:
    plain = [f"http://flood.example/{number}" for number in range(20)]
    web.replies |= {each: moved(f"https{each[4:]}") for each in plain}
    link_to(site, *plain)
    answered: set[str] = set()
    for week in range(1, 9):
        web.asked.clear()
        run(web, "--week", f"2027-W{week:02}")
        assert len(web.asked) == 20
        answered |= set(plain) - left(site)
    assert answered == set(plain)


def test_two_hosts_that_send_to_each_other_are_left_after_ten_redirects(
    web: Web, site: Path
) -> None:
    hosts = ("acme.example", "other.example")
    for number in range(40):
        here, there = hosts[number % 2], hosts[1 - number % 2]
        web.replies[f"https://{here}/{number}"] = moved(f"https://{there}/{number + 1}", 307)
    link_to(site, "https://acme.example/0")
    run(web)
    assert verdicts(site)["https://acme.example/0"][1].startswith("redirects more than 10 times")
    assert len(web.asked) == 11


@pytest.mark.parametrize("status", [429, 503, 301])
@pytest.mark.parametrize(
    "when", ["999999999", "0", "Fri, 31 Dec 9999 23:59:59 GMT", "-1", "x" * 60_000]
)
def test_nobody_is_waited_for_who_says_when_to_ask_again(
    web: Web, site: Path, status: int, when: str
) -> None:
    web.replies["https://acme.example/"] = reply(
        status, Retry_After=when, Refresh=f"{when}; url=/x"
    )
    link_to(site, "https://acme.example/")
    assert run(web).exit_code == 0
    assert web.asked == ["https://acme.example/"]
    assert verdicts(site)["https://acme.example/"][0] == "doubtful"


def sent(head: bytes, again: bytes = b"") -> Reply:
    """A beginning, and then the same again without end."""

    def send(handler: BaseHTTPRequestHandler) -> None:
        with suppress(OSError):
            handler.wfile.write(head)
            while again:
                handler.wfile.write(again)

    return send


OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
ENDLESS = {
    "headers": sent(OK, b"X: " + b"x" * 60_000 + b"\r\n"),
    "a header": sent(OK + b"X: ", b"x" * 65536),
    "a status": sent(b"HTTP/1.1 ", b"2" * 65536),
    "informational answers": sent(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 999),
    "early hints": sent(b"", b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" * 999),
    "the size of a chunk": sent(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"0" * 65536),
    "the extension of a chunk": sent(OK + b"Transfer-Encoding: chunked\r\n\r\n1;", b"x" * 65536),
    "trailers": sent(OK + b"Transfer-Encoding: chunked\r\n\r\n0\r\n", b"X: y\r\n" * 9999),
    "empty members of gzip": sent(OK + b"Content-Encoding: gzip\r\n\r\n", gzip.compress(b"") * 999),
    "empty blocks of gzip": sent(
        OK + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"")[:10],
        b"\x00\x00\x00\xff\xff" * 9999,
    ),
    "nothing after the handshake": sent(b""),
}


@pytest.mark.parametrize("what", ENDLESS)
def test_what_has_no_end_ends_with_its_time_and_fills_no_memory(
    web: Web, site: Path, what: str
) -> None:
    (site / "signatories.yml").write_text(
        "- name: A\n  evidence: https://acme.example/\n  website: https://other.example/\n"
    )
    web.replies["https://acme.example/"] = ENDLESS[what]
    tracemalloc.start()
    run(web, whole=2)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert verdicts(site)["https://acme.example/"][0] in ("doubtful", "cannot be told")
    assert verdicts(site)["https://other.example/"] == ("fine", "")
    assert peak < 40 * 1024 * 1024


def test_of_pages_no_more_is_kept_than_whether_they_mention_the_statement(
    web: Web, site: Path
) -> None:
    pages = [f"https://a{number}.flood.example/" for number in range(20)]
    big = reply(200, b"The title. " + b"x" * 2_000_000)
    web.replies |= dict.fromkeys(pages, big)
    entries = (f"- name: A{number}\n  evidence: {each}\n" for number, each in enumerate(pages))
    (site / "signatories.yml").write_text("".join(entries))
    tracemalloc.start()
    run(web)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert {verdict for verdict, _ in verdicts(site).values()} == {"fine"}
    assert peak < 30 * 1024 * 1024


def test_what_nobody_foresaw_fails_for_one_address_alone(
    web: Web, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(response: BaseHTTPResponse, *_: bool) -> Answer:
        if response.status == 200:
            raise RecursionError
        return Answer(response.status)

    monkeypatch.setattr(network, "answer_of", fails)
    web.replies["https://other.example/"] = reply(404)
    link_to(site, "https://acme.example/", "https://other.example/")
    assert run(web).exit_code == 1
    found = verdicts(site)
    assert found["https://acme.example/"][0] == "doubtful"
    assert "fail, which is a fault of its own (RecursionError)" in found["https://acme.example/"][1]
    assert found["https://other.example/"][0] == "gone"


def test_a_source_that_is_gone_while_its_copy_is_not_in_turn_is_a_warning(
    web: Web, site: Path
) -> None:
    papers = [f"http://a{number}.example/" for number in range(40)]
    copies = {each: f"https://web.archive.org/web/2024/{each}" for each in papers}
    web.replies |= dict.fromkeys(papers, reply(404))
    (site / "references.bib").write_text(
        "".join(
            f"@misc{{a{number}, url = {{{each}}}, archiveurl = {{{copies[each]}}}}}\n"
            for number, each in enumerate(papers)
        )
    )
    result = run(web)
    assert (result.exit_code, len(left(site))) == (0, 20)
    words = f"is gone: the server answers 404; {LATER.replace('it', 'for its archived copy')}"
    assert result.stdout.count(f"{words}, which is not asked in this one\n") == 20


def test_mending_ends_with_the_time_too_and_keeps_what_was_not_compared(
    web: Web, site: Path, released: threading.Event
) -> None:
    (site / "references.bib").write_text("@misc{a, url = {http://slow.example/}}\n")
    web.replies["http://slow.example/"] = silent(released)
    command = ["links", "--mend", "--minutes", "0.01"]
    result = CliRunner().invoke(main, command, obj=web.network(), catch_exceptions=False)
    assert result.exit_code == 0
    assert f"is not asked in this run: the run had to end; {LATER}\n" in result.stdout
    assert "http://slow.example/" in (site / "references.bib").read_text()


@pytest.mark.parametrize("minutes", ["0", "-1", "1441", "x"])
def test_a_time_that_is_none_is_refused(web: Web, site: Path, minutes: str) -> None:
    assert run(web, "--minutes", minutes).exit_code == 2
    assert web.asked == []


@pytest.mark.parametrize("name", ["links", "proofs"])
def test_the_weekly_run_reports_before_its_job_is_ended(name: str) -> None:
    text = (REPOSITORY / f".github/workflows/{name}.yml").read_text(encoding="utf-8")
    job = yaml.safe_load(text)["jobs"]["ask"]
    [command] = [step["run"] for step in job["steps"] if step.get("id") == "ask"]
    minutes = re.search(rf"undersigned {name} .*--minutes (\d+) ", command)
    assert minutes
    assert int(minutes[1]) + 10 <= job["timeout-minutes"]
