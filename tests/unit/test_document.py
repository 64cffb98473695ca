from undersigned.markup.document import Element, fragment, page


def names(html: str, scripting: bool = False) -> list[str]:
    return [each.name for each in page(html, scripting).descendants()]


def test_elements_are_those_that_a_browser_makes() -> None:
    assert names("<table><b>x</b><td>y") == ["head", "body", "b", "table", "tbody", "tr", "td"]
    assert names("<title></p></title><image>") == ["head", "title", "body", "img"]


def test_noscript_holds_elements_where_scripts_are_off_and_text_where_they_are_on() -> None:
    html = '<body><noscript><p title="</noscript><b>">'
    assert names(html)[2:] == ["noscript", "p"]
    assert names(html, scripting=True)[2:] == ["noscript", "b"]


def test_an_element_has_its_first_attributes_decoded() -> None:
    (link,) = page("<a HREF='x?a&amp;b' href=y hidden>").select("a")
    assert link.attributes == {"href": "x?a&b", "hidden": ""}


def test_children_are_elements_and_texts_without_comments() -> None:
    (paragraph,) = page("<p>a &lt; <!-- b --><i>c</i>d").select("p")
    first, italic, last = paragraph.children
    assert (first, last) == ("a < ", "d")
    assert isinstance(italic, Element)
    assert italic.text == "c"
    assert paragraph.text == "a < cd"


def test_ancestors_go_from_the_nearest_to_the_outermost() -> None:
    (bold,) = page("<div><p><b>").select("b")
    assert [each.name for each in bold.ancestors()] == ["p", "div", "body", "html"]
    assert page("").parent is None


def test_an_element_is_equal_to_itself_however_it_was_found() -> None:
    root = page("<p><p>")
    first, second = root.select("p")
    assert first.parent == second.parent
    assert first != second
    assert {first, *root.descendants()} == set(root.descendants())


def test_select_finds_what_is_in_an_element_and_not_the_element() -> None:
    (outer, inner) = page("<div id=a><div id=b>").select("div")
    assert outer.select("div") == [inner]


def test_a_fragment_has_no_page_around_it() -> None:
    first, second = fragment("a<p>b")
    assert first == "a"
    assert isinstance(second, Element)
    assert second.parent is None
    assert fragment("") == []


def test_an_end_tag_cannot_leave_a_fragment() -> None:
    assert [type(each) for each in fragment("</div></body>a<p>")] == [str, Element]
