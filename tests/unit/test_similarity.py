"""Names that look alike have one skeleton, and legal forms are no difference."""

import pytest
from undersigned.names.confusables import LOOKALIKES
from undersigned.names.similarity import distinctive_words, skeleton, words_of


def folded(name: str, *, person: bool = False) -> str:
    return "".join(distinctive_words(name, person=person))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme, Inc.", "ACME"),
        ("Acme Inc", "Acme Co., Ltd."),
        ("Foo S.A. de C.V.", "FOO"),
        ("Foo S. p. A.", "Foo S.R.L."),
        ("GitHub, B.V.", "Git-Hub"),
        ("Société Générale", "SOCIETE GENERALE SA"),
        ("株式会社ソニー", "ソニー㈱"),
        ("北京数字有限公司", "北京数字"),
        ("ООО «Ромашка»", "РОМАШКА"),
        ("삼성전자 주식회사", "(주)삼성전자"),
        ("بنك القاهرة ش.م.م", "بنك القاهرة"),
        ("შპს ჯგუფი", "ჯგუფი"),
        ("L’Oréal", "L'Oreal"),
        ("Straße", "STRASSE"),
        ("Ørsted A/S", "Orsted"),
        ("Łódź Sp. z o.o.", "LODZ"),
        ("Łódź spółka akcyjna", "Łódź"),
    ],
)
def test_names_fold_together_that_differ_in_trifles(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ガス", "カス"),
        ("कमल", "कमाल"),
        ("🦊", "🦉"),
        ("🦊 Labs", "Labs"),
        ("!!!", "???"),
        ("Acme Norway", "Acme"),
        ("Group 1", "Group 2"),
    ],
)
def test_names_stay_apart_that_differ_in_what_tells_them_apart(one: str, other: str) -> None:
    assert folded(one) != folded(other)
    assert skeleton(one) != skeleton(other) or skeleton(one) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("Maria Ek", "Maria"), ("Maria Sá", "Maria AB"), ("Wei Co", "Wei Inc"), ("Ag Lee", "Lee")],
)
def test_a_person_has_no_legal_form(one: str, other: str) -> None:
    assert folded(one, person=True) != folded(other, person=True)
    assert folded(one) == folded(other)


@pytest.mark.parametrize("name", ["Inc.", "GmbH & Co. KG", "有限公司", "S.A.", "🏴", "’", " "])
def test_something_is_left_of_every_name(name: str) -> None:
    assert folded(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Paypal", "PaypaI"),
        ("Paypal", "Рауpal"),
        ("Modern", "Modem"),
        ("Google", "G00gle".replace("0", "ο")),
        ("НОТ", "HOT"),
        ("𝐀cme", "Acme"),
        ("ＡＣＭＥ", "ACME"),
        ("Łódź", "Lodz"),
    ],
)
def test_names_that_look_alike_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


def test_what_a_letter_looks_like_looks_like_nothing_else() -> None:
    looks = [group.split(":")[0] for group in LOOKALIKES.split()]
    assert len(looks) > 100
    assert [skeleton(each) for each in looks] == looks


@pytest.mark.parametrize(
    "name",
    [
        *("Microsoft™", "Microsoft℠", "Microsoft®", "Microsoft©", "Microsoft℗", "Microsoft™️"),
        *(
            "Microsoft (TM)",
            "Microsoft(R)",
            "Microsoft (sm)",
            "Microsoftᵀᴹ",
            "Microsoftᵗᵐ",
            "MicrosoftⓇ",
        ),
        *("Microsoft🅪", "Microsoft🄬", "Microsoft℡", "Micro\u00adsoft", "Micro\u3164soft"),
        *("Micro\U000e0041soft", "Micro\u034fsoft"),
    ],
)
def test_a_notice_of_rights_and_what_nobody_sees_distinguish_nothing(name: str) -> None:
    assert words_of(name) == ["microsoft"]
    assert skeleton(name) == skeleton("Microsoft")
