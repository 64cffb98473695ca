"""What a branch says that somebody did is read in its review before all else, with what follows."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from undersigned.register.rules.context import latest_today

from tests.support.registers import entry_text
from tests.support.reviews import LOUD, REGISTER, Reviewed, opening, part, reviewed, told

LIBRARY = """\
@online{own,
  author = {{Acme}},
  title = {What we did},
  date = {2024-05-06},
  url = {https://acme.example/deed},
  archiveurl = {https://web.archive.org/web/20240601000000/https://acme.example/deed},
}

@online{paper,
  author = {{The Paper}},
  title = {What they did},
  date = {2024-05-07},
  url = {https://paper.example/acme},
  archiveurl = {https://web.archive.org/web/20240601000000/https://paper.example/acme},
}

@online{court,
  author = {{A Court}},
  title = {A judgment},
  date = {2024-05-08},
  url = {https://www.supremecourt.uk/cases/acme},
}
"""

DROP_IN = "deeds.d/acme-1-2024-05-06.yml"
DEED = """\
- who: acme
  principle: 1
  date: 2024-05-06
  deed: Acme took a vendor to court.
  sources: paper
  bearing: in-line
"""
OWN = DEED.replace("paper", "own")
RECORD = "of the record of deeds"
ADDED, CHANGED = "Added to the record of deeds", "Changed in the record of deeds"
REMOVED, AFFECTED = "Removed from the record of deeds", "Changed for the record by other files"
SHOWN = "shown from the merge on"
NOTICE = "with a day of notice, for which only a maintainer who wrote the letter can vouch"


def days_ago(days: int) -> date:
    return latest_today() - timedelta(days=days)


@pytest.fixture
def branch(tmp_path: Path) -> Reviewed:
    site = reviewed(tmp_path)
    site.on_main({"references.bib": LIBRARY}, "with-sources")
    return site


def with_record(branch: Reviewed, record: str = DEED) -> Reviewed:
    """The branch, begun anew where main has a record."""
    branch.on_main({"deeds.yml": record}, "with-record")
    return branch


def test_a_new_deed_is_told_with_what_it_says_of_whom_and_on_whose_word(branch: Reviewed) -> None:
    branch.commit({DROP_IN: DEED})
    review = told(branch)
    assert review.startswith(f"{LOUD}the record of what somebody did (`acme`).**\n")
    assert "Adds one drop-in" not in review
    assert opening(review) == []
    assert part(review, ADDED).strip().splitlines() == [
        "- **`acme-1-2024-05-06`**: `Acme took a vendor to court.`",
        "  - about `acme`, principle `1`, date `2024-05-06`",
        "  - the principle of version `1.0`: `Do no harm`",
        "  - the editors’ reading: `in-line`",
        "  - source `paper`, somebody else’s page: `https://paper.example/acme`; archived at"
        " `https://web.archive.org/web/20240601000000/https://paper.example/acme`",
        "  - not shown: nobody has been written to",
    ]
    assert "| deeds | 0 | 1 |" in review
    assert "| – of both, shown if merged today | 0 | 0 |" in review


def test_a_deed_that_its_signatory_states_itself_is_told_to_be_shown_at_once(
    branch: Reviewed,
) -> None:
    branch.commit({DROP_IN: OWN})
    review = told(branch)
    assert opening(review) == [f"{SHOWN}: `acme-1-2024-05-06`"]
    added = part(review, ADDED)
    assert "  - source `own`, own page of `acme`: `https://acme.example/deed`; archived" in added
    assert f"  - **{SHOWN}**: its sources are own pages of all whom it is about" in added
    assert "| – of both, shown if merged today | 0 | 1 |" in review


@pytest.mark.parametrize(("days", "at_once"), [(14, False), (15, True)])
def test_a_day_of_notice_is_loud_and_says_from_which_day_the_deed_is_shown(
    days: int, at_once: bool, branch: Reviewed
) -> None:
    notified = days_ago(days)
    branch.commit({DROP_IN: f"{DEED}  notified: {notified}\n"})
    review = told(branch)
    loud = [f"{SHOWN}: `acme-1-2024-05-06`"] if at_once else []
    assert opening(review) == [*loud, f"{NOTICE}: `acme-1-2024-05-06`"]
    first = notified + timedelta(days=15)
    whole = "14 whole days after the day of notice"
    line = f"**{SHOWN}**, being {whole}" if at_once else f"shown from `{first}`, {whole}"
    assert f"  - {line}\n  - notified: `{notified}`\n" in part(review, ADDED)


ANOTHER_REPLY = "with another reply than before, or without the one that was there"
PLACED = "under another principle, version or date than before"

# What a new deed says in place of something, and the caution that follows.
NEW = [
    ("in-line", "at-odds", "read as other than in-line"),
    ("in-line", "dreadful", "read as other than in-line"),
    ("who: acme", "who: nobody", "about somebody who is not in the register"),
    ("in-line\n", "in-line\n  unarchived: 2024-06-01\n",
     "said to have no archived copy of any source"),
    ("in-line\n", "in-line\n  listed: 2024-06-01\n", "given a day of listing before any fold"),
    ("in-line\n", "in-line\n  reply: No.\n  reply_by_email: 2024-06-01\n",
     "with a reply by e-mail, for which only a maintainer who has it can vouch"),
    ("in-line\n", "in-line\n  reply: No.\n  reply_source: https://acme.example.evil.example/\n",
     "with a reply at an address that is not the signatory’s own"),
    ("in-line\n", "in-line\n  reply: No.\n  reply_source: https://acme.example/no\n", ""),
]  # fmt: skip

# What an edit puts in place of something in a deed that was there, and the caution that follows.
EDITS = [
    ("took a vendor", "lost a case", "saying otherwise than before what was done"),
    ("who: acme", "who: beta-systems", "about others than before"),
    ("bearing: in-line", "bearing: disputed", "read otherwise than before"),
    ("principle: 1", "principle: 2", PLACED),
    ("2024-05-06", "2024-05-07", PLACED),
    ("sources: paper", "sources: court", "known by other sources than before"),
    ("reply: No.", "reply: Yes.", ANOTHER_REPLY),
    ("  reply: No.\n  reply_by_email: 2024-06-01\n", "", ANOTHER_REPLY),
    ("notified: 2024-06-01", "notified: 2024-06-02", NOTICE),
    ("2024-06-01\n  notified", "2024-06-02\n  notified", ANOTHER_REPLY),
]


def named(deed: str, name: str) -> str:
    """A deed with an id of its own."""
    return deed.replace("- who", f"- id: {name}\n  who")


def cautioned(review: str, name: str) -> list[str]:
    """The cautions at the top that name an entry."""
    lines = [each for each in opening(review) if f"`{name}`" in each]
    return [line.partition(": `")[0] for line in lines]


def item(section: str, name: str) -> str:
    """What a section says of an entry."""
    return section.partition(f"- **`{name}`**")[2].partition("\n- ")[0]


def test_what_weighs_in_a_new_deed_is_told_at_the_top(branch: Reviewed) -> None:
    drop_ins = {
        f"deeds.d/x{number}.yml": named(DEED.replace(old, new), f"x{number}")
        for number, (old, new, _) in enumerate(NEW)
    }
    branch.commit(drop_ins)
    review = told(branch)
    for number, (_, _, caution) in enumerate(NEW):
        assert cautioned(review, f"x{number}") == ([caution] if caution else [])


def test_a_reply_is_told_with_its_host_and_whose_that_is(branch: Reviewed) -> None:
    own = f"{DEED}  reply: We won.\n  replied: 2024-06\n  reply_source: https://acme.example/r\n"
    branch.commit({DROP_IN: own})
    added = part(told(branch), ADDED)
    assert "  - reply of `2024-06`: `We won.`\n" in added
    assert "  - reply at `acme.example`, the signatory’s own: `https://acme.example/r`\n" in added
    branch.edit("acme.example/r", "paper.example/r", DROP_IN)
    added = part(told(branch), ADDED)
    assert "  - reply at `paper.example`, **not the signatory’s own**: `https://paper" in added


def test_a_source_is_told_by_whose_page_it_is_and_whether_it_is_kept(branch: Reviewed) -> None:
    several = DEED.replace("sources: paper", "sources:\n    - court\n    - unheard-of")
    branch.commit({DROP_IN: several})
    added = part(told(branch), ADDED)
    assert "source `court`, a court’s or a state’s page: `https://www.supremecourt" in added
    assert "/cases/acme`; **no archived copy**\n" in added
    assert "source `unheard-of`, **which is not in the bibliography**\n" in added


def test_a_deed_of_two_is_their_own_only_where_it_is_each_ones(branch: Reviewed) -> None:
    branch.commit({DROP_IN: OWN.replace("who: acme", "who:\n    - acme\n    - beta-systems")})
    added = part(told(branch), ADDED)
    assert "about `acme`, `beta-systems`, principle `1`" in added
    assert "own page of `acme`: " in added
    assert "not shown: nobody has been written to" in added


def test_a_search_is_told_with_where_it_was_looked(branch: Reviewed) -> None:
    search = "- who: acme\n  principle: 1\n  looked: 2024-06\n  found: nothing\n  where: its site\n"
    branch.commit({"deeds.d/acme-1-looked-2024-06.yml": search})
    review = told(branch)
    assert part(review, ADDED).strip().splitlines() == [
        "- **`acme-1-looked-2024-06`**: found `nothing`",
        "  - about `acme`, principle `1`, looked `2024-06`",
        "  - the principle of version `1.0`: `Do no harm`",
        "  - looked at `its site`",
        "  - not shown: nobody has been written to",
    ]
    assert "| searches that found nothing | 0 | 1 |" in review


def test_what_changes_in_a_deed_that_was_there_is_told_at_the_top_and_beside_it(
    branch: Reviewed,
) -> None:
    reply = "  reply: No.\n  reply_by_email: 2024-06-01\n  notified: 2024-06-01\n"
    deeds = [named(f"{DEED}{reply}", f"x{number}") for number, _ in enumerate(EDITS)]
    with_record(branch, "\n".join(deeds))
    edited = [deed.replace(old, new) for deed, (old, new, _) in zip(deeds, EDITS, strict=True)]
    branch.commit({"deeds.yml": "\n".join(edited)})
    review = told(branch)
    assert review.startswith(f"{LOUD}the record of what somebody did (")
    for number, (_, _, caution) in enumerate(EDITS):
        assert caution in cautioned(review, f"x{number}")
        assert f"  - **{caution}**" in item(part(review, CHANGED), f"x{number}")
    assert not part(review, ADDED)
    assert not part(review, REMOVED)


def test_a_bearing_that_changes_is_told_from_what_to_what(branch: Reviewed) -> None:
    with_record(branch, OWN)
    branch.edit("in-line", "at-odds", "deeds.yml")
    assert part(told(branch), CHANGED).strip().splitlines()[:4] == [
        "- **`acme-1-2024-05-06`**: `Acme took a vendor to court.`",
        "  - **read otherwise than before**: `bearing`",
        "  - **read as other than in-line**: `at-odds`",
        "  - bearing: `in-line` → `at-odds`",
    ]


def test_a_deed_that_is_removed_is_told_with_its_reply_and_whether_it_was_shown(
    branch: Reviewed,
) -> None:
    with_record(branch, f"{OWN}  reply: No.\n  reply_by_email: 2024-06-01\n")
    branch.git("rm", "--quiet", "deeds.yml")
    branch.commit()
    review = told(branch)
    assert review.startswith(
        f"{LOUD}the record of what somebody did (`acme`); an entry that is removed from it"
        " (`acme-1-2024-05-06`).**"
    )
    assert part(review, REMOVED).strip().splitlines() == [
        "- **`acme-1-2024-05-06`**, which was shown: `Acme took a vendor to court.`",
        "  - about `acme`, principle `1`, date `2024-05-06`; it was in `deeds.yml`",
        "  - **its reply goes with it**: `No.`",
    ]
    assert "| – of both, shown if merged today | 1 | 0 |" in review


def test_an_id_that_follows_from_a_date_is_told_to_change_with_it(branch: Reviewed) -> None:
    with_record(branch)
    branch.edit("2024-05-06", "2024-05", "deeds.yml")
    changed = part(told(branch), CHANGED)
    assert "  - taken for the same entry by its sentence\n" in changed
    assert "**its id changes**: `acme-1-2024-05-06` → `acme-1-2024-05`; `id: acme-1-2024" in changed


def test_what_a_source_becomes_in_the_bibliography_is_told_of_the_deeds_that_rest_on_it(
    branch: Reviewed,
) -> None:
    with_record(branch, OWN)
    branch.edit("https://acme.example/deed", "https://paper.example/deed", "references.bib")
    review = told(branch)
    assert review.startswith(f"{LOUD}the record of what somebody did (`acme`).**")
    assert opening(review) == [
        "no longer shown: `acme-1-2024-05-06`",
        "with a source that the bibliography now has otherwise: `acme-1-2024-05-06`",
    ]
    affected = part(review, AFFECTED)
    assert "  - before: source `own`, own page of `acme`: `https://acme.example/deed`" in affected
    assert "  - now: source `own`, somebody else’s page: `https://paper.example/deed`" in affected
    assert "  - before: shown: its sources are own pages" in affected
    assert "  - now: not shown: nobody has been written to" in affected


def test_words_of_a_source_that_change_are_told_as_they_were_and_are(branch: Reviewed) -> None:
    with_record(branch)
    branch.edit("What they did", "Acme guilty", "references.bib")
    branch.edit("{The Paper}", "{The Court}", "references.bib")
    assert part(told(branch), AFFECTED).strip().splitlines() == [
        "- **`acme-1-2024-05-06`**: `Acme took a vendor to court.`",
        "  - **with a source that the bibliography now has otherwise**: `paper`",
        "  - of `paper` `author`: `{The Paper}` → `{The Court}`",
        "  - of `paper` `title`: `What they did` → `Acme guilty`",
    ]


def test_a_website_that_makes_a_page_ones_own_is_told_of_the_deeds_that_it_shows(
    branch: Reviewed,
) -> None:
    with_record(branch)
    line = "  website: https://acme.example\n"
    branch.edit(line, f"{line}  website_then: https://paper.example\n")
    review = told(branch)
    assert f"{SHOWN}: `acme-1-2024-05-06`" in opening(review)
    assert "own page of `acme`: `https://paper.example/acme`" in part(review, AFFECTED)


def test_a_reply_whose_address_is_no_longer_the_signatorys_is_told(branch: Reviewed) -> None:
    with_record(branch, f"{DEED}  reply: No.\n  reply_source: https://acme.example/no\n")
    branch.edit("website: https://acme.example", "website: https://umbrella.example")
    review = told(branch)
    caution = "with a reply at an address that is not the signatory’s own"
    assert f"{caution}: `acme-1-2024-05-06`" in opening(review)
    assert "**its reply is no longer at an address of the signatory’s own**" in part(
        review, AFFECTED
    )


VERSIONS = """\
- version: "1.0"
  published: 2023-03
  sha256: (lock)

- version: "2.0"
  published: 2024-06
  sha256: (lock)
"""


def test_a_version_dated_back_is_told_of_the_deeds_that_it_takes_over(branch: Reviewed) -> None:
    second = {"docs/principles/2.0.md": "1. Do no harm at all\n"}
    files = {"versions.yml": VERSIONS, "docs/principles/1.0.md": "1. Do no harm\n", **second}
    branch.on_main({**files, "deeds.yml": DEED}, "with-two-versions")
    branch.edit("2024-06", "2024-04", "versions.yml")
    review = told(branch)
    assert opening(review) == [f"{PLACED}: `acme-1-2024-05-06`"]
    assert part(review, AFFECTED).strip().splitlines()[1:] == [
        f"  - **{PLACED}**: `version`",
        "  - **under another version of the text**: `1.0` → `2.0`",
        "  - under a principle in other words: `Do no harm` → `Do no harm at all`",
    ]


def test_a_principle_that_the_text_does_not_have_is_told(branch: Reviewed) -> None:
    branch.commit({"deeds.d/acme-7-2024-05-06.yml": DEED.replace("principle: 1", "principle: 7")})
    assert "  - **no such principle** of version `1.0`\n" in part(told(branch), ADDED)


def test_who_leaves_the_register_takes_its_deeds_off_the_pages(branch: Reviewed) -> None:
    with_record(branch, OWN)
    branch.edit(f"{entry_text('Acme')}\n", "")
    review = told(branch)
    assert "no longer shown: `acme-1-2024-05-06`" in opening(review)
    assert "about somebody who is not in the register: `acme-1-2024-05-06`" in opening(review)
    assert "not shown: it is about nobody who was a signatory at its date" in part(review, AFFECTED)


def test_who_had_withdrawn_by_then_is_told_apart(branch: Reviewed) -> None:
    line = "  evidence: https://acme.example/news\n"
    branch.edit(line, f"{line}  withdrawn: 2024-05-06\n")
    two = OWN.replace("who: acme", "who:\n    - acme\n    - beta-systems").replace("-06", "-07")
    branch.commit({"deeds.d/acme-1-2024-05-07.yml": two})
    added = part(told(branch), ADDED)
    assert "not shown of `acme`, who had withdrawn or ended by then" in added


def test_a_signatory_that_a_waiting_deed_is_about_is_not_one_drop_in_only(
    branch: Reviewed,
) -> None:
    record = DEED.replace("who: acme", "who: gamma").replace("paper", "gammas")
    library = LIBRARY.replace("{own,", "{gammas,").replace("acme.example", "gamma.example")
    branch.on_main({"deeds.yml": record, "references.bib": library}, "next")
    branch.commit({"signatories.d/gamma.yml": entry_text("Gamma")})
    review = told(branch)
    assert review.startswith(f"{LOUD}the record of what somebody did (`gamma`).**")
    assert f"{SHOWN}: `gamma-1-2024-05-06`" in opening(review)


def test_a_fold_of_deeds_is_told_as_one_and_as_no_other_day_than_gits(branch: Reviewed) -> None:
    branch.on_main({DROP_IN: f"# kept\n{DEED}"}, "folding")
    branch.git("rm", "--quiet", DROP_IN)
    day = branch.git("log", "-1", "--format=%cd", "--date=format:%Y-%m-%d", "main").strip()
    branch.commit({"deeds.yml": f"# kept\n{DEED}  listed: {day}\n"})
    review = told(branch)
    assert review.startswith("**Folds drop-ins into the record of deeds and changes no entry.**")
    folded = part(review, "Folded into the record of deeds").strip()
    assert folded == "1 drop-in moved into deeds.yml unchanged: `acme-1-2024-05-06`"
    assert "kept by the fold, in `deeds.yml:1`: `# kept`" in part(review, "Comments")
    branch.edit(f"listed: {day}", "listed: 2024-06-01", "deeds.yml")
    review = told(branch)
    caution = "given another day of listing, which a fold alone writes"
    assert opening(review) == [f"{caution}: `acme-1-2024-05-06`"]
    assert "  - listed: nothing → `2024-06-01`" in part(review, CHANGED)


def test_an_entry_that_is_only_moved_is_told_and_one_straight_in_the_list_too(
    branch: Reviewed,
) -> None:
    with_record(branch)
    branch.git("rm", "--quiet", "deeds.yml")
    branch.commit({DROP_IN: DEED})
    review = told(branch)
    assert f"from `deeds.yml` to `{DROP_IN}`" in part(review, "Moved in the record of deeds")
    branch.commit({"deeds.yml": DEED.replace("2024-05-06", "2024-05-07")})
    assert opening(told(branch)) == [
        "written straight into deeds.yml, so that its own date counts as news: `acme-1-2024-05-07`"
    ]


@pytest.mark.parametrize("file", ["deeds.yml", DROP_IN])
def test_a_deed_that_was_removed_and_returns_is_told(file: str, branch: Reviewed) -> None:
    branch.on_main({file: DEED.replace("deed: Acme", 'deed: "Acme').replace("court.", 'court."')})
    branch.git("switch", "--quiet", "main")
    branch.git("rm", "--quiet", file)
    branch.commit()
    branch.begin("returning")
    again = DEED.replace("Acme took a vendor", "ACME took a  vendor").replace("06", "07")
    branch.commit({"deeds.d/x.yml": again})
    caution = "in words that the record had before and that were removed"
    assert opening(told(branch)) == [f"{caution}: `acme-1-2024-05-07`"]
    branch.edit("ACME", "Nobody", "deeds.d/x.yml")
    assert opening(told(branch)) == []


def test_a_history_that_is_cut_off_is_told(branch: Reviewed, tmp_path: Path) -> None:
    branch.commit({DROP_IN: DEED})
    clone = Reviewed(tmp_path.with_name("clone"))
    branch.git("clone", "--quiet", "--depth", "2", f"file://{branch.root}", str(clone.root))
    unknown = "whether a deed was in the record before is not known: the history is cut off"
    assert opening(told(clone, "HEAD~1")) == [unknown]


def test_comments_beside_deeds_are_told(branch: Reviewed) -> None:
    with_record(branch)
    branch.commit({"deeds.yml": f"# x: @octocat\n{DEED}", DROP_IN: f"# y\n{OWN}"})
    comments = part(told(branch), "Comments")
    assert "new in `deeds.yml:1`: `# x: @octocat`" in comments
    assert f"new in `{DROP_IN}:1`: `# y`" in comments


def test_files_of_the_record_are_content_and_no_code(branch: Reviewed) -> None:
    branch.commit({"deeds.d/README.md": "# Deeds\n", "deeds.d/x.yml": DEED})
    content = part(told(branch), "Content touched")
    assert "- `deeds.d/README.md`, new\n- `deeds.d/x.yml`, new" in content
    branch.commit({"deeds.d/x.py": "x = 1\n"})
    assert "code or settings (`deeds.d/x.py`)" in told(branch)


HOSTILE = [
    "](https://evil.example) @octocat <b>x</b>",
    "``` ` `` @octocat",
    "a\\n\\n# x\\n- **y** @octocat",
    "\\u202egnp.exe\\u200b <!-- @octocat",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_of_a_deed_are_code_and_nothing_else(text: str, branch: Reviewed) -> None:
    value = f'"{text}"'
    fields = ("who", "principle", "version", "date", "deed", "sources", "bearing", "notified")
    more = ("reply", "replied", "reply_source", "reply_by_email", "unarchived", "listed", "id")
    hostile = "".join(f"  {name}: {value}\n" for name in (*fields, *more, "where", value))
    with_record(branch)
    branch.commit({"deeds.d/x.yml": f"-{hostile[1:]}"})
    branch.edit("took a vendor to court.", "took @octocat <b> `x` to court.", "deeds.yml")
    review = told(branch)
    assert part(review, ADDED)
    assert part(review, CHANGED)


def test_an_entry_that_says_nothing_is_told_too(branch: Reviewed) -> None:
    branch.commit({"deeds.d/x.yml": "- deed:\n  who:\n", "deeds.d/y.yml": "- {}\n"})
    added = part(told(branch), ADDED)
    assert "- **`an entry without a signatory or a date`**: without a sentence" in added
    assert "  - about nobody" in added


def test_a_record_that_was_no_yaml_is_told_and_the_review_goes_on(branch: Reviewed) -> None:
    with_record(branch, f"{DEED}- who: 'open\n")
    branch.commit({DROP_IN: OWN})
    review = told(branch)
    assert "deeds.yml:" in part(review, "Before this change")
    assert part(review, ADDED)


def test_many_deeds_are_told_within_what_a_comment_holds_and_the_gravest_first(
    branch: Reviewed,
) -> None:
    long = "A" + "a`" * 90
    new = {
        f"deeds.d/x{number}.yml": DEED.replace("- who", f"- id: x{number}\n  who").replace(
            "Acme took a vendor to court.", f"{long}{number}."
        )
        for number in range(300)
    }
    grave = DEED.replace("in-line", "at-odds").replace("- who", "- id: z\n  who")
    branch.commit(new | {"deeds.d/z.yml": grave, "signatories.d/gamma.yml": entry_text("Gamma")})
    review = told(branch)
    assert part(review, ADDED).strip().startswith("- **`z`**")
    assert "- **`Gamma`**" in part(review, "Added")
    assert "| deeds | 0 | 301 |" in review


def test_a_site_without_a_record_is_told_nothing_of_it(branch: Reviewed) -> None:
    branch.commit({"signatories.yml": REGISTER.replace("country: NO", "country: SE", 1)})
    assert "deeds" not in told(branch)


@pytest.mark.parametrize("case", ["a link", "a folder", "bytes", "a link to the folder"])
def test_a_record_of_odd_files_is_reviewed_as_far_as_it_goes(case: str, branch: Reviewed) -> None:
    with_record(branch, OWN)
    record = branch.root / "deeds.yml"
    match case:
        case "a link":
            record.unlink()
            record.symlink_to("/etc/passwd")
        case "a folder":
            record.unlink()
            record.mkdir()
            (record / "x.yml").write_text(DEED, encoding="utf-8")
        case "bytes":
            record.write_bytes(b"- who: \xff\0")
        case _:
            record.unlink()
            (branch.root / "deeds.d").symlink_to("docs")
    branch.commit()
    review = told(branch)
    assert review.startswith(LOUD)
    assert "an entry that is removed from it (`acme-1-2024-05-06`)" in review
    assert "- **`acme-1-2024-05-06`**, which was shown: " in part(review, REMOVED)


def test_a_base_of_odd_files_is_read_as_far_as_it_goes(branch: Reviewed) -> None:
    branch.git("switch", "--quiet", "main")
    (branch.root / "deeds.yml").symlink_to("/etc/passwd")
    branch.commit({"deeds.d/x.yml": OWN, "deeds.d/y.yml": "- who: [\n"})
    branch.begin("mending")
    (branch.root / "deeds.yml").unlink()
    branch.commit({"deeds.yml": DEED})
    review = told(branch)
    before = part(review, "Before this change")
    assert "deeds.yml:1:1" in before
    assert "deeds.d/y.yml:" in before
    assert part(review, ADDED)
