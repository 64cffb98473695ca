"""Domain names beyond ASCII are shown in both forms, and those that deceive are refused."""

import pytest
from undersigned.domain_names import deception_in, in_ascii, shown
from undersigned.urls import refusal


@pytest.mark.parametrize(
    ("host", "both"),
    [
        ("müller.example", "müller.example (xn--mller-kva.example)"),
        ("MÜLLER.example", "müller.example (xn--mller-kva.example)"),
        ("xn--mller-kva.example", "müller.example (xn--mller-kva.example)"),
        ("news.пример.рф", "news.пример.рф (news.xn--e1afmkfd.xn--p1ai)"),
        ("faß.example", "faß.example (xn--fa-hia.example)"),
        ("acme.example", "acme.example"),
        ("ａcme.example", "acme.example"),
        ("xn--a.example", "xn--a.example"),
    ],
)
def test_a_host_is_shown_in_both_forms_where_they_differ(host: str, both: str) -> None:
    assert shown(host) == both


@pytest.mark.parametrize(
    "host",
    [
        *(
            "müller.example",
            "xn--mller-kva.example",
            "café.fr",
            "łódź.pl",
            "şişli.com",
            "tiếngviệt.vn",
        ),
        *("почта.com", "пример.рф", "оса.рф", "аррӏе.рф", "оса.ru", "παράδειγμα.gr", "ουσία.gr"),
        *(
            "例え.テスト",
            "東京tower.jp",
            "ラーメン.jp",
            "スーパーa.jp",
            "中国银行.cn",
            "한국.kr",
            "ㄅㄆ.tw",
        ),
        *("قناة.com", "ישראל.com", "โดเมน.th", "xn--11bj5ij.in", "müller.рф", "fo-o.müller.de"),
    ],
)
def test_an_honest_name_of_any_script_is_accepted(host: str) -> None:
    assert refusal(f"https://{host}/news") is None


@pytest.mark.parametrize(
    ("host", "found"),
    [
        ("аpple.com", "mixes Cyrillic 'а' (U+0430) and Latin 'p' (U+0070)"),
        ("xn--pple-43d.com", "mixes Cyrillic 'а' (U+0430) and Latin 'p' (U+0070)"),
        ("blogs.miсrosoft.com", "mixes Cyrillic 'с' (U+0441) and Latin 'm' (U+006D)"),
        ("faceb০০k.com", "mixes Bengali '০' (U+09E6) and Latin 'f' (U+0066)"),
        ("g\u0585\u0585gle.com", "mixes Armenian"),
        ("\u13a0ell.com", "mixes Cherokee"),
        ("αррӏе.com", "mixes Cyrillic"),
        ("аррӏе.com", "has Cyrillic letters in its host that look like 'appie'"),
        ("xn--80ak6aa92e.com", "has Cyrillic letters in its host that look like 'appie'"),
        ("ѕсоре.xn--80ak6aa92e.com", "has Cyrillic letters in its host that look like 'scope'"),
        ("аррӏе.gr", "has Cyrillic letters in its host that look like 'appie'"),
        ("ουσία.com", "has Greek letters in its host"),
        ("ɡoogle.com", "has 'ɡ' (U+0261) in its host"),
        ("ᴀpple.com", "has 'ᴀ' (U+1D00) in its host"),
        ("googleノlogin.com", "has 'ノ' (U+30CE) in its host"),
        ("xn--a.com", "no valid domain name"),
        ("xn--ls8h.la", "no valid domain name"),
        ("xn--99999999.com", "no valid domain name"),
        ("XN--PPLE-43D.com", "mixes Cyrillic"),
    ],
)
def test_a_name_that_deceives_is_refused_in_either_form(host: str, found: str) -> None:
    for path in ("", "/", "/news", ":8443/x", "?a"):
        assert found in (refusal(f"https://{host}{path}") or ""), path


def test_a_refusal_says_what_to_give() -> None:
    assert (deception_in("аpple.com") or "").endswith("; give an address that looks like no other")
    assert (deception_in("xn--a.com") or "").endswith("; copy it from the browser")


@pytest.mark.parametrize("host", ["☃", "a\u200db.de", "xn--", "٠١.com", "a" * 70 + "é.com"])
def test_what_is_no_domain_name_stays_as_it_is_and_is_refused(host: str) -> None:
    assert shown(host) == host
    assert refusal(f"https://{host}.example/") is not None
    assert in_ascii(host) == host
