"""The commands of LaTeX that values may hold: what each stands for, and what its argument is.

After the LaTeX 2e kernel, textcomp, csquotes, babel and the BibLaTeX manual, section 4.7.
"""

from typing import NamedTuple


class Argument(NamedTuple):
    """What a command makes of its argument.

    `accent` is a combining character for its first letter, `script` the sign of a superscript or
    subscript, `around` what stands before and behind it. A `setting` is no words: a language, a
    length or a colour. `then` is what becomes of the argument that follows.
    """

    name: str
    accent: str = ""
    script: str = ""
    emphasised: bool = False
    quoted: int = 0
    around: tuple[str, str] = ("", "")
    setting: bool = False
    address: str = ""
    then: "Argument | None" = None


_MARKS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306",
    ".": "\u0307", '"': "\u0308", "h": "\u0309", "r": "\u030a", "H": "\u030b", "v": "\u030c",
    "U": "\u030e", "G": "\u030f", "f": "\u0311", "d": "\u0323", "textcommabelow": "\u0326",
    "c": "\u0327", "k": "\u0328", "b": "\u0331", "t": "\u0361", "newtie": "\u0361",
}  # fmt: skip
ACCENTS = {name: Argument(name, accent=mark) for name, mark in _MARKS.items()}

# What an accent over nothing shows.
SPACING_ACCENTS = {"\u0300": "`", "\u0301": "'", "\u0302": "^", "\u0303": "~", "\u0308": '"'}

# Signs after a backslash that do not stand for themselves.
SIGNS = {**dict.fromkeys("/-!@", ""), **dict.fromkeys(",:;", "\u202f"), "\\": " "}

# Declarations: those of emphasis hold up to the end of their group, the others show nothing.
EMPHASIS = frozenset({"em", "it", "sl", "itshape", "slshape"})
_DECLARED = (
    "bf rm sf tt sc bfseries mdseries rmfamily sffamily ttfamily scshape upshape normalfont "
    "tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge selectfont relax "
    "protect nobreak allowbreak break noindent centering raggedright sloppy unspace ignorespaces "
    "displaystyle textstyle limits nolimits expandafter string hyphenpenalty leavevmode fi nopunct"
)
DECLARATIONS = frozenset(_DECLARED.split())

# Commands whose argument is shown as any other text: of letters this style has but one form.
_SHOWN = (
    "textbf textsc textrm textsf texttt textmd textup textnormal textlf mbox hbox text fbox "
    "makebox underline uline mkbibbold mkbibacro mkbibnamefamily mkbibnamegiven mkbibnameprefix "
    "mkbibnamesuffix autocap MakeCapital MakeUppercase MakeLowercase uppercase lowercase textcyr "
    "textgreek nohyphens nolinkurl path capitalisewords singleletter mkbibordinal smash "
    "ensurelatin textlatin section subsection subsubsection paragraph chapter section* quote"
)
_LANGUAGES = (
    "english german french italian spanish portuguese russian greek latin dutch polish czech "
    "swedish norwegian danish finnish turkish hungarian ukrainian arabic hebrew chinese japanese "
    "korean zh cyrillic catalan croatian serbian slovak slovenian romanian bulgarian persian"
)
_SETTING = Argument("", setting=True)
_QUOTED, _INNER = Argument("", quoted=1), Argument("", quoted=2)

ARGUMENTS = {
    **{name: Argument(name) for name in _SHOWN.split()},
    **{f"text{language}": Argument(language) for language in _LANGUAGES.split()},
    **{
        name: Argument(name, emphasised=True)
        for name in ("emph", "textit", "textsl", "mkbibemph", "mkbibitalic")
    },
    **dict.fromkeys(("enquote", "mkbibquote", "textquote", "blockquote"), _QUOTED),
    "enquote*": _INNER,
    "textquote*": _INNER,
    "mkbibparens": Argument("mkbibparens", around=("(", ")")),
    "footnote": Argument("footnote", around=(" (", ")")),
    "mkbibbrackets": Argument("mkbibbrackets", around=("[", "]")),
    **dict.fromkeys(("textsuperscript", "mkbibsuperscript", "up"), Argument("", script="^")),
    **dict.fromkeys(("textsubscript", "mkbibsubscript"), Argument("", script="_")),
    **dict.fromkeys(("foreignlanguage", "textcolor", "foreignlanguage*"), _SETTING),
    **dict.fromkeys(("hspace", "hspace*", "vspace", "vspace*"), _SETTING),
    **dict.fromkeys(("color", "selectlanguage", "begin", "end"), _SETTING),
    **dict.fromkeys(("phantom", "hphantom", "vphantom", "label", "setlength"), _SETTING),
    **dict.fromkeys(("foreignquote", "hyphenquote"), _SETTING._replace(then=_QUOTED)),
    # By custom defined in the preamble to show nothing: it only orders sources.
    **dict.fromkeys(("noopsort", "SortNoop", "NOOP", "sortnoop"), _SETTING),
}  # fmt: skip
