"""Whatever a page holds that the build lets through, readers see what was signed and stay here."""

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Error, Page

from tests.support.elsewhere import Elsewhere, asking, elsewhere
from tests.support.examples import at_length, examples
from tests.support.hostile_pages import attributes, drawings, pages, tricks
from tests.support.hosting import headers_of
from tests.support.rebuilt import Rebuilt, named_in, plain
from tests.support.served import served
from tests.support.sites import with_settings

TEXT = ["Do no harm", "Say so"]
ENTRIES = ["acme", "beta-verein", "jane-doe", "gone"]
REGISTER = """\
--- signatories.yml
- name: Acme
  kind: company
  country: NO
  website: https://acme.example
  signed: 2024-05-06
  evidence: https://acme.example/news

- name: Beta Verein
  kind: association
  country: AT
  website: https://beta.example
  signed: 2024-07
  evidence: https://paper.example/beta
  statement: We do no harm.

- name: Gone
  kind: company
  country: NO
  website: https://gone.example
  signed: 2024-01-01
  evidence: https://gone.example/news
  withdrawn: 2025-02-03

- name: Jane Doe
  kind: individual
  affiliation: University of Oslo
  signed: 2024-08-09
  confirmed_by_email: 2024-08-10
"""
# What forks switch on besides.
EXTENSIONS = (
    "[attr_list, footnotes, md_in_html, sane_lists, tables, abbr, def_list, admonition,"
    " pymdownx.details, pymdownx.superfences, {pymdownx.tabbed: {alternate_style: true}},"
    " {toc: {permalink: '#'}}]"
)
SETTINGS = {
    "[attr_list, footnotes, md_in_html, sane_lists]": EXTENSIONS,
    "  font: false\n": "  font: false\n  features: [content.code.copy, content.tabs.link]\n",
}

# Of each element, what keeps a reader from seeing it; of the words in it, those that are covered,
# too small, or not in their order.
SEEN = """
elements => elements.flatMap(element => {
  const faults = [];
  const fault = words => faults.push(`${words}: ${element.textContent.trim().slice(0, 40)}`);
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true,
                                 contentVisibilityAuto: true })) fault("is not visible");
  for (let each = element; each; each = each.parentElement) {
    const style = getComputedStyle(each);
    if (style.textDecorationLine.includes("line-through")) fault("is struck out");
    if (style.opacity < 0.5 || style.filter !== "none") fault("is faint");
    if (each.hasAttribute("aria-hidden") || each.inert) fault("is hidden from some");
  }
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let before = null;
  while (texts.nextNode()) {
    const node = texts.currentNode;
    const style = getComputedStyle(node.parentElement);
    for (const { 0: word, index } of node.data.matchAll(/\\S+/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      node.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
      const box = range.getBoundingClientRect();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const top = document.elementFromPoint(x, y);
      if (box.width < 1 || box.height < 8) fault(`'${word}' has no room`);
      else if (!top || !element.contains(top))
        fault(`'${word}' is covered by ${top?.outerHTML.slice(0, 80)}`);
      if (style.color === "rgba(0, 0, 0, 0)") fault(`'${word}' has no colour`);
      const place = [box.y + scrollY, box.x];
      if (before?.node === node && place[0] < before.place[0] + 2 && place[1] < before.place[1])
        fault(`'${word}' is not in its order`);
      before = { node, place };
    }
  }
  return faults;
})
"""

# All that is asked of a page, at once; a redirect without delay begins once the page is there.
SIGNED_ON = f"""
async ids => {{
  await new Promise(done => setTimeout(done, 20));
  const seen = {SEEN.strip()};
  const all = path => [...document.querySelectorAll(path)];
  const texts = all(".undersigned-text"), entries = all(".undersigned-entry");
  return {{
    texts: texts.map(each => each.innerText),
    entries: entries.map(each => each.id),
    same: ids.map(id => all(`[id='${{id}}']`).length),
    faults: seen(all(".undersigned-text li, .undersigned-entry .undersigned-entry__name")),
  }};
}}
"""


class Reader:
    """A reader who opens pages, and all that is wrong with them."""

    def __init__(self, page: Page, address: str, others: Elsewhere) -> None:
        self.page, self.address, self.others = page, address, others
        self.complaints: list[str] = []
        self.outside = asking(page, address)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda said: self.hear(said.type, said.text))

    def hear(self, kind: str, words: str) -> None:
        """Note what scripts and policy complain of; a picture that is missing harms nobody."""
        if kind == "error" and not words.startswith("Failed to load resource"):
            self.complaints.append(words)

    def read(self, path: str) -> list[str]:
        """Open a page, look for what was signed, and say what is wrong."""
        self.complaints.clear()
        self.outside.clear()
        self.others.asked.clear()
        try:
            self.page.goto(self.address + path, wait_until="load")
            self.page.keyboard.press("Tab")
            wrong = [*self.signed(path)]
        except Error as error:  # it has gone meanwhile
            wrong = [f"cannot be read: {error}"]
        wrong += [f"asks for {each}" for each in (*self.outside, *self.others.asked)]
        wrong += [f"complains: {each}" for each in self.complaints]
        if self.page.url.partition("#")[0] != self.address + path:
            wrong.append(f"is left for {self.page.url}")
        return wrong

    def signed(self, path: str) -> Iterator[str]:
        """What is wrong with the text and the entries on a page."""
        found = self.page.evaluate(SIGNED_ON, ENTRIES)
        if path.endswith(".svg"):
            return
        for words in found["texts"]:
            if words.split("\n") != TEXT:
                yield f"shows the text as {words!r}"
        yield from found["faults"]
        if path == "principles/" and len(found["texts"]) != 1:
            yield f"shows the text {len(found['texts'])} times"
        if found["entries"] != (ENTRIES if path == "signatories/" else []):
            yield f"lists {found['entries']}"
        if path == "signatories/" and set(found["same"]) != {1}:
            yield f"has ids {found['same']} times"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rebuilt]:
    """The small site with what forks switch on."""
    site = Rebuilt(tmp_path_factory.mktemp("hostile"), with_settings(SETTINGS) + REGISTER)
    yield site
    site.end()


@pytest.fixture(scope="module")
def reader(site: Rebuilt, browser: Browser) -> Iterator[Reader]:
    """Somebody at a desk; every host but the site's is noted and never reached."""
    folder = site.root / "site"
    folder.mkdir()
    with elsewhere() as others, served(folder, headers_of) as address:
        context = others.context(browser, address, viewport={"width": 1280, "height": 800})
        yield Reader(context.new_page(), address, others)
        context.close()


SIGNED = ("principles/index.md", "signatories/index.md")
OTHERS = 20
DRAWN = st.fixed_dictionaries(
    {SIGNED[0]: pages("The text", shows_text=True), SIGNED[1]: pages("Signatories")}
    | {f"other-{number}.md": pages(f"Page {number}") for number in range(OTHERS)}
    | {"drawing.svg": drawings()}
)


def let_through(site: Rebuilt, drawn: dict[str, str], counted: Counter[str]) -> list[str]:
    """The files of those drawn that a build lets through, all of which are in the site now.

    A build says of each fault once where it is, and on how many pages more: so what it names is
    taken away until nothing is. Titles are on every page: where none of those drawn is named, each
    is built by itself.
    """
    left = dict(drawn)
    while True:
        code, said = site.build(left)
        counted["builds"] += 1
        if code == 0:
            return list(left)
        assert "Traceback" not in said, said
        named = named_in(said)
        refused = [path for path in left if plain(path) in named]
        refused = refused or [path for path in left if site.build({path: left[path]})[0]]
        assert refused, f"{said}\n{left}"
        for path in refused:
            del left[path]


def address_of(path: str) -> str:
    """Where the site serves a file of docs/."""
    return path if path.endswith(".svg") else path.removesuffix("index.md").replace(".md", "/")


def faults_of(
    drawn: dict[str, str], site: Rebuilt, reader: Reader, counted: Counter[str]
) -> Iterator[str]:
    """What is wrong with the files that the build lets through, each with its source."""
    through = let_through(site, drawn, counted)
    counted.update(drawn=len(drawn), through=len(through))
    # What a page sets, such as its title, is on others too.
    for path in dict.fromkeys((*through, *SIGNED)):
        counted["read"] += 1
        if wrong := reader.read(address_of(path)):
            sources = [drawn[path]] if path in through else [drawn[each] for each in through]
            yield "\n".join([f"docs/{path}:", *wrong, *sources])


def page_of(*tricks: str) -> str:
    return "\n\n".join(["# Page", *tricks, ""])


# In a usual run the attributes that are let through share a page in the browser.
TOGETHER = 1 if at_length() else 8


def test_each_known_trick_by_itself_is_refused_or_does_nothing(
    site: Rebuilt, reader: Reader
) -> None:
    counted: Counter[str] = Counter()
    them = {f"other-{number}.md": trick for number, trick in enumerate([*tricks(), *attributes()])}
    through = let_through(site, {path: page_of(trick) for path, trick in them.items()}, counted)
    assert 0 < len(through) < len(them) // 2
    whole = set(attributes())
    alone = [path for path in through if them[path] not in whole]
    among = [path for path in through if them[path] in whole]
    shared = [among[start : start + TOGETHER] for start in range(0, len(among), TOGETHER)]
    read = {path: page_of(them[path]) for path in alone}
    read |= {paths[0]: page_of(*map(them.__getitem__, paths)) for paths in shared}
    # What is refused together, such as an id that is on two pages, is read one by one.
    joined = let_through(site, read, counted)
    for paths in shared:
        if paths[0] not in joined:
            read |= {path: page_of(them[path]) for path in paths}
    faults = [*faults_of(read, site, reader, counted)]
    assert counted["through"] == len(read)
    assert not faults, "\n\n".join([f"{len(faults)} pages, such as:", *faults[:5]])


def test_what_is_let_through_shows_what_was_signed_and_asks_no_other_host(
    site: Rebuilt, reader: Reader, capsys: pytest.CaptureFixture[str]
) -> None:
    counted: Counter[str] = Counter()
    faults: list[str] = []

    @settings(
        max_examples=examples(25 if at_length() else 10),
        phases=[Phase.generate],  # a fault names its page, and to draw less of it takes minutes
        suppress_health_check=list(HealthCheck),
    )
    @given(DRAWN)
    def read(drawn: dict[str, str]) -> None:
        faults.extend(faults_of(drawn, site, reader, counted))

    read()
    with capsys.disabled():
        print(f"\nhostile pages: {dict(counted)}")
    assert not faults, "\n\n".join([f"{len(faults)} pages, such as:", *faults[:5]])
    # Of pages that are all refused, or all harmless, it would say nothing.
    assert counted["drawn"] // 5 < counted["through"] < counted["drawn"] * 4 // 5
