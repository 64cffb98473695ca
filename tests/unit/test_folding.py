"""Names are folded to what people look for and type, in Python and in the filter's script alike."""

import json
import re
import shutil
import subprocess
import unicodedata

import pytest
from undersigned.names.collation import by_name, heading_of
from undersigned.names.folding import FOLDED, folded
from undersigned.names.slug import slug

from tests.support.sites import REPOSITORY

SCRIPT = (REPOSITORY / "overrides/assets/undersigned/filter.js").read_text(encoding="utf-8")
CHARACTERS = [
    character
    for character in map(chr, range(0x20000))
    if unicodedata.category(character) not in ("Cs", "Cn")
]
LATIN = {
    character: name
    for character in CHARACTERS
    if (name := unicodedata.name(character, "")).startswith("LATIN ")
    and unicodedata.category(character)[0] == "L"
}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ørsted", "orsted"),
        ("ŁÓDŹ", "lodz"),
        ("Đorđe", "dorde"),
        ("Eiður Þór", "eidur thor"),
        ("Ærø & Œuvre", "aero & oeuvre"),
        ("Weiß, WEISS, Weiẞ", "weiss, weiss, weiss"),
        ("Ħamrun", "hamrun"),
        ("Işıl", "isil"),
        ("Əliyev", "eliyev"),
        ("Ŋata", "ngata"),
        ("O’Brien, OʼBrien, O´Brien", "o'brien, o'brien, o'brien"),
        ("Hawaiʻi", "hawai'i"),
        ("Jean‑Luc – “Ana”", 'jean-luc - "ana"'),
        ("ǃKung", "!kung"),
        ("ＡＢＣ ﬁ", "abc fi"),
        ("Ἀθῆναι ΟΔΟΣ", "αθηναι οδοσ"),
        ("Ёлка", "елка"),
        ("Acme™ ℠ ℡", "acme® ® ®"),
    ],
)
def test_a_name_is_folded_to_what_people_type(name: str, expected: str) -> None:
    assert folded(name) == expected


def test_every_latin_letter_is_folded_to_ascii() -> None:
    assert len(LATIN) > 1200
    # The middle dot of Catalan's 'ŀ' is no letter.
    assert [each for each in LATIN if not folded(each).replace("·", "").isascii()] == []


def test_a_letter_with_strokes_or_hooks_goes_with_the_letter_that_its_name_names() -> None:
    named = re.compile(r"LATIN (?:CAPITAL|SMALL) (?:LETTER|LIGATURE) ([A-Z]|[AO]E)(?: WITH .*)?")
    of_two = re.compile("WITH (SMALL LETTER|MIDDLE DOT|RIGHT HALF RING)")
    plain = {
        each: match[1]
        for each, name in LATIN.items()
        if not of_two.search(name) and (match := named.fullmatch(name))
    }
    assert len(plain) > 750
    assert [each for each, letter in plain.items() if folded(each) != letter.lower()] == []


def test_no_name_in_latin_letters_has_a_digest_for_a_slug() -> None:
    letters = [each for each in LATIN if re.search("[a-z]", folded(each))]
    assert len(letters) > 1150
    assert [each for each in letters if not re.fullmatch("x[a-z-]+x", slug(f"x{each}x"))] == []


@pytest.mark.parametrize("names", [["O'Brien", "OʼBrien", "O’Brien"], ["Lukasz Ek", "Łukasz Ek"]])
def test_names_that_fold_together_stand_together_under_one_letter(names: list[str]) -> None:
    assert len({slug(name) for name in names}) == 1
    between = [names[0].replace("k", "j").replace("B", "A"), *names, "Pa"]
    assert sorted(set(between), key=by_name) == between
    assert len({heading_of(name) for name in names}) == 1


def test_the_filter_folds_by_the_same_table() -> None:
    assert f"const FOLDED = `\n{FOLDED}`;" in SCRIPT


def test_the_filter_folds_as_the_generator_does() -> None:
    if (node := shutil.which("node")) is None:
        pytest.skip("there is no node")
    table = SCRIPT[SCRIPT.index("const FOLDED") : SCRIPT.index("const form =")]
    function = SCRIPT[SCRIPT.index("function folded") : SCRIPT.index("// The entries of a group")]
    program = f"""{table} {function}
        const given = JSON.parse(require("fs").readFileSync(0, "utf8"));
        process.stdout.write(JSON.stringify(given.map(folded)));"""
    given = [*CHARACTERS, "ΟΔΟΣ ΟΔΟΣ", "WEISS Weiß", "O´Brien", "Ǆ ﷽", "İI ıi"]
    answer = subprocess.run(
        [node, "-e", program],
        input=json.dumps(given),
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    differing = {
        each
        for each, seen in zip(given, json.loads(answer.stdout), strict=True)
        if seen != folded(each)
    }
    # Python folds Cherokee to capitals, and nine letters of old Slavonic print to usual ones.
    assert {each for each in differing if "CHEROKEE" not in unicodedata.name(each, "")} <= {
        *map(chr, range(0x1C80, 0x1C89))
    }
