"""One folding of names, for slugs, the order of a register, its letters, and what people type.

Accents are marks that Unicode decomposes (UAX 15). Strokes, hooks and ligatures are not, so a table
has the letters that people look for instead.
"""

import re
from functools import cache
from unicodedata import category, normalize

from .as_lines import ByCharacter

# Lower-case letters and signs, each behind what it is folded to and a colon. A letter goes with the
# one that its Unicode name names ('l with stroke', 'turned e', 'dz digraph'); eth, thorn, kra and
# schwa as in passports (ICAO Doc 9303-3, section 6); Zhuang's tones as spelt since 1982; clicks and
# glottal stops with the signs that are typed for them. The filter's script has the same lines.
FOLDED = """\
!:ǃʘ𝼊 ":ʺ“”„‟ ':ƾɂʔʕʖʡʢʬʭʹʻʼʽʾʿˀˁˈˊˋˌˮᴤᴥ‘’‛′ꜣꜥꞌꞏ꟎꟏𝼎 -:‐‒–—―− 2:ƻ 3:ꜫ 4:ꜭꜯ =:ǂ a:ɐɑɒᴀᶏᶐⱥꞻꬰꬱꭤ
aa:ꜳ ae:æᴁᴂꞛ ao:ꜵ au:ꜷ av:ꜹꜻ ay:ꜽ b:ƀƃɓʙᴃᵬᶀꞗꞵ c:ƈȼɕʗᴄↄꜿꞓꞔ𝼏𝼝 ch:ꭓꭔꭕ con:ꝯ d:ðđƌƍȡɖɗᴅᴆᵭᶁᶑẟꝺꟈ𝼥
db:ȸ dum:ꝱ dz:ʣʥꭦ dzh:ʤ𝼒𝼙 e:ǝɇɘəɚɛɜɝɞʚᴇᴈᶒᶓᶔᶕⱸⱻꬲꬳꬴꭠ et:ꝫ f:ƒᵮᶂꜰꝼꞙꟻꬵ fng:ʩ𝼀 g:ǥɠɡɢɣʛᵷᵹᶃꝿꞡꟑꬶ𝼁𝼂
gh:ƣ h:ħƅɥɦɧʜʮʯⱨⱶꜧꞕꟶ hv:ƕ i:ıɨɩɪᴉᵻᵼᶖꞽꟷꟾ𝼚 ie:ꭡ is:ꝭ j:ȷɉɟʄʝᴊ k:ƙʞᴋᶄⱪꝁꝃꝅꞣ𝼃𝼐
l:łƚƛȴɫɬɭʟᴌᶅⱡꝇꝉꞁꞎꟚꟛꟜꬷꬸꬹ𝼄𝼑𝼓𝼦 ll:ỻ ls:ʪ lum:ꝲ lz:ʫ lzh:ɮ𝼅 m:ɯɰɱᴍᴟᵯᶆꟺꟽꟿꬺ mum:ꝳ n:ƞȵɲɳɴᴎᵰᶇꞑꞥꬻ𝼧
ng:ŋꬼ𝼇𝼔 num:ꝴ o:øɔɤɵɷᴏᴐᴑᴒᴓᴖᴗᶗⱺꝋꝍꞷꟁꟋꬽꬾꬿꭃꭄ𝼛 oe:œɶᴔꞝꭀꭁꭂꭢ oo:ꝏ ou:ȣᴕ p:ƥᴘᵱᵽᶈꝑꝓꝕꟼ ph:ɸⱷ q:ĸƽɋʠꝗꝙꞯ
qp:ȹ r:ɍɹɺɻɼɽɾɿʀʁᴙᴚᵲᵳᶉⱹꝛꞃꞧꭅꭆꭇꭉꭋꭌꭨ𝼈𝼕𝼖𝼨 rr:ꭈꭊ rum:ꝝꝵꝶ s:ȿʂᵴᶊẜẝꜱꞅꞩꟊꟌꟍꟗꟙ𝼞𝼩 sh:ƪʃʅʆᶋᶘꭍ𝼋𝼌 ss:ß
t:ŧƫƭȶʇʈᴛᵵⱦꞇ𝼉𝼍𝼪 tc:ʨ th:þᵺꝥꝧ thth:꟒ꟓ ts:ʦꭧ tsh:ʧ𝼗𝼜 tum:ꝷ tz:ꜩ u:ʉʊᴜᴝᴞᵾᵿᶙꞹꞿꭎꭏꭒ ue:ᵫꞟ ui:ꭐꭑ um:ꝸ
uo:ꭣ v:ʋʌᴠᶌỽⱱⱴꝟꝩ vy:ꝡ w:ƿʍᴡⱳꟃ ww:꟔ꟕ x:ᶍꭖꭗꭘꭙ y:ƴȝɏʎʏỿꭚ𝼆 z:ƨƶȥɀʐʑᴢᵶᶎⱬꝣ zh:ƹƺʒʓᴣᶚ𝼘 |:ǀ ||:ǁ σ:ς
"""


# Notices of rights: compatibility decomposition makes letters of them, as it does of telephones.
NOTICES = "™℠℡℻🄫🄬🄭🄮🅪🅫🅬"
_NOTICE = re.compile(f"[{NOTICES}]")


def with_one_notice(text: str) -> str:
    """The text with '®' for every sign of a right in a name, which is no part of the name."""
    return _NOTICE.sub("®", text)


def folded(text: str) -> str:
    """The text without case, accents and strokes, in compatibility decomposition (Unicode NFKD).

    Of Latin letters only those from a to z are left: Ø is o, Þ th, Æ ae, ß ss. Apostrophes, quotes
    and dashes are the ones on a keyboard. Other scripts keep their letters and lose their marks.
    """
    # By characters: all that a decomposition puts in order are marks, and they are lost.
    return text.lower() if text.isascii() else text.translate(_FOLDED)


def _folded(character: str) -> str:
    # An acute accent by itself is typed for an apostrophe, but decomposes to a space.
    decomposed = normalize("NFKD", with_one_notice(character).replace("´", "'"))
    bare = "".join(each for each in decomposed if category(each)[0] != "M")
    return with_plain_letters(bare.casefold())


_FOLDED = ByCharacter(_folded)


def with_plain_letters(text: str) -> str:
    """A text in lower case with the table's letters and signs replaced, its accents untouched."""
    return text.translate(_table())


@cache
def _table() -> dict[int, str]:
    """What each letter or sign is folded to, by its code point."""
    groups = (group.partition(":") for group in FOLDED.split())
    return {ord(each): plain for plain, _, characters in groups for each in characters}
