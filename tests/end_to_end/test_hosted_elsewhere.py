"""A built site behind nginx and Apache, which are told what netlify.toml says."""

import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from undersigned.hosting.kinds import written_for
from undersigned.hosting.reading import hosting_in
from undersigned.hosting.rules import REVALIDATED

from tests.support.hosting import CONFIGURATION, headers_of
from tests.support.own_servers import serving
from tests.support.sites import small_site

PROGRAMS = {"nginx": "nginx", "apache": "apache2"}
OWN = CONFIGURATION.read_text(encoding="utf-8")

ADDED = {
    ".well-known/some-proof": "of a domain",
    "proofs/a.example/endorsements.txt.sig": "signed",
    "proofs/a.example/key.pub": "ssh-ed25519 AAAA",
    "assets/javascripts/lunr.fr.min.js": "1",
    "assets/stylesheets/a.css.map": "{}",
    "figures/one/one.csv": "a",
    "there/index.html": "a page",
    "over/index.html": "a page",
    "a b$.txt": "a text",
}

# What a rule has where a configuration is another language; each value is sent as it stands.
HOSTILE = """\
[[headers]]
for = "/*"
[headers.values]
X-Quotes = '''"a" 'b' \\ \\\\ \\n \\" ; } # {'''
X-Percent = "%{HOST}e %s 100% %"
'X-#' = "#"

[[headers]]
for = "/a%20b$.txt"
values = { X-One = "a b" }

[[headers]]
for = "/%22%27%5E%5B%5C%C3%A9%7Bx%7D$/:part"
values = { X-Two = "2" }

[[redirects]]
from = "/there"
to = "/elsewhere/"

[[redirects]]
from = "/over"
to = "/$1/%20/%25s?q=a&b=%0#x"
status = 308
force = true

[[redirects]]
from = "/many/*"
to = "https://b.example/~me#part"
status = 303
""".replace("%0#", "%2f#")


def written(kind: str, text: str) -> str:
    hosting, problems = hosting_in(text)
    assert hosting, problems
    done = written_for(kind, hosting)
    assert done.notes == []
    [part] = done.files.values()
    return part


@pytest.fixture(scope="module")
def folders() -> Iterator[tuple[Path, Path]]:
    """A built site with files of each kind beside it, and where servers work; all may read both."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        root.chmod(0o755)
        result = small_site(root / "small").build()
        assert result.returncode == 0, result.stderr
        site = root / "small" / "site"
        for path, text in ADDED.items():
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_text(text, encoding="utf-8")
        yield site, root


def types(path: str) -> str:
    known = {
        "": "text/html; charset=utf-8", ".html": "text/html; charset=utf-8",
        ".css": "text/css; charset=utf-8", ".csv": "text/csv; charset=utf-8",
        ".js": "text/javascript; charset=utf-8", ".txt": "text/plain; charset=utf-8",
        ".json": "application/json", ".map": "application/json", ".xml": "application/xml",
        ".bib": "application/x-bibtex", ".yml": "application/yaml", ".png": "image/png",
        ".svg": "image/svg+xml", ".pdf": "application/pdf", ".ico": "image/x-icon",
    }  # fmt: skip
    suffix = "" if path.endswith("/") else Path(path).suffix or "none"
    return known.get(suffix, "application/octet-stream")


def work_in(root: Path) -> Path:
    """A new folder for what a server writes, which whoever it runs as can enter."""
    work = Path(tempfile.mkdtemp(dir=root))
    work.chmod(0o755)
    return work


@pytest.mark.parametrize("kind", [*PROGRAMS])
def test_a_server_of_ones_own_answers_as_the_host_does(
    folders: tuple[Path, Path], kind: str
) -> None:
    site, work = folders[0], work_in(folders[1])
    ours = {name.lower() for rule in tomllib.loads(OWN)["headers"] for name in rule["values"]}
    paths = [f"/{each.relative_to(site).as_posix()}" for each in site.rglob("*") if each.is_file()]
    served = [path.removesuffix("index.html") for path in paths if " " not in path]
    absent = ["/none", "/a/none/", "/proofs/none", "/assets/stylesheets/none", "/figures/"]
    page = (site / "404.html").read_bytes()
    with serving(PROGRAMS[kind], written(kind, OWN), site, work) as answers:
        for path in [*served, *absent]:
            response, body = answers.to(path)
            found = {name.lower(): value for name, value in response.getheaders()}
            wanted = dict([REVALIDATED]) | headers_of(path)
            wanted = {name.lower(): value for name, value in wanted.items()}
            assert {name: found[name] for name in found if name in ours} == wanted, path
            assert response.status == (404 if path in absent else 200), path
            assert found["content-type"] == types("/" if path in absent else path), path
            assert not {"content-language", "content-encoding"} & found.keys()
            names = [name.lower() for name, _ in response.getheaders()]
            assert len(names) == len(set(names)), path
            file = site / path.lstrip("/")
            file = file / "index.html" if path.endswith("/") else file
            assert body == (page if path in absent else file.read_bytes()), path
        for rule in tomllib.loads(OWN)["redirects"]:
            for asked in (rule["from"], f"{rule['from']}/", f"{rule['from']}?a=b%0a"):
                response, _ = answers.to(asked)
                place = urlsplit(response.headers["Location"])
                assert (response.status, place.path) == (rule["status"], rule["to"]), asked
                assert place.query == urlsplit(asked).query
        response, _ = answers.to("/sign")
        assert (response.status, urlsplit(response.headers["Location"]).path) == (301, "/sign/")


@pytest.mark.parametrize("kind", [*PROGRAMS])
def test_what_is_special_to_a_server_is_sent_as_it_stands(
    folders: tuple[Path, Path], kind: str
) -> None:
    site, work = folders[0], work_in(folders[1])
    rules = tomllib.loads(HOSTILE)
    with serving(PROGRAMS[kind], written(kind, HOSTILE), site, work) as answers:
        response, _ = answers.to("/a%20b$.txt")
        for rule in rules["headers"][:2]:
            for name, value in rule["values"].items():
                assert response.headers[name] == value
        assert answers.to("/a%20b.txt")[0].headers["X-One"] is None
        strange = rules["headers"][2]["for"]
        assert answers.to(strange.replace(":part", "x"))[0].headers["X-Two"] == "2"
        assert answers.to(strange.replace(":part", ""))[0].headers["X-Two"] is None
        assert answers.to("/there/")[1] == b"a page"
        response, _ = answers.to("/over/")
        place = response.headers["Location"].removeprefix(f"http://127.0.0.1:{answers.port}")
        assert response.status == 308
        assert place.replace("%24", "$") == rules["redirects"][1]["to"]
        response, _ = answers.to("/many/a%0dX-Bad:%20b")
        assert response.status == 303
        assert response.headers["Location"] == "https://b.example/~me#part"
        assert response.headers["X-Bad"] is None
