"""Rules that put each note of a page beside the line that refers to it, by the note's number.

CSS anchor positioning (CSS Anchor Positioning Level 1): the mark of a reference and the note before
are anchors of a note, which begins at the lower of the two, so that no note covers another. A name
of an anchor cannot be made of an attribute, so there is one rule for each number. All notes have
the anchor `--note`, which is the last of them for what follows the page.
"""

# Where the rules are on the site.
PATH = "assets/undersigned/places.css"

# So many notes of a page; further ones stay beneath its text.
MOST = 250


def note_places(most: int = MOST) -> str:
    """The rules for so many notes; browsers without anchors, which fold notes, pass over them."""
    places, notes = list[str](), [f"&:nth-child(-n+{most}){{--placed:absolute}}"]
    for number in range(1, most + 1):
        place, before = f"anchor(--r{number} top,0px)", f"anchor(--n{number - 1} bottom,0px)"
        top = f"max({place},{before})" if number > 1 else place
        places.append(f".footnote-{number}{{anchor-name:--r{number}}}")
        notes.append(f"&:nth-child({number}){{anchor-name:--n{number},--note;top:{top}}}")
    listed = [".undersigned-notes>.footnote>ol>li{", *notes, "}"]
    return "\n".join(["@supports (anchor-name:--a){", *places, *listed, "}", ""])
