"""Draw the social card and the touch icon anew, from the names of this site.

`.venv/bin/python tools/card.py` writes card.png and touch.png into overrides/assets/undersigned/.
It needs a Chromium on the machine and the tools that `make test` installs. Other sites are shown
the card only while the title, publisher and date on it are the site's own.
"""

import re
import shutil
import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

import yaml
from playwright.sync_api import Browser, sync_playwright
from undersigned.language.catalogue import catalogue_of
from undersigned.locale import locale_of, shown_date
from undersigned.look.mark import favicon
from undersigned.look.settings import read_look
from undersigned.register.rules.context import latest_today
from undersigned.statement.card import signed_picture, words_of
from undersigned.statement.cite import cited
from undersigned.statement.edition import read_edition, roles
from undersigned.statement.identity import read_statement
from undersigned.statement.versions import read_versions

ROOT = Path(__file__).resolve().parent.parent
ASSETS = ROOT / "overrides/assets/undersigned"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

STYLE = """
body { background: var(--undersigned-paper); color: var(--undersigned-ink); margin: 0;
  font-family: var(--undersigned-serif); }
main { box-sizing: border-box; display: grid; grid-template-rows: auto 1fr auto; height: 630px;
  padding: 64px 72px 56px; width: 1200px; }
svg { height: 76px; margin-left: -6px; width: 76px; fill: none; stroke: var(--undersigned-accent);
  stroke-linecap: round; stroke-width: 2.2; }
h1 { align-self: center; font-size: 84px; font-weight: 600; line-height: 1.1; margin: 0;
  overflow-wrap: anywhere; text-wrap: balance; }
h1.long { font-size: 56px; }
footer { align-items: baseline; border-top: 2px solid var(--undersigned-ink); display: flex;
  font-size: 30px; gap: 40px; justify-content: space-between; padding-top: 20px; }
p { color: var(--undersigned-pale); font-family: var(--undersigned-sans); margin: 0; }
ol { color: var(--undersigned-accent); display: flex; font-size: 60px; gap: 34px; line-height: 1;
  font-variant-numeric: lining-nums; list-style: none; margin: 0; padding: 0; }
"""


def card(words: tuple[str, str], numerals: int) -> str:
    """The page that is pictured, in the colours and the type of the site."""
    styles = read_look(ROOT)[0].style
    styles += "".join((ASSETS / f"{name}.css").read_text("utf-8") for name in ("colour", "type"))
    logo = (ROOT / "overrides/partials/logo.html").read_text(encoding="utf-8")
    mark = logo[logo.index("<svg") : logo.index("</svg>") + len("</svg>")]
    title, beneath = map(escape, words)
    numbers = "".join(f"<li>{number}</li>" for number in range(1, numerals + 1))
    return (
        f"<!doctype html><style>{styles}{STYLE}</style><main>{mark}"
        f"<h1{' class=long' * (len(title) > 60)}>{title}</h1>"
        f"<footer><p>{beneath}</p><ol>{numbers}</ol></footer></main>"
    )


def icon() -> str:
    """The page that is pictured as the touch icon: the favicon, as large as it gets."""
    picture = favicon(read_look(ROOT)[0].colours.day)
    return f"<!doctype html><style>body {{ margin: 0 }} svg {{ display: block }}</style>{picture}"


def pictures(browser: Browser) -> Iterator[tuple[str, bytes]]:
    """Each file's name and bytes."""
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    versions, problems = read_versions(ROOT, latest_today())
    statement, wrong = read_statement(settings["extra"]["statement"])
    edition, wrong_edition = read_edition(settings["extra"].get("edition"))
    if problems or statement is None or edition is None:
        sys.exit("\n".join(map(str, [*problems, *wrong, *wrong_edition])))
    citation = cited(statement, edition, versions)
    locale = locale_of(settings["theme"].get("language", "en"))
    published = shown_date(versions[-1].published, locale)
    said = roles(citation.author, edition, catalogue_of(locale))
    words = words_of(citation.title, said, published)
    numerals = min(len(re.findall(r"^\d+\. ", versions[-1].text, re.MULTILINE)), 9)
    yield "card.png", signed_picture(pictured(browser, card(words, numerals), 1200, 630), words)
    # The package brings the icon to the sites of others: it has no words of this one.
    yield "touch.png", pictured(browser, icon(), 180, 180)


def pictured(browser: Browser, html: str, width: int, height: int) -> bytes:
    """A page as a PNG of so many pixels."""
    view = browser.new_page(viewport={"width": width, "height": height})
    view.set_content(html)
    return view.screenshot()


def main() -> None:
    """Draw both."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        sys.exit(f"no browser found; install one of {', '.join(BROWSERS)}")
    with sync_playwright() as playwright:
        # The page drawn is this script's own, and root has no sandbox.
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        for name, png in pictures(browser):
            (ASSETS / name).write_bytes(png)
        browser.close()


if __name__ == "__main__":
    main()
