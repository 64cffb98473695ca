"""An issue that names a domain becomes an entry by what the server there says, and not else."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from undersigned.issues.asked import CHECKED
from undersigned.issues.entry import DropIn, drop_in_of
from undersigned.issues.event import LabelledIssue, read_event
from undersigned.issues.own_server import Servers
from undersigned.issues.refusals import comment_text
from undersigned.issues.unproved import addressed
from undersigned.proofs.copies import Copy, copy_of
from undersigned.proofs.endorsements_txt import LARGEST, PATH, Action, written
from undersigned.proofs.hosts import host_key
from undersigned.register.claims import texts_of
from undersigned.register.new_entry import EntryChecker, entry_checker
from undersigned.register.rules import problems_of
from undersigned.register.rules.context import Context
from undersigned.text.characters import email_addresses
from undersigned.text.source import Source
from undersigned.text.yaml_reader import read_entries

from tests.support.files import plant
from tests.support.identities import SITE as TWO_VERSIONS
from tests.support.identities import Values, company, person, register_of
from tests.support.issues import FORMS, OWN_SERVER, body_of, event_text, no_record
from tests.support.proofs import FETCHED, PUBLIC_KEY, SIGNED, SITE, kept
from tests.support.security_keys import SecurityKey

FILE = f"https://beta.example/{PATH}"
UNTIL = FETCHED.date() + timedelta(1)


@pytest.fixture
def checker(tmp_path: Path) -> EntryChecker:
    return checker_of(tmp_path)


def checker_of(root: Path, *present: Values) -> EntryChecker:
    """The checker of a site with two versions, of 2023-03 and of 2024-04."""
    plant(root, {**TWO_VERSIONS, "signatories.yml": register_of(*present)})
    return entry_checker(root)[0]


def line(
    checker: EntryChecker,
    version: str = "2.0",
    day: str = "2024-05-06",
    name: str = "",
    action: Action = Action.ENDORSE,
    sha256: str = "",
) -> str:
    """A line about a version, with its end."""
    texts = texts_of(checker.context.versions, SITE)
    address = texts.addresses[version]
    digest = sha256 or texts.digests[address]
    return f"{written(action, digest, address, date.fromisoformat(day), name)}\n"


def kept_copy(text: str, host: str, key: str = "") -> Copy:
    signature = SIGNED if key else ""
    files = {
        path.rpartition("/")[2]: content.encode()
        for path, content in kept(text, host, key=key, signature=signature).items()
    }
    copy, problems = copy_of(host.removeprefix("www."), files)
    assert copy, problems
    return copy


def outcome(
    checker: EntryChecker, text: str, answers: Mapping[str, str], host: str, key: str = ""
) -> tuple[DropIn | list[str], list[str]]:
    """The drop-in or the refusals, and the websites whose servers were asked."""
    asked: list[str] = []

    def ask(website: str) -> tuple[Copy | None, str]:
        asked.append(website)
        if host_key(website) != host.removeprefix("www."):
            return None, "cannot be reached; try again later"
        return kept_copy(text, host, key), ""

    issue = read_event(event_text(body_of(OWN_SERVER, **answers)), [CHECKED])
    assert isinstance(issue, LabelledIssue)
    servers = Servers(ask, texts_of(checker.context.versions, SITE))
    found = drop_in_of(issue, checker, FORMS, servers, no_record)
    if isinstance(found, list):
        assert not email_addresses(comment_text(found, CHECKED))
        return list(map(str, found)), asked
    return found, asked


def made(checker: EntryChecker, text: str, host: str = "beta.example", **answers: str) -> DropIn:
    found, _ = outcome(checker, text, answers, host)
    assert isinstance(found, DropIn), found
    [entry], problems = read_entries(Source(found.path, found.text))
    assert [
        *problems,
        *problems_of(entry, Context(date.max, checker.context.versions, "do-no-harm")),
    ] == []
    return found


def refused(
    checker: EntryChecker, text: str, host: str = "beta.example", **answers: str
) -> list[str]:
    found, _ = outcome(checker, text, answers, host)
    assert isinstance(found, list), found.text
    return found


def test_the_file_gives_name_date_evidence_and_is_kept(checker: EntryChecker) -> None:
    text = line(checker, name="Beta Security")
    drop_in = made(checker, f"# ours\r\n{text}", In_your="We sign.")
    assert drop_in.text == (
        "- name: Beta Security\n  kind: company\n  country: NO\n  website: https://beta.example\n"
        f"  signed: 2024-05-06\n  evidence: {FILE}\n  statement: We sign.\n  of: do-no-harm\n"
    )
    assert drop_in.path == "signatories.d/beta-security.yml"
    assert drop_in.branch == "endorse/42-beta-security"
    assert drop_in.copy
    assert drop_in.copy.files["endorsements.txt"] == f"# ours\r\n{text}".encode()


def test_a_file_without_a_name_needs_an_answer(checker: EntryChecker) -> None:
    assert refused(checker, line(checker)) == [
        "Name: neither this answer nor the file gives a name; write it here"
    ]
    assert "name: Beta\n" in made(checker, line(checker), Name="Beta").text


def test_an_individual_has_a_domain_too_and_no_country(checker: EntryChecker) -> None:
    text = line(checker, name="Jane Doe")
    answers = {
        "Kind": "individual",
        "Country": "_No response_",
        "Affiliation": "University of Oslo",
    }
    assert made(checker, text, **answers).text == (
        "- name: Jane Doe\n  kind: individual\n  website: https://beta.example\n"
        "  affiliation: University of Oslo\n"
        f"  signed: 2024-05-06\n  evidence: {FILE}\n  of: do-no-harm\n"
    )
    assert refused(checker, text, **{**answers, "Kind": "company"})


@pytest.mark.parametrize(
    ("lines", "signed", "endorses"),
    [
        ([("1.0", "2023-06-01")], "2023-06-01", ""),
        ([("1.0", "2024-05-06")], "2024-05-06", "1.0"),
        ([("1.0", "2023-06-01"), ("2.0", "2024-05-06")], "2024-05-06", ""),
        ([("2.0", "2024-05-06"), ("1.0", "2023-06-01")], "2024-05-06", ""),
        ([("2.0", "2024-05-06"), ("1.0", "2024-05-07")], "2024-05-07", "1.0"),
        ([("1.0", "2024-05-06"), ("2.0", "2024-05-06")], "2024-05-06", ""),
        ([("2.0", "2024-05-06"), ("2.0", "2024-06-06")], "2024-06-06", ""),
    ],
)
def test_any_version_counts_and_of_several_lines_the_latest(
    checker: EntryChecker, lines: list[tuple[str, str]], signed: str, endorses: str
) -> None:
    text = "".join(line(checker, version, day, "Beta") for version, day in lines)
    entry = made(checker, text).text
    assert f"\n  signed: {signed}\n" in entry
    assert (f'\n  endorses: "{endorses}"\n' in entry) if endorses else "endorses" not in entry


def test_a_line_that_is_older_than_its_version_is_reported_with_its_number(
    checker: EntryChecker,
) -> None:
    assert refused(checker, line(checker, "2.0", "2024-03-31", "Beta")) == [
        "Domain: line 1 of the file: signed '2024-03-31' is too early: version '2.0' dates from"
        " 2024-04; check the date"
    ]


def test_who_follows_what_is_said_of_a_file_ends_at_an_entry(checker: EntryChecker) -> None:
    """Each file is wrong in one way; the line that is asked for is then the file."""
    good = line(checker, "2.0", FETCHED.date().isoformat())
    other = "https://other.example/text.txt"
    for text, why in (
        ("# ours\n", "the file has no line that endorses one of the texts here; add: "),
        ("endorse 1 sha256:abc\n", "line 1 of the file cannot be read; write it as: "),
        (f"\n\nendorse 1 sha256:{'0' * 64} {other} 2024-05-06\n", "the file has no line"),
        (
            good.replace(SITE, "https://preview.example/"),
            "line 1 of the file has the digest of the text and another address; write it as: ",
        ),
    ):
        [reason] = refused(checker, text, Name="Beta")
        assert reason.startswith(f"Domain: {why}")
        assert reason.endswith(f" (found: {FILE})")
        asked_for = f"endorse {reason.removesuffix(f' (found: {FILE})').partition(': endorse ')[2]}"
        assert asked_for == f"{good.strip()} Beta"
        assert made(checker, f"{asked_for}\n", Name="Beta")


def test_a_line_of_a_day_to_come_says_nothing_yet(checker: EntryChecker) -> None:
    later = UNTIL + timedelta(1)
    [reason] = refused(checker, line(checker, day=later.isoformat(), name="Beta"))
    assert f"line 1 of the file is dated {later}, which is to come; write the day" in reason


def test_a_withdrawal_is_no_endorsement_until_a_later_line(checker: EntryChecker) -> None:
    both = line(checker, name="Beta") + line(
        checker, day="2024-06-01", name="Beta", action=Action.WITHDRAW
    )
    [reason] = refused(checker, both)
    assert "line 2 of the file withdraws it on 2024-06-01; if that is no longer so" in reason
    assert (
        "signed: 2024-06-02"
        in made(checker, both + line(checker, day="2024-06-02", name="Beta")).text
    )


def test_another_digest_of_any_version_is_a_contradiction(checker: EntryChecker) -> None:
    wrong = line(checker, "1.0", "2023-06-01", sha256="0" * 64)
    [reason] = refused(checker, line(checker, name="Beta") + wrong)
    texts = texts_of(checker.context.versions, SITE)
    address = texts.addresses["1.0"]
    assert reason.startswith(
        f"Domain: line 2 of the file gives another digest than the text at {address} has; if that"
        f" text was signed, write sha256:{texts.digests[address]}"
    )


def test_a_name_that_differs_from_the_file_is_refused_and_either_may_be_mended(
    checker: EntryChecker,
) -> None:
    text = line(checker, name="Beta, Inc.")
    assert refused(checker, text, Name="Beta") == [
        "Name: line 1 of the file names 'Beta, Inc.'; write that here, or have the file name this"
        " one"
    ]
    assert made(checker, text, Name="Beta, Inc.") == made(checker, text)
    assert made(checker, text, Name="Beta,\u00a0  Inc.") == made(checker, text)
    assert "name: Bétà\n" in made(checker, line(checker, name="Be\u0301ta\u0300")).text


def test_a_former_name_may_be_the_one_in_the_file(checker: EntryChecker) -> None:
    drop_in = made(checker, line(checker, name="Alpha"), Name="Beta", Former="Alpha")
    assert drop_in.text.startswith("- name: Beta\n  formerly: Alpha\n")


def test_a_file_of_several_names_is_asked_which_one(checker: EntryChecker) -> None:
    text = line(checker, name="Beta Lab") + line(checker, day="2024-06-01", name="Beta")
    assert refused(checker, text) == [
        "Name: write here which of the names in the file is meant: 'Beta Lab', 'Beta'"
    ]
    assert "signed: 2024-05-06" in made(checker, text, Name="Beta Lab").text
    gone = line(checker, day="2024-07-01", name="Beta Lab", action=Action.WITHDRAW)
    assert "name: Beta\n" in made(checker, text + gone).text


def test_one_of_two_at_a_host_is_named_by_the_file(tmp_path: Path) -> None:
    checker = checker_of(tmp_path, company("Beta"))
    told = {"Name": "Beta Lab", "Not_to": "beta"}
    [reason] = refused(checker, line(checker), **told)
    assert "line 1 of the file names nobody, and 'Beta' has this host, too; write it as: " in reason
    wanted = reason.partition("write it as: ")[2].partition(" (found")[0]
    assert wanted.endswith(" Beta Lab")
    entry = made(checker, f"{line(checker)}{wanted}\n", **told).text
    assert "distinct_from: beta\n" in entry
    # Without the id of the other, the checker asks as of any other entry.
    [reason] = refused(checker, f"{wanted}\n", Name="Beta Lab")
    assert reason.startswith("Domain: website 'https://beta.example' is already that of 'Beta'")
    assert reason.endswith("or under 'Not to be confused with' add the line 'beta' if they are two")


def test_no_line_tells_two_of_one_name_at_a_host(tmp_path: Path) -> None:
    checker = checker_of(tmp_path, company("Beta"))
    told = {"Name": "Beta", "Id_in": "beta-2", "Not_to": "beta"}
    [reason] = refused(checker, line(checker, name="Beta"), **told)
    assert "line 1 of the file names 'Beta', as another signatory at this host is called" in reason
    assert "give the domain of a website of its own" in reason
    own = line(checker, name="Beta")
    assert made(checker, own, "beta-2.example", Domain="beta-2.example", **told)


def test_who_is_in_the_register_signs_another_version_by_its_id(tmp_path: Path) -> None:
    checker = checker_of(tmp_path, company("Beta", signed="2023-06"))
    text = line(checker, name="Beta")
    [reason] = refused(checker, text)
    assert reason.startswith("Domain: line 1 of the file: 'Beta' is already on signatories.yml:1")
    assert "under 'Id in the register' write 'beta' if" in reason
    drop_in = made(checker, text, Id_in="beta")
    assert drop_in.path == "signatories.d/beta@2.0.yml"
    assert "\n  id: beta\n" in drop_in.text
    # A line without a name is that of whoever has the host alone.
    assert made(checker, line(checker), Name="Beta", Id_in="beta").text == drop_in.text


@pytest.mark.parametrize(
    "there",
    [company("Beta", "elsewhere", signed="2023-06"), person("Beta", id="beta", signed="2023-06")],
)
def test_whoever_has_a_domain_cannot_move_somebody_else_there(
    tmp_path: Path, there: Values
) -> None:
    checker = checker_of(tmp_path, there)
    kind = {"Kind": there["kind"], "Country": there.get("country", "_No response_")}
    assert refused(checker, line(checker, name="Beta"), Id_in="beta", **kind) == [
        "Id in the register: 'beta' has another website in the register, or none; ask for that"
        " to be changed first, with the form 'Correct or withdraw an entry'"
    ]
    assert "id: beta-2" in made(checker, line(checker, name="Beta"), Id_in="beta-2", **kind).text


@pytest.mark.parametrize(
    ("text", "answers", "on_server", "in_issue"),
    [
        ("", {}, True, False),
        ("# ours", {"Name": "Beta"}, True, False),
        ("# a@b.example", {}, True, False),
        ("{}<b>", {}, True, False),
        ("", {"Domain": "x/y"}, False, True),
        ("{}Alpha", {"Name": "Beta"}, False, True),
        ("# ours", {"Country": "Norway"}, True, True),
    ],
)
def test_what_comes_next_says_where_to_mend(
    checker: EntryChecker, text: str, answers: dict[str, str], on_server: bool, in_issue: bool
) -> None:
    text = text.format(line(checker, name="x").removesuffix("x\n"))
    copy = kept_copy(f"{text}\n", "beta.example") if text else None
    issue = read_event(event_text(body_of(OWN_SERVER, **answers)), [CHECKED])
    assert isinstance(issue, LabelledIssue)
    servers = Servers(
        lambda _: (copy, "" if copy else "x"), texts_of(checker.context.versions, SITE)
    )
    found = drop_in_of(issue, checker, FORMS, servers, no_record)
    assert isinstance(found, list)
    said = comment_text(found, CHECKED)
    assert ("see to the file on your server" in said) is on_server
    assert ("edit the first message of this issue" in said) is in_issue


@pytest.mark.parametrize("told", [{}, {"Id_in": "beta"}])
def test_who_is_in_the_register_with_this_version_needs_no_issue(
    tmp_path: Path, told: dict[str, str]
) -> None:
    checker = checker_of(tmp_path, company("Beta"))
    [reason] = refused(checker, line(checker, name="Beta"), **told)
    assert reason == (
        "Domain: 'Beta' endorses version 2.0 already; close this issue: maintainers keep the file"
        " by themselves"
    )


def test_whoever_has_withdrawn_is_told_what_maintainers_do(tmp_path: Path) -> None:
    checker = checker_of(tmp_path, company("Beta", withdrawn="2024-06-01"))
    text = line(checker, day="2024-07-01", name="Beta")
    [reason] = refused(checker, text, Id_in="beta")
    assert "ask a maintainer in a comment to take 'withdrawn' off that entry" in reason


def test_a_person_is_not_the_organisation_at_one_host(tmp_path: Path) -> None:
    checker = checker_of(tmp_path, person("Jane Doe", website="https://beta.example"))
    assert made(checker, line(checker, name="Beta"))
    [reason] = refused(checker, line(checker), Name="Beta")
    assert "'Jane Doe' has this host, too" in reason


def test_whoever_has_moved_away_has_the_host_no_more(tmp_path: Path) -> None:
    before = company("Alpha", "beta", signed="2023-06")
    checker = checker_of(tmp_path, before, company("Alpha", "alpha", id="alpha"))
    assert made(checker, line(checker), Name="Beta", Not_to="alpha")


def test_the_twin_that_was_asked_is_the_evidence(checker: EntryChecker) -> None:
    drop_in = made(checker, line(checker, name="Beta"), "www.beta.example")
    assert "website: https://beta.example\n" in drop_in.text
    assert f"evidence: https://www.beta.example/{PATH}\n" in drop_in.text


def test_a_host_beyond_ascii_is_shown_in_its_letters_and_asked_in_ascii(
    checker: EntryChecker,
) -> None:
    host = "xn--bcher-kva.example"
    drop_in = made(checker, line(checker, name="Beta"), host, Domain="BÜCHER.example")
    assert "website: https://bücher.example\n" in drop_in.text
    assert f"evidence: https://{host}/{PATH}\n" in drop_in.text
    assert drop_in.copy
    assert drop_in.copy.host == host


def test_a_server_that_does_not_answer_is_reported_as_it_is(checker: EntryChecker) -> None:
    assert refused(checker, "", "other.example") == ["Domain: cannot be reached; try again later"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"Domain": "github.com/acme"},
        {"Domain": "facebook.com"},
        {"Domain": "_No response_"},
        {"Domain": "jane@beta.example"},
        {"Name": "jane@beta.example"},
    ],
)
def test_no_server_is_asked_about_what_is_refused_already(
    checker: EntryChecker, wrong: dict[str, str]
) -> None:
    found, asked = outcome(checker, line(checker), wrong, "beta.example")
    assert isinstance(found, list)
    assert len(found) == 1
    assert asked == []


def test_what_else_is_wrong_is_reported_at_once(checker: EntryChecker) -> None:
    wrong = {"Country": "Norway", "For_whom": "- [ ] a", "In_your": "x" * 281}
    found = refused(checker, line(checker), "other.example", **wrong)
    assert [each.partition(":")[0] for each in found] == [
        "Domain", "Country", "In your own words", "For whom",
    ]  # fmt: skip


HOSTILE_NAMES = [
    "<b>Beta</b>",
    "[Beta](https://evil.example)",
    "Beta @octocat `x` ##[set-output name=outcome;]made",
    "- name: Beta",
    "&a *b !!python/object {x: [y",
    "Beta #1: ‘x’",
    "$(touch pwned) ; ../../etc/passwd",
    "-->",
]


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_a_name_of_a_file_is_a_plain_value_or_refused(checker: EntryChecker, name: str) -> None:
    found, _ = outcome(checker, line(checker, name=name), {}, "beta.example")
    if isinstance(found, DropIn):
        [entry], problems = read_entries(Source(found.path, found.text))
        assert (problems, entry.values["name"]) == ([], name)
    else:
        [reason] = found
        assert reason.startswith("Domain: line 1 of the file: ")


@pytest.mark.parametrize("hidden", ["\u202e", "\u200b", "\x1b[2J", "\x85", "\u2028"])
def test_a_line_with_characters_that_nobody_sees_is_none(
    checker: EntryChecker, hidden: str
) -> None:
    [reason] = refused(checker, line(checker, name=f"Be{hidden}ta"))
    assert "line 1 of the file cannot be read; write it as: endorse 1 sha256:" in reason


@pytest.mark.parametrize(
    "text", ["# web@beta.example\n{}", "{}Contact: mailto:a@b.example", "\r\r{}"]
)
def test_a_file_with_an_email_address_is_not_published(checker: EntryChecker, text: str) -> None:
    name = "" if "@" in text else "jane@beta.example"
    text = text.format(line(checker, name=name))
    number = 1 + text.partition("@")[0].replace("\r", "\n").count("\n")
    assert refused(checker, text, Name="Beta") == [
        f"Domain: line {number} of the file holds an e-mail address, and the copy that is kept is"
        f" published; remove it there (found: {FILE})"
    ]


def test_a_key_whose_comment_is_an_email_address_is_not_published(checker: EntryChecker) -> None:
    key = PUBLIC_KEY.replace(" web\n", " jane@beta.example\n")
    found, _ = outcome(checker, line(checker, name="Beta"), {}, "beta.example", key)
    assert found == [
        "Domain: the comment behind the key in endorsements.pub holds an e-mail address, and the"
        f" copy that is kept is published; remove it there (found: {FILE})"
    ]
    found, _ = outcome(checker, line(checker, name="Beta"), {}, "beta.example", PUBLIC_KEY)
    assert isinstance(found, DropIn)


def test_the_type_of_a_key_is_no_email_address(checker: EntryChecker) -> None:
    copy = kept_copy(line(checker), "beta.example")
    public = SecurityKey().public
    assert b"@openssh.com " in public
    assert addressed(replace(copy, key=public)) is None
    assert addressed(replace(copy, key=public.replace(b"token", b"jane@beta.example")))


def test_a_file_as_full_as_may_be_is_answered_in_few_words(checker: EntryChecker) -> None:
    count = LARGEST // (len(line(checker)) + 190)
    text = "".join(line(checker, name=f"{number:03} {'x' * 180}") for number in range(count))
    [reason] = refused(checker, text)
    assert reason.endswith(f"and {count - 5} more")
    assert len(reason) < 500
    texts = texts_of(checker.context.versions, SITE)
    other = "".join(
        f"endorse 1 sha256:{'0' * 64} https://x.example/{n} 2024-05-06\n" for n in range(500)
    )
    assert texts.digests
    assert "has no line that endorses" in refused(checker, other, Name="Beta")[0]
    assert "cannot be read" in refused(checker, "endorse 1\n" * 6000, Name="Beta")[0]
