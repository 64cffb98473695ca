"""The feed: what RFC 4287 requires, ids that stay, and nothing that breaks XML."""

import re
from collections.abc import Sequence
from xml.etree import ElementTree

import feedparser
import pytest
from undersigned.data.feed import feeds
from undersigned.data.news import Newsroom
from undersigned.data.statement import Origin
from undersigned.dates import StatedDate
from undersigned.model import Signatory
from undersigned.register.events import events
from undersigned.views.words import Words

from tests.support.proofs import kept
from tests.support.signatories import (
    NONE,
    ORIGIN,
    Copies,
    copies_of,
    endorsement,
    register,
    signatory,
    view,
)
from tests.support.versions import version

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
GONE = signatory("Gone & <away>", withdrawn=StatedDate(2025, 1, 2))
MAILED = signatory("Ada", evidence=None, confirmed_by_email=StatedDate(2024, 5, 7))
SOME = (signatory("Acme"), MAILED, GONE, signatory("منظمة", signed=StatedDate(2023, 4)))


def all_made(
    signatories: Sequence[Signatory] = SOME,
    origin: Origin = ORIGIN,
    split: int = 500,
    copies: Copies = NONE,
) -> dict[str, bytes]:
    seen = view(register(signatories), "en_GB", ["1.0"], split, copies)
    versions = (version("1.0"), version("1.1", 2024, 6, 1))
    told = Newsroom(origin, seen, Words("en_GB")).told
    written = feeds(origin, events(versions, signatories), told, "en")
    return {path: b"".join(parts()) for path, parts in written.items()}


def made(
    signatories: Sequence[Signatory] = SOME,
    origin: Origin = ORIGIN,
    split: int = 500,
    copies: Copies = NONE,
) -> bytes:
    return all_made(signatories, origin, split, copies)["feed.xml"]


def ids(content: bytes) -> dict[str, str]:
    return {entry.title: entry.id for entry in feedparser.parse(content).entries}


def test_a_reader_of_feeds_has_no_complaint_and_finds_what_happened() -> None:
    parsed = feedparser.parse(made())
    assert parsed.bozo is False
    assert parsed.version == "atom10"
    assert parsed.feed.title == ORIGIN.title
    assert [(entry.title, entry.updated[:10]) for entry in parsed.entries] == [
        ("Gone & <away> withdrew its endorsement", "2025-01-02"),
        ("Version 1.1 was published", "2024-06-01"),
        ("Acme endorsed version 1.0", "2024-05-06"),
        ("Ada endorsed version 1.0", "2024-05-06"),
        ("Gone & <away> endorsed version 1.0", "2024-05-06"),
        ("منظمة endorsed version 1.0", "2023-04-01"),
        ("Version 1.0 was published", "2023-03-01"),
    ]
    acme, ada = parsed.entries[2:4]
    assert acme.link == "https://site.example/signatories/#acme"
    assert acme.summary == (
        "Version 1.0, 6 May 2024, stated on its own site, acme.com: https://acme.com/news"
    )
    assert ada.summary == "Version 1.0, 6 May 2024, confirmed by e-mail on 7 May 2024"


def test_what_a_server_proves_is_said_with_the_address_at_which_it_is_served() -> None:
    proved = signatory("Acme", proved=StatedDate(2026, 11, 20))
    copies = copies_of(kept(host="acme.com"))
    (entry, *_) = feedparser.parse(made([proved], copies=copies)).entries[1:]
    assert entry.summary == (
        "Version 1.0, 6 May 2024, proved by its own server on 20 November 2026, at acme.com:"
        " https://acme.com/.well-known/endorsements.txt"
    )


@pytest.mark.parametrize("name", ["id", "title", "updated"])
def test_feed_and_entries_have_each_element_that_is_required_once(name: str) -> None:
    """RFC 4287, sections 4.1.1 and 4.1.2."""
    root = ElementTree.fromstring(made())
    assert root.tag == f"{ATOM}feed"
    for part in (root, *root.iter(f"{ATOM}entry")):
        (element,) = part.findall(f"{ATOM}{name}")
        assert element.text


def test_the_feed_names_its_author_itself_and_the_page_it_stands_for() -> None:
    """RFC 4287, sections 4.1.1 and 4.2.7: an author; one link to itself and one to its page."""
    root = ElementTree.fromstring(made())
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "The contributors to this site"
    links = {each.get("rel"): each.get("href") for each in root.findall(f"{ATOM}link")}
    site = ORIGIN.site
    assert links == {"self": f"{site}feed.xml", "alternate": site}


def test_each_entry_has_one_page_and_a_plain_summary() -> None:
    """RFC 4287, section 4.1.2: without content an entry needs a link to what it stands for."""
    for entry in ElementTree.fromstring(made()).iter(f"{ATOM}entry"):
        (link,) = entry.findall(f"{ATOM}link")
        assert link.get("rel") == "alternate"
        (summary,) = entry.findall(f"{ATOM}summary")
        assert summary.get("type", "text") == "text"


def test_moments_are_moments_and_the_feed_was_updated_with_its_newest_entry() -> None:
    """RFC 4287, section 3.3."""
    root = ElementTree.fromstring(made())
    moments = [each.text or "" for each in root.iter(f"{ATOM}updated")]
    assert all(map(MOMENT.fullmatch, moments))
    assert moments[0] == max(moments[1:]) == moments[1]


def test_ids_differ_and_are_those_of_no_page() -> None:
    """RFC 4287, section 4.2.6: permanent and unique."""
    every = re.findall(r"<id>(.+)</id>", made().decode())
    assert len(every) == len(set(every)) == 8
    assert all(
        re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", e) for e in every
    )
    assert all(each[23] == "5" for each in every)


def test_ids_stay_when_the_site_moves_the_register_is_split_or_others_come_and_go() -> None:
    before = ids(made())
    moved = Origin("Another title", "Another publisher", ORIGIN.address, "https://new.example/")
    assert ids(made(origin=moved)) == before
    assert ids(made(split=1)) == before
    more = ids(made((signatory("Aardvark"), *SOME)))
    assert before.items() < more.items()
    fewer = ids(made(SOME[1:]))
    assert fewer.items() == {each for each in before.items() if "Acme" not in each[0]}
    other = Origin(ORIGIN.title, ORIGIN.publisher, "https://other.example/x", ORIGIN.site)
    assert not set(ids(made(origin=other)).values()) & set(before.values())


def test_a_deleted_entry_leaves_no_trace() -> None:
    assert made(()).count(b"<entry>") == 2
    assert b"Acme" in made(SOME)
    assert not re.search(b"Acme|acme[^.]|<summary>.*mail", made(SOME[2:]))


def test_what_xml_cannot_hold_does_not_break_it() -> None:
    strange = Origin("A\x00\x0b\ufffeB\ud800", "P\x1b", ORIGIN.address, "https://s.example/\x01")
    parsed = feedparser.parse(made((signatory("A\x08]]>\u2028b"),), strange))
    assert parsed.bozo is False
    assert parsed.feed.title == "A\ufffd\ufffd\ufffdB\ufffd"
    assert parsed.entries[1].title == "A\ufffd]]>\u2028b endorsed version 1.0"


def test_without_an_address_of_the_site_links_are_relative_and_the_feed_is_still_read() -> None:
    parsed = feedparser.parse(made(origin=Origin("T", "P", ORIGIN.address)))
    assert parsed.bozo is False
    assert parsed.entries[0].link == "signatories/#gone-away"


def crowd(count: int) -> list[Signatory]:
    """So many of one day, and two of years before."""
    days = (StatedDate(2023, 4, 1), StatedDate(2022, 4, 1))
    before = [signatory(f"Old {number}", signed=day) for number, day in enumerate(days)]
    return [signatory(f"N{number}") for number in range(count)] + before


def test_one_more_signer_of_a_day_with_many_changes_the_feed() -> None:
    assert made(crowd(52)).count(b"<entry>") == 53  # and a version of a day after
    assert made(crowd(53)).count(b"<entry>") == 54


def test_what_is_cut_off_is_in_the_archives_of_its_years_which_lead_on_to_each_other() -> None:
    """RFC 5005, section 4."""
    found = all_made(crowd(52))
    assert list(found) == ["feed.xml", "feed/2024.xml", "feed/2023.xml", "feed/2022.xml"]
    ids: list[str] = []
    path, read = "feed.xml", list[str]()
    while path:
        parsed = feedparser.parse(found[path])
        assert parsed.bozo is False
        assert ("fh_archive" in parsed.feed) is (path != "feed.xml")
        links = {link.rel: link.href for link in parsed.feed.links}
        assert links["self"] == f"{ORIGIN.site}{path}"
        ids += [entry.id for entry in parsed.entries]
        read.append(path)
        path = links.get("prev-archive", "").removeprefix(ORIGIN.site)
    assert read == list(found)
    # Two endorsements, two versions, and those of the day.
    assert len(set(ids)) == 56
    assert ElementTree.fromstring(found["feed/2022.xml"]).findtext(f"{ATOM}id") != ids[0]


def test_a_short_feed_has_no_archives() -> None:
    assert list(all_made()) == ["feed.xml"]


def test_who_ended_is_said_to_have_ended_and_not_to_have_withdrawn() -> None:
    beta = signatory("Beta")
    merged = signatory("Acme", ended=StatedDate(2025, 6, 7), succeeded_by="beta")
    entry = feedparser.parse(made((merged, beta))).entries[0]
    assert (entry.title, entry.summary) == (
        "Acme no longer exists",
        "Ended on 7 June 2025. Succeeded by Beta.",
    )
    assert b"withdr" not in made((merged, beta))


def test_who_withdraws_one_of_two_endorsements_is_not_said_to_have_withdrawn_both() -> None:
    first = endorsement("Acme", withdrawn=StatedDate(2025, 1, 2))
    before = ids(made((Signatory(first),)))
    again = endorsement("Acme", id="acme", version="1.1", signed=StatedDate(2024, 7, 1))
    after = ids(made((Signatory(again, (first,)),)))
    assert [title for title in after if "withdrew" in title] == [
        "Acme withdrew its endorsement of version 1.0"
    ]
    assert set(before.values()) < set(after.values())


def test_ids_stay_when_a_signatory_is_renamed() -> None:
    before = ids(made((signatory("Acme"),)))
    renamed = signatory("Zeta", id="acme", formerly=("Acme",), website="https://zeta.com")
    assert set(ids(made((renamed,))).values()) == set(before.values())


def test_to_sign_another_version_is_something_new() -> None:
    first, again = (made((signatory("Acme", version=number),)) for number in ("1.0", "1.1"))
    told = {title: each for title, each in ids(again).items() if "Acme" in title}
    assert list(told) == ["Acme endorsed version 1.1"]
    assert not set(told.values()) & set(ids(first).values())
