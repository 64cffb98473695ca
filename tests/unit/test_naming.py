"""What is no name is refused, and nobody's name is."""

from datetime import date

import pytest
from undersigned.names import no_names
from undersigned.register.rules.context import Context
from undersigned.register.rules.naming import (
    names_are_names,
    other_names_name_somebody,
    words_keep_to_one_alphabet,
)
from undersigned.text.source import Entry, Text

CIRCUMSTANCES = Context(date(2026, 1, 1), ())


def entry(**values: str) -> Entry:
    fields = {name: Text(value, line, 3) for line, (name, value) in enumerate(values.items(), 1)}
    return Entry.placed("signatories.yml", 1, 3, len(fields) + 1, fields, fields)


def refusals(**values: str) -> list[str]:
    return [problem.message for problem in names_are_names(entry(**values), CIRCUMSTANCES)]


@pytest.mark.parametrize(
    "name",
    [
        *("+", "-", ".", "…", "???", "🎉", "👩🏽‍💻", "ǃ", "~", "\u0301"),
        *("\u2800\u2800", "\u3164\u3164", "\u115f\u1160", "\u20dd\u20dd", "ाा", "ﾞﾞ", "ـــ", "ーー"),
        *("\ufe0f\ufe0f", "\U000e0041\U000e0042", "™", "®©", "(R)", "\U00013441\U00013441"),
        *("N/A", "n/a", "None", "(none)", "NULL", "unknown", "Unknown.", "No affiliation"),
        *("Anonymous", "anonymous", "ANON", "Individual", "Self", "private person", "Citizen"),
        *("anonyme", "À titre personnel", "Citoyenne", "inconnu", "Personne"),
        *("Anonym", "keine Angabe", "Privatperson", "unbekannt", "SELBSTSTÄNDIG"),
        *("Anónimo", "ninguno", "Ciudadana", "a título personal", "No aplica"),
        *("Anônimo", "nenhum", "Cidadão", "não se aplica", "Pessoa física"),
        *("Anonimo", "nessuno", "privato cittadino", "Geen", "particulier", "n.v.t."),
        *("Anonim", "brak", "ingen", "İsimsiz", "аноним", "Частное лицо", "ΑΝΏΝΥΜΟΣ"),
        *("匿名", "無", "なし", "익명", "مجهول", "אנונימי", "कोई नहीं"),
    ],
)
def test_what_names_nobody_is_refused_of_any_kind(name: str) -> None:
    assert refusals(name=name, kind="individual")
    assert refusals(name=name, kind="company")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        *((name, "individual") for name in ("Acid Burn", "nsmith", "0xdeadbeef", "anon123", "Xi")),
        *((name, "individual") for name in ("李", "김", "Æ", "Ng", "42", "Amy Null", "Ken Guest")),
        *((name, "individual") for name in ("Nada", "Nil", "Nan", "Na", "Pribadi", "Burger")),
        *((name, "individual") for name in ("मा", "Wil Self", "Ana Niemand", "noneya", "John Doe")),
        *((name, "company") for name in ("None of Your Business", "Private Citizens Ltd", "3M")),
        *((name, "company") for name in ("Test-Aankoop", "Example Foundation", "Public Citizen")),
        *(
            (name, "company")
            for name in ("Test Double", "Citizen Watch", "The Independent", "無印")
        ),
        *(
            (name, "company")
            for name in ("Unknown Worlds", "Anonymous Labs", "Name.com", "🦊 Labs")
        ),
        *((name, "company") for name in ("Privat Bank", "Nobody's Inn", "Self Family Foundation")),
        *(
            (name, "company")
            for name in ("Company Pets", "Placeholder Inc", "Foo Bar Ltd", "TODO Group")
        ),
    ],
)
def test_a_name_or_pseudonym_passes(name: str, kind: str) -> None:
    assert refusals(name=name, kind=kind) == []


@pytest.mark.parametrize(
    ("name", "slug"),
    [("X", "x"), ("E.", "e"), ("3", "3"), ("Ø", "o"), ("Citizen", "citizen")],
)
def test_an_organisation_of_one_letter_or_such_a_word_gives_an_id(name: str, slug: str) -> None:
    (message,) = refusals(name=name, kind="company")
    remedy = f"id: {slug}"
    assert f"an id, such as '{remedy}'" in message
    assert refusals(name=name, kind="company", id=slug) == []
    (message,) = refusals(name=name, kind="individual", id=slug)
    assert "id:" not in message


def test_no_id_is_put_forward_that_another_of_that_letter_may_have() -> None:
    (message,) = refusals(name="C++", kind="company")
    assert message.endswith(", or an id of its own if it is called so")
    assert refusals(name="C++", kind="company", id="c-plus-plus") == []


def test_a_sign_is_no_name_even_with_an_id() -> None:
    assert refusals(name="+", kind="company", id="plus")


@pytest.mark.parametrize("name", ["", " "])
def test_a_missing_name_is_refused_elsewhere(name: str) -> None:
    assert refusals(name=name) == []


@pytest.mark.parametrize("value", ["N/A", "-", "None", "Keine", "sin afiliación", "unaffiliated"])
def test_an_affiliation_that_is_none_is_left_out(value: str) -> None:
    (problem,) = other_names_name_somebody(entry(affiliation=value), CIRCUMSTANCES)
    assert problem.message.endswith("leave the field out")


@pytest.mark.parametrize("value", ["Independent", "self-employed", "X", "None of Your Business"])
def test_an_affiliation_that_says_something_stays(value: str) -> None:
    assert list(other_names_name_somebody(entry(affiliation=value), CIRCUMSTANCES)) == []


def test_the_lists_are_in_many_languages_and_no_word_is_in_both() -> None:
    nothing, nobody = no_names._read(no_names._NOTHING), no_names._read(no_names._NOBODY)
    assert len(nothing | nobody) > 250
    assert not nothing & nobody


@pytest.mark.parametrize("field", ["formerly", "sort_as"])
@pytest.mark.parametrize("value", ["N/A", "None", "keine Angabe", "ाा", "…"])
def test_another_name_that_names_nobody_is_left_out(field: str, value: str) -> None:
    (problem,) = other_names_name_somebody(entry(**{field: value}), CIRCUMSTANCES)
    assert problem.message == f"{field} '{value}' names nobody; leave the field out"


@pytest.mark.parametrize("field", ["name", "formerly", "sort_as"])
def test_no_name_mixes_alphabets_in_one_word(field: str) -> None:
    (problem,) = words_keep_to_one_alphabet(entry(**{field: "Micr\u043esoft"}), CIRCUMSTANCES)
    assert problem.message.startswith(f"{field} 'Micr\u043esoft' mixes Cyrillic '\u043e' (U+043E)")


@pytest.mark.parametrize(
    ("name", "script"),
    [
        *(("Micr\u0585soft", "Armenian"), ("\u13aapple", "Cherokee"), ("\ua4eepple", "Lisu")),
        *(("faceb\u09e6\u09e6k", "Bengali"), ("\u03f9isco", "Greek"), ("\u146daypal", "Canadian")),
    ],
)
def test_no_word_has_letters_or_digits_of_any_script_that_look_latin(
    name: str, script: str
) -> None:
    (problem,) = words_keep_to_one_alphabet(entry(name=name), CIRCUMSTANCES)
    assert f"{script} '" in problem.message


@pytest.mark.parametrize(
    "name", ["𝐀cme", "日本Tower", "A〇", "Team ০", "Cueβs", "Łódź", "ΔV", "ＡＣＭＥ"]
)
def test_a_word_whose_other_letters_deceive_nobody_passes(name: str) -> None:
    assert list(words_keep_to_one_alphabet(entry(name=name), CIRCUMSTANCES)) == []
