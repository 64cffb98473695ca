"""Letters and digits by what they look like. Written by tools/confusables.py.

From the confusables of Unicode 16.0 (Unicode Technical Standard 39, section 4), as ICU carries
them; © Unicode, Inc., https://www.unicode.org/license.txt. Each group holds what letters and digits
look like and, after a colon, all that look so. Left out: what compatibility normalization (NFKC)
settles already, scripts written from right to left, and likenesses outside Latin, Cyrillic and
Greek. Accents and strokes are dropped from what a letter looks like.
"""

LOOKALIKES = """\
2:ƧƻϨᒿꙄꛯꝚ 3:ƷȜЗҘӠⳌꝪꞫ𑣊𖼻 4:Ꮞᔯᔰ𑢯 5:Ƽ𑢻 6:бᏮⳒ𑣕 7:𐓒𑣆 8:Ȣȣ৪੪𐌚 9:৭੧୨൭ⳊꝮ𑢬𑣌𑣖 A:ΑАᎪᗅꓮ𐊠𖽀 AA:Ꜳ AE:ÆӔ
AO:Ꜵ AU:Ꜷ AV:ꜸꜺ AY:Ꜽ B:ƁΒВᏴᗷꓐꞴ𐊂𐊡𐌁 C:ƇСҪᏟⲤꓚ𐊢𐌂𐐕𐔜𑣩𑣲 D:ÐĐƉƊᎠᗞᗪꓓ E:ɆΕЕᎬⴹꓰ𐊆𑢦𑢮 F:ƑϜᖴꓝꞘ𐊇𐊥𐔥𑢢𑣂
G:ƓǤԌᏀᏳꓖ H:ĦΗНҢӇӉᎻᕼⱧⲎꓧ𐋏 J:ɈͿЈᎫᒍᒘᒙꓙꞲ K:ƘΚКҚҞᏦᛕⱩⲔꓗꝀ𐔘 L:ŁᏞᒪᒶⳐꓡ𐐛𐔦𑢣𑢲𖼖 M:ΜϺМӍᎷᗰᛖⲘꓟ𐊰𐌑 N:ƝΝⲚꓠ𐔓
O:0ØƟΘΟθОѲӨՕ০ଠ୦ዐᎤᎾᏫⲞⴱⵁⵔ〇ꓳꝊ𐊒𐊫𐐄𐓂𐔖𑓐𑢵𑣠 OE:Œ OO:ꚘꝎ P:ƤΡРᏢᑭᑶᒆⲢꓑ𐊕 Q:ⵕ R:ƦᎡᏒᖇꓣ𐒴𖼵 S:ЅՏᏕᏚꓢ𐊖𐐠𖼺
T:ŦƬƮȾΤТҬᎢⲦꓔ𐊗𐊱𐌕𑢼𖼊 T3:Ꜩ U:ɄՍሀᏌᑌᑗᑘᑧꓴ𐓎𑢸𖽂 V:Ѵ۷Ꮩᐯᐺᐻⴸꓦꛟ𐔝𑢠𖼈 W:ԜᎳᏔꓪ𑣦𑣯 X:ΧХҲᚷⲬⵝꓫꞳ𐊐𐊴𐌗𐌢𐔧𑣬
Y:ƳɎΥУҮҰᎩᎽⲨꓬ𐊲𑢤𖽃 Z:ƵȤΖᏃꓜ𐋵𑢩𑣥 a:ɑαа aa:ꜳ ae:æӕ ao:ꜵ au:ꜷ av:ꜹꜻ ay:ꜽ b:ƀƂƃƄɓБЬѢѣҌҍᏏᑲᑳᑾᑿᒀᒁᒈᖯ
bl:Ы c:ȼсҫᴄⲥꮯ𐐽 d:đƌɖɗԁᏧᑯᑺᑻᒇꓒ dz:ʣ dȝ:ʤ dʑ:ʥ e:ɇеҽҿꬲ f:ƒքᵮẝꞙꬵ fŋ:ʩ g:ƍǥɠɡցᶃ h:ħɦћһհᏂᏲꚕ
i:ıɨɩɪιіӏᎥᵻᵼꙇꭵ𑣃 j:ɉϳј k:ƙ l:1IłƖƗƚǀɫɭΙІӀ۱ᒷᛁⲒⵏꓲ𐊊𐌉𐌠𖼨 lO:Ю ll:ǁ ls:ʪ lz:ʫ lȝ:ɮ n:ƞɳηոռᵰ
o:øɵοσоѳөօ۵०੦૦௦౦೦ഠ൦๐໐တဝ၀ჿᴏᴑⲟꝋꬽꬾꭴꮎꮻ𐐬𐓪𑣈𑣗 oe:œ oo:ꚙꝏ oᴇ:ɶ p:ƥρрᑷᵽⲣ q:ʠԛգզ r:ɍɼɽгґғᴦᵲⲅꭇꭈꮁ
rn:mɱᵯ𑜀𑣣 s:ƽʂѕᵴꜱꮪ𐑈𑣁 t:ŧƭᵵ tf:ꝷ ts:ʦ tȝ:ꜩ tɕ:ʨ tʃ:ʧ u:ʋυսᴜᵾꞟꭎꭒꮜ𐓶𑣘 ue:ᵫ uo:ꭣ v:νѵᴠꮩ𑜆𑣀
w:ɯѡѽԝաᴡꝡꮃ𑓅𑜊𑜎𑜏 x:хᕁᕽ y:ƴɏɣʏγуүұყᶌỿꭚ𑣜 z:ƶȥʐᴢᵶꮓ𑣄 Þ:Ϸ𐓄 ß:βᏰẞꞵꟖ þ:ƿϸ ĸ:κкқҟᴋⲕꮶ ƅ:ьꮟ ƅi:ы
Ɔ:ϽↃꓛ𐐣 Ǝ:ⴺꓱ Ə:Ә Ɛ:ԐᏋ𐐁𖼭 ƨ:ϩᴤꙅ Ʃ:Σⵉ ƫ:Ꮏ Ʊ:ᘮᘴ ǝ:əɚә ǝo:ᴔꭁꭂ Ƕ:Ԋ ȝ:ʒӡჳⳍꝫ ȷ:յ ɂ:ꭾ
Ʌ:ΛЛӅ۸ᐱᐼᐽⴷꓥꛎ𐊍𐒰𖼽 ɋ:ᶐ ɔ:ͻᴐↄꬿ𐑋 ɔe:ꭢ ɜ:зҙᴈ ɞ:𐑂 ɢ:ԍᏻꮐ ɰ:պሣ ɷ:𐐿 ɸ:φфⲫ ɾ:ᵳ ʀ:ꭱꮢ ʃ:ꭍ ʊ:ᵿ ʌ:ᴧ𐓘
ʍ:мӎᴍꮇ ʘ:ⵙꙨ𐓃 ʙ:вᏼ ʚ:ꞝ𐐪 ʜ:нңӈӊꮋ ʟ:ⳑꮮ𐑃 ʡ:ꛍ Γ:ГҐҒᎱᒥᒮᒯⲄ𖼇 Δ:ᐃᐎᐏⲆⵠ𐊅𐊣𖼚 Π:ПⲠꛛ Φ:ФՓቀᛰⲪ𐊳 Ψ:ѰᛘⲮ𐊵𐓑
Ω:ᘯᘵ𐊶 λ:ƛⲖ𐓛 π:пᴨ ς:ϛ χ:ⲭꭓꭕ ψ:ѱ𐓹 ω:ⲱꙍꞷ ϗ:ⳤ Ϙ:𐊭𐌒 Ћ:𐓍 Ж:Җ И:ͶҊꚡ𐐥 Ш:Ⲽ Ъl:Ꙑ ж:җ л:ӆᴫ ш:ⲽ љ:ꭠ
Ѡ:ѼᏇᗯᣭ Ҷ:Ӌ ҷ:ӌ Ҽ:Ҿ Ӄ:𐒼 ᴀ:ꭺ ᴅ:ꭰ ᴇ:ꭼ ᴊ:ꭻ ᴎ:ͷиҋ𐑍 ᴘ:ᴩꮲ ᴙ:я ᴛ:τтҭꭲ ẟ:δծᕷ Ⅎ:ᖵꓞ Ɐ:ᗄꓯ Ɒ:𐐟 Ⱶ:ͰᎨᎰꚱ
ⱶ:ꮀ Ꙍ:Ꞷ Ꙙ:𖼜 ꙩ:𐓫 ꜧ:ꞕ Ꜿ:Ͽ ꜿ:ͽ Ꝺ:ꝺ Ꞇ:Ⴀ Ꞓ:ЄⲈ ꞓ:ɛεєԑⲉꮛ𐐩𑣎 ꟻ:ᖷ
"""
