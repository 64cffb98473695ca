"""`undersigned links`, against a small web on this machine."""

import json
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from undersigned.cli import main

from tests.support.files import plant
from tests.support.interrupted import interrupted
from tests.support.proofs import kept, said
from tests.support.registers import BARE_SITE
from tests.support.web import Web, bomb, dripping, endless, hanging, local_web, moved, raw, reply

MKDOCS = """\
site_name: !ENV [NAME, Any]
site_url: https://statement.example/
extra:
  statement:
    title: "The Statement’s Title"
    address: https://coalition.example/announced
markdown_extensions:
  - emoji: {generator: !!python/name:some.module.that.is.not.there ""}
"""
GOOD = reply(200, "<p>We sign <em>the statement's</em>\n  title.</p>")
ACME = """\
- name: Acme
  kind: company
  country: NO
  website: https://acme.example
  signed: 2024-05-06
  evidence: https://acme.example/news
"""


UNSAVED = (
    "signatories.yml:6:13: note: evidence 'https://acme.example/news' has no archived copy; save"
    " one at https://web.archive.org/save/https://acme.example/news\n"
)


@pytest.fixture
def web() -> Iterator[Web]:
    with local_web() as web:
        web.replies["https://acme.example/news"] = GOOD
        yield web


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    plant(tmp_path, BARE_SITE | {"mkdocs.yml": MKDOCS, "signatories.yml": ACME})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(web: Web, *arguments: str, **limits: float) -> Result:
    return CliRunner().invoke(
        main, ["links", *arguments], obj=web.network(**limits), catch_exceptions=False
    )


def found(web: Web, site: Path, *arguments: str, **limits: float) -> dict[str, Any]:
    """What the report says, by address."""
    run(web, "--report", "found.json", *arguments, **limits)
    text = (site / "found.json").read_text(encoding="utf-8")
    return {each["address"]: each for each in json.loads(text)["addresses"]}


def link_to(site: Path, *addresses: str) -> None:
    (site / "docs/page.md").write_text("".join(f"[link]({each})\n" for each in addresses))


def set_title(site: Path, title: str) -> None:
    (site / "mkdocs.yml").write_text(MKDOCS.replace("The Statement’s Title", title), "utf-8")


def others(web: Web) -> list[str]:
    """Who was asked besides the statement's own address, which stands on every site."""
    return [each for each in web.asked if each != "https://coalition.example/announced"]


def judged(web: Web, site: Path, address: str, **limits: float) -> tuple[str, str]:
    link_to(site, address)
    one = found(web, site, "--only", "pages", **limits)[address]
    return one["verdict"], one["reason"] or ""


def test_a_site_whose_links_all_answer_is_clean(web: Web, site: Path) -> None:
    result = run(web)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"{UNSAVED}1 note\nasked 3 addresses on 2 hosts\n"
    assert sorted(web.asked) == [
        "https://acme.example/",
        "https://acme.example/news",
        "https://coalition.example/announced",
    ]


@pytest.mark.parametrize("status", [404, 410])
def test_only_what_is_certainly_gone_fails(web: Web, site: Path, status: int) -> None:
    web.replies["https://acme.example/news"] = reply(status)
    result = run(web)
    assert result.exit_code == 1
    assert result.stdout == (
        f"signatories.yml:6:13: evidence 'https://acme.example/news' is gone: the server answers "
        f"{status}; ask the signatory for its new address\n1 problem\n"
        "asked 3 addresses on 2 hosts\n"
    )
    assert (site / "signatories.yml").read_text() == ACME


@pytest.mark.parametrize("status", [301, 308])
def test_what_has_moved_for_good_is_told_with_its_new_address(
    web: Web, site: Path, status: int
) -> None:
    web.replies["https://acme.example/old"] = moved("/new", status)
    link_to(site, "https://acme.example/old")
    result = run(web)
    assert result.exit_code == 0
    assert (
        "docs/page.md:1:8: note: link 'https://acme.example/old' has moved for good; "
        "give https://acme.example/new\n"
    ) in result.stdout


def test_a_passing_redirect_is_followed_and_not_told(web: Web, site: Path) -> None:
    web.replies["https://acme.example/a"] = moved("https://other.example/b", 302)
    assert judged(web, site, "https://acme.example/a") == ("fine", "")
    web.replies["https://other.example/b"] = reply(404)
    assert judged(web, site, "https://acme.example/a")[0] == "gone"


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (500, "out of order"),
        (503, "out of order"),
        (403, "not shown to programs"),
        (401, "not shown to programs"),
        (429, "asked for too often"),
        (418, "answered with 418"),
        (300, "answered with 300"),
        (302, "answered with 302"),
    ],
)
def test_other_answers_are_doubtful(web: Web, site: Path, status: int, words: str) -> None:
    web.replies["https://acme.example/a"] = reply(status)
    verdict, reason = judged(web, site, "https://acme.example/a")
    assert (verdict, words in reason) == ("doubtful", True), reason


def test_a_server_that_hangs_is_left(web: Web, site: Path) -> None:
    web.replies["https://slow.example/"] = hanging
    reason = judged(web, site, "https://slow.example/", silent=0.5)[1]
    assert reason == "does not answer in time; try again later"


def test_a_server_that_drips_is_left_at_the_deadline(web: Web, site: Path) -> None:
    web.replies["https://slow.example/"] = dripping
    verdict, reason = judged(web, site, "https://slow.example/", whole=0.8)
    assert (verdict, reason) == ("doubtful", "took longer than 0.8 seconds; try again later")


def test_of_a_huge_page_no_more_is_read_than_the_cap(web: Web, site: Path) -> None:
    web.replies["https://acme.example/news"] = endless
    one = found(web, site)["https://acme.example/news"]
    assert (one["verdict"], "longer than 2 MiB" in one["reason"]) == ("cannot be told", True)
    assert web.server.sent < 16 * 1024 * 1024
    web.server.sent = 0
    assert judged(web, site, "https://acme.example/news") == ("fine", "")
    assert web.server.sent < 8 * 1024 * 1024


def test_a_packed_page_is_unpacked_no_further_than_the_cap(web: Web, site: Path) -> None:
    web.replies["https://acme.example/news"] = bomb(200)
    tracemalloc.start()
    one = found(web, site)["https://acme.example/news"]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (one["verdict"], "longer than 2 MiB" in one["reason"]) == ("cannot be told", True)
    assert peak < 40 * 1024 * 1024


def test_redirects_in_a_circle_and_without_end_are_left(web: Web, site: Path) -> None:
    web.replies["https://acme.example/a"] = moved("/b")
    web.replies["https://acme.example/b"] = moved("/a")
    assert "in a circle" in judged(web, site, "https://acme.example/a")[1]
    for number in range(20):
        web.replies[f"https://acme.example/{number}"] = moved(f"/{number + 1}")
    web.asked.clear()
    assert "more than 10 times" in judged(web, site, "https://acme.example/0")[1]
    assert len(others(web)) == 11


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("http://other.example/", "does not begin with 'https://'"),
        ("https://127.0.0.1/", "names a machine by number"),
        ("https://[::1]/", "names a machine by number"),
        ("https://localhost/", "has no domain name"),
        ("https://inside.example/", "leads to 10.0.0.1, which is no public machine"),
        ("https://0x7f.0x1/", "names a machine by number"),
        ("https://a.\uff10x1/".encode().decode("latin-1"), "names a machine by number"),
        ("https://metadata.google.internal/", "the public DNS does not know"),
        ("https://wire.example/", "leads to 168.63.129.16, which is no public machine"),
        ("https://someone@other.example/", "holds a user name"),
        ("file:///etc/passwd", "does not begin with 'https://'"),
        ("https://[", "is not a web address"),
        ("https://other.example:x/", "is not a web address"),
    ],
)
def test_a_redirect_is_followed_to_public_https_alone(
    web: Web, site: Path, location: str, words: str
) -> None:
    web.machines = {"inside.example": ["10.0.0.1"], "wire.example": ["168.63.129.16"]}
    web.replies["https://acme.example/a"] = moved(location)
    verdict, reason = judged(web, site, "https://acme.example/a")
    assert (verdict, words in reason) == ("doubtful", True), reason
    assert others(web) == ["https://acme.example/a"]


def test_a_name_of_which_one_machine_is_private_is_not_asked_at_all(web: Web, site: Path) -> None:
    web.machines["other.example"] = ["127.0.0.1", "192.168.1.1"]
    verdict, reason = judged(web, site, "https://other.example/")
    assert (verdict, reason) == (
        "doubtful", "leads to 192.168.1.1, which is no public machine; correct it",
    )  # fmt: skip
    assert others(web) == []


def test_a_name_is_looked_up_once_for_each_request(web: Web, site: Path) -> None:
    judged(web, site, "https://other.example/")
    assert sorted(web.looked_up) == ["coalition.example", "other.example"]


def test_a_host_is_asked_one_thing_at_a_time_and_each_address_once(web: Web, site: Path) -> None:
    def slowly(handler: Any) -> None:
        with web.counting(handler.headers["Host"]):
            time.sleep(0.05)
        reply(200)(handler)

    pages = [f"https://{host}/{n}" for host in ("acme.example", "other.example") for n in range(5)]
    web.replies |= dict.fromkeys(pages, slowly)
    web.replies["https://slow.example/"] = moved("https://other.example/3")
    link_to(site, *pages, *pages, f"{pages[0]}#part", "https://slow.example/")
    found(web, site)
    assert len(web.asked) == len(set(web.asked)) == 14
    assert set(web.most_at_once.values()) == {1}


def test_whoever_is_asked_can_see_who_asks(web: Web, site: Path) -> None:
    run(web)
    [agent] = web.agents
    assert agent.startswith("undersigned/")
    assert "https://statement.example/" in agent


def test_a_certificate_of_nobody_known_or_of_somebody_else_is_doubtful(
    web: Web, site: Path
) -> None:
    assert "certificate" in judged(web, site, "https://unnamed.example/")[1]


@pytest.mark.parametrize(
    ("page", "verdict"),
    [
        (GOOD, "fine"),
        (reply(200, "<title>THE STATEMENT&rsquo;S&nbsp;TITLE</title>"), "fine"),
        (reply(200, "see www.coalition.example/announced."), "fine"),
        (reply(200, "<a href='https://coalition.example/announced/#top'>it</a>"), "fine"),
        (reply(200, "<a href=https://statement.example>it</a>"), "fine"),
        (reply(200, "The Statement’s Title".encode("cp1252"),
               Content_Type="text/html; charset=cp1252"), "fine"),
        (reply(200, "<script>The Statement's Title</script>"), "doubtful"),
        (reply(200, "<!-- The Statement's Title -->"), "doubtful"),
        (reply(200, "coalition.example/announced-again"), "doubtful"),
        (reply(200, ""), "doubtful"),
        (reply(200, "%PDF", Content_Type="application/pdf"), "cannot be told"),
        (reply(200, "br", Content_Encoding="br"), "cannot be told"),
    ],
)  # fmt: skip
def test_evidence_mentions_the_statement(web: Web, site: Path, page: Any, verdict: str) -> None:
    web.replies["https://acme.example/news"] = page
    assert found(web, site)["https://acme.example/news"]["verdict"] == verdict


@pytest.mark.parametrize(
    "charset",
    ["utf8", "UTF-8", "us-ascii", "latin1", "ISO-8859-15", "windows-1251", "koi8-r", "Shift-JIS",
     "EUC-JP", "euc-kr", "GB2312", "gbk", "gb18030", "Big5", "none-such", "\xff" * 99],
)  # fmt: skip
def test_a_page_is_read_in_the_encodings_of_pages(web: Web, site: Path, charset: str) -> None:
    news = reply(200, "The statement's title", Content_Type=f"text/html; charset={charset}")
    web.replies["https://acme.example/news"] = news
    assert found(web, site)["https://acme.example/news"]["verdict"] == "fine"


def test_words_are_told_apart_in_their_encoding(web: Web, site: Path) -> None:
    for words, charset in (
        ("Заявление", "koi8-r"),
        ("声明的标题", "gb2312"),
        ("声明", "shift-jis"),
    ):
        set_title(site, words)
        news = reply(200, words.encode(charset), Content_Type=f"text/html;charset={charset}")
        web.replies["https://acme.example/news"] = news
        assert found(web, site)["https://acme.example/news"]["verdict"] == "fine", charset


@pytest.mark.parametrize("charset", ["punycode", "idna", "utf-7", "unicode_escape", "hex", "cp037"])
def test_what_is_no_encoding_of_pages_is_read_as_utf_8(web: Web, site: Path, charset: str) -> None:
    page = "The statement's title\n&eacute;-" + "a" * 1_000_000
    news = reply(200, page, Content_Type=f"text/html; charset={charset}")
    web.replies["https://acme.example/news"] = news
    assert found(web, site)["https://acme.example/news"]["verdict"] == "fine"


def test_evidence_that_moved_to_another_domain_is_doubtful(web: Web, site: Path) -> None:
    web.replies["https://acme.example/news"] = moved("https://other.example/news")
    web.replies["https://other.example/news"] = GOOD
    one = found(web, site)["https://acme.example/news"]
    assert one["verdict"] == "doubtful"
    assert one["reason"].startswith("is now on another site, other.example;")
    assert one["final"] == "https://other.example/news"


def test_the_statement_itself_as_evidence_need_not_mention_itself(web: Web, site: Path) -> None:
    text = ACME.replace("https://acme.example/news", "https://coalition.example/announced/")
    (site / "signatories.yml").write_text(text)
    assert found(web, site)["https://coalition.example/announced/"]["verdict"] == "fine"


def test_only_one_group_is_asked_where_one_is_named(web: Web, site: Path) -> None:
    own = ("https://statement.example/own", "https://statement.example/#/own", "own.md")
    link_to(site, "https://other.example/page", *own)
    (site / "references.bib").write_text(
        "@misc{a, title = {T}, url = {http://other.example/paper}, doi = {10.1000/a<b>}}\n"
    )
    asked = {}
    for group in ("evidence", "references", "pages"):
        web.asked.clear()
        assert run(web, "--only", group).exit_code == 0
        asked[group] = sorted(web.asked)
    assert asked == {
        "evidence": ["https://acme.example/", "https://acme.example/news"],
        "references": ["http://other.example/paper", "https://doi.org/10.1000/a%3Cb%3E"],
        "pages": ["https://coalition.example/announced", "https://other.example/page"],
    }


PAPER = "https://other.example/paper"
COPY = f"https://web.archive.org/web/2024/{PAPER}"


def cite(site: Path, *fields: str) -> None:
    """One source for each argument, which has its fields."""
    entries = (f"@misc{{s{number},\n  {each}\n}}\n" for number, each in enumerate(fields))
    (site / "references.bib").write_text("".join(entries))


def test_an_archived_copy_is_asked_with_the_references(web: Web, site: Path) -> None:
    cite(site, f"url = {{{PAPER}}},\n  archiveurl = {{{COPY}}}, archivedate = {{2024-05-06}}")
    assert run(web, "--only", "references").stdout == "asked 2 addresses on 2 hosts\n"
    assert sorted(web.asked) == [PAPER, COPY]
    places = {address: one["places"][0] for address, one in found(web, site).items()}
    assert (places[PAPER]["as"], places[PAPER]["line"]) == ("reference", 2)
    assert (places[COPY]["as"], places[COPY]["line"]) == ("archived copy", 3)


@pytest.mark.parametrize("answer", [reply(200), moved("https://web.archive.org/web/2025/x")])
def test_a_source_that_is_gone_while_its_copy_answers_is_a_warning(
    web: Web, site: Path, answer: Any
) -> None:
    web.replies |= {PAPER: reply(410), COPY: answer}
    web.replies["https://web.archive.org/web/2025/x"] = reply(200)
    cite(site, f"url = {{{PAPER}}},\n  archiveurl = {{{COPY}}}")
    result = run(web, "--only", "references")
    assert result.exit_code == 0
    assert (
        f"references.bib:2:10: warning: reference '{PAPER}' is gone: the server answers 410; "
        f"offer its archived copy in its place, {COPY}\n"
    ) in result.stdout
    one = found(web, site)[PAPER]
    assert (one["verdict"], one["archived"], one["save"]) == ("gone, but archived", COPY, None)


@pytest.mark.parametrize("status", [404, 503, 302])
def test_a_source_that_is_gone_while_its_copy_does_not_answer_fails(
    web: Web, site: Path, status: int
) -> None:
    web.replies |= {PAPER: reply(404), COPY: reply(status)}
    cite(site, f"url = {{{PAPER}}},\n  archiveurl = {{{COPY}}}")
    result = run(web, "--only", "references")
    assert result.exit_code == 1
    assert (
        f"references.bib:2:10: reference '{PAPER}' is gone: the server answers 404; give its new "
        "address, or that of a copy that answers: the archived one does not\n"
    ) in result.stdout


def test_a_copy_that_is_gone_fails_though_the_source_is_there(web: Web, site: Path) -> None:
    web.replies[COPY] = reply(404)
    cite(site, f"url = {{{PAPER}}},\n  archiveurl = {{{COPY}}}")
    result = run(web, "--only", "references")
    assert result.exit_code == 1
    assert (
        f"references.bib:3:17: archived copy '{COPY}' is gone: the server answers 404; "
        "save the original anew, and give the address of that copy\n"
    ) in result.stdout


def test_the_copy_of_one_source_excuses_no_other(web: Web, site: Path) -> None:
    gone = "https://other.example/gone"
    web.replies |= {PAPER: reply(404), gone: reply(404)}
    cite(site, f"url = {{{PAPER}}},\n  archiveurl = {{{COPY}}}", f"url = {{{gone}}}")
    link_to(site, PAPER)
    verdicts = {
        (each["path"], address): each["verdict"]
        for address, one in found(web, site).items()
        for each in one["places"]
    }
    assert verdicts["references.bib", PAPER] == "gone, but archived"
    assert verdicts["docs/page.md", PAPER] == verdicts["references.bib", gone] == "gone"


def test_where_to_save_a_copy_is_told_of_each_source_without_one_and_not_asked(
    web: Web, site: Path
) -> None:
    gone, plain = "https://other.example/gone", "http://other.example/a?b=c&d#part"
    web.replies[gone] = reply(404)
    cite(
        site, f"url = {{{PAPER}}},\n  doi = {{10.1000/1}}", f"url = {{{plain}}}",
        "doi = {10.1000/2}", f"url = {{{gone}}}", f"url = {{{COPY}}}", "url = {http://127.0.0.1/}",
    )  # fmt: skip
    save = "https://web.archive.org/save/"
    evidence = "https://acme.example/news"
    wanted = {
        PAPER: f"{save}{PAPER}",
        plain: f"{save}http://other.example/a?b=c&d",
        "https://doi.org/10.1000/2": f"{save}https://doi.org/10.1000/2",
    }
    notes = [line for line in run(web).stdout.splitlines() if "archived copy;" in line]
    assert [line.partition(": ")[2] for line in notes] == [
        f"note: {'evidence' if address == evidence else 'reference'} '{address}' has no archived"
        f" copy; save one at {at}"
        for address, at in (wanted | {evidence: f"{save}{evidence}"}).items()
    ]
    told = {address: one["save"] for address, one in found(web, site).items() if one["save"]}
    assert told == wanted | {evidence: f"{save}{evidence}"}
    assert not [each for each in web.asked if "/save/" in each]


def test_evidence_that_is_gone_is_a_warning_where_its_archived_copy_answers(
    web: Web, site: Path
) -> None:
    copy = "https://other.example/kept"
    (site / "signatories.yml").write_text(f"{ACME}  archived: {copy}\n")
    assert "has no archived copy" not in run(web).stdout
    web.replies["https://acme.example/news"] = reply(404)
    gone = run(web, "--only", "evidence")
    assert (gone.exit_code, copy in web.asked) == (0, True)
    assert "signatories.yml:6:13: warning: evidence" in gone.stdout
    web.replies[copy] = reply(404)
    assert run(web).exit_code == 1


def test_links_are_found_as_pages_show_them_and_told_where_they_stand(web: Web, site: Path) -> None:
    text = """\
---
title: https://acme.example/title
---
`https://other.example/2` then [a]: <https://other.example/2>

```
[code](https://other.example/5) <a href="https://other.example/3">
```

    <a href="https://other.example/4">

[one](https://other.example/1?a=1&amp;b=2), [two][r] and a note.[^n]

[r]: https://other.example/5
[^n]: See <a href="//other.example/6">six</a>, [five](https://other.example/5).
"""
    (site / "docs/page.md").write_text(text)
    web.replies |= dict.fromkeys(
        (f"https://other.example/{each}" for each in ("1", "1?a=1&b=2", 2, 3, 4, 5, 6)), reply(404)
    )
    lines = [line for line in run(web).stdout.splitlines() if line.startswith("docs/")]
    assert [line.partition(" is gone")[0] for line in lines] == [
        "docs/page.md:1:1: link 'https://other.example/6'",
        "docs/page.md:4:38: link 'https://other.example/2'",
        "docs/page.md:12:7: link 'https://other.example/1?a=1&b=2'",
        "docs/page.md:14:6: link 'https://other.example/5'",
        "docs/page.md:15:55: link 'https://other.example/5'",
    ]


def test_links_of_the_settings_are_found_and_told_where_they_stand(web: Web, site: Path) -> None:
    settings = """\
# é https://other.example/footer
nav: &all
  - Home: index.md
  - https://other.example/plain
  - More:
      - Over there: https://other.example/named
      - Deeper: {Deep: [{Yet: //other.example/deep}, "x y.md", *all]}
  - Set: !ENV [THERE, https://other.example/set]
  - Own: https://statement.example/page
copyright: >-
  é <a
  href="https://other.example/footer">By us</a>
  <a href='mailto:us@other.example'>us</a> <img alt="" src="https://other.example/by.png?a&amp;b">
repo_url: https://other.example/source
"""
    social = """\
  social:
    - icon: fontawesome/brands/mastodon
      link: https://other.example/social
    - link: mailto:us@other.example
    - {link: [x]}
    - y
"""
    rest = MKDOCS.replace("markdown_extensions:", f"{social}markdown_extensions:")
    (site / "mkdocs.yml").write_text(f"{settings}{rest}", "utf-8")
    names = ("plain", "named", "deep", "set", "footer", "by.png?a&b", "source", "social")
    web.replies |= dict.fromkeys((f"https://other.example/{each}" for each in names), reply(404))
    lines = [line for line in run(web, "--only", "pages").stdout.splitlines() if "mkdocs" in line]
    assert [line.partition(" is gone")[0] for line in lines] == [
        f"mkdocs.yml:{place}: link 'https://other.example/{name}'"
        for place, name in (
            ("4:5", "plain"), ("6:21", "named"), ("7:31", "deep"), ("8:23", "set"),
            ("10:12", "by.png?a&b"), ("12:9", "footer"), ("14:11", "source"), ("23:13", "social"),
        )
    ]  # fmt: skip


def test_a_navigation_that_holds_itself_many_times_ends(web: Web, site: Path) -> None:
    doubled = "".join(f"x{n}: &x{n} [*x{n - 1}, *x{n - 1}]\n" for n in range(1, 60))
    text = f"x0: &x0 [https://other.example/]\n{doubled}nav: [*x59]\ncopyright: [x]\n{MKDOCS}"
    (site / "mkdocs.yml").write_text(text, "utf-8")
    assert run(web).exit_code == 0
    assert web.asked.count("https://other.example/") == 1


def test_images_of_pages_are_asked_like_links(web: Web, site: Path) -> None:
    text = '![a](https://other.example/a.png)\n<img alt="b" src="//other.example/b.png">\n'
    (site / "docs/page.md").write_text(f"{text}![own](own.png)\n")
    images = [f"https://other.example/{each}.png" for each in "ab"]
    web.replies |= dict.fromkeys(images, reply(404))
    lines = [line for line in run(web).stdout.splitlines() if line.startswith("docs/")]
    assert [line.partition(" is gone")[0] for line in lines] == [
        "docs/page.md:1:1: link 'https://other.example/b.png'",
        "docs/page.md:1:6: link 'https://other.example/a.png'",
    ]


def test_an_excepted_address_never_fails_and_its_reason_is_told(web: Web, site: Path) -> None:
    web.replies["https://acme.example/news"] = reply(404)
    (site / "links.yml").write_text(
        "- address: https://acme.example/news\n  reason: they publish it again in May\n"
    )
    result = run(web, "--report", "found.json")
    assert result.exit_code == 0
    assert "6:13: note: evidence 'https://acme.example/news' is gone" in result.stdout
    assert "(excepted: they publish it again in May)" in result.stdout
    [one] = [
        each
        for each in json.loads((site / "found.json").read_text())["addresses"]
        if each["excepted"]
    ]
    assert (one["verdict"], one["excepted"]) == ("gone", "they publish it again in May")


def test_nobody_is_told_to_change_a_text_that_is_signed(web: Web, site: Path) -> None:
    web.replies["https://other.example/gone"] = reply(404)
    web.replies["https://other.example/old"] = moved("/new")
    addresses = [f"https://other.example/{each}" for each in ("gone", "old", "busy")]
    addresses += ["https://unknown.example/", "https://127.0.0.1/"]
    web.replies["https://other.example/busy"] = reply(503)
    web.machines["unknown.example"] = []
    text = "".join(f"[link]({each})\n" for each in addresses)
    for name in ("principles/1.0.md", "principles/2.0.md", "1.0.md"):
        (site / "docs" / name).write_text(text)
    signed = "the text is signed and stays as it is"
    remedy = f"{signed}, so put the address with a reason into links.yml"
    lines = run(web, "--only", "pages").stdout.splitlines()
    assert [each.partition(": ")[2] for each in lines if "principles/1.0.md" in each] == [
        f"link 'https://other.example/gone' is gone: the server answers 404; {remedy}",
        "note: link 'https://other.example/old' has moved for good, to "
        f"https://other.example/new; {signed}",
        "warning: link 'https://other.example/busy' is out of order: the server answers 503; "
        "try again later",
        f"warning: link 'https://unknown.example/' has a name that leads nowhere; {remedy}",
        f"warning: link 'https://127.0.0.1/' names a machine by number; {remedy}",
    ]
    # Only what is listed is signed, and only there.
    assert not [each for each in lines if signed in each and "principles/1.0.md" not in each]
    (site / "links.yml").write_text(f"- address: {addresses[0]}\n  reason: it was there in 2023\n")
    line = next(each for each in run(web).stdout.splitlines() if "principles/1.0.md" in each)
    assert line.endswith("is gone: the server answers 404 (excepted: it was there in 2023)")


@pytest.mark.parametrize("host", ["acme.example", "www.acme.example"])
def test_a_signatorys_own_file_is_not_asked_where_a_copy_of_it_is_kept(
    web: Web, site: Path, host: str
) -> None:
    """`undersigned proofs` reads its lines; it is no page that would mention the statement."""
    file = f"https://{host}/.well-known/endorsements.txt"
    plant(site, {"signatories.yml": ACME.replace("https://acme.example/news", file)})
    assert f"evidence '{file}' is gone" in run(web, "--only", "evidence").stdout
    web.asked.clear()
    plant(site, kept(said("Acme")))
    assert run(web, "--only", "evidence").stdout == "asked 1 address on 1 host\n"
    assert web.asked == ["https://acme.example/"]


def test_signatories_who_have_withdrawn_are_not_asked_for_an_address(web: Web, site: Path) -> None:
    (site / "signatories.yml").write_text(f"{ACME}  withdrawn: 2025-01-01\n")
    web.replies["https://acme.example/news"] = reply(410)
    assert (
        "evidence 'https://acme.example/news' is gone: the server answers 410; the signatory has "
        "withdrawn and is not asked, so put the address with a reason into links.yml\n"
    ) in run(web).stdout


def test_an_exception_that_nothing_needs_is_told(web: Web, site: Path) -> None:
    (site / "links.yml").write_text(
        "- address: https://acme.example/news\n  reason: was down\n"
        "- address: https://other.example/\n  reason: was down\n"
    )
    assert run(web).stdout == (
        "links.yml:1:12: note: 'https://acme.example/news' answers well now; "
        "the exception can go\n"
        "links.yml:3:12: note: 'https://other.example/' stands on the site no more; "
        f"the exception can go\n{UNSAVED}3 notes\nasked 3 addresses on 2 hosts\n"
    )
    # Of what was not asked, nothing is known.
    assert "1:12" not in run(web, "--only", "pages").stdout


def test_broken_exceptions_and_settings_are_told_before_anybody_is_asked(
    web: Web, site: Path
) -> None:
    (site / "links.yml").write_text("- address: https://acme.example/news\n  because: x\n")
    result = run(web)
    assert result.exit_code == 2
    assert "links.yml:2:3: unknown field 'because'" in result.stdout
    (site / "links.yml").write_text("")
    for broken in ("a: [", "a: b: c", "\x00", "[" * 5000, "- a", "a: &b [*b]", "? [a]\n: b\n"):
        (site / "mkdocs.yml").write_text(broken)
        result = run(web, "--only", "references")
        assert result.exit_code in (0, 2)
        assert result.exception is None or isinstance(result.exception, SystemExit)
    assert web.asked == []


def test_the_report_is_the_same_each_time_and_whole(web: Web, site: Path) -> None:
    link_to(site, *(f"https://other.example/{number}" for number in range(6)))
    found(web, site)
    first = (site / "found.json").read_bytes()
    found(web, site)
    assert (site / "found.json").read_bytes() == first
    assert json.loads(first)["format"] == 1
    assert not list(site.glob(".*new"))


@pytest.mark.parametrize("name", ["signatories.yml", "report", "docs/page.md", ".json", "a\x1b"])
def test_no_file_that_people_write_is_overwritten(web: Web, site: Path, name: str) -> None:
    before = {each: each.read_bytes() for each in site.rglob("*") if each.is_file()}
    result = run(web, "--report", name)
    assert (result.exit_code, web.asked) == (2, [])
    assert "does not end in '.json', as a report does; name another file" in result.stderr
    assert {each: each.read_bytes() for each in site.rglob("*") if each.is_file()} == before


def test_misuse_is_told_before_anybody_is_asked(web: Web, site: Path) -> None:
    (site / "folder.json").mkdir()
    for arguments in (
        ["--only", "all"],
        ["--report", "no/where.json"],
        ["--report", "folder.json"],
    ):
        assert run(web, *arguments).exit_code == 2
    assert run(web, "--report", "/dev/null").exit_code == 2
    assert web.asked == []


HOSTILE = [
    "https://", "https:///x", "https://a b.example/", "https://me:secret@acme.example/",
    "https://acme.example:99999/", "https://acme.example:x/", "https://acme.example:0/",
    "https://[::1", "https://münchen.example/ä ö", "https://xn--a.example/", "https://ß.example/",
    "https://\u2100.example/", f"https://{'a' * 70}.example/", f"https://{'a.' * 200}example/",
    "https://acme.example/\r\nX: y", "http://acme.example:25/", "https://127.0.0.1/",
    "https://-a-.example/", "https://a..example/", "https://acme.example/%zz%", "ftp://x.example/",
    "https://acme.example/?\u202e", "https://acme.example/" + "x" * 100_000, "https://1.1/", "~",
    "HTTP://ACME.example/", "https://acme.example./news",
]  # fmt: skip


@pytest.mark.parametrize("address", HOSTILE, ids=lambda address: ascii(address)[:30])
def test_no_address_gives_a_traceback(web: Web, site: Path, address: str) -> None:
    (site / "signatories.yml").write_text(
        f"- name: A\n  evidence: {json.dumps(address)}\n  website: {json.dumps(address)}\n"
    )
    (site / "references.bib").write_text(
        f"@misc{{a, url = {{{address}}}, doi = {{{address}}}, archiveurl = {{{address}}}}}\n"
    )
    (site / "docs/page.md").write_text(f'[a](<{address}>) <a href="{address}">\n')
    for _ in range(2):  # as it is, and where a redirect leads
        result = run(web, whole=0.5)
        assert result.exit_code == 0, result.output
        assert result.exception is None
        web.replies["https://other.example/"] = moved(address.encode().decode("latin-1")[:9000])
        link_to(site, "https://other.example/")


@pytest.mark.parametrize(
    "line",
    [b"", b"\x00\xff", b"HTTP/1.1 999999 x\r\n\r\n", b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 300,
     b"HTTP/1.1 301 x\r\nLocation: \xff\xfe\r\n\r\n", b"SSH-2.0-x\r\n", b"HTTP/1.1 200\r\n\r\n",
     b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=hex\r\n\r\n&#" + b"9" * 9000,
     b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz",
     b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99\r\n\r\nshort",
     b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\nnot"],
)  # fmt: skip
def test_no_answer_gives_a_traceback(web: Web, site: Path, line: bytes) -> None:
    web.replies["https://acme.example/news"] = raw(line)
    result = run(web)
    assert result.exit_code == 0, result.output
    assert "evidence 'https://acme.example/news'" in result.stdout


def test_where_nobody_answers_that_is_said_and_nothing_fails(web: Web, site: Path) -> None:
    web.machines = {"acme.example": [], "coalition.example": []}
    result = run(web)
    assert result.exit_code == 0
    assert result.stderr == (
        "note: nobody answered at all; see whether this machine is connected\n"
    )
    assert "3 warnings, 1 note\nasked 3 addresses on 2 hosts\n" in result.stdout
    assert "leads nowhere" not in result.stdout
    told = "has a name that could not be looked up; try again when the network is there\n"
    assert result.stdout.count(told) == 3


def test_a_wrong_name_is_told_where_others_are_found_or_it_is_the_only_one(
    web: Web, site: Path
) -> None:
    wrong = "has a name that leads nowhere; see whether it is right\n"
    web.machines = {"acme.example": []}
    assert run(web).stdout.count(wrong) == 2
    assert run(web, "--only", "evidence").stdout.count(wrong) == 2


def test_where_nobody_answers_though_names_are_found_the_names_are_not_blamed(
    web: Web, site: Path
) -> None:
    web.machines = {"acme.example": []}
    for answer in (raw(b""), moved("https://acme.example/")):
        web.replies["https://coalition.example/announced"] = answer
        result = run(web)
        assert "nobody answered at all" in result.stderr
        assert "could not be looked up" not in result.stdout


def test_a_register_that_cannot_be_read_hinders_only_its_own_links(web: Web, site: Path) -> None:
    (site / "signatories.yml").write_text("- name: A\n  evidence: https://other.example/\n- [")
    result = run(web)
    assert (result.exit_code, "https://other.example/" in web.asked) == (0, True)
    assert result.stderr == "note: the site has 2 problems; 'undersigned check' reports them\n"


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
def test_an_interrupt_ends_it_at_once_with_a_report(site: Path) -> None:
    code, output, errors = interrupted(site, ["links", "--report", "found.json"])
    assert (code, errors) == (130, "")
    assert output.endswith("asked 0 addresses on 0 hosts; 3 not asked in this run\n")
    why = "is not asked in this run: the run was stopped; a later run asks it"
    addresses = json.loads((site / "found.json").read_text(encoding="utf-8"))["addresses"]
    assert [(each["verdict"], each["reason"]) for each in addresses] == [("not asked", why)] * 3


def test_the_command_line_needs_no_network_to_end_well(site: Path) -> None:
    run_alone = [sys.executable, "-m", "undersigned", "links", "--only", "references"]
    ended = subprocess.run(run_alone, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == "asked 0 addresses on 0 hosts\n"


def test_the_address_of_a_reply_is_asked_as_well(web: Web, site: Path) -> None:
    deed = (
        '- who: acme\n  principle: "1"\n  looked: 2024-06-07\n  found: nothing\n  where: its site\n'
        "  reply: We did.\n  replied: 2024-07-01\n  reply_source: https://acme.example/reply\n"
    )
    plant(site, {"deeds.d/acme-1-looked-2024-06-07.yml": deed})
    web.replies["https://acme.example/reply"] = reply(404)
    asked = run(web)
    assert asked.exit_code == 1
    place = "deeds.d/acme-1-looked-2024-06-07.yml:8:17: "
    assert any(line.startswith(place) for line in asked.output.splitlines()), asked.output
