"""Names that look alike in small letters, in capitals or as written share a look."""

import pytest
from undersigned.names.looks import looks_of
from undersigned.names.similarity import distinctive_words


def looks(name: str) -> set[str]:
    return {look.replace(" ", "") for look in looks_of(name, distinctive_words(name))}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("rnicrosoft", "Microsoft"), ("RNICROSOFT", "microsoft"), ("MlCROSOFT", "Microsoft")),
        *(("PayPaI", "PAYPAL"), ("G00GLE", "google"), ("1NTEL", "Intel"), ("lntel", "INTEL")),
        *(("vvikipedia", "Wikipedia"), ("Dropbox", "clropbox"), ("M1CR0S0FT Inc.", "Microsoft")),
        *(("ВЕТА", "Beta"), ("Арр\u04cfе", "APPLE"), ("\u13aa\u13e2\u13e2\u13de\u13ac", "Apple")),
        *(("Faceboo\u212a", "Facebook"), ("\u03f9isco", "Cisco"), ("\u017facebook", "Facebook")),
        *(("Goog|e", "Google"), ("Goog∣e Inc.", "GOOGLE"), ("@pple", "Apple"), ("U$B", "USB")),
        *(("Yahoo!", "Yahoo"), ("Yahoo!", "Yahooi"), ("GOOG|Е", "Google"), ("B¦O", "BLO")),
    ],
)
def test_names_that_look_alike_in_another_case_share_a_look(one: str, other: str) -> None:
    assert not looks(one).isdisjoint(looks(other))


@pytest.mark.parametrize(("one", "other"), [("Oslo", "Oslu"), ("Borne", "Bone"), ("Acme", "Acne")])
def test_names_that_differ_to_the_eye_share_no_look(one: str, other: str) -> None:
    assert looks(one).isdisjoint(looks(other))
