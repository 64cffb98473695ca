"""What statement.json and badge.json say."""

from undersigned.data.by_hand import files_by_hand
from undersigned.data.statement import Origin, badge, counts, described, origin_of
from undersigned.dates import StatedDate
from undersigned.fields import Kind
from undersigned.language.catalogue import ENGLISH
from undersigned.register.events import events, last_change
from undersigned.register.signatories import Register
from undersigned.site import Site
from undersigned.statement.identity import Statement

from tests.support.signatories import ORIGIN, register, signatory
from tests.support.versions import version

REGISTER = register(
    (
        signatory("Acme"),
        signatory("Ada", kind=Kind.INDIVIDUAL, country=None, version="1.1"),
        signatory("Beta", country="US", version="1.1", withdrawn=StatedDate(2025, 1, 2)),
        signatory("Core", country="AT", version="1.1", kind=Kind.NONPROFIT),
        signatory("Dodo", ended=StatedDate(2024, 12)),
    )
)
SITE = Site((version("1.0"), version("1.1", 2024, 5, 1)), REGISTER)


def test_counts_are_of_those_who_endorse_it_now() -> None:
    assert counts(REGISTER) == {
        "signatories": 3,
        "organisations": 2,
        "individuals": 1,
        "withdrawn": 1,
        "ended": 1,
        "by_kind": {
            "company": 1,
            "nonprofit": 1,
            "academic": 0,
            "association": 0,
            "public-body": 0,
            "individual": 1,
        },
        "by_country": {"AT": 1, "NO": 1},
    }


def test_each_version_has_its_digest_its_addresses_and_how_many_endorse_it() -> None:
    old, new = described(ORIGIN, SITE, "x", None, None)["versions"]
    assert old == {
        "version": "1.0",
        "published": "2023-03",
        "sha256": SITE.versions[0].sha256,
        "text": "https://site.example/principles/1.0.txt",
        "page": "https://site.example/principles/1.0/",
        "in_force": False,
        "endorsed_by": 1,
    }
    assert (new["in_force"], new["endorsed_by"], new["published"]) == (True, 2, "2024-05-01")


def test_the_register_is_told_by_its_size_its_digest_and_its_last_change() -> None:
    change = last_change(events(SITE.versions, REGISTER.signatories))
    told = described(ORIGIN, SITE, "abc", change, "def")
    assert told["register"] == {"entries": 5, "sha256": "abc", "changed": "2025-01-02"}
    assert told["commit"] == "def"
    empty = described(ORIGIN, Site(SITE.versions, Register()), "abc", None, None)
    assert empty["register"] == {"entries": 0, "sha256": "abc"}
    assert "commit" not in empty


def test_a_site_without_an_address_states_none() -> None:
    bare = Origin("T", "P", ORIGIN.address)
    told = described(bare, SITE, "x", None, None)
    assert "url" not in told
    assert told["versions"][0]["text"] == "principles/1.0.txt"


def test_a_preview_states_the_published_site_whose_texts_are_signed() -> None:
    site = "https://deploy-preview-1--small.example/"
    preview = Origin("T", "P", ORIGIN.address, site, published="https://small.example/")
    told = described(preview, SITE, "x", None, None)
    assert (told["url"], told["published"]) == (site, "https://small.example/")
    assert "published" not in described(ORIGIN, SITE, "x", None, None)


def test_names_in_the_settings_may_run_over_lines() -> None:
    given = Statement("A\n  statement ", "P", " https://a.example\n")
    assert origin_of(given, "") == Origin("A statement", "P", "https://a.example")


def test_the_badge_is_what_shields_io_reads() -> None:
    assert badge(1234) == {"schemaVersion": 1, "label": "signatories", "message": "1234"}


def test_an_address_cannot_run_anything_in_a_command_to_copy() -> None:
    hostile = Origin("T", "P", ORIGIN.address, "https://a.example/?a=b;c&$(d)/")
    commands = files_by_hand(hostile, SITE.versions, "x", ENGLISH)[0].commands
    assert commands.startswith(
        "curl --remote-name 'https://a.example/?a=b;c&$(d)/principles/1.1.txt'\n"
    )


def test_where_the_address_of_the_site_is_unknown_only_the_check_is_shown() -> None:
    bare = Origin("T", "P", ORIGIN.address)
    assert [each.commands for each in files_by_hand(bare, SITE.versions, "x", ENGLISH)] == [
        f"echo '{SITE.versions[1].sha256}  1.1.txt' | sha256sum --check",
        f"echo '{SITE.versions[0].sha256}  1.0.txt' | sha256sum --check",
        "echo 'x  signatories.yml' | sha256sum --check",
    ]
