"""What is shown is what was signed: built pages, whole and tampered with."""

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from undersigned.markup.built_pages import JudgedTags
from undersigned.markup.document import page
from undersigned.names.slug import slug
from undersigned.problem import Problem
from undersigned.shown import judging
from undersigned.shown.built import BuiltSite
from undersigned.shown.judging import judged
from undersigned.shown.listings import listings
from undersigned.shown.pages import frame_of, judgement
from undersigned.shown.rows import Folded
from undersigned.shown.wanted import wanted_on

from tests.support.examples import examples
from tests.support.published import published_by
from tests.support.registers import entry_text
from tests.support.shown import shown_problems
from tests.support.sites import SmallSite, small_site, split_at, with_settings
from tests.support.store import Store

from .test_versions import SECOND

NAMES = ["Acme", "Beta", "Core", "Dora"]
REGISTER = "--- signatories.yml\n" + "\n".join(
    [*map(entry_text, NAMES), entry_text("Gone", more="  withdrawn: 2025-01-02\n")]
)
# Words above the lists.
WORDS = "".join(
    f"--- docs/signatories/{name}.md\n# Who\n" for name in ("index", "by-date", "by-country")
)
LONG = f"{split_at(2)}{REGISTER}"

TEXT = '<div class="undersigned-text">'
GROUP = '<section class="undersigned-group"'
ROW = (
    '<section class="undersigned-group"><ul class="undersigned-entries">'
    '<li class="undersigned-entry" id="apple"><div><bdi class="undersigned-entry__name">Apple</bdi>'
    "</div></li></ul></section>"
)

# HTML that stands open before what is to be shown, and keeps readers from it or may do so.
OPEN = [
    "<div hidden>", '<div hidden="until-found">', '<div aria-hidden="true">', "<div inert>",
    "<div popover>", "<details>", "<dialog>", "<template>", "<noscript>", "<!--", "<textarea>",
    "<xmp>", "<plaintext>", "<select><option>", "<title>", "<style>", "<script>", "<iframe>",
    "<object>", "<canvas>", "<video>", "<svg><title>", "<math><mtext>", "<font color=white>", "<s>",
    '<div class="md-overlay">', '<div class="undersigned-spoken">', "<div>", "<table><tr><td>",
    "<ul><li>", "<blockquote>", "<button>", "<a href=x>", "</article>", "</div>", "</div></div>",
    "<body hidden>", "<html hidden>", '<html class="js">', "<p><b>", "<ruby><rt>", "<fieldset>",
    "<!-- a --!><div hidden>", "<svg><style><!--</style><div hidden>", "<article>", "<main hidden>",
    '<div class="undersigned-text">', "<![CDATA[", "<p title='", "<frameset>", "<h1>", "<pre>",
    "<p><font color=white></p>", "<p><s></p>", "<p><a href=x></p>", "<p><i><i></p>",
]  # fmt: skip
# What closes itself as soon as a text or a list begins.
HARMLESS = {"<frameset>", '<html class="js">'}


def built(site: SmallSite, split: int) -> BuiltSite:
    """The built site, as the checks after a build have it."""
    made = published_by(site.root, split=split)
    extensions = ["attr_list", "footnotes", "md_in_html", "sane_lists"]
    return BuiltSite(made, site.root, site.root / "docs", site.root / "site", extensions)


@pytest.fixture(scope="module")
def short(store: Store) -> BuiltSite:
    return built(store.built(SECOND + WORDS + REGISTER), 500)


TO_A = 'href="../signatories/list/a/"'


@pytest.fixture(scope="module")
def long(store: Store) -> BuiltSite:
    return built(store.built(SECOND + LONG), 2)


def copied(site: BuiltSite, folder: Path) -> Path:
    """The pages of a site by other names, to be put in other files; no others are looked at."""
    ignored = shutil.ignore_patterns("assets")
    copytree = shutil.copytree(site.folder, folder / "site", ignore=ignored, copy_function=os.link)
    return Path(copytree)


def tampered(
    site: BuiltSite, folder: Path, page: str, change: Callable[[str], str]
) -> list[Problem]:
    """What is wrong once the HTML of one page has been changed."""
    copy = copied(site, folder)
    place = copy / page / "index.html"
    html = place.read_text(encoding="utf-8")
    changed = change(html)
    assert changed != html
    place.unlink()
    place.write_text(changed, encoding="utf-8")
    return shown_problems(replace(site, folder=copy))


def before(mark: str, html: str) -> Callable[[str], str]:
    return lambda page: page.replace(mark, html + mark, 1)


def test_sites_show_what_was_signed(short: BuiltSite, long: BuiltSite) -> None:
    assert shown_problems(short) == []
    assert shown_problems(long) == []


# What is done to a page somewhere: nothing may be said of it that is not said of it row by row.
CHANGES = st.tuples(
    st.floats(0, 1),
    st.sampled_from([*OPEN, ROW, "", "\0", "</li>", "</ul>", ' id="acme"', "&", "<b>", "</b>"]),
    st.integers(0, 9),
)


@settings(max_examples=examples(400))
@given(changes=st.lists(CHANGES, min_size=1, max_size=3), among_rows=st.booleans())
def test_a_row_that_stands_for_others_changes_nothing_that_is_said(
    changes: list[tuple[float, str, int]], among_rows: bool, short: BuiltSite
) -> None:
    file = "signatories/index.html"
    html = (short.folder / file).read_text(encoding="utf-8")
    for share, piece, length in changes:
        first, last = (html.find(GROUP), html.rfind("</section>")) if among_rows else (0, len(html))
        place = first + int(share * (last - first))
        place = html.find("<", place) if length % 2 else place
        html = html[:place] + piece + html[place + length :]
    framed = (short.folder / "principles/1.1/index.html").read_bytes()
    wanted, tags = wanted_on(short, frame_of(page(framed))), JudgedTags()
    found = judged(short, wanted, tags, file, html.encode(errors="replace"))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(judging, "folded", Folded)
        assert judged(short, wanted, tags, file, html.encode(errors="replace")) == found


def test_what_a_script_holds_is_no_row_whether_others_are_folded_or_not(short: BuiltSite) -> None:
    file = "signatories/index.html"
    html = (short.folder / file).read_text(encoding="utf-8")
    framed = page((short.folder / "principles/1.1/index.html").read_bytes())
    wanted, place = wanted_on(short, frame_of(framed)), html.index('"translations"')
    for piece in (ROW, ROW * 9):
        content = (html[:place] + piece + html[place:]).encode()
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(judging, "folded", Folded)
            assert judged(short, wanted, JudgedTags(), file, content).problems == []
        assert judged(short, wanted, JudgedTags(), file, content).problems == []


def test_every_signatory_is_listed_once(short: BuiltSite, long: BuiltSite) -> None:
    for site in (short, long):
        known = [each.id for each in site.made.site.register.signatories]
        listed = (
            each
            for each in listings(site.made.view.register, site.made.view.texts)
            if each.anchored
        )
        assert sorted(who for each in listed for who in each.expected) == sorted(known)
        assert sorted(known) == [slug(name) for name in (*NAMES, "Gone")]


@pytest.mark.parametrize("html", OPEN)
def test_a_text_is_seen_whatever_stands_before_it(
    html: str, short: BuiltSite, tmp_path: Path
) -> None:
    problems = tampered(short, tmp_path, "principles", before(TEXT, html))
    assert bool(problems) == (html not in HARMLESS)
    assert {each.path for each in problems} <= {"docs/principles/index.md"}


@pytest.mark.parametrize("html", OPEN)
def test_entries_are_seen_whatever_stands_before_them(
    html: str, short: BuiltSite, tmp_path: Path
) -> None:
    problems = tampered(short, tmp_path, "signatories", before(GROUP, html))
    assert bool(problems) == (html not in HARMLESS)


@pytest.mark.parametrize(
    "page",
    ["principles/1.0", "principles/1.1", "principles/print", "signatories/by-country",
     "signatories/by-date"],
)  # fmt: skip
def test_every_page_of_the_templates_is_judged(page: str, short: BuiltSite, tmp_path: Path) -> None:
    mark = GROUP if "by-" in page else TEXT
    assert tampered(short, tmp_path, page, before(mark, "<div hidden>"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda page: page.replace("Do no harm", "Do harm"), "not shown as it was locked, at 'Do"),
        (lambda page: page.replace("harm", '<abbr title="nothing">harm</abbr>', 1), "'<abbr title"),
        (lambda page: page.replace("harm", "<del>harm</del>", 1), "at '<del>'"),
        (lambda page: page.replace("<li>Do", "<li hidden>Do", 1), "'<li hidden="),
        (before("</ol>", "<li>And the rest</li>"), "not shown as it was locked"),
        (before(TEXT, f"{TEXT}<p>Do as you like</p></div>"), "is shown 2 times"),
        (lambda page: page.replace(TEXT, "<div>"), "is not shown; let"),
        (lambda page: page.replace(TEXT, TEXT.replace(">", " hidden>")), "'<div class="),
        (lambda page: page.replace("text", "text undersigned-spoken"), "'<div class="),
    ],
)
def test_a_text_is_shown_once_and_word_for_word(
    change: Callable[[str], str], said: str, short: BuiltSite, tmp_path: Path
) -> None:
    [problem, *_] = tampered(
        short, tmp_path, "principles", lambda page: change_of_article(page, change)
    )
    assert said in problem.message
    assert (problem.path, problem.line) == ("docs/principles/index.md", 6)


def change_of_article(page: str, change: Callable[[str], str]) -> str:
    head, start, article = page.partition(TEXT)
    return head + change(start + article)


@pytest.mark.parametrize(
    ("page", "change", "said"),
    [
        ("signatories", before(GROUP, ROW), "'apple' is shown as an entry and not listed here"),
        ("signatories/by-date", before(GROUP, ROW), "shown as an entry and not listed here"),
        ("sign", before("<h1", ROW), "shown as an entry and not listed here"),
        ("signatories", lambda page: page.replace(' id="acme"', ""), "what has no name of its own"),
        ("signatories", lambda page: page.replace(' id="acme"', ' id="ac"'), "'ac' is shown as"),
        ("signatories", lambda page: page.replace('id="acme"', 'id="acme" hidden'), "not listed"),
        ("signatories/by-country", lambda page: page.replace(">Acme<", ">Apple<"), "'Apple' is"),
        ("principles/print", lambda page: page.replace(">Acme<", ">Apple<"), "'Apple' is shown"),
        ("principles/print", before("<ul>", "<ul hidden>"), "entries stand"),
        ("sign", before("<h1", TEXT + "</div>"), "is not shown as it was locked"),
    ],
)
def test_the_register_is_shown_and_nothing_poses_as_it(
    page: str, change: Callable[[str], str], said: str, short: BuiltSite, tmp_path: Path
) -> None:
    problems = tampered(short, tmp_path, page, change)
    assert any(said in each.message for each in problems)


NAMED = '<ul class="undersigned-named">'


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda page: page.replace(">Beta<", ">Apple<"), "'Apple' is not named here as"),
        (lambda page: page.replace("#beta", "#acme"), "'Beta' is not named here as"),
        (before(NAMED, "<div hidden>"), "names stand within <div hidden"),
        (lambda page: page.replace("<h3><a", "<h3><s><a", 1), "names stand within <s>"),
        (
            lambda page: page.replace("</h3>", "</h3><blockquote>I endorse it</blockquote>", 1),
            "'I endorse it' is shown as the words of a signatory who wrote others",
        ),
    ],
)
def test_names_on_the_home_page_are_those_of_the_register(
    change: Callable[[str], str], said: str, short: BuiltSite, tmp_path: Path
) -> None:
    problems = tampered(short, tmp_path, "", change)
    assert said in problems[0].message
    assert {each.path for each in problems} == {"docs/index.md"}


@pytest.mark.parametrize(
    ("page", "change", "said"),
    [
        ("signatories", before('<h2 id="_names">', "<div hidden>"), "leads to"),
        ("signatories", lambda page: page.replace(TO_A, 'href="#"'), "list/a.md"),
        ("signatories", before(TO_A, "hidden "), "leads to"),
        ("signatories", lambda page: page.replace(">Acme<", ">Apple<"), "'Apple' is shown as"),
        ("signatories", lambda page: page.replace("/kind/company/", "/"), "kind/company.md"),
        ("signatories/by-country", lambda page: page.replace("/no/", "/"), "leads to"),
        ("signatories/country/no", lambda page: page.replace("#acme", "#beta"), "names do not"),
        ("signatories/country/no", lambda page: page.replace(">Acme<", ">Apple<"), "'Apple' is"),
        ("signatories/kind/company", before(GROUP, ROW), "and not listed here"),
        ("signatories/list/a", before(GROUP, "<details>"), "entries stand within <details>"),
        (
            "signatories/list/a",
            lambda page: page.replace("signed-entry", "x"),
            "'acme' is not",
        ),
        ("signatories", before("<h1", ROW), "shown as an entry and not listed here"),
    ],
)
def test_a_long_register_is_reached_and_seen(
    page: str, change: Callable[[str], str], said: str, long: BuiltSite, tmp_path: Path
) -> None:
    problems = tampered(long, tmp_path, page, change)
    assert any(said in each.message for each in problems)


@pytest.mark.parametrize(
    "page", ["principles", "principles/1.0", "signatories", "signatories/list/a"]
)
def test_what_was_signed_and_by_whom_is_published(
    page: str, long: BuiltSite, tmp_path: Path
) -> None:
    copy = copied(long, tmp_path)
    (copy / page / "index.html").unlink()
    [problem] = shown_problems(replace(long, folder=copy))
    assert problem.message.startswith("is not published; ")


def test_an_id_of_an_entry_is_the_entrys_alone(tmp_path: Path) -> None:
    result = small_site(
        tmp_path, f"{REGISTER}--- docs/signatories/index.md\n# Who\n\n## Acme\n"
    ).build()
    assert result.returncode == 1
    assert (
        "docs/signatories/index.md:1:1: id 'acme' is that of an entry, and stands on this page"
        " twice; give a heading or whatever else has it another one" in result.stderr
    )
    (tmp_path / "docs/signatories/index.md").write_text("# Who\n\n## Acme { #about-acme }\n")
    assert SmallSite(tmp_path).build().returncode == 0


# Pages that are served where others are, in folders of which each has one of them.
SAME = {
    "data/index.md": "data.md",
    "signatories/README.md": "signatories/index.md",
    "signatories/by-date/index.md": "signatories/by-date.md",
    "sign/index.md": "sign.md",
}
NAMED_OTHERWISE = {"signatories/index.markdown": "signatories/index.md"}


def test_no_page_is_served_where_another_is(tmp_path: Path) -> None:
    for them in (SAME, NAMED_OTHERWISE):
        site = small_site(tmp_path / str(len(them)), "".join(
            f"--- docs/{path}\n# Another\n" for path in them
        ))  # fmt: skip
        said = said_of(site)
        for path, other in them.items():
            assert f"docs/{path}:1:1: is served where docs/{other} is; " in said
            (site.root / "docs" / path).unlink()
        assert said.count("is served where") == len(them)
    assert said_of(site) == ""


def said_of(site: SmallSite) -> str:
    """What keeps a site from being published, by its folder alone."""
    site.build()
    return "\n".join(map(str, judgement(built(site, 500)).problems))


def test_a_page_printed_by_hand_has_the_text(tmp_path: Path) -> None:
    site = small_site(tmp_path, "--- docs/principles/print.md\n# To print\n\n1. Do harm\n")
    assert "docs/principles/print.md:1:1: the text of version '1.0' is not shown" in said_of(site)
    (tmp_path / "docs/principles/print.md").write_text("# To print\n\n\\statement\n")
    assert said_of(site) == ""


def test_a_sign_that_is_not_seen_before_the_text_is_placed(tmp_path: Path) -> None:
    site = small_site(tmp_path, "--- docs/principles/index.md\n# The text\n\n\u200b\\statement\n")
    assert "docs/principles/index.md:3:1: the text of version '1.0' is not" in said_of(site)


HOSTILE = {
    "principles/index.md": "# T\n\n1. Do harm\n\n<div hidden markdown>\n\n\\statement\n\n</div>\n",
    "signatories/index.md": "# S\n\n<div hidden>\n",
    "signatories/by-date.md": f"# S\n\n{ROW}\n",
    "sign.md": '# Sign\n\n<div class="undersigned-text"><p>Do as you like</p></div>\n',
}
DEFINED = """\
--- docs/principles/index.md
# The text

\\statement

*[harm]: what others do
[to]: https://evil.example
"""
MENDED = """\
--- docs/principles/index.md
# The text

- Before

\\statement

After.[^1]

[^1]: A note.
--- docs/signatories/index.md
# Who

<details markdown><summary>More</summary>

Words.

</details>
"""


def test_a_build_over_hostile_pages_stops_and_names_each(tmp_path: Path) -> None:
    site = small_site(tmp_path, "".join(f"--- docs/{path}\n{HOSTILE[path]}" for path in HOSTILE))
    result = site.build()
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    for path in HOSTILE:
        page = path.removesuffix("index.md").removesuffix(".md")
        assert f"docs/{path}:" in result.stderr or f"site/{page}" in result.stderr, result.stderr


def test_what_a_page_defines_does_not_reach_into_the_text(tmp_path: Path) -> None:
    extended = with_settings({"sane_lists]": "sane_lists, abbr]"})
    result = small_site(tmp_path, extended + DEFINED).build()
    assert result.returncode == 1
    assert (
        "docs/principles/index.md:3:1: the text of version '1.0' is not shown as it was locked,"
        " at '<abbr title=" in result.stderr
    )
    (tmp_path / "docs/principles/index.md").write_text("# The text\n\n\\statement\n")
    assert SmallSite(tmp_path).build().returncode == 0


def test_ordinary_words_around_the_text_and_the_register_are_free(store: Store) -> None:
    assert "After." in store.built(MENDED).page("principles")


@pytest.mark.parametrize(
    "changes",
    [
        "--- signatories.yml\n[]\n",
        with_settings({"theme:\n": "use_directory_urls: false\ntheme:\n"}) + REGISTER,
        with_settings({"name: material": "name: material\n  language: ar"}) + REGISTER,
        "--- docs/principles/1.0.md\nWe [agree](https://a.example) on this.\n\n## First\n\n- So\n",
    ],
    ids=["nobody", "files", "arabic", "paragraphs"],
)
def test_sites_of_every_form_pass(changes: str, store: Store) -> None:
    assert (store.built(changes).root / "site/sitemap.xml").is_file()
