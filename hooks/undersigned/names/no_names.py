"""Words that people write where a form asks for a name and they give none, in many languages.

A name is compared as a whole: 'None of Your Business' and 'Public Citizen' are organisations. Left
out is what is somebody's name elsewhere, such as 'Nada', 'Nil', 'Nan' and 'Pribadi'.
"""

from collections.abc import Sequence
from functools import cache

from .similarity import words_of

# Nothing is given: neither a name nor an organisation to belong to.
_NOTHING = """
en: none, null, undefined, n/a, not applicable, not available, not given, not specified,
    unspecified, unknown, no affiliation, no affiliations, unaffiliated, not affiliated, no
    organisation, no organization, no company, no employer
fr: aucun, aucune, néant, inconnu, inconnue, non applicable, sans objet, non renseigné, sans
    affiliation, aucune affiliation, sans organisation
de: keine, keiner, keines, keine Angabe, keine Angaben, unbekannt, entfällt, nicht zutreffend, ohne
    Zugehörigkeit, keine Organisation, keine Zugehörigkeit
es: ninguno, ninguna, desconocido, desconocida, no aplica, no disponible, sin afiliación, sin
    organización, ninguna afiliación
pt: nenhum, nenhuma, desconhecido, desconhecida, não aplicável, não se aplica, sem afiliação, sem
    filiação, sem organização
it: nessuna, sconosciuto, sconosciuta, non applicabile, nessuna affiliazione, senza affiliazione
nl: geen, onbekend, niet van toepassing, nvt, geen affiliatie, geen organisatie
pl: brak, nieznany, nieznana, nie dotyczy
cs: žádný, žádná, neznámý, neznámá
sv, da, nb: ingen, okänd, ukendt, ukjent, ej tillämpligt, ikke relevant
fi, hu: ei mitään, tuntematon, nincs, ismeretlen
tr, id: yok, bilinmiyor, hiçbiri, tidak ada
ru, uk: нет, неизвестно, неизвестный, немає, невідомо
el: κανένας, καμία, άγνωστος
zh, ja, ko: 无, 無, 未知, 不详, 不明, なし, 無し, 該当なし, 없음, 해당 없음, 알 수 없음
ar, he, hi: لا يوجد, لا شيء, غير معروف, אין, לא ידוע, कोई नहीं, अज्ञात
"""

# Somebody is meant, but not named.
_NOBODY = """
en: anonymous, anon, anonymous coward, anonymous user, anonymous signatory, no name, noname,
    nameless, unnamed, nobody, no one, noone, somebody, someone, name withheld, name withheld by
    request, withheld, redacted, individual, an individual, private individual, person, private
    person, private, personal, in a personal capacity, personal capacity, citizen, a citizen,
    private citizen, concerned citizen, self, myself, me, user, guest, independent, self-employed,
    freelance, freelancer
fr: anonyme, sans nom, personne, individu, individuel, particulier, à titre personnel, à titre
    individuel, citoyen, citoyenne, indépendant, indépendante, privé
de: anonym, ohne Namen, niemand, jemand, Einzelperson, Privatperson, privat, besorgter Bürger,
    besorgte Bürgerin, selbstständig, freiberuflich
es: anónimo, anónima, sin nombre, nadie, individuo, particular, persona física, a título personal, a
    título individual, ciudadano, ciudadana, independiente, privado
pt: anônimo, anônima, sem nome, ninguém, indivíduo, pessoa física, pessoa singular, a título
    pessoal, cidadão, cidadã, independente, autônomo, autônoma
it: anonimo, anonima, senza nome, nessuno, privato, privata, privato cittadino, privata cittadina,
    cittadino, cittadina, persona fisica, a titolo personale, indipendente
nl: anoniem, naamloos, niemand, particulier, privépersoon, op persoonlijke titel, zelfstandig
pl: anonim, anonimowy, anonimowa, nikt, osoba prywatna, osoba fizyczna
cs: anonymní, nikdo, soukromá osoba, fyzická osoba
fi, hu: nimetön, anonyymi, yksityishenkilö, névtelen, magánszemély
tr, id: anonim, isimsiz, bireysel, perorangan
ru, uk: аноним, анонимно, без имени, никто, частное лицо, физическое лицо, анонім, без імені,
    приватна особа, фізична особа
el: ανώνυμος, ανώνυμη, ιδιώτης
zh, ja, ko: 匿名, 佚名, 无名, 無名, 个人, 個人, 匿名希望, 名無し, 익명, 무명, 개인
ar, he, hi: مجهول, فرد, אנונימי, אלמוני, गुमनाम
"""

# As spreadsheets and people abbreviate it, where no name is asked for.
_NO_VALUES = frozenset(("nan", "nil", "k a"))


def is_nothing(words: Sequence[str]) -> bool:
    """Whether a value, given as `words_of` has it, says that there is none: 'N/A', 'keine'."""
    return " ".join(words) in _read(_NOTHING)


def is_no_name(words: Sequence[str]) -> bool:
    """Whether a name, given as `words_of` has it, names nobody: 'None', 'Anonymous', 'Citoyen'."""
    return is_nothing(words) or " ".join(words) in _read(_NOBODY)


def is_no_value(text: str) -> bool:
    """Whether what stands for anything but a name says that there is none: '-', 'N/A', 'keine'."""
    words = words_of(text)
    return not words or is_nothing(words) or " ".join(words) in _NO_VALUES


def first_words() -> frozenset[str]:
    """The first word of every value that is nothing or no name, as `words_of` has it."""
    return frozenset(value.partition(" ")[0] for value in _read(_NOTHING) | _read(_NOBODY))


@cache
def _read(lines: str) -> frozenset[str]:
    """The values of such lines as `words_of` has them, its words joined by spaces."""
    whole = lines.replace("\n    ", " ").splitlines()
    values = (value for line in whole for value in line.rpartition(": ")[2].split(","))
    return frozenset(" ".join(words_of(value)) for value in values) - {""}
