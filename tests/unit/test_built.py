"""Where the pages of a built site are served."""

import pytest
from undersigned.page_addresses import served_at
from undersigned.shown.built import links_from


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("./", "index.html"),
        ("principles/", "principles/index.html"),
        ("principles/1.0.html", "principles/1.0.html"),
        ("signatories/list/%C3%A9/#acme", "signatories/list/é/index.html"),
        ("sign/?a", "sign/index.html"),
    ],
)
def test_an_address_is_that_of_a_file(address: str, file: str) -> None:
    assert served_at(address) == file


def test_links_count_from_their_page_and_those_of_other_sites_lead_nowhere() -> None:
    links = iter(["list/a/", "../", "#b", "https://other.example/", "//other.example/list/a/"])
    assert links_from("signatories/", links) == [
        "signatories/list/a/index.html", "index.html", "signatories/index.html",
    ]  # fmt: skip
