"""What a citation says around its source: ranges, emphasis, and signs as they are meant."""

import pytest
from undersigned.bibliography.style.affixes import locator_text, prefix_text
from undersigned.bibliography.style.reference import html


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("p. 5", "p. 5"),
        ("pages 1-10", "pages 1–10"),
        ("pp. 33-35, 38--39 and 40-41", "pp. 33–35, 38–39 and 40–41"),
        ("pp. iv-vi", "pp. iv–vi"),
        ("fol. 3r--4v", "fol. 3r–4v"),
        ("fols 3r-4v", "fols 3r–4v"),
        ("§§ 3–5", "§§ 3–5"),
        ("§§ 3-5", "§§ 3–5"),
        ("¶ 3", "¶ 3"),
        ("¶¶ 3-4", "¶¶ 3–4"),
        ("sec. 2-1", "sec. 2-1"),
        ("annex 3-1", "annex 3-1"),
        ("arts 5 - 7", "arts 5–7"),
        ("chap. 4, n. 12", "chap. 4, n. 12"),
        ("l. 7; v. 2", "l. 7; v. 2"),
        ("p. 5---so", "p. 5—so"),
        ("R&amp;D, p. 5", "R&D, p. 5"),
        (", p. 5", "p. 5"),
        ("2-3 of *A-B*", "2-3 of A-B"),
    ],
)
def test_a_locator_reads_as_printed(written: str, shown: str) -> None:
    assert str(locator_text(written)) == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("see *also*", "see <em>also</em>"),
        ("_cf._", "<em>cf&#46;</em>"),
        ("**not**", "<strong>not</strong>"),
        (r"see \*also\*", "see &#42;also&#42;"),
        ("2 * 3 * 4", "2 &#42; 3 &#42; 4"),
        ("snake_case_name", "snake&#95;case&#95;name"),
        ("<b>see</b>", "&#60;b&#62;see&#60;&#47;b&#62;"),
        ("*open", "&#42;open"),
    ],
)
def test_emphasis_is_kept_and_everything_else_is_text(written: str, shown: str) -> None:
    assert html(prefix_text(written)) == shown.replace("&#46;", ".").replace("&#47;", "/")
