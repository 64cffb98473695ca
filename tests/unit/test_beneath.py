"""Who stands beneath the text: those who endorse these words, and the others apart."""

from dataclasses import replace

from undersigned.fields import Kind
from undersigned.markup.document import page
from undersigned.markup.nesting import parted_behind
from undersigned.model import Signatory
from undersigned.shown.entries import faults_of_entries, shown_by
from undersigned.shown.frame import written
from undersigned.shown.listings import Listing, listings
from undersigned.text_paths import TextPaths
from undersigned.views.beneath import Beneath
from undersigned.views.register import RegisterView

from tests.support.signatories import endorsement, register, signatory, view

LETTER = TextPaths("letter")
BOTH = Signatory(endorsement("Both", version="1.0"), (endorsement("Both", version="1.1"),))
MANY = (
    signatory("Old", version="1.0"),
    signatory("Older", version="0.9"),
    signatory("New", version="1.1"),
    signatory("Una", version="1.1", kind=Kind.INDIVIDUAL),
    BOTH,
)
FRAME = written("html", "body", "main")
ROW = (
    '<li class="undersigned-entry"><bdi class="undersigned-entry__name">'
    '<a href="../signatories/#{id}">{name}</a></bdi></li>'
)


def seen(split: int = 500, named: tuple[str, ...] = ()) -> RegisterView:
    made = view(register(MANY), "en_GB", ["0.9", "1.0", "1.1"], split, named=named)
    return replace(made, stand_beneath=True)


def stands(of: RegisterView) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    found = of.beneath
    assert isinstance(found, Beneath)
    groups, earlier = (
        {str(group.key): [each.name for each in group.entries] for group in groups}
        for groups in (found.groups, found.earlier)
    )
    return groups, earlier


def test_whoever_endorses_other_words_alone_stands_apart_under_their_version() -> None:
    groups, earlier = stands(seen())
    assert groups == {"company": ["New", "Both"], "individual": ["Una"]}
    assert earlier == {"1.0": ["Old"], "0.9": ["Older"]}
    assert list(earlier) == ["1.0", "0.9"]


def test_of_a_long_register_those_stand_there_who_begin_its_overview() -> None:
    long = seen(split=2, named=("una",))
    assert long.beneath is not None
    assert not long.beneath.whole
    found = {entry.id for entry in long.beneath.entries}
    assert found == {each.id for each in (*long.named, *long.others_newest)}


def test_without_the_setting_nobody_stands_there() -> None:
    made = replace(seen(), stand_beneath=False)
    assert made.beneath is None
    assert all(not each.beneath for each in listings(made, LETTER))


def faults(html: str, listing: Listing) -> list[str]:
    root = page(f"<main>{html}")
    known = shown_by(root, listing.anchored).known
    found = faults_of_entries(root, FRAME, listing, known)
    return [each.partition(";")[0] for each in found]


def test_a_page_shows_each_name_beneath_its_text_where_readers_see_it() -> None:
    (listing,) = (each for each in listings(seen(), LETTER) if each.beneath)
    assert listing.path == "letter/index.md"
    rows = "".join(ROW.format(id=each.id, name=each.name) for each in listing.entries)
    html = f'<section class="undersigned-beneath"><ul class="undersigned-entries">{rows}</ul>'
    assert faults(html, listing) == []
    assert faults(html.replace("Una", "Unb"), listing) == [
        "'Unb' is shown as an entry and not listed here",
        "'Una' is not shown among the entries of this page",
    ]
    (hidden,) = faults(f"<div hidden>{html}</div>", listing)
    assert hidden.startswith("entries stand within <div hidden>")
    (without,) = faults("<p>The text", listing)
    assert without == "no signatories stand beneath the text, as extra.register.beneath says"


def test_the_words_of_a_page_are_parted_behind_its_text() -> None:
    text = '<div class="text"><div><br>a</div></div>'
    assert parted_behind(f"<p>b</p>{text}<p>c</p>", "div", "text") == (
        f"<p>b</p>{text}",
        "<p>c</p>",
    )
    nested = f"<blockquote>{text}</blockquote>"
    assert parted_behind(nested, "div", "text") == (nested, "")
