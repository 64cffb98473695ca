"""Slips of people and programs in values, by the forms that files were found to have."""

import pytest
from undersigned.bibliography.latex.reading import plain, rich, unknown_commands
from undersigned.bibliography.latex.slips import without_slips

MEANT = {
    # Formulas that Better BibTeX and Zotero escaped.
    r"{{Testing}} \$\textbackslash{{Lambda}}\${{CDM}} with": "Testing ΛCDM with",
    r"Lyman-\$\textbackslash alpha\$ at \$z=10.60\$": "Lyman-α at z=10.60",
    r"{\$}{\textbackslash}Lambda{\$}CDM": "ΛCDM",
    r"\${{\textohm}}\_m\$ and \${{H}}\_0\$ {{Across}}": "Ω_m and H₀ Across",
    r"Photo-\$z\$, \$\textasciicircum 7\${{Be}}, \$w(z)\$": "Photo-z, ⁷Be, w(z)",
    r"3\$\textbackslash times\$2pt": "3×2pt",
    # Commands that they escaped.
    r"Uro{\textbackslash}v{\textbraceleft}s{\textbraceright}": "Uroš",
    r'\textbackslash.Irfan {{Gr}}\textbackslash "unbaum': "İrfan Grünbaum",
    r"F. d{\textbackslash}textquotesingle Alch{\'e}": "F. d' Alché",
    r"Inside \textbackslash emph\{{{Media}}\}: The": "Inside Media: The",
    # Elements of HTML, as they are and escaped.
    "H<sub>2</sub>O<br />and <I>E. coli</I>": "H₂O and E. coli",
    r"{$<$}i{$>$}De novo{$<$}/i{$>$} synthesis": "De novo synthesis",
    r"{\textless}span class=x{\textgreater}De{\textless}/span{\textgreater}": "De",
    "&lt;i&gt;De novo&lt;/i&gt;": "De novo",
    "<p>Volume 38</p>": "Volume 38",
    # Quotes that both close, and commas that nothing follows.
    "'' {{The Beginning}}'' and {''this''}": "“The Beginning” and “this”",
    "{{New York,}}": "New York",
    "Informatik, ": "Informatik",
}

# What looks like a slip in part, and is none.
KEPT = [
    r"costs \$5 or \$620 in \$", r"C:\textbackslash Users\textbackslash u",
    r"use \textbackslash parteditandtrans", "5'' disks and 3'' disks", "``a'' and ''b''", "it''s",
    "a < b and c > d", "x <i, i> y", "a <b> and no end", "$p<i$ and $i>p$", "a, b", "{a, {b}}",
]  # fmt: skip


@pytest.mark.parametrize("written", MEANT)
def test_a_slip_is_read_as_what_was_meant(written: str) -> None:
    assert plain(written) == MEANT[written]
    assert unknown_commands(written) == []


@pytest.mark.parametrize("written", KEPT)
def test_what_only_looks_like_a_slip_is_as_it_was(written: str) -> None:
    assert without_slips(written) == written


def test_emphasis_in_html_is_emphasis() -> None:
    assert rich("The <i>E. coli</i> case").render_as("html") == "The <em>E. coli</em> case"


@pytest.mark.parametrize("part", ["''", r"\$", "<i>", r"\textbackslash a", ", ", "{\\textless}p "])
def test_the_work_on_a_value_grows_with_its_length(part: str) -> None:
    assert len(without_slips(part * 20_000)) > 10_000 or part == ", "
