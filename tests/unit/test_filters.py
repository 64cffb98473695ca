"""What templates may do with the HTML of a page."""

import pytest
from markupsafe import Markup
from undersigned.markup.filters import first_tag, link

HTML = """<!-- wanted --><p title="wanted">wanted</p>
<div class="other wanted-not">a</div><span class="wanted">b</span>
<div
  title="<" class="one wanted">c</div><div class="wanted">d</div>"""


def test_the_first_tag_is_of_the_element_and_the_attribute_and_has_the_whole_word() -> None:
    tag = first_tag(HTML, "div", "class", "wanted")
    assert tag is not None
    assert HTML[tag.start : tag.end] == '<div\n  title="<" class="one wanted">'


@pytest.mark.parametrize("wanted", [("p", "class", "wanted"), ("div", "id", "wanted")])
def test_no_tag_is_found_where_no_element_has_the_value(wanted: tuple[str, str, str]) -> None:
    assert first_tag(HTML, *wanted) is None
    assert first_tag("wanted", *wanted) is None


def test_a_link_begins_with_its_address_and_what_else_it_has_escaped() -> None:
    begun = link('https://a.example/?b="c"&d', rel="nofollow noopener")
    assert begun == '<a href="https://a.example/?b=&#34;c&#34;&amp;d" rel="nofollow noopener">'
    assert isinstance(begun, Markup)
