"""What is read of netlify.toml, and what is written of it for other hosts and servers."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from undersigned.cli import main
from undersigned.hosting.kinds import written_for
from undersigned.hosting.nginx import for_nginx
from undersigned.hosting.reading import hosting_in
from undersigned.hosting.rules import Hosting, set_twice
from undersigned.hosting.underscored import for_cloudflare, for_gitlab
from undersigned.hosting.values import expression_of

from tests.support.hosting import headers_of
from tests.support.sites import REPOSITORY

OWN = (REPOSITORY / "netlify.toml").read_text(encoding="utf-8")


def read(text: str) -> Hosting:
    hosting, problems = hosting_in(text)
    assert hosting, problems
    return hosting


def faults(text: str) -> str:
    hosting, problems = hosting_in(text)
    assert hosting is None
    return "\n".join(map(str, problems))


def headers(value: str, path: str = "/*", name: str = "X-A") -> str:
    return f"# first\n\n[[headers]]\nfor = {path!r}\nvalues = {{ {name} = {value} }}\n"


def redirect(lines: str) -> str:
    return f"[[redirects]]\n{lines}\n"


def test_every_rule_is_read_at_its_line() -> None:
    hosting = read(OWN)
    lines = OWN.splitlines()
    assert len(hosting.headers) > 20
    assert {lines[rule.line - 1] for rule in hosting.headers} == {"[[headers]]"}
    assert {lines[rule.line - 1] for rule in hosting.redirects} == {"[[redirects]]"}
    assert lines[hosting.redirects[0].line] == f'from = "{hosting.redirects[0].source}"'
    assert hosting.notes == []
    assert list(set_twice(hosting.headers)) == []


@pytest.mark.parametrize(
    "path", ["/", "/a/b/", "/proofs/x", "/badge.json", "/assets/javascripts/x.js"]
)
def test_patterns_match_what_the_host_matches(path: str) -> None:
    found: dict[str, str] = {}
    for rule in read(OWN).headers:
        if re.fullmatch(expression_of(rule.path), path):
            found |= dict(rule.headers)
    assert found == headers_of(path)


@pytest.mark.parametrize(
    ("pattern", "matched", "others"),
    [
        ("/*", ["/", "/a/b"], []),
        ("/a/*", ["/a", "/a/", "/a/b/c"], ["/ab", "/"]),
        ("/a/:b", ["/a/b"], ["/a/", "/a/b/c"]),
        ("/a%20b$", ["/a b$"], ["/a%20b$", "/a b"]),
        ("/x*.json", ["/x.json", "/x/y.json"], ["/xjson"]),
        ("/^a[b", ["/^a[b"], []),
    ],
)
def test_patterns_stand_for_decoded_paths(
    pattern: str, matched: list[str], others: list[str]
) -> None:
    assert all(re.fullmatch(expression_of(pattern), path) for path in matched)
    assert not any(re.fullmatch(expression_of(pattern), path) for path in others)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a = = 1", "netlify.toml:1:5: is no TOML: 'Invalid value'; mend it there"),
        ("a = " + "[" * 100_000, "nested too deep"),
        ("[surprise]", "'surprise' is nothing that Netlify knows"),
        ("headers = 1", "'headers' is no list of tables; begin each with [[headers]]"),
        (headers('"a\\nb"'), ":3:1: the value of X-A, 'a\\nb', has a line break"),
        (headers('"a\\u0000b"'), "a control character"),
        (headers('"é"'), "beyond ASCII"),
        (headers('" "'), "is empty"),
        (headers("1"), "the value of X-A is no text"),
        (headers('"a"', name='"X A"'), "the header 'X A' is no name"),
        (headers('"a"', name='"X\\nY"'), "is no name of a header"),
        (headers('"a"', path="a"), "'for', 'a', does not begin with one slash"),
        (headers('"a"', path="/a b"), "write it encoded, such as %20"),
        (headers('"a"', path='/a"b'), "has a character that no path has"),
        (headers('"a"', path="/a%0d%0aX"), "has an encoded control character"),
        ("[[headers]]\nfro = '/'", "'fro' is no key of [[headers]]; it knows for, values"),
        (redirect("from = '/a'"), "'to' is missing or no text"),
        (redirect("from = '/a'\nto = 'javascript:x'"), "is neither a path of the site"),
        (redirect("from = '/a'\nto = '//b.example'"), "is neither a path of the site"),
        (redirect("from = '/a'\nto = '/b c'"), "has a character that no address has"),
        (redirect("from = '/a'\nto = '/b;{\"'"), "has a character that no address has"),
        (redirect("from = '/a'\nto = '/b'\nstatus = '301'"), "'status' is no number of HTTP"),
        (redirect("from = '/a'\nto = '/b'\nforce = 1"), "'force' is neither true nor false"),
        (redirect("from = '/a'\nto = '/b'\nstatus = " + "1" * 5000), "is no TOML"),
        (redirect("from = '/a'\nto = '/b'\nstatus = 0x" + "f" * 5000), "no number of HTTP"),
        (redirect("from = '/a'\nto = '/a/?b#c'"), "the redirect from /a leads back to it"),
        (redirect("from = '/a'\nto = '/b'\ncode = 1"), "'code' is no key of [[redirects]]"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_remedy(text: str, told: str) -> None:
    assert told in faults(text)


def test_values_are_as_netlify_sends_them() -> None:
    rule = read(headers('"""\n a,\n b ,c"""') + headers('["d, e", "f"]', "/a/", "X-B")).headers
    assert [each.headers for each in rule] == [(("X-A", "a, b, c"),), (("X-B", "d, e, f"),)]


def test_two_rules_for_a_header_of_one_path_are_noted() -> None:
    text = headers('"1"') + headers('"2"', "/a/b", "x-a")
    assert [each.line for each in set_twice(read(text).headers)] == [8]
    apart = headers('"1"', "/a/:b") + headers('"2"', "/a/b/*") + headers('"3"', "/c")
    assert list(set_twice(read(apart).headers)) == []


def test_cloudflare_is_told_all_of_it() -> None:
    written = for_cloudflare(read(OWN))
    assert written.notes == []
    assert "\n/SHA256SUMS\n  Access-Control-Allow-Origin: *\n" in written.files["_headers"]
    lines = written.files["_redirects"].splitlines()
    assert {"/endorse /sign/ 302", "/endorse/ /sign/ 302"} < set(lines)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            headers(f'"{"a" * 2000}"'),
            ":3:1: note: X-A for /*: left out, because Cloudflare takes 2,000",
        ),
        (headers('"a"', "/a*/b*"), "one '*' in a path"),
        (headers('"a"', "/a/b:c"), "takes ':' within a part"),
        (headers('"me:secret"', name="Basic-Auth"), "show the passwords to everybody"),
        ("".join(headers('"a"', f"/{n}") for n in range(101)), "/100: left out, because 100 rules"),
        (redirect("from = '/a/*'\nto = '/b'"), "redirect from files that are there as well"),
        (redirect("from = '/a'\nto = '/b'\nstatus = 404"), "the status 404 is not for a redirect"),
        (redirect("from = '/a'\nto = '/b'\nquery = {x = 'y'}"), "does not know query"),
        (redirect("from = 'https://a.example/'\nto = '/b'"), "does not know a host in 'from'"),
        ("[[edge_functions]]\npath = '/'", ":1:1: note: 'edge_functions': left out"),
    ],
)
def test_what_cloudflare_does_not_take_is_noted(text: str, told: str) -> None:
    written = for_cloudflare(read(text))
    assert told in "\n".join(map(str, written.notes))
    assert "secret" not in "".join(written.files.values())


def test_gitlab_has_redirects_alone_and_every_rule_of_headers_is_noted() -> None:
    hosting = read(OWN)
    written = for_gitlab(hosting)
    assert [*written.files] == ["_redirects"]
    assert [note.line for note in written.notes] == [rule.line for rule in hosting.headers]
    assert "Content-Security-Policy" in written.notes[0].message
    forced = for_gitlab(read(redirect("from = '/a'\nto = '/b'\nforce = true")))
    assert "always serves a file that lies there" in str(forced.notes)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["hosting", *arguments], catch_exceptions=False)


def test_the_command_prints_and_writes_and_writes_over_nothing_unasked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: A\nsite_url: https://a.example/\n")
    monkeypatch.chdir(tmp_path)
    missing = run("cloudflare")
    assert (missing.exit_code, missing.stdout) == (1, "")
    assert "netlify.toml:1:1: is missing" in missing.stderr
    (tmp_path / "netlify.toml").write_text(redirect("from = '/a'\nto = '/b'"))
    assert "# --- _redirects\n" in run("cloudflare").stdout
    (tmp_path / "site").mkdir()
    (tmp_path / "site/_headers").write_text("/*\n  X-Robots-Tag: noindex\n")
    refused = run("cloudflare", "--into", "site")
    assert refused.exit_code == 1
    assert "_headers is there and says other things" in refused.stderr
    assert not (tmp_path / "site/_redirects").exists()
    assert run("cloudflare", "--into", "site", "--replace").exit_code == 0
    assert run("cloudflare", "--into", "site").exit_code == 0
    told = run("github")
    assert told.stdout == "# --- .nojekyll\n\n# --- CNAME\na.example\n"
    assert "short links are not found" in told.stderr
    assert "/a /b 301\n" in (tmp_path / "site/_redirects").read_text()


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        (
            "nginx",
            headers('"a$b"'),
            "note: X-A for /*: left out, because nginx takes '$' for the begin",
        ),
        ("nginx", headers(f'"{"a" * 4096}"'), "takes 4,000 characters in a value"),
        ("apache", headers('"${PATH}"'), "Apache takes '${' for the beginning of a variable"),
        ("apache", headers('"expr=1"'), "Apache takes 'expr=' for the beginning of code"),
        ("nginx", headers('"text/x"', name="content-type"), "nginx sets it itself"),
        ("apache", headers('"me:secret"', name="basic-auth"), "show the passwords"),
        ("nginx", redirect("from = '/a/*'\nto = '/b/:splat'"), "which may be hostile"),
        ("apache", redirect("from = '/a'\nto = '/b'\nstatus = 200"), "the status 200 is not for"),
        ("nginx", redirect("from = '/a'\nto = '/b'\nsigned = 'X'"), "it depends on signed"),
    ],
)
def test_what_a_server_cannot_be_told_is_noted(kind: str, text: str, told: str) -> None:
    written = written_for(kind, read(text))
    assert told in "\n".join(map(str, written.notes))
    shown = "".join(written.files.values())
    assert not re.search(r"secret|aaaa|a\$b|PATH|expr=1|/b|text/x", shown)


def test_headers_are_one_whatever_the_case_of_their_names_and_the_last_prevails() -> None:
    text = headers('"1"', "/a") + headers('"2"', name="x-a") + headers('"3"', "/a")
    [part] = for_nginx(read(text)).files.values()
    assert part.endswith(
        'if ($undersigned_path ~ "^/a$") { set $undersigned_2 "1"; }\n'
        'set $undersigned_2 "2";\n'
        'if ($undersigned_path ~ "^/a$") { set $undersigned_2 "3"; }\n'
        'add_header "X-A" $undersigned_2 always;\n'
    )


# What Netlify's own packages read, of a configuration and of the files that stand for it.
READING = """
import { parseAllHeaders } from "netlify-headers-parser";
import { parseAllRedirects } from "netlify-redirect-parser";
const [netlifyConfigPath, headers, redirects] = process.argv.slice(1);
const asked = { minimal: true, configHeaders: [], configRedirects: [] };
const read = async (files) => [
  await parseAllHeaders({ ...asked, headersFiles: [], ...files }),
  await parseAllRedirects({ ...asked, redirectsFiles: [], ...files }),
];
const both = [
  await read({ netlifyConfigPath }),
  await read({ headersFiles: [headers], redirectsFiles: [redirects] }),
];
console.log(JSON.stringify(both));
"""


@pytest.mark.skipif(
    not (shutil.which("node") and (REPOSITORY / "node_modules/netlify-headers-parser").exists()),
    reason="Netlify's packages are not installed; 'npm ci' does that",
)
def test_netlifys_own_packages_read_the_same_of_the_files(tmp_path: Path) -> None:
    for name, text in for_cloudflare(read(OWN)).files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    command = ["node", "--input-type=module", "-e", READING, "--", str(REPOSITORY / "netlify.toml")]
    files = [str(tmp_path / name) for name in ("_headers", "_redirects")]
    run = subprocess.run(
        [*command, *files], cwd=REPOSITORY, capture_output=True, text=True, check=True
    )
    (headers, redirects), (same, more) = json.loads(run.stdout)
    assert headers["errors"] == redirects["errors"] == same["errors"] == more["errors"] == []
    assert len(same["headers"]) > 20
    assert same["headers"] == headers["headers"]
    slashed = [{**each, "from": f"{each['from']}/"} for each in redirects["redirects"]]
    both = [each for pair in zip(redirects["redirects"], slashed, strict=True) for each in pair]
    assert more["redirects"] == both


def test_github_pages_gets_a_domain_and_is_told_what_is_lost() -> None:
    hosting = read(OWN)
    own = written_for("github", hosting, "https://statement.example/")
    assert own.files == {".nojekyll": "", "CNAME": "statement.example\n"}
    assert written_for("github", hosting, "https://a.github.io/b/").files == {".nojekyll": ""}
    assert written_for("github", hosting).files == {".nojekyll": ""}
    lines = [rule.line for rule in hosting.headers] + [rule.line for rule in hosting.redirects]
    assert [note.line for note in own.notes] == lines
    assert "redirect from /endorse: left out, because GitHub Pages redirects nothing" in str(
        own.notes
    )
    assert "It can send no\nheaders" in own.advice


@pytest.mark.parametrize("kind", ["apache", "cloudflare", "gitlab", "nginx"])
def test_a_site_below_the_root_of_its_host_is_told_that_paths_are_others_there(kind: str) -> None:
    hosting = read(redirect("from = '/a'\nto = '/b'"))
    assert written_for(kind, hosting, "https://a.example/").notes == []
    [note] = written_for(kind, hosting, "https://a.example/b/").notes
    assert "the site lies below '/b/'" in str(note)
