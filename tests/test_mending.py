"""`undersigned links --mend`, against a small web on this machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from undersigned.cli import main

from tests.support.files import plant
from tests.support.registers import BARE_SITE
from tests.support.web import Web, hanging, local_web, moved, raw, reply

PAGE = "<title>A page</title><p>" + " ".join(f"word{n}" for n in range(60))
ANOTHER = "<title>Welcome</title><p>This machine is new; its owner has put nothing here yet."
PAPER = reply(200, b"%PDF-1.7 \x00\xff", Content_Type="application/pdf")


@pytest.fixture
def web() -> Iterator[Web]:
    with local_web() as web:
        yield web


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    plant(tmp_path, BARE_SITE | {"signatories.yml": "[]\n"})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def mend(web: Web, site: Path, bibliography: str, **limits: float) -> tuple[str, Result]:
    """The bibliography after mending, and what is printed."""
    (site / "references.bib").write_bytes(bibliography.encode())
    network = web.network(**limits)
    result = CliRunner().invoke(main, ["links", "--mend"], obj=network, catch_exceptions=False)
    return (site / "references.bib").read_bytes().decode(), result


def serve(web: Web, path: str, plain: object, secure: object) -> None:
    web.replies[f"http://{path}"] = plain  # type: ignore[assignment]
    web.replies[f"https://{path}"] = secure  # type: ignore[assignment]


def test_an_address_becomes_https_where_both_show_the_same_and_no_other_byte_changes(
    web: Web, site: Path
) -> None:
    serve(web, "acme.example/x_y?a=1", reply(200, PAGE), reply(200, PAGE))
    before = (
        "\ufeff%  http://acme.example/x_y?a=1 stays in a remark\r\n@Misc( a ,\r\n"
        "title = {http://acme.example/x_y?a=1},\tURL={HTTP://acme.example/x\\_y?a=1}\r\n, )\r\n\r\n"
    )
    after, result = mend(web, site, before)
    assert after == before.replace("URL={HTTP:", "URL={https:")
    assert result.exit_code == 0
    assert result.output == (
        "references.bib:3:45: note: url 'HTTP://acme.example/x_y?a=1' is"
        " 'https://acme.example/x_y?a=1' now\n1 note\n"
    )
    assert sorted(web.asked) == ["http://acme.example/x_y?a=1", "https://acme.example/x_y?a=1"]


def test_every_field_that_the_checker_reads_for_addresses_is_mended(web: Web, site: Path) -> None:
    before = (
        "@misc{a, title = {x}, url = {http://acme.example/a, https://other.example,\n"
        " http://other.example/b_(c)}, note = {See \\url{http://acme.example/d}.},\n"
        ' howpublished = "http://acme.example/e", archiveurl ='
        " {https://web.archive.org/web/2020/http://acme.example/f}}\n"
    )
    for path in ("acme.example/a", "other.example/b_(c)", "acme.example/d", "acme.example/e"):
        serve(web, path, reply(200, PAGE), reply(200, PAGE))
    after, result = mend(web, site, before)
    assert after == before.replace("http://", "https://").replace("0/https://", "0/http://")
    assert [line.split(": note")[0] for line in result.output.splitlines()] == [
        *("references.bib:1:30", "references.bib:2:2", "references.bib:2:48"),
        *("references.bib:3:18", "4 notes"),
    ]


@pytest.mark.parametrize(
    ("plain", "secure"),
    [
        (moved("https://acme.example/x"), reply(200, PAGE)),
        (moved("https://other.example/y", 302), moved("https://other.example/y")),
        (reply(200, PAGE), reply(200, PAGE.replace("word7 ", "visitor 12,345 "))),
        (reply(200, PAGE), reply(200, PAGE.replace("<p>", "<div><script>var token = 1</script>"))),
        (PAPER, PAPER),
    ],
    ids=["redirect", "one goal", "trifles", "markup", "no text"],
)
def test_what_leads_to_the_same_is_the_same_page(
    web: Web, site: Path, plain: object, secure: object
) -> None:
    serve(web, "acme.example/x", plain, secure)
    after, _ = mend(web, site, "@misc{a, url = {http://acme.example/x}}")
    assert after == "@misc{a, url = {https://acme.example/x}}"


@pytest.mark.parametrize(
    ("plain", "secure", "said"),
    [
        (reply(200, PAGE), reply(200, ANOTHER), "by https it shows another page; look at it"),
        (reply(200, PAGE), PAPER, "by https it shows another page"),
        (reply(200, "<script>a()"), reply(200, "<script>b()"), "by https it shows another page"),
        (reply(200, PAGE), reply(404, PAGE), "by https it is answered with 404; look at it"),
        (reply(200, PAGE), reply(403, PAGE), "by https it is answered with 403"),
        (reply(404, PAGE), reply(200, PAGE), "https answers, but by http it is answered with 404"),
        (reply(200, PAGE), moved("http://acme.example/x"), "by https it redirects to what does"),
        (moved("http://other.example/"), reply(200, PAGE), "https answers, but by http it redir"),
        (reply(200, PAGE), moved("https://127.0.0.1/"), "by https it redirects to what names a"),
        (reply(200, PAGE), raw(b"hello"), "by https it does not speak as web servers do"),
        (reply(200, PAGE), hanging, "by https it does not answer in time; try again later"),
    ],
)
def test_an_address_stays_with_the_reason_where_https_does_not_show_the_same(
    web: Web, site: Path, plain: object, secure: object, said: str
) -> None:
    serve(web, "acme.example/x", plain, secure)
    before = "@misc{a, url = {http://acme.example/x}}"
    silent = 0.5 if secure is hanging else 20.0
    after, result = mend(web, site, before, silent=silent)
    assert (after, result.exit_code) == (before, 0)
    start = "references.bib:1:17: warning: url 'http://acme.example/x' stays: "
    assert result.output.startswith(f"{start}{said}")


def test_a_certificate_of_another_host_is_not_trusted(web: Web, site: Path) -> None:
    before = "@misc{a, url = {http://stranger.example/x}}"
    after, result = mend(web, site, before)
    assert after == before
    assert "by https it has a certificate that does not hold" in result.output


def test_no_machine_of_an_inner_network_is_asked(web: Web, site: Path) -> None:
    web.machines |= {"inner.example": ["10.0.0.1"], "half.example": ["127.0.0.1", "192.168.0.1"]}
    before = (
        "@misc{a, url = {http://inner.example/}}\n@misc{b, url = {http://half.example/}}\n"
        "@misc{c, url = {http://192.168.0.1/}}\n@misc{d, url = {http://localhost/}}\n"
        "@misc{e, url = {http://acme.example:8080/}}\n"
    )
    after, result = mend(web, site, before)
    assert (after, web.asked) == (before, [])
    assert [line.split("stays: ")[1].split(";")[0] for line in result.output.splitlines()[:-1]] == [
        "by https it leads to 10.0.0.1, which is no public machine",
        "by https it leads to 192.168.0.1, which is no public machine",
        "it names a machine by number",
        "it has no domain name",
        "it names a port without 'https://'",
    ]


def test_without_a_network_no_name_is_said_to_lead_nowhere(web: Web, site: Path) -> None:
    web.machines |= {"acme.example": [], "other.example": []}
    before = "@misc{a, url = {http://acme.example/}}\n@misc{b, url = {http://other.example/}}\n"
    after, result = mend(web, site, before)
    assert after == before
    assert result.output.count("try again when the network is there") == 2


def test_a_bibliography_without_http_addresses_is_left_alone(web: Web, site: Path) -> None:
    before = "@misc{a, url = {https://acme.example/}}"
    after, result = mend(web, site, before)
    assert (after, web.asked) == (before, [])
    assert result.output == "references.bib has no http address\n"


def test_an_address_that_is_put_together_from_strings_stays(web: Web, site: Path) -> None:
    before = (
        '@string{host = "http://acme.example"}\n@misc{a, url = host # "/x"}\n'
        '@misc{b, url = "http://" # "acme.example/"}\n'
    )
    assert mend(web, site, before)[0] == before
    assert web.asked == []


def test_mending_goes_alone_and_a_file_that_cannot_be_read_is_named(web: Web, site: Path) -> None:
    refused = CliRunner().invoke(main, ["links", "--mend", "--only", "evidence"])
    assert (refused.exit_code, "--mend goes alone" in refused.output) == (2, True)
    (site / "references.bib").unlink()
    missing = CliRunner().invoke(main, ["links", "--mend"], obj=web.network())
    assert missing.exit_code == 2
    assert "references.bib:1:1: there is no such file" in missing.output


def test_the_addresses_of_all_files_are_mended(web: Web, site: Path) -> None:
    serve(web, "acme.example/x", reply(200, PAGE), reply(200, PAGE))
    listed = "extra: {bibliography: {files: [references.bib, more/law.bib]}}\n"
    plant(site, {"mkdocs.yml": listed, "more/law.bib": "@misc{b, url={http://acme.example/x}}\n"})
    after, result = mend(web, site, "@misc{a, url={http://acme.example/x}}\n")
    assert after == "@misc{a, url={https://acme.example/x}}\n"
    assert (site / "more/law.bib").read_text() == "@misc{b, url={https://acme.example/x}}\n"
    assert "more/law.bib:1:15: note: url" in result.output
    again = CliRunner().invoke(main, ["links", "--mend"], obj=web.network())
    assert again.output == "the 2 .bib files have no http address\n"


def test_what_was_mended_is_reported_no_more(web: Web, site: Path) -> None:
    serve(web, "acme.example/x", reply(200, PAGE), reply(200, PAGE))
    source = "@misc{a, title = {x}, year = 2020, url = {http://acme.example/x}}\n"
    (site / "references.bib").write_text(source)
    before = CliRunner().invoke(main, ["check"])
    assert "'undersigned links --mend' gives the https one" in before.output
    mend(web, site, source)
    after = CliRunner().invoke(main, ["check"])
    assert "http address" not in after.output
