"""Whatever a page is written of: what the list lets through is what every reader sees of it."""

from hypothesis import given, settings
from hypothesis import strategies as st
from undersigned.markup.content import content_faults
from undersigned.markup.content_list import ELEMENTS
from undersigned.markup.document import Element, page

from tests.support.built import problems_on
from tests.support.examples import examples

PIECES = [
    "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<a href='x'>", "</a>", "<table>", "</table>",
    "<tr>", "</tr>", "<td>", "</td>", "<tbody>", "</tbody>", "<ul>", "<li>", "</li>", "</ul>",
    "<noscript>", "</noscript>", "<title>", "</title>", "<svg>", "</svg>", "<math>", "</math>",
    "<mtext>", "</mtext>", "<noframes>", "</noframes>", "<style>", "</style>", "<textarea>",
    "</textarea>", "<template>", "</template>", "<select>", "</select>", "<option>", "<plaintext>",
    "<script>", "</script>", "<iframe>", "</iframe>", "<meta http-equiv=refresh content=0>", "<br>",
    "<!--", "-->", "--!>", "<!", "<?", "]]>", '<p title="', '">', "'", '"', "<", ">", "/>", "=",
    "&", "&lt;", "&amp", "&#0;", "\0", "a", " ", "<p hidden>", "<h2>", "</h2>", "<h3>", "</h3>",
    '<span class="twemoji">', "</span>", '<svg viewBox="0 0 1 1">', '<path d="M0"/>', "</article>",
    "<article>", "</main>", "<body>", "</body>", "<html>", "<frameset>", "<image>", "<pre>",
    "</pre>", "<code>", "</code>", "<details>", "<summary>", "</summary>", "</details>", "<button>",
    "<form>", "</form>", "<input>", "<i>", "</i>", "<nobr>", "<dl>", "<dt>", "</dt>", "</dl>",
]  # fmt: skip
WRITTEN = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
# Pairs of tags in one another, of which more are whole.
NAMES = st.sampled_from(sorted(ELEMENTS))
NESTED = st.recursive(
    st.sampled_from(["a", "", "<br>", "&amp;"]),
    lambda inner: st.builds(
        lambda name, *parts: f"<{name}>{''.join(parts)}</{name}>", NAMES, inner, inner
    ),
    max_leaves=8,
)
PAGE = "<!doctype html><html><head></head><body><article>{}</article><p>Z</p></body></html>"


@settings(max_examples=examples(500))
@given(WRITTEN | NESTED)
def test_what_passes_is_the_same_with_scripts_and_without_and_stays_in_its_place(html: str) -> None:
    if content_faults(html):
        return
    whole = PAGE.format(html)
    root = page(whole)
    assert root.html == page(whole, scripting=True).html
    [article] = root.select("article")
    [last] = [each for each in root.select("body > *") if each.name == "p"]
    assert (last.text, article.parent) == ("Z", last.parent)
    assert {each.name for each in article.descendants()} <= ELEMENTS.keys()
    assert all(_plain(each) for each in article.descendants())
    assert problems_on([("a.html", whole.encode())]) == []


def _plain(element: Element) -> bool:
    return not {"hidden", "style", "http-equiv"} & element.attributes.keys()
