import pytest
from undersigned.register.terms.addresses import address_meant


@pytest.mark.parametrize(
    "written",
    [
        "acme.example/a",
        "www.acme.example/a",
        "http://acme.example/a",
        "HTTPS://acme.example/a",
        "https://https://acme.example/a",
        "http://https://acme.example/a",
        "https:/acme.example/a",
        "https//acme.example/a",
        "htps://acme.example/a",
        "<https://acme.example/a>",
        "“https://acme.example/a”",
        "https://acme.example/a ",
        "[Acme](https://acme.example/a)",
        '[Acme](http://acme.example/a "Acme")',
    ],
)
def test_an_address_in_another_form_means_the_accepted_one(written: str) -> None:
    assert (address_meant(written) or "").replace("www.", "") == "https://acme.example/a"


@pytest.mark.parametrize(
    "written",
    [
        "Acme",
        "Acme Inc.",
        "n/a",
        "me@acme.example",
        "mailto:me@acme.example",
        "javascript:alert(1)",
        "ftp://acme.example",
        "https://acme.example/our news",
        "acme.example, beta.example",
        "http://127.0.0.1",
        "localhost:8000",
        "",
    ],
)
def test_no_address_is_made_of_what_is_none(written: str) -> None:
    assert address_meant(written) is None
