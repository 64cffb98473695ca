"""HTML that the theme writes outside every block, put right as the standard has it."""

_TOGGLES = ('id="__drawer"', 'id="__search"')


def mended(html: str) -> str:
    """The page without `autocomplete` on the theme's two checkboxes, which complete nothing.

    HTML allows the attribute only on fields that are typed into.
    """
    for toggle in _TOGGLES:
        html = html.replace(f'{toggle} autocomplete="off"', toggle, 1)
    return html
