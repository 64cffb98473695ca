"""Legal forms of companies and societies, such as 'Ltd' and 'GmbH', and how to strip them.

The most common of ISO 20275 (Entity Legal Forms, kept by the GLEIF), as people abbreviate them.
"""

from collections.abc import Mapping, Sequence

# As `similarity.words_of` gives them: lower case, without accents, strokes, dots or apostrophes.
_FORMS_BY_COMMAS = """
inc, incorporated, corp, corporation, company, co, llc, l l c, pllc, lp, llp, ltd, limited, plc,
public limited company, cic, pty, pty ltd, proprietary limited, pte ltd, pvt ltd, private limited,
sdn bhd, bhd, pt, tbk, gmbh, g m b h, mbh, ug, ag, kg, kgaa, ohg, ek, ev, e v, eg, se, sarl, sas,
sasu, sa, s a, s a s, sca, snc, eurl, asbl, vzw, bv, b v, nv, n v, spa, s p a, srl, s r l, sl, s l,
slu, sau, sc, sa de cv, s a de c v, sab de cv, s de rl de cv, ltda, lda, eireli, ab, aktiebolag,
a s, as, asa, aps, oy, oyj, hf, ehf, ou, uab, sia, sp zoo, sp z oo, sp z o o, spolka z oo,
spolka z ograniczona odpowiedzialnoscia, spolka akcyjna, sp k, sro, s r o, doo, d o o, dd, kft,
zrt, nyrt, bt, ood, eood, ad, sh p k, anonim sirketi, ltd sti, kk, k k, gk, kabushiki kaisha,
godo kaisha, ооо, зао, оао, пао, ао, нко, ано, тоо, тов, ат, прат, еоод, оод, ад, доо, αε, α ε,
επε, ε π ε, ικε, ι κ ε, בעמ, شمم, ذمم, شمع, შპს, სს
"""

_FORMS = {tuple(form.split()) for form in _FORMS_BY_COMMAS.replace("\n", " ").split(",")}


def _by(word: int) -> Mapping[str, Sequence[tuple[str, ...]]]:
    """The forms by the first or the last word, those of more words before others."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for form in sorted(_FORMS, key=len, reverse=True):
        found.setdefault(form[word], []).append(form)
    return found


_BEFORE, _BEHIND = _by(0), _by(-1)

# Forms written without a space before or after the name.
_ATTACHED = (
    "股份有限公司", "有限责任公司", "有限責任公司", "有限公司", "株式会社", "有限会社", "合同会社",
    "合資会社", "一般社団法人", "公益社団法人", "一般財団法人", "公益財団法人",
    "特定非営利活動法人", "주식회사", "유한회사", "บริษัท", "จำกัด",
)  # fmt: skip

# Forms shortened to one character between brackets, and the form in full.
SHORTENED = {"(株)": " 株式会社 ", "(有)": " 有限会社 ", "(주)": " 주식회사 ", "(유)": " 유한회사 "}


def without_legal_form(words: Sequence[str]) -> Sequence[str]:
    """The words of a name without the legal forms before and after it; at least one is left."""
    while len(words) > 1 and (words[-1] in _BEHIND or words[0] in _BEFORE):
        behind = next((len(f) for f in _BEHIND.get(words[-1], ()) if _ends(words, f)), 0)
        before = next((len(f) for f in _BEFORE.get(words[0], ()) if _begins(words, f)), 0)
        if not before and not behind:
            break
        words = words[:-behind] if behind >= before else words[before:]
    return _without_attached_form(words)


def _ends(words: Sequence[str], form: tuple[str, ...]) -> bool:
    return len(form) < len(words) and tuple(words[-len(form) :]) == form


def _begins(words: Sequence[str], form: tuple[str, ...]) -> bool:
    return len(form) < len(words) and tuple(words[: len(form)]) == form


def _without_attached_form(words: Sequence[str]) -> Sequence[str]:
    name = "".join(words)
    if name.isascii():
        return words
    for form in _ATTACHED:
        rest = name.removeprefix(form).removesuffix(form)
        if rest and rest != name:
            return [rest]
    return words
