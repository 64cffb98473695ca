"""The commands of LaTeX that values may hold: what each stands for, and what its argument is.

After the LaTeX 2e kernel, textcomp, csquotes, babel and the BibLaTeX manual, section 4.7.
"""

import codecs
from functools import cache
from typing import NamedTuple

import latexcodec  # noqa: F401 (registers the codec ulatex)


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

LOGOS = {
    **dict.fromkeys(("TeX", "LaTeX", "BibTeX", "XeTeX", "XeLaTeX", "LuaTeX", "LuaLaTeX")),
    **dict.fromkeys(("ConTeXt", "METAFONT", "METAPOST", "TikZ")),
    "LaTeXe": "LaTeX2e", "eTeX": "eTeX", "pdfTeX": "pdfTeX", "MP": "METAPOST", "MF": "METAFONT",
}  # fmt: skip

_SYMBOLS = {
    "slash": "/", "dots": "…", "ldots": "…", "textellipsis": "…", "i": "ı", "j": "ȷ", "SS": "ẞ",
    "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“", "lq": "‘", "rq": "’",
    "textquotedblright": "”", "textquotedbl": '"', "textquotesingle": "'", "textasciigrave": "`",
    "quotedblbase": "„", "quotesinglbase": "‚", "glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘",
    "flqq": "«", "frqq": "»", "flq": "‹", "frq": "›", "guilsinglleft": "‹", "og": "«\u00a0",
    "guilsinglright": "›", "fg": "\u00a0»", "guillemetleft": "«", "guillemetright": "»",
    "openautoquote": "“", "closeautoquote": "”", "textbackslash": "\\", "textbraceleft": "{",
    "textbraceright": "}", "lbrace": "{", "rbrace": "}", "textasciitilde": "~", "textbar": "|",
    "textasciicircum": "^", "textunderscore": "_", "textless": "<", "textgreater": ">",
    "textdollar": "$", "textpercent": "%", "textampersand": "&", "textnumero": "№",
    "textmu": "µ", "textohm": "Ω", "textrightarrow": "→", "textleftarrow": "←", "textdiv": "÷",
    "texttimes": "×", "textonehalf": "½", "textonequarter": "¼", "textthreequarters": "¾",
    "textordfeminine": "ª", "textordmasculine": "º", "textcopyright": "©", "texteuro": "€",
    "euro": "€", "EUR": "€", "textsection": "§", "textparagraph": "¶", "textdagger": "†",
    "textdaggerdbl": "‡", "textperthousand": "‰", "textasteriskcentered": "*",
    "textexclamdown": "¡", "textquestiondown": "¿", "textcent": "¢", "textestimated": "℮",
    "textopenbullet": "◦", "ohorn": "ơ", "OHORN": "Ơ", "uhorn": "ư", "UHORN": "Ư", "hyphen": "-",
    "bibrangedash": "–", "bibinitperiod": ".", "bibinitdelim": " ", "adddot": ".", "isdot": "",
    "addcomma": ",", "addcolon": ":", "addsemicolon": ";", "addperiod": ".", "addslash": "/",
    "adddotspace": ". ", "bibopenparen": "(", "bibcloseparen": ")", "bibopenbracket": "[",
    "bibclosebracket": "]", "textcompwordmark": "",
    "backslash": "\\", "imath": "ı", "jmath": "ȷ", "nobreakdash": "", "vert": "|",
    "leqslant": "≤", "geqslant": "≥", "varepsilon": "ε", "varphi": "φ", "vartheta": "ϑ",
    "varrho": "ϱ", "pno": "p.", "ppno": "pp.", "psq": "sq.", "psqq": "sqq.",
    **dict.fromkeys(("quad", "qquad", "enspace", "space", "par", "newline", "linebreak"), " "),
    **dict.fromkeys(("addspace", "addlowpenspace", "addhighpenspace", "hfill", "hfil"), " "),
    **dict.fromkeys(("nobreakspace", "addnbspace", "addabbrvspace"), "\u00a0"),
    **dict.fromkeys(("thinspace", "addthinspace", "addnbthinspace"), "\u202f"),
}  # fmt: skip

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
    "ensurelatin textlatin"
)
_LANGUAGES = (
    "english german french italian spanish portuguese russian greek latin dutch polish czech "
    "swedish norwegian danish finnish turkish hungarian ukrainian arabic hebrew chinese japanese "
    "korean cyrillic catalan croatian serbian slovak slovenian romanian bulgarian persian"
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
    "mkbibbrackets": Argument("mkbibbrackets", around=("[", "]")),
    **dict.fromkeys(("textsuperscript", "mkbibsuperscript", "up"), Argument("", script="^")),
    **dict.fromkeys(("textsubscript", "mkbibsubscript"), Argument("", script="_")),
    **dict.fromkeys(("foreignlanguage", "textcolor", "foreignlanguage*"), _SETTING),
    **dict.fromkeys(("hspace", "hspace*", "vspace", "vspace*"), _SETTING),
    **dict.fromkeys(("color", "selectlanguage"), _SETTING),
    **dict.fromkeys(("foreignquote", "hyphenquote"), _SETTING._replace(then=_QUOTED)),
    # By custom defined in the preamble to show nothing: it only orders sources.
    **dict.fromkeys(("noopsort", "SortNoop", "NOOP", "sortnoop"), _SETTING),
}  # fmt: skip


# Strings of BibLaTeX by their keys; of others the key is shown.
STRINGS = {
    "nodate": "no date",
    "reviewof": "review of",
    "and": "and",
    "in": "in",
    "andothers": "et al.",
}


@cache
def symbol_of(name: str) -> str | None:
    """What a command without an argument shows, in text or in a formula; None if it is unknown."""
    if name in LOGOS:
        return LOGOS[name] or name
    if name in _SYMBOLS:
        return _SYMBOLS[name]
    for written in (rf"\{name}", rf"$\{name}$"):
        symbol = str(codecs.decode(written, "ulatex"))  # type: ignore[call-overload]
        if "\\" not in symbol and "$" not in symbol:
            return symbol
    # Those of the package textgreek, such as \textbeta.
    return symbol_of(name[4:]) if name.startswith("text") and name[4:] else None
