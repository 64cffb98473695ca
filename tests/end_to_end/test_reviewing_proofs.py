"""What a review says of kept copies that a branch brings, and who is blamed for them."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from undersigned.proofs.endorsements_txt import Action

from tests.support.files import plant
from tests.support.proofs import (
    FETCHED,
    FINGERPRINT,
    PUBLIC_KEY,
    PUBLISHED,
    SIGNED,
    kept,
    record_of,
    said,
)
from tests.support.registers import entry_text
from tests.support.reviews import LOUD, REGISTER, Reviewed, part, recent, reviewed

ACME = "proofs/acme.example"
COPY = "what proves an endorsement, a kept copy of what a server says"
FETCHED_FROM = (
    "fetched on 2026-11-20 from `https://acme.example/.well-known/endorsements.txt`,"
    " with a certificate by `CN=Any CA`"
)
OWN = "`Acme`, version `1.0`, otherwise stated on its own site"
BACK = said() + said(action=Action.WITHDRAW, day=date(2026, 11, 3))


@pytest.fixture
def branch(tmp_path: Path) -> Reviewed:
    site = reviewed(tmp_path)
    site.on_main({"mkdocs.yml": PUBLISHED["mkdocs.yml"]})
    return site


@pytest.fixture
def proved(branch: Reviewed) -> Reviewed:
    """The site of two signatories, of which one is proved by a signed copy."""
    branch.on_main(kept(key=PUBLIC_KEY, signature=SIGNED), "proved")
    return branch


def copies(review: str) -> list[str]:
    return part(review, "Kept copies").strip().splitlines()[2:]


def head(review: str) -> str:
    return review.partition("\n## ")[0]


def test_without_copies_a_review_says_nothing_of_them(branch: Reviewed) -> None:
    branch.commit({"signatories.d/gamma.yml": recent(entry_text("Gamma"))})
    review = branch.review()
    assert "Kept copies" not in review
    assert "proved" not in review


def test_a_new_copy_is_loud_and_says_which_grade_follows(branch: Reviewed) -> None:
    branch.commit(kept(key=PUBLIC_KEY, signature=SIGNED))
    review = branch.review()
    assert review.startswith(f"{LOUD}{COPY} (`{ACME}`).**")
    assert copies(review) == [
        f"- **`acme.example`**, a new copy, {FETCHED_FROM}, signed by the key `{FINGERPRINT}`",
        f"  - proved by its own server on 2026-11-20: {OWN}",
    ]
    assert "No server is asked here." in review
    assert "| – proved by their own servers | 0 | 1 |" in review
    assert "| – stated on their own sites | 2 | 1 |" in review
    assert "Other files touched" not in review


def test_a_drop_in_with_its_copy_is_not_as_calm_as_one_alone(branch: Reviewed) -> None:
    drop_in = {"signatories.d/gamma.yml": recent(entry_text("Gamma"))}
    branch.commit(drop_in | kept(host="gamma.example"))
    review = branch.review()
    assert review.startswith(f"{LOUD}{COPY} (`proofs/gamma.example`).**")
    assert "  - proved by its own server on 2026-11-20: `Gamma`" in review


def test_a_key_that_changed_and_an_older_copy_are_said(proved: Reviewed) -> None:
    older = record_of(said("Acme"))._replace(fetched=FETCHED - timedelta(days=9))
    shutil.rmtree(proved.root / ACME)
    proved.commit(kept(said("Acme"), record=older))
    fetched = FETCHED_FROM.replace("2026-11-20", "2026-11-11")
    assert copies(proved.review()) == [
        f"- **`acme.example`**, another text, {fetched}, **before the one that was kept**",
        f"  - **the key that signed it has changed**: `{FINGERPRINT}` → none",
    ]


@pytest.mark.parametrize(
    ("text", "denial"),
    [
        (BACK, "its server takes the endorsement back"),
        (said(sha256="f" * 64), "its server says that the text is another"),
    ],
)
def test_what_a_server_denies_is_said(text: str, denial: str, branch: Reviewed) -> None:
    branch.on_main(kept(), "kept")
    branch.commit(kept(text))
    review = branch.review()
    assert f"an endorsement that is no longer proved (`Acme`); {COPY}" in head(review)
    assert f"  - **{denial}**: {OWN}" in copies(review)
    assert f"  - **no longer proved**: {OWN}" in copies(review)


def test_a_copy_that_is_removed_or_no_longer_sound_is_said(proved: Reviewed) -> None:
    (proved.root / ACME / "endorsements.pub").unlink()
    proved.commit()
    review = proved.review()
    assert "an endorsement that is no longer proved (`Acme`)" in head(review)
    assert copies(review) == [
        "- **`acme.example`**, removed, or no longer sound",
        f"  - **no longer proved**: {OWN}",
    ]
    assert "lacks endorsements.pub" in review


def test_who_comes_to_the_host_of_another_cannot_take_its_proof_unseen(proved: Reviewed) -> None:
    person = (
        "- name: Jane Doe\n  kind: individual\n  website: https://acme.example/jane\n"
        "  signed: 2024-05-06\n  evidence: https://jane.example/x\n"
    )
    proved.commit({"signatories.d/jane-doe.yml": recent(person)})
    review = proved.review()
    assert review.startswith(f"{LOUD}an endorsement that is no longer proved (`Acme`).**")
    assert copies(review) == [
        "- **`acme.example`**, its copy as it was",
        f"  - **no longer proved**: {OWN}",
    ]


def test_of_many_copies_the_gravest_come_first_and_the_rest_are_counted(branch: Reviewed) -> None:
    names = [f"N{number}" for number in range(45)]
    register = "\n".join(map(entry_text, ("Zeta", *names)))
    branch.on_main({"signatories.yml": register} | kept(host="zeta.example"), "many")
    copies_of_all: dict[str, str] = {}
    for name in names:
        copies_of_all |= kept(host=f"{name.lower()}.example")
    branch.commit(copies_of_all | kept(BACK, "zeta.example"))
    listed = copies(branch.review())
    assert listed[0].startswith("- **`zeta.example`**, another text")
    assert len([line for line in listed if line.startswith("- **")]) == 40
    assert listed[-1] == "- and 6 more"


def test_of_a_host_of_many_a_few_endorsements_are_listed(branch: Reviewed) -> None:
    people = "\n".join(
        f"- name: Person {chr(65 + number)}{chr(97 + number)}\n  kind: individual\n"
        f"  website: https://uni.example/{number}\n  signed: 2024-05-06\n"
        f"  evidence: https://uni.example/{number}\n"
        for number in range(12)
    )
    branch.on_main({"signatories.yml": people}, "people")
    text = "".join(said(f"Person {chr(65 + number)}{chr(97 + number)}") for number in range(12))
    branch.commit(kept(text, "uni.example"))
    listed = copies(branch.review())
    assert len(listed) == 12
    assert listed[-1] == "  - and 2 more"


def test_a_rewritten_text_is_said_to_lose_every_proof(proved: Reviewed) -> None:
    proved.commit({
        "docs/principles/1.0.md": "1. Do some harm\n",
        "versions.yml": PUBLISHED["versions.yml"],
    })  # fmt: skip
    review = proved.review()
    assert "an endorsement that is no longer proved (`Acme`)" in head(review)
    assert f"  - **its server says that the text is another**: {OWN}" in copies(review)


def test_strays_and_links_among_copies_are_loud_and_named(branch: Reviewed) -> None:
    branch.commit({"proofs/acme.example/index.html": "<script>"})
    (branch.root / "proofs" / "beta.example").symlink_to("/etc")
    branch.commit()
    review = branch.review()
    assert "a link to elsewhere, of which no content is told here (`proofs/beta.example`)" in review
    assert f"{COPY} (`{ACME}`)" in head(review)
    assert "is no part of a kept copy; remove it" in review


def test_names_and_issuers_are_said_as_code(branch: Reviewed) -> None:
    issuer = "CN=`<b>` @acme [x](https://evil.example)"
    record = record_of(said())._replace(issuer=issuer)
    branch.commit(kept(record=record))
    assert f"with a certificate by ``{issuer}``" in branch.review()


def checked(branch: Reviewed) -> tuple[int, str]:
    run = branch.run("undersigned", "check", "--changed-since", "main")
    return run.returncode, run.stdout


def test_nobody_is_blamed_for_a_copy_that_others_broke(branch: Reviewed) -> None:
    broken = kept() | {f"{ACME}/stray.txt": ""} | kept(BACK, "beta-systems.example")
    branch.on_main(broken, "later")
    branch.commit({"signatories.d/gamma.yml": entry_text("Gamma")})
    status, printed = checked(branch)
    assert status == 0
    assert printed.count(": note: ") == 2
    branch.commit({f"{ACME}/more.txt": ""})
    status, printed = checked(branch)
    assert status == 1
    assert f"{ACME}/more.txt:1:1: is no part of a kept copy; remove it" in printed


def test_who_takes_a_withdrawal_out_of_the_register_is_blamed_by_the_copy(
    branch: Reviewed,
) -> None:
    gone = REGISTER.replace("/news\n", "/news\n  withdrawn: 2026-11-03\n", 1)
    branch.on_main({"signatories.yml": gone} | kept(BACK), "later")
    branch.commit({"signatories.yml": REGISTER})
    status, printed = checked(branch)
    assert status == 1
    assert "'Acme' takes back its endorsement of version '1.0'" in printed


def test_who_rewrites_a_text_with_its_lock_is_blamed_by_each_copy(proved: Reviewed) -> None:
    rewritten = {
        "docs/principles/1.0.md": "1. Do some harm\n",
        "versions.yml": PUBLISHED["versions.yml"],
    }
    proved.on_main(kept(host="beta-systems.example"), "rewriting")
    proved.commit(rewritten)
    status, printed = checked(proved)
    assert status == 1
    assert printed.count("says that the text at 'https://site.example/principles/1.0.txt'") == 2


def test_who_removes_a_part_of_a_copy_is_blamed(proved: Reviewed) -> None:
    (proved.root / ACME / "fetched.yml").unlink()
    proved.commit()
    status, printed = checked(proved)
    assert status == 1
    assert f"{ACME}:1:1: lacks fetched.yml; remove" in printed


def test_copies_stay_byte_for_byte_in_git_whatever_it_is_set_to_do(branch: Reviewed) -> None:
    crlf = said().replace("\n", "\r\n")
    attributes = Path(__file__).parents[2] / ".gitattributes"
    branch.git("config", "core.autocrlf", "true")
    branch.commit({".gitattributes": attributes.read_text(encoding="utf-8")})
    branch.commit(kept(crlf))
    shutil.rmtree(branch.root / "proofs")
    branch.git("checkout", "--", "proofs")
    assert (branch.root / ACME / "endorsements.txt").read_bytes() == crlf.encode()
    plant(branch.root, {})
    assert checked(branch) == (0, "")
