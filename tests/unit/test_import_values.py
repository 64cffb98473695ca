"""Values as people write them come into the register's form, or stay as they are."""

import pytest
from babel import Locale
from undersigned.dates import stated_date
from undersigned.fields import BY_NAME, Kind
from undersigned.imports.values import Read, read_value
from undersigned.locale import country_names, shown_date
from undersigned.problem import quoted
from undersigned.register.terms.countries import country_meant
from undersigned.register.terms.days import Ambiguous, DayOrder, day_meant, orders_in
from undersigned.register.terms.kinds import kind_meant


def value(field: str, cell: str) -> str:
    return read_value(BY_NAME[field], cell).value


@pytest.mark.parametrize(
    "text",
    [
        "2023-04-18", "18.04.2023", "18.4.2023", "18. 4. 2023", "18. 04. 2023", "18/04/2023",
        "4/18/2023", "18-04-2023", "18.04.23", "18/4/23", "2023/04/18", "2023.4.18", "20230418",
        "2023. 04. 18.", "2023-04-18 00:00:00", "2023-04-18T09:30:00Z", "2023-04-18T09:30:00+02:00",
        "18.04.2023, 14:05",
        "2023/04/18 3:04:05 PM GMT+1", "2023/04/18 3:04:05 PM GMT+5:30", "18/04/2023 3:04pm UTC",
        "4/18/2023 2:05:33 PM", "18 April 2023", "18th of April, 2023",
        "April 18, 2023", "Apr 18 2023", "18-Apr-2023", "18-Apr-23", "Tuesday, 18 April 2023",
        "Dienstag, den 18. April 2023", "18 avril 2023", "18 de abril de 2023", "18 aprile 2023",
        "18. dubna 2023", "18 kwietnia 2023", "2023. április 18.", "18 апреля 2023 г.",
        "2023年4月18日", "2023년 4월 18일", "45034", "45034.75",
    ],
)  # fmt: skip
def test_dates_of_the_usual_forms_are_one_date(text: str) -> None:
    assert day_meant(text) == "2023-04-18"


@pytest.mark.parametrize("text", ["2023-04", "April 2023", "Apr. 2023", "avril 2023", "4/2023"])
def test_a_month_alone_stays_a_month(text: str) -> None:
    assert day_meant(text) == "2023-04"


@pytest.mark.parametrize(
    "text",
    [
        "", "2023", "soon", "31.02.2023", "13/13/2023", "32-04-32", "listopada 2023", "April",
        "18–20 April 2023", "April 2023?", "ca. April 2023", "٣ April 2023", "450340", "12345",
        "April May 2023", "18 April 2023 and 19 April 2023", "99.99.9999",
    ],
)  # fmt: skip
def test_what_states_no_certain_date_is_not_read(text: str) -> None:
    assert day_meant(text) is None


def test_a_date_that_may_be_two_is_both_until_an_order_is_known() -> None:
    ambiguous = day_meant("3/4/2023")
    assert ambiguous == Ambiguous("2023-04-03", "2023-03-04")
    assert str(ambiguous) == "3 April 2023 or 4 March 2023"
    assert day_meant("3/4/2023", DayOrder.DAY_FIRST) == "2023-04-03"
    assert day_meant("3/4/2023", DayOrder.MONTH_FIRST) == "2023-03-04"
    assert day_meant("4/4/2023") == "2023-04-04"
    assert day_meant("3.4.2023") == "2023-04-03"


def test_with_hyphens_a_year_of_two_digits_may_come_first_or_last_until_an_order_is_known() -> None:
    assert str(day_meant("4-3-24")) == "4 March 2024 or 3 April 2024"
    assert str(day_meant("04-03-24")) == "4 March 2024, 3 April 2024 or 24 March 2004"
    assert str(day_meant("24-03-04")) == "24 March 2004 or 4 March 2024"
    assert day_meant("4-18-24") == "2024-04-18"
    assert day_meant("04-03-24", DayOrder.DAY_FIRST) == "2024-03-04"
    assert orders_in(["24-03-18"]) == set()


def test_a_column_shows_the_order_of_its_dates_by_those_that_can_be_one_alone() -> None:
    assert orders_in(["3/4/2023", "18/04/2023", "x"]) == {DayOrder.DAY_FIRST}
    assert orders_in(["4/18/2023 10:00", "18.04.2023"]) == {DayOrder.MONTH_FIRST}
    assert orders_in(["4/18/2023", "18/04/2023"]) == set(DayOrder)
    assert orders_in(["3/4/2023", "5/5/2023"]) == set()


@pytest.mark.parametrize("language", ["en_GB", "de", "fr", "es", "it", "pt", "nl", "sv", "cs"])
def test_long_dates_of_a_language_are_read_in_every_month(language: str) -> None:
    for month in range(1, 13):
        date = stated_date(f"2023-{month:02}-17")
        assert date
        # Czech November is Croatian October.
        assert day_meant(shown_date(date, language)) in (str(date), None)
        assert language == "cs" or day_meant(shown_date(date, language)) == str(date)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("NO", "NO"), ("no", "NO"), ("Norway", "NO"), ("NORGE", "NO"), ("USA", "US"),
        ("U.S.A.", "US"), ("United States of America", "US"), ("UK", "GB"), ("England", "GB"),
        ("DEU", "DE"), ("deu", "DE"), ("Deutschland", "DE"), ("The Netherlands", "NL"),
        ("Brasil", "BR"), ("Sverige", "SE"), ("Schweiz", "CH"), ("Rep. of Korea", "KR"),
        ("Ivory Coast", "CI"), ("Türkiye", "TR"), ("Turkey", "TR"), ("Czech Republic", "CZ"),
        ("日本", "JP"), ("Россия", "RU"), ("NA", "NA"), ("Kosovo", "XK"), ("EU", "EU"),
        ("Hong Kong", "HK"), ("Viet Nam", "VN"), ("Palestine, State of", "PS"),
        ("Korea, Republic of", "KR"), ("Congo, the Democratic Republic of the", "CD"),
        ("Saint Kitts and Nevis", "KN"), ("Trinidad and Tobago", "TT"),
    ],
)  # fmt: skip
def test_countries_are_read_by_codes_and_by_names_in_many_languages(text: str, code: str) -> None:
    assert country_meant(text) == code


@pytest.mark.parametrize("text", ["", "Europe", "Congo", "Germany / France", "QQ", "global", "ABC"])
def test_what_is_no_country_or_several_is_not_read(text: str) -> None:
    assert country_meant(text) is None


@pytest.mark.parametrize("language", ["en_GB", "de", "fr", "es", "pt", "sv", "ja"])
def test_no_name_of_a_country_is_read_as_another_country(language: str) -> None:
    territories = Locale.parse(language).territories
    for code in country_names():
        if code != "ZZ" and (name := territories.get(code)):
            assert country_meant(name) in (code, None), name


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Company", Kind.COMPANY), ("for profit", Kind.COMPANY), ("FOR-PROFIT", Kind.COMPANY),
        ("Start-ups", Kind.COMPANY), ("NGO", Kind.NONPROFIT), ("Non-profit", Kind.NONPROFIT),
        ("University", Kind.ACADEMIC), ("Universität", Kind.ACADEMIC),
        ("Verband", Kind.ASSOCIATION), ("Government", Kind.PUBLIC_BODY),
        ("public_body", Kind.PUBLIC_BODY),
        ("Person", Kind.INDIVIDUAL), ("Cooperative", None), ("organisation", None), ("", None),
    ],
)  # fmt: skip
def test_kinds_are_read_by_the_words_of_lists(text: str, kind: Kind | None) -> None:
    assert kind_meant(text) == kind


@pytest.mark.parametrize(
    ("cell", "address"),
    [
        ("acme.example", "https://acme.example"),
        ("www.acme.example/a b", "www.acme.example/a b"),
        ("http://acme.example/x?y=1", "https://acme.example/x?y=1"),
        ("HTTP://acme.example", "https://acme.example"),
        ("https://acme.example/ ", "https://acme.example/"),
        ("acme.example:8443/x", "https://acme.example:8443/x"),
        ("mail@acme.example", "mail@acme.example"),
        ("1.0", "1.0"), ("see below", "see below"), ("ftp://acme.example", "ftp://acme.example"),
    ],
)  # fmt: skip
def test_addresses_get_https_and_nothing_else(cell: str, address: str) -> None:
    assert value("website", cell) == address


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("  Acme\u00a0 Inc.\t", "Acme Inc."),
        ("Acme\nInc.", "Acme Inc."),
        ("Caf\u0065\u0301", "Caf\u00e9"),
        ("\ufeffAc\u200bme\u00ad", "Acme"),
        ("Ac\x07me", "Acme"),
        ("می\u200cدانم", "می\u200cدانم"),
        # Text that is turned round is for the checker to refuse.
        ("Acme\u202egpj", "Acme\u202egpj"),
    ],
)
def test_text_is_tidied_of_what_nobody_sees(cell: str, text: str) -> None:
    assert value("name", cell) == text


def test_signs_for_nothing_are_nothing_but_as_a_name() -> None:
    assert [value("statement", cell) for cell in ("-", "n/a", "N/A", " — ", "no")] == [
        *[""] * 4,
        "no",
    ]
    assert value("country", "NA") == "NA"
    assert value("name", "-") == "-"


@pytest.mark.parametrize(
    "cell",
    ["tbd", "pending", "coming soon", "on request", "yes", "liegt noch nicht vor", "en cours",
     "w trakcie", "後日", "5.1.2024", "letter.pdf", "Letter of 3 January.PDF",
     "C:\\k\\Letter.docx"],
)  # fmt: skip
def test_words_in_place_of_evidence_are_none_and_say_so(cell: str) -> None:
    read = value_and_doubt(cell)
    assert read.value == ""
    assert read.doubt.startswith(f"evidence {quoted(cell)} is no address; give that of the page")


@pytest.mark.parametrize(
    "cell", ["kari@acme.example", "mailto:kari@acme.example", "mail of Kari <kari@acme.example>"]
)
def test_an_e_mail_address_is_no_evidence_and_is_not_repeated(cell: str) -> None:
    read = value_and_doubt(cell)
    assert read.value == ""
    assert "evidence is an e-mail address, not that of a page; ask there" in read.doubt
    assert "kari" not in read.doubt


@pytest.mark.parametrize(
    "cell",
    ["see acme.example/news", "www.acme .example", "http//acme.example/a b", "@acme@social.example",
     "acme.example/news (kari@acme.example)", "https://a"],
)  # fmt: skip
def test_what_may_have_been_meant_for_an_address_stays_for_the_checker(cell: str) -> None:
    assert value_and_doubt(cell) == Read(cell)


def test_of_several_addresses_in_a_cell_one_is_wanted() -> None:
    cell = "https://a.example/1, https://a.example/2"
    found = f"evidence {quoted(cell)} is more than one address; keep one"
    assert value_and_doubt(cell) == Read(cell, found)
    assert value("website", "https://a.example/?to=https://b.example").endswith("b.example")


def value_and_doubt(cell: str) -> Read:
    return read_value(BY_NAME["evidence"], cell)


def test_the_lines_of_a_cell_are_the_values_of_a_field_that_takes_several() -> None:
    assert value("formerly", " Old \r\n\nOlder\n") == "Old\nOlder"
    cell = "https://ror.org/05gzmn429\nhttps://www.wikidata.org/wiki/Q42"
    assert value("identifiers", cell) == "ror:05gzmn429\nwikidata:Q42"
    assert value("endorses", "v1.0") == value("endorses", "Version 1.0") == "1.0"


def test_a_doubt_about_a_date_names_both_dates_and_both_remedies() -> None:
    assert read_value(BY_NAME["signed"], "3/4/2023") == Read(
        "3/4/2023",
        "signed '3/4/2023' is 3 April 2023 or 4 March 2023;"
        " give '--dates day-first' or '--dates month-first'",
    )
    assert read_value(BY_NAME["signed"], "4-3-24") == Read(
        "4-3-24",
        "signed '4-3-24' is 4 March 2024 or 3 April 2024; give '--dates day-first' or"
        " '--dates month-first', or write four digits of the year, as YYYY-MM-DD",
    )
