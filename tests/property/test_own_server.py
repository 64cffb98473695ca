"""Whatever a server serves, an issue by domain becomes a sound entry or is answered."""

from hashlib import sha256

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from undersigned.issues.asked import CHECKED
from undersigned.issues.domains import website_of
from undersigned.issues.entry import DropIn, drop_in_of
from undersigned.issues.event import LabelledIssue, read_event
from undersigned.issues.own_server import Servers
from undersigned.issues.refusals import comment_text
from undersigned.problem import stopping
from undersigned.proofs.copies import TEXT, Copy, copy_of, folder_of
from undersigned.proofs.endorsements_txt import PATH
from undersigned.proofs.hosts import host_key, proving_hosts
from undersigned.proofs.record import Record, written_record
from undersigned.register.claims import Texts, texts_of
from undersigned.register.new_entry import EntryChecker, entry_checker
from undersigned.text.characters import email_addresses
from undersigned.text.source import Source
from undersigned.text.yaml_reader import read_entries
from undersigned.urls import refusal

from tests.support.examples import examples
from tests.support.files import plant
from tests.support.identities import SITE as TWO_VERSIONS
from tests.support.identities import company, register_of
from tests.support.issues import FORMS, OWN_SERVER, body_of, event_text, no_record
from tests.support.proofs import SITE, record_of

any_text = st.text(st.characters(codec="utf-8"), max_size=40)
names = st.one_of(
    any_text,
    st.sampled_from(["", "Acme", "Beta", "Acme Lab", "a@b.example", "- x: y", "<b>", "##[x]", "`"]),
)
days = st.sampled_from(["2023-06-01", "2024-05-06", "2024-05-07", "2026-11-20", "2031-01-01", "x"])


def lines_about(texts: Texts) -> st.SearchStrategy[str]:
    """Lines about the versions, most of them as they should be."""
    digests = st.sampled_from([*texts.digests.values(), "0" * 64])
    return st.builds(
        lambda action, digest, address, day, name: (
            f"{action} 1 sha256:{digest} {address} {day} {name}"
        ),
        st.sampled_from(["endorse", "endorse", "withdraw", "#"]),
        digests,
        st.sampled_from([*texts.digests, "https://other.example/1.0.txt"]),
        days,
        names,
    )


@pytest.fixture(scope="module")
def checker(tmp_path_factory: pytest.TempPathFactory) -> EntryChecker:
    root = tmp_path_factory.mktemp("site")
    plant(root, {**TWO_VERSIONS, "signatories.yml": register_of(company("Acme"))})
    return entry_checker(root)[0]


def kept_copy(content: bytes, host: str) -> Copy | None:
    """The copy of what a host serves; none where no such file is kept."""
    record: Record = record_of("", host)._replace(sha256=sha256(content).hexdigest())
    files = {TEXT: content, "fetched.yml": written_record(record).encode()}
    copy, problems = copy_of(host, files)
    assert copy or all(folder_of(host) in each.path for each in problems)
    return copy


@settings(max_examples=examples(300), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_file_gives_a_traceback_or_an_entry_that_the_checker_refuses(
    data: st.DataObject, checker: EntryChecker
) -> None:
    texts = texts_of(checker.context.versions, SITE)
    lines = st.lists(st.one_of(lines_about(texts), lines_about(texts), any_text), max_size=6)
    content = data.draw(
        st.one_of(
            lines.map("\n".join).map(str.encode),
            lines.map("\r\n".join).map(lambda text: text.encode("utf-8-sig")),
            st.binary(max_size=60),
        )
    )
    answers = {
        "Domain": data.draw(st.sampled_from(["beta.example", "acme.example"])),
        "Name": data.draw(names).replace("\n", " ") or "_No response_",
        "Id_in": data.draw(st.sampled_from(["_No response_", "acme", "acme-2"])),
        "Not_to": data.draw(st.sampled_from(["_No response_", "acme"])),
    }
    host = host_key(f"https://{answers['Domain']}")
    copy = kept_copy(content, host)
    issue = read_event(event_text(body_of(OWN_SERVER, **answers)), [CHECKED])
    assert isinstance(issue, LabelledIssue)
    servers = Servers(lambda _: (copy, "" if copy else "is no file"), texts)
    found = drop_in_of(issue, checker, FORMS, servers, no_record)
    if isinstance(found, DropIn):
        [entry], problems = read_entries(Source(found.path, found.text))
        assert problems == []
        assert entry.values["evidence"] == f"https://{host}/{PATH}"
        assert stopping(problem for _, problem in checker.problems(entry.values)) == []
        assert found.copy is copy
    else:
        assert found
        assert not email_addresses(comment_text(found, CHECKED))


hosts = st.lists(
    st.one_of(any_text, st.sampled_from(["acme", "www", "xn--", "xn--a", "com", "bücher", "ß"])),
    max_size=4,
).map(".".join)


@settings(max_examples=examples(500))
@given(scheme=st.sampled_from(["", "https://", "HTTP://"]), host=hosts, path=any_text)
def test_what_is_taken_for_a_domain_is_a_website_that_may_prove_something(
    scheme: str, host: str, path: str
) -> None:
    for answer in (f"{scheme}{host}", f"{scheme}{host}/", f"{host}/{path}", path):
        website, why = website_of(answer)
        assert bool(website) is not bool(why)
        if website:
            assert refusal(website) is None
            assert proving_hosts(website)
            assert website_of(website) == (website, "")


def test_the_search_above_meets_good_files_too(checker: EntryChecker) -> None:
    texts = texts_of(checker.context.versions, SITE)
    address, digest = next(iter(texts.digests.items()))
    copy = kept_copy(f"endorse 1 sha256:{digest} {address} 2023-06-01".encode(), "beta.example")
    issue = read_event(event_text(body_of(OWN_SERVER, Name="Beta")), [CHECKED])
    assert isinstance(issue, LabelledIssue)
    assert isinstance(
        drop_in_of(issue, checker, FORMS, Servers(lambda _: (copy, ""), texts), no_record), DropIn
    )
