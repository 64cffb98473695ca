"""Pages that somebody wrote to deceive readers or to send them away, drawn by Hypothesis.

Of a page that is refused nobody learns what a browser makes of it. So many are drawn from what is
on the list of what pages hold: whatever is added to it is tried here.
"""

from collections.abc import Sequence
from html import escape

from hypothesis import strategies as st
from undersigned.markup.content_list import CLASSES, ELEMENTS

from . import hostile_parts as parts

_ALLOWED = sorted(ELEMENTS)
_ALLOWED_CLASSES = sorted(CLASSES)
_OWN_IDS = ["of-my-own", "_1", "ref-2"]
_OWN_IDS_LISTED = st.sampled_from(_OWN_IDS).map("#{}".format)
_CLASSES_LISTED = st.sampled_from(_ALLOWED_CLASSES).map(".{}".format)
_ODD_CLASSES = st.sampled_from(parts.CLASSES)


@st.composite
def _attributes(draw: st.DrawFn, element: str, *, odd: bool) -> str:
    """The attributes of a tag as written; where they are odd, one is of any kind or value."""
    usual = st.sampled_from([*sorted(ELEMENTS.get(element, ELEMENTS["div"])), "markdown"])
    written = ""
    for name in draw(st.lists(usual, max_size=2, unique=True)):
        written += f' {name}="{escape(draw(_value(name)))}"'
    if odd:
        name = draw(usual.filter(parts.VALUES.__contains__) | st.sampled_from(sorted(parts.VALUES)))
        value = draw(st.sampled_from(parts.VALUES[name]))
        bare = bool(value) and not set(value) & set(" \t\n\"'<>=`")
        quotes = ['="{}"'] * 4 + ["='{}'", ""] + ["={}"] * bare
        written += f" {name}{draw(st.sampled_from(quotes)).format(escape(value))}"
    return written


def _value(name: str) -> st.SearchStrategy[str]:
    if name == "class":
        return st.sampled_from(_ALLOWED_CLASSES)
    if name == "id":
        return st.sampled_from(_OWN_IDS)
    return st.sampled_from(parts.VALUES.get(name, ["1"])[:3])


@st.composite
def _element(draw: st.DrawFn, *, odd: bool, inside: str = "") -> str:
    """An element around what is given or a few words.

    Where it is odd, that is by its name, or by an attribute, or by how it ends.
    """
    how = draw(st.sampled_from(["name", "attribute", "attribute", "end"])) if odd else ""
    name = draw(st.sampled_from(parts.ELEMENTS if how == "name" else _ALLOWED))
    about = draw(_attributes(name, odd=how == "attribute"))
    if inside:
        mark = " markdown" if "markdown" not in about else ""
        within = f"\n\n{inside}\n\n"
    else:
        mark, within = "", draw(st.sampled_from(parts.WORDS))
    if how == "end":
        return f"<{name}{mark}{about}>{within}{draw(st.sampled_from(['', '</p>', '</div>']))}"
    alone = name in ("br", "hr", "img", "input", "wbr")
    return f"<{name}{about}>{within}" if alone else f"<{name}{mark}{about}>{within}</{name}>"


@st.composite
def _raw_text(draw: st.DrawFn) -> str:
    """Text that one reader takes for text, and another for elements."""
    name = draw(st.sampled_from(parts.RAW_TEXT))
    around = draw(
        st.sampled_from(
            ["{}", "<div>{}</div>", "<svg>{}</svg>", "<math><mtext>{}</mtext></math>", "<p>{}</p>"]
        )
    )
    hidden = draw(
        st.sampled_from([parts.REFRESH, parts.ENTRY, f"<img src={parts.ASKED}>", "<div hidden>"])
    )
    body = draw(
        st.sampled_from(['<p title="</{0}>{1}">', "{1}", "<!--</{0}>{1}-->", "<![CDATA[{1}]]>"])
    )
    return around.format(f"<{name}>{body.format(name, hidden)}</{name}>")


@st.composite
def _attribute_list(draw: st.DrawFn, *, odd: bool) -> str:
    """Markdown with an attribute list, as the extension `attr_list` reads it."""
    chosen = [draw(_OWN_IDS_LISTED | _CLASSES_LISTED)]
    if odd:
        name = draw(st.sampled_from(sorted(parts.VALUES)))
        value = f'{name}="{draw(st.sampled_from(parts.VALUES[name]))}"'
        named = f"#{draw(st.sampled_from(parts.IDS))}"
        chosen.append(draw(st.sampled_from([value, named, f".{draw(_ODD_CLASSES)}"])))
    form = draw(
        st.sampled_from(
            ["Words.\n{{ {} }}", "## A heading {{ {} }}", "[a link](../){{ {} }}", "{{ {} }}",
             "> Words\n{{ {} }}", "*words*{{ {} }}", "1. Words {{ {} }}", "{{: {} }}",
             "a | b\n- | -\nc | d {{ {} }}", f"![a]({parts.PICTURE}){{{{ {{}} }}}}"]
        )
    )  # fmt: skip
    return form.format(" ".join(chosen))


@st.composite
def _asking(draw: st.DrawFn, *, odd: bool) -> str:
    """The text, perhaps within something, or named where it is not to be shown."""
    if not odd and draw(st.integers(0, 3)):
        return parts.MARKER
    if draw(st.booleans()):
        return draw(_element(odd=odd, inside=parts.MARKER))
    return draw(st.sampled_from(parts.ASKING)).format(*[parts.MARKER] * 2)


_USUAL = st.one_of(
    st.sampled_from(parts.USUAL),
    _element(odd=False),
    _element(odd=False),
    _attribute_list(odd=False),
)
_ODD = st.one_of(
    st.sampled_from(parts.ODD),
    st.sampled_from(parts.ODD),
    _element(odd=True),
    _element(odd=True),
    _attribute_list(odd=True),
    _raw_text(),
    st.sampled_from(parts.COMMENTS),
)


def tricks() -> list[str]:
    """Each odd part, all by itself."""
    return [*parts.ODD, *parts.COMMENTS]


def attributes() -> list[str]:
    """Each value of an attribute where it fits best, in an element that is whole."""
    known = ("input", "ol", "a", "img", "p")
    fitting = {name: element for element in known for name in ELEMENTS[element]}
    return [
        *(
            f'<{fitting.get(name, "div")} {name}="{escape(value)}">Words'
            + ("" if fitting.get(name) in ("img", "input") else f"</{fitting.get(name, 'div')}>")
            for name, values in parts.VALUES.items()
            for value in values
        ),
        *(f"Words\n{{ {name}='x' }}" for name in parts.VALUES),
    ]


@st.composite
def pages(draw: st.DrawFn, heading: str, *, shows_text: bool = False) -> str:
    """A page in Markdown: a few parts that pages may have, and in every other one an odd one.

    Where it is to show the text, it asks for that in some way; others do so now and then.
    """
    blocks = draw(st.lists(_USUAL, min_size=1, max_size=2))
    odd = draw(st.sampled_from(["", "", "part", "part", "settings", "text"]))
    if odd == "part":
        blocks.insert(draw(st.integers(0, len(blocks))), draw(_ODD))
    if shows_text or draw(st.integers(0, 3)) == 0:
        asked = draw(_asking(odd=odd == "text"))
        blocks.insert(draw(st.integers(0, len(blocks))), asked)
    settings = parts.ODD_SETTINGS if odd == "settings" else parts.USUAL_SETTINGS
    front = draw(st.sampled_from(settings))
    return (f"---\n{front}\n---\n" if front else "") + "\n\n".join([f"# {heading}", *blocks, ""])


@st.composite
def drawings(draw: st.DrawFn) -> str:
    """An SVG file, perhaps with what is more than a drawing."""
    odd = draw(st.booleans())
    head = draw(st.sampled_from(parts.HEADS if odd else parts.HEADS[:1]))
    within = ""
    for name in draw(
        st.lists(st.sampled_from(_some(parts.DRAWN, 10, odd)), min_size=1, max_size=3)
    ):
        about = draw(st.sampled_from(_some(parts.OF_DRAWINGS, 6, odd)))
        words = draw(st.sampled_from(["", "words", "&e;" if "ENTITY" in head else "more"]))
        within += f"<{name}{about}>{words}</{name}>"
    spaces = (
        ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:html="http://www.w3.org/1999/xhtml"'
        if odd
        else ""
    )
    start = f'<svg xmlns="http://www.w3.org/2000/svg"{spaces} viewBox="0 0 9 9">'
    return f"{head}{start}{within}</svg>\n"


def _some(them: Sequence[str], first: int, odd: bool) -> Sequence[str]:
    return them if odd else them[:first]
