"""LaTeX in values: what is shown, what links and is emphasised, and what is not known."""

import pytest
from undersigned.bibliography.latex.reading import plain, rich, unknown_commands
from undersigned.bibliography.latex.tex import spans_of
from undersigned.bibliography.style.reference import html

from tests.support.guard import Guard
from tests.support.work import growth


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (r"SSI 2003\slash 387", "SSI 2003/387"),
        (r"and so on\dots{} or \ldots", "and so on… or …"),
        (r"\ensuremath{n^2} and \ensuremath{\mathrm{CO}_2}", "n² and CO₂"),
        (r"\foreignlanguage{german}{Das Wort}", "Das Wort"),
        (r"\enquote{one \enquote{two \enquote{three}}}", "“one ‘two “three”’”"),
        (r"\enquote*{one} \mkbibquote{two}", "‘one’ “two”"),
        ("``one `two' three''", "“one ‘two’ three”"),
        ("it's `one'", "it’s ‘one’"),
        ("it's plain", "it's plain"),
        (r"{\d h}a\d{t}i\d{\i}", "ḥaṭiị"),
        (r"\d{\=a}\'{\i}\c{c}\k a\H{o}\v s\t{oo}", "ạ̄íçąőšo͡o"),
        (r"\~{}x\^{}y \'{}", "~x^y '"),
        (r"one\hskip 1em plus 0.5em minus 0.4em\relax two", "one two"),
        (r"one\hspace{2em}two \vspace*{1ex} three", "one two three"),
        (r"The \LaTeX\ Companion", "The LaTeX Companion"),
        (r"{\LaTeX}: \TeX{}nical \LaTeX, \BibTeX", "LaTeX: TeXnical LaTeX, BibTeX"),
        ("it&#039;s A &amp; B &lt;C&gt;", "it's A & B <C>"),
        (r"A \&amp; B {\&}amp; C &amp;amp; D \&\#039;", "A & B & C & D '"),
        ("AT&T; Q&nonsense;", "AT&T; Q&nonsense;"),
        ("&#8238;&#10;x", "x"),
        (r"x\textsuperscript{2}, 1\textsuperscript{er}, H\textsubscript{2}O", "x², 1er, H₂O"),
        (r"\textsc{Abc} \textbf{d} {\bf e} {\sc f}", "Abc d e f"),
        (r"\textquestiondown Qu\'e? ?`Qu\'e? !`Ay!", "¿Qué? ¿Qué? ¡Ay!"),
        (r"\mkbibparens{a} \mkbibbrackets{b}", "(a) [b]"),
        (r"\char233 \char\"E9 \symbol{233}".replace(r"\"E", '"E'), "ééé"),
        (r"4\({}^{\mbox{th}}\) $\frac12$ $\frac{a}{b}$", "4th 1/2 a/b"),
        (r"$\hat{x} \times \log n$", "x̂ × log n"),
        (r"Magalh{\ifmmode\tilde{a}\else\~{a}\fi}es", "Magalhães"),
        (r"{\noopsort{1973a}}Art \noopsort{1973}", "Art"),
        (r"\bibstring{nodate}", "no date"),
        (r"\textbeta-blocker, $\varepsilon$, \textmu F", "β-blocker, ε, µF"),
        (r"\href{https://a.example/}{M{\"u}ller}", "Müller"),
        (r"\glqq ja\grqq{} \flqq non\frqq", "„ja“ «non»"),
        (r"one \\ two \par three", "one two three"),
    ],
)  # fmt: skip
def test_commands_become_what_they_stand_for(written: str, expected: str) -> None:
    assert plain(written) == expected
    assert unknown_commands(written) == []


@pytest.mark.parametrize(
    ("written", "shown", "unknown"),
    [
        (r"a \gls{ecsc} b", "a ecsc b", ["gls"]),
        (r"\foo{\bar{x}}", "x", ["foo", "bar"]),
        (r"$\nonsense{x}$", "nonsensex", ["nonsense"]),
        (r"\textcolor{of many words}{x}", "of many wordsx", ["textcolor"]),
        (r"Beno\^\it and", "Beno^and", ["it"]),
        (r"\bibstring{inseries}", "inseries", ["bibstring"]),
    ],
)
def test_of_an_unknown_command_the_words_are_shown(
    written: str, shown: str, unknown: list[str]
) -> None:
    assert plain(written) == shown
    assert unknown_commands(written) == unknown


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (r"{\it a} b", "<em>a</em> b"),
        (r"\mkbibemph{a {b} \textbf{c}} d", "<em>a b c</em> d"),
        (
            r"see \url{https://a.example/b\_c}.",
            'see <a href="https://a.example/b&#95;c" rel="nofollow noopener">a.example</a>.',
        ),
        (
            r"https://a.example/b{\_}c\&d",
            '<a href="https://a.example/b&#95;c&#38;d" rel="nofollow noopener">a.example</a>',
        ),
        (
            r"\href{https://a.example/}{see https://b.example/ \emph{now}}",
            '<a href="https://a.example/" rel="nofollow noopener">see b.example <em>now</em></a>',
        ),
        (r"\href{javascript:x}{words}", "words"),
        (
            r"\href{https://a.example/}{}",
            '<a href="https://a.example/" rel="nofollow noopener">a.example</a>',
        ),
    ],
)  # fmt: skip
def test_emphasis_and_links_are_kept(written: str, expected: str) -> None:
    assert html(rich(written)) == expected


def nested(depth: int) -> str:
    return r"\'{\enquote{" * depth + "x" + "}" * depth


def repeated(count: int) -> str:
    return r"\url{ \( \ifmmode \ensuremath{ \href{ $x " * count


@pytest.mark.parametrize("made", [nested, repeated])
def test_the_work_grows_with_the_length_of_a_value(made: object, guard: Guard) -> None:
    assert callable(made)
    assert growth(spans_of, made(300), made(600)) < 2.3
    assert guard(plain, made(20_000))
