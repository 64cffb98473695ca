"""Other ways to publish a register, to measure beside this one: each shows a bare table of it.

They check nothing, and export nothing. What Debian calls `hugo` and `jekyll` is left out where it
is not installed.
"""

import shutil
import sys
from pathlib import Path
from typing import NamedTuple

import yaml
from mkdocs.utils.yaml import yaml_load

REPOSITORY = Path(__file__).resolve().parent.parent

# What this project adds to Material; everything else of mkdocs.yml stays as it is.
ADDED = ("hooks", "extra_css", "extra", "nav", "not_in_nav", "watch")

MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")
FIELDS = ("name", "kind", "country", "website", "signed", "evidence")

# As fast as PyYAML reads: with libyaml.
_HOOK = """import yaml

def on_page_markdown(markdown, page, config, **_):
    if page.file.src_uri != "index.md":
        return markdown
    with open("signatories.yml", encoding="utf-8") as file:
        entries = yaml.load(file, yaml.CSafeLoader)
    rows = "".join("<tr>" + "".join(f"<td>{v}</td>" for v in e.values()) + "</tr>" for e in entries)
    return f"{markdown}\\n\\n<table>{rows}</table>\\n"
"""


class Peer(NamedTuple):
    """Another way: what it is called, its folder, and the command that builds there."""

    label: str
    folder: Path
    command: tuple[str, ...]


def material_alone(folder: Path) -> Path:
    """The Markdown of this site and its theme's settings, without hooks, sources and templates."""
    shutil.copytree(REPOSITORY / "docs", folder / "docs")
    for page in (folder / "docs").rglob("*.md"):
        lines = page.read_text(encoding="utf-8").splitlines()
        kept = (line for line in lines if not line.startswith("template:"))
        page.write_text("\n".join(kept), encoding="utf-8")
    settings = yaml_load((REPOSITORY / "mkdocs.yml").open(encoding="utf-8"))
    for name in ADDED:
        del settings[name]
    del settings["theme"]["custom_dir"]
    settings["plugins"] = ["search"]
    settings["validation"] = {"links": {"not_found": "ignore"}}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    return folder


def with_hook(folder: Path, register: str) -> Path:
    """Material alone, with a hook that loads a register and writes a table of it."""
    settings = material_alone(folder) / "mkdocs.yml"
    (folder / "hook.py").write_text(_HOOK, encoding="utf-8")
    (folder / "signatories.yml").write_text(register, encoding="utf-8")
    with settings.open("a", encoding="utf-8") as file:
        file.write("hooks: [hook.py]\n")
    return folder


def hugo(folder: Path, register: str) -> Path:
    """A site of Hugo, whose one page is a table of a register."""
    cells = "".join(f"<td>{{{{ .{name} }}}}</td>" for name in FIELDS)
    loop = f"{{{{ range .Site.Data.signatories }}}}<tr>{cells}</tr>{{{{ end }}}}"
    kinds = 'disableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n'
    _write(folder / "config.toml", f'baseURL = "https://example.org/"\n{kinds}')
    _write(folder / "layouts" / "index.html", f"<!doctype html><table>{loop}</table>\n")
    _write(folder / "data" / "signatories.yml", register)
    return folder


def jekyll(folder: Path, register: str) -> Path:
    """A site of Jekyll, whose one page is a table of a register."""
    cells = "".join(f"<td>{{{{ each.{name} | escape }}}}</td>" for name in FIELDS)
    loop = f"{{% for each in site.data.signatories %}}<tr>{cells}</tr>{{% endfor %}}"
    _write(folder / "_config.yml", "title: Signatories\n")
    _write(folder / "index.html", f"---\n---\n<!doctype html><table>{loop}</table>\n")
    _write(folder / "_data" / "signatories.yml", register)
    return folder


def peers(folder: Path, register: str) -> list[Peer]:
    """The other ways that this machine has, each in a folder of its own beneath one."""
    found = [
        Peer("Material alone, without a register", material_alone(folder / "material"), MKDOCS),
        Peer("Material and a hook with yaml.load", with_hook(folder / "hook", register), MKDOCS),
    ]
    if shutil.which("hugo"):
        found.append(Peer("Hugo", hugo(folder / "hugo", register), ("hugo", "--quiet")))
    if shutil.which("jekyll"):
        command = ("jekyll", "build", "--quiet", "--disable-disk-cache")
        found.append(Peer("Jekyll", jekyll(folder / "jekyll", register), command))
    return found


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
