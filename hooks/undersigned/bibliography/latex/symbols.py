"""The commands of LaTeX that stand for characters or words, and the strings of BibLaTeX.

After the LaTeX 2e kernel, textcomp, amssymb, csquotes, and the BibLaTeX manual, section 4.7; its
strings are in section 4.9.
"""

import codecs
from collections.abc import Mapping
from functools import cache

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
    "varrho": "ϱ", "dq": '"', "item": "• ", "addat": "@", "addplus": "+", "addbdot": ".",
    "addbdotbefore": ".", "partedit": "edited by ", "parttrans": "translated by ",
    "parteditandtrans": "edited and translated by ", "pno": "p.", "ppno": "pp.", "psq": "sq.",
    "psqq": "sqq.",
    **dict.fromkeys(("quad", "qquad", "enspace", "space", "par", "newline", "linebreak"), " "),
    **dict.fromkeys(("addspace", "addlowpenspace", "addhighpenspace", "hfill", "hfil"), " "),
    **dict.fromkeys(("nobreakspace", "addnbspace", "addabbrvspace"), "\u00a0"),
    **dict.fromkeys(("thinspace", "addthinspace", "addnbthinspace"), "\u202f"),
}  # fmt: skip

# Of formulas and of textcomp, by pairs, where latexcodec does not know them.
_OF_FORMULAS = (
    "prime ′ circ ° odot ⊙ oplus ⊕ otimes ⊗ cdots ⋯ mp ∓ equiv ≡ simeq ≃ cong ≅ propto ∝ to → "
    "gets ← mapsto ↦ leftrightarrow ↔ Leftrightarrow ⇔ iff ⇔ implies ⇒ land ∧ lor ∨ lnot ¬ ne ≠ "
    "setminus ∖ ge ≥ le ≤ gg ≫ ll ≪ Re ℜ Im ℑ hbar ℏ aleph ℵ varnothing ∅ angle ∠ perp ⊥ mid | "
    "parallel ∥ langle ⟨ rangle ⟩ lceil ⌈ rceil ⌉ lfloor ⌊ rfloor ⌋ star ⋆ dagger † ddagger ‡ "
    "square □ Box □ triangle △ vdash ⊢ models ⊨ top ⊤ bot ⊥ checkmark ✓ degree ° lVert ‖ rVert ‖ "
    "Vert ‖ lvert | rvert | upmu µ upalpha α upbeta β upgamma γ uplambda λ gtrsim ≳ lesssim ≲ "
    "mu μ NG Ŋ ng ŋ thorn þ eth ð sqrt √"
)
_OF_TEXT = (
    "celsius ℃ visiblespace ␣ baht ฿ won ₩ yen ¥ lira ₤ peso ₱ currency ¤ interrobang ‽ mho ℧ "
    "uparrow ↑ downarrow ↓ minus − lnot ¬ naira ₦ recipe ℞ servicemark ℠ brokenbar ¦ bardbl ‖ "
    "doublepipe ǁ pipe ǀ onethird ⅓ twothirds ⅔ oneeighth ⅛ threeeighths ⅜ fiveeighths ⅝ "
    "seveneighths ⅞"
)


def _pairs(written: str, before: str = "") -> Mapping[str, str]:
    words = written.split()
    return {before + name: sign for name, sign in zip(words[::2], words[1::2], strict=True)}


_SIGNS = {**_pairs(_OF_FORMULAS), **_pairs(_OF_TEXT, "text"), **_SYMBOLS}

_AS_THEY_ARE = (
    "and in by of see edition revised part version volume issue reprint video audio line submitted "
    "forthcoming prepublished unpublished spring summer autumn winter"
)
# Strings of BibLaTeX by their keys; of others the key is shown.
STRINGS = {
    **{word: word for word in _AS_THEY_ARE.split()},
    "nodate": "no date", "andothers": "et al.", "reviewof": "review of", "seealso": "see also",
    "revisededition": "revised edition", "reprintof": "reprint of", "reprintas": "reprinted as",
    "translationof": "translation of", "translationas": "translated as", "number": "no.",
    "numbers": "nos", "page": "p.", "pages": "pp.", "chapter": "ch.", "section": "sec.",
    "paragraph": "para.", "volumes": "vols", "column": "col.", "verse": "v.",
    "circa": "c.", "confer": "cf.", "newseries": "new series", "oldseries": "old series",
    "editor": "ed.", "editors": "eds", "byeditor": "edited by", "translator": "trans.",
    "translators": "trans.", "bytranslator": "translated by", "byauthor": "by",
    "withforeword": "with a foreword by", "withintroduction": "with an introduction by",
    "inpreparation": "in preparation", "inpress": "in press",
    "phdthesis": "PhD thesis", "mathesis": "master’s thesis", "techreport": "technical report",
}  # fmt: skip


@cache
def symbol_of(name: str) -> str | None:
    """What a command without an argument shows, in text or in a formula; None if it is unknown."""
    if name in LOGOS:
        return LOGOS[name] or name
    if name in _SIGNS:
        return _SIGNS[name]
    # Imported late: it makes a large table, and most of what people write is known by now.
    import latexcodec  # noqa: F401 (registers the codec ulatex)

    for written in (rf"\{name}", rf"$\{name}$"):
        symbol = str(codecs.decode(written, "ulatex"))  # type: ignore[call-overload]
        if "\\" not in symbol and "$" not in symbol:
            return symbol
    # Those of the package textgreek, such as \textbeta.
    return symbol_of(name[4:]) if name.startswith("text") and name[4:] else None
