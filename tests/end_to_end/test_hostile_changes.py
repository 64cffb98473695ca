"""What a pull request can change without a reader noticing is told in its review, at the top."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from undersigned.register.rules.context import latest_today

from tests.support.registers import BARE_SITE, entry_text
from tests.support.reviews import LOUD, REGISTER, Reviewed, opening, part, recent, reviewed, told

DROP_IN = "signatories.d/gamma.yml"
NEW = (
    "**Adds one drop-in and touches nothing else.**\n\n> [!CAUTION]\n"
    "> **Look closely at what is new:**\n>\n"
)


@pytest.fixture
def branch(tmp_path: Path) -> Reviewed:
    return reviewed(tmp_path)


@pytest.mark.parametrize(
    ("more", "caution", "detail"),
    [
        ("  withdrawn: 2024-05-07\n", "withdrawn or ended already", "2024-05-07"),
        ("  ended: 2024-06\n", "withdrawn or ended already", "2024-06"),
        ("  part_of: acme\n", "said to be a part, a former name or a predecessor of one in the"
         " register", "acme"),
        ("  formerly: Acme\n", "said to be a part, a former name or a predecessor of one in the"
         " register", "acme"),
        ("  succeeded_by: acme\n", "said to be a part, a former name or a predecessor of one in"
         " the register", "acme"),
        ("  distinct_from: acme\n", "said to be somebody else than one in the register", "acme"),
        ("  website_then: https://gamma.example/x\n", None, ""),
        ("  id: acme-security\n", "given an id like another’s", "acme"),
        ("  id: acrne\n", "given an id like another’s", "acme"),
        ("  id: beta-system\n", "given an id like another’s", "beta-systems"),
        ("  id: betasystems\n", "given an id like another’s", "beta-systems"),
        ("  id: beta-systerns\n", "given an id like another’s", "beta-systems"),
        ("  id: gamma-two\n", None, ""),
        ("  id: acme\n", "given an id that exists", "acme"),
        ("  listed: 2024-05-07\n", "given a day of listing, which a fold alone writes",
         "2024-05-07"),
        ("", None, ""),
    ],
)  # fmt: skip
def test_what_a_new_entry_claims_is_told_at_the_top_and_beside_it(
    more: str, caution: str | None, detail: str, branch: Reviewed
) -> None:
    branch.commit({DROP_IN: recent(entry_text("Gamma", more=more))})
    review = told(branch)
    if caution is None:
        assert opening(review) == []
        return
    assert f"{caution}: `Gamma`" in opening(review)
    if caution == "given an id that exists":
        assert "another endorsement of **`Acme`** (id `acme`)" in review
    else:
        assert f"  - **{caution}**: `{detail}`\n" in part(review, "Added")


@pytest.mark.parametrize(("days", "late"), [(90, False), (91, True), (1000, True)])
def test_a_signature_of_long_before_is_told(days: int, late: bool, branch: Reviewed) -> None:
    day = str(latest_today() - timedelta(days=days))
    branch.commit({DROP_IN: entry_text("Gamma").replace("2024-05-06", day)})
    review = told(branch)
    assert review.startswith(NEW) is late
    told_beside = f"  - **signed more than 90 days before it is added**: `{days:,} days`\n"
    assert (told_beside in part(review, "Added")) is late


def test_a_confirmation_by_e_mail_and_a_former_website_are_told_at_the_top(
    branch: Reviewed,
) -> None:
    evidence = "evidence: https://gamma.example/news"
    gamma = recent(entry_text("Gamma")).replace(evidence, "confirmed_by_email: 2024-05-06")
    delta = recent(entry_text("Delta")).replace(
        "evidence: https://delta.example/news",
        "evidence: https://microsoft.example/x\n  website_then: https://microsoft.example",
    )
    branch.commit({DROP_IN: gamma, "signatories.d/delta.yml": delta})
    assert opening(told(branch)) == [
        "confirmed by e-mail, for which only a maintainer who has the reply can vouch: `Gamma`",
        "known by a website that it no longer has: `Delta`",
    ]


def test_an_id_that_was_there_and_was_removed_is_told(branch: Reviewed) -> None:
    gone = f"{REGISTER}\n{entry_text('Gone & Co', 'gone', '  id: gone-first')}\n"
    branch.on_main({"signatories.yml": gone, "signatories.d/zeta.yml": entry_text("Zeta")}, "a")
    branch.git("rm", "--quiet", str(branch.root / "signatories.d/zeta.yml"))
    branch.on_main({"signatories.yml": REGISTER.replace("Beta Systems", "'Beta''s'")}, "b")
    for name, who in (("Gone", "gone-first"), ("Zeta", "zeta"), ("Beta Systems", "beta-systems")):
        new = recent(entry_text(name, "new", f"  id: {who}\n"))
        branch.on_main({}, who)
        branch.commit({f"signatories.d/{who}.yml": new})
        caution = "given an id that was in the register before and was removed"
        assert f"{caution}: `{name}`" in opening(told(branch))
        assert f"  - **{caution}**: `{who}`" in told(branch)
    branch.on_main({}, "other")
    branch.commit({DROP_IN: recent(entry_text("Gamma"))})
    assert opening(told(branch)) == []


def test_a_history_that_is_cut_off_is_told(branch: Reviewed, tmp_path: Path) -> None:
    branch.on_main({"signatories.yml": REGISTER.replace("Beta Systems", "Beta")}, "next")
    there = tmp_path / "clone"
    address = f"file://{branch.root}"
    branch.git("clone", "--quiet", "--depth", "1", "--branch", "main", address, str(there))
    clone = Reviewed(there)
    clone.git("switch", "--quiet", "--create", "mine")
    clone.commit({DROP_IN: recent(entry_text("Gamma"))})
    assert opening(told(clone)) == [
        "whether a new id was in the register before is not known: the history is cut off"
    ]


@pytest.mark.parametrize(
    ("old", "new", "caution", "line"),
    [
        ("evidence: https://acme.example/news", "evidence: https://acme.example/other",
         "known by other evidence, or under another website, than before", "evidence"),
        ("website: https://acme.example", "website: https://acme.example/x",
         "known by other evidence, or under another website, than before", "website"),
        ("evidence: https://acme.example/news", "confirmed_by_email: 2024-05-07",
         "confirmed by e-mail, for which only a maintainer who has the reply can vouch",
         "2024-05-07"),
        ("  evidence: https://acme", "  listed: 2024-05-07\n  evidence: https://acme",
         "given another day of listing, which a fold alone writes", "listed"),
        ("  withdrawn: 2024-06-07\n", "",
         "counted again, its withdrawal or its end being gone", "withdrawn"),
        ("signed: 2024-05-06", "signed: 2024-07-06",
         "taken for an endorsement of another version than before", "2.0"),
        ("  evidence: https://acme", "  distinct_from: beta-systems\n  evidence: https://acme",
         "said to be somebody else than one in the register", "beta-systems"),
        ("- name: Acme\n", "- name: Acme\n  id: beta-system\n",
         "given an id like another’s", "beta-systems"),
    ],
)  # fmt: skip
def test_what_changes_in_an_existing_entry_is_told_at_the_top_and_beside_it(
    old: str, new: str, caution: str, line: str, branch: Reviewed
) -> None:
    gone = REGISTER.replace("news\n\n", "news\n  withdrawn: 2024-06-07\n\n", 1)
    second = '- version: "1.0"\n  published: 2023-03\n  sha256: (lock)\n'
    second += '- version: "2.0"\n  published: 2024-06-01\n  sha256: (lock)\n'
    texts = {f"docs/principles/{number}.0.md": "1. Do no harm\n" for number in (1, 2)}
    branch.on_main({"signatories.yml": gone, "versions.yml": second, **texts})
    branch.edit(old, new)
    review = told(branch)
    assert review.startswith(f"{LOUD}somebody else’s entry (`Acme`)")
    assert f"{caution}: `Acme`" in opening(review)
    assert f"  - **{caution}**: `{line}`\n" in review


def test_an_address_that_moves_to_another_host_says_from_where_to_where(branch: Reviewed) -> None:
    branch.edit("https://acme.example/news", "https://acme.example.evil.example/news")
    moved = (
        "  - **its evidence moves to another host**: `acme.example` → `acme.example.evil.example`"
    )
    assert moved in part(told(branch), "Changed")


@pytest.mark.parametrize(
    ("new", "told_so"),
    [
        ("\u0410cme", "**these look alike**, and differ in `U+0041 → U+0410`"),
        ("'Acme '", "**these look alike**, and differ in `nothing → U+0020`"),
        ("Acme\u200b", "**these look alike**, and differ in `nothing → U+200B`"),
        ("Acm\uff45", "**these look alike**, and differ in `U+0065 → U+FF45`"),
    ],
)
def test_an_edit_that_nobody_sees_is_told_by_its_code_points(
    new: str, told_so: str, branch: Reviewed
) -> None:
    branch.edit("name: Acme", f"name: {new}")
    assert f"  - {told_so}\n" in told(branch)


def test_letters_from_right_to_left_cannot_swap_before_and_after(branch: Reviewed) -> None:
    branch.on_main({"signatories.yml": REGISTER.replace("name: Acme", "name: שלום\n  id: acme")})
    branch.edit("שלום", "שלומי")
    assert "  - name before: `שלום`\n  - name now: `שלומי`\n" in told(branch)


def test_comments_are_printed_as_harmless_code(branch: Reviewed) -> None:
    own = "# yaml-language-server: $schema=../signatories.schema.json"
    text = recent(entry_text("Gamma")).replace("NO", "NO # @octocat `x` <b>")
    branch.commit({DROP_IN: f"{own}\n# ## Added [x](https://evil.example)\n{text}  # \u202efoot\n"})
    review = told(branch)
    assert review.startswith("**Adds one drop-in and touches nothing else.**\n\n## Added")
    assert part(review, "Comments").strip().splitlines() == [
        f"- new in `{DROP_IN}:2`: `# ## Added [x](https://evil.example)`",
        f"- new in `{DROP_IN}:5`: ``# @octocat `x` <b>``",
        f"- new in `{DROP_IN}:9`: `# \\u202efoot`",
    ]


def test_a_comment_that_is_cut_says_how_long_it_is(branch: Reviewed) -> None:
    branch.commit({DROP_IN: f"# {'x' * 4000} and so on\n{recent(entry_text('Gamma'))}"})
    line = f"- new in `{DROP_IN}:1`, 4,012 characters: `# xxx"
    assert line in part(told(branch), "Comments")


def test_comments_of_every_file_of_entries_are_told_where_they_come_and_go(
    branch: Reviewed,
) -> None:
    branch.on_main({"signatories.yml": f"# head\n\n# of Acme\n{REGISTER}", "links.yml": "[] # x\n"})
    branch.edit("# head\n", "# head, and more\n")
    branch.edit("- version", "# all was well\n- version", "versions.yml")
    branch.edit(" # x", "", "links.yml")
    assert part(told(branch), "Comments").strip().splitlines() == [
        "- new in `signatories.yml:1`: `# head, and more`",
        "- new in `versions.yml:1`: `# all was well`",
        "- gone from `links.yml:1`: `# x`",
        "- gone from `signatories.yml:1`: `# head`",
    ]


def test_comments_of_a_file_that_is_no_yaml_are_told_too(branch: Reviewed) -> None:
    branch.commit({DROP_IN: "- name: 'Gamma # x\n  # y\n"})
    assert f"- new in `{DROP_IN}:2`: `# y`" in part(told(branch), "Comments")


def test_a_line_for_programs_is_a_problem_of_the_change(branch: Reviewed) -> None:
    branch.commit({DROP_IN: f"# vim: set ft=ruby:\n{entry_text('Gamma')}"})
    review = told(branch)
    assert "On this change: 1 problem." in review
    assert f"`{DROP_IN}:1:1: '# vim: set ft=ruby:' is meant for a program" in review
    assert f"- new in `{DROP_IN}:1`: `# vim: set ft=ruby:`" in part(review, "Comments")


def test_a_fold_says_which_comments_it_keeps(branch: Reviewed) -> None:
    branch.on_main({DROP_IN: f"# seen on paper\n{entry_text('Gamma')}"})
    assert branch.run("undersigned", "fold").returncode == 0
    branch.commit()
    review = told(branch)
    assert review.startswith("**Folds drop-ins into the register and changes no entry.**")
    kept = re.search(r"- kept by the fold, in `signatories.yml:\d+`: `# seen on paper`", review)
    assert kept
    branch.edit("# seen on paper\n", "# seen on television\n")
    review = told(branch)
    assert "`# seen on television`" in part(review, "Comments")
    assert f"- gone from `{DROP_IN}:1`: `# seen on paper`" in part(review, "Comments")


def test_an_address_that_may_fail_is_told_with_its_reason(branch: Reviewed) -> None:
    branch.commit({"links.yml": "- address: https://acme.example/news\n  reason: it is `slow`\n"})
    line = "- `https://acme.example/news`, because: `` it is `slow` ``\n"
    assert line in part(told(branch), "Addresses that may fail from now on")


def test_files_that_go_or_are_renamed_or_made_executable_are_told_as_that(
    branch: Reviewed,
) -> None:
    branch.on_main({"docs/a.md": "# A\n", "docs/b.md": "# B\n", "docs/c.md": "# C\n"})
    branch.git("rm", "--quiet", "docs/a.md")
    branch.git("mv", "docs/b.md", "docs/d.md")
    (branch.root / "docs/c.md").chmod(0o755)
    branch.commit()
    review = told(branch)
    assert review.startswith(f"{LOUD}a file that it makes executable (`docs/c.md`).**")
    assert part(review, "Content touched").strip().splitlines() == [
        "- `docs/a.md`, removed",
        "- `docs/b.md`, removed",
        "- `docs/c.md`, now executable",
        "- `docs/d.md`, new, before `docs/b.md`",
    ]


@pytest.mark.parametrize(
    ("there", "new"),
    [("docs/about.md", "docs/About.md"), ("docs/x/a.md", "docs/X/b.md"),
     ("docs/caf\u00e9.md", "docs/cafe\u0301.md")],
)  # fmt: skip
def test_a_path_that_is_anothers_but_for_its_case_is_told_at_the_top(
    there: str, new: str, branch: Reviewed
) -> None:
    branch.on_main({there: "# A\n"})
    branch.commit({new: "# B\n"})
    assert told(branch).startswith(f"{LOUD}a path that is another’s but for case or composed")


def test_a_submodule_is_told_though_the_change_would_hide_it(branch: Reviewed) -> None:
    modules = '[submodule "more"]\n\tpath = docs/more\n\turl = https://x.example\n\tignore = all\n'
    branch.commit({".gitmodules": modules})
    commit = branch.git("rev-parse", "HEAD").strip()
    branch.git("update-index", "--add", "--cacheinfo", f"160000,{commit},docs/more")
    (branch.root / "docs/more").mkdir(parents=True)
    branch.git("commit", "--quiet", "--message", "x")
    review = told(branch)
    assert review.startswith(f"{LOUD}a link to elsewhere, of which no content is told here (`docs")
    assert "code or settings (`.gitmodules`)" in review


def test_no_number_of_trifles_hides_a_setting(branch: Reviewed) -> None:
    many = {f"benchmarks/{number:03}.py": "x = 1\n" for number in range(60)}
    branch.on_main(many)
    new = {f"a{number:03}.txt": "x" * 90 for number in range(60)}
    branch.commit(dict.fromkeys(many, "x = 2\n") | new | {"mkdocs.yml": "site_name: Other\n"})
    review = told(branch)
    assert review.startswith(f"{LOUD}code or settings (`mkdocs.yml`, `benchmarks/000.py`")
    assert part(review, "Other files touched").strip().startswith("- `mkdocs.yml`\n")


def test_an_entry_that_is_only_moved_to_another_file_is_told(branch: Reviewed) -> None:
    branch.commit({"signatories.yml": entry_text("Acme"), "signatories.d/beta-systems.yml":
                   entry_text("Beta Systems")})  # fmt: skip
    moved = "- **`Beta Systems`**, from `signatories.yml` to `signatories.d/beta-systems.yml`"
    assert moved in part(told(branch), "Moved")
    branch.edit("country: NO", "country: SE", "signatories.d/beta-systems.yml")
    changed = part(told(branch), "Changed")
    assert "  - country: `NO` → `SE`\n  - moved from `signatories.yml` to" in changed


def test_nothing_that_is_long_pushes_out_what_matters(branch: Reviewed) -> None:
    long = 'statement: "' + "w`" * 135 + '"'
    new = {
        f"signatories.d/b{number}.yml": entry_text(f"B{number}", more=f"  {long}\n")
        for number in range(60)
    }
    remarks = "".join(f"# {'x`' * 140}{number}\n" for number in range(28))
    gone = recent(entry_text("Zeta", more="  withdrawn: 2024-05-07\n"))
    branch.commit(new | {"signatories.d/zeta.yml": gone, DROP_IN: remarks + entry_text("Gamma")})
    branch.commit({f"docs/{'p' * 180}{number}.md": "# x\n" for number in range(60)})
    review = told(branch)
    assert "withdrawn or ended already: `Zeta`" in opening(review)
    assert part(review, "Added").strip().startswith("- **`Zeta`**")
    assert "| entries, each one endorsement | 2 | 64 |" in review
    assert "On this change: " in part(review, "The checker")
    assert "- and 82 more" in part(review, "Content touched")
    assert "pppp" in part(review, "Content touched")


def test_a_change_of_quotes_alone_changes_no_entry(branch: Reviewed) -> None:
    branch.edit("name: Acme", "name: 'Acme'")
    review = told(branch)
    assert review.startswith("**Touches neither what was signed, nor anybody else’s entry")
    assert "- `signatories.yml`\n" in part(review, "Content touched") + "\n"


def test_a_link_in_place_of_the_drop_ins_folder_is_told(branch: Reviewed) -> None:
    branch.on_main({"signatories.d/zeta.yml": entry_text("Zeta")})
    branch.git("rm", "--quiet", "-r", "signatories.d")
    (branch.root / "signatories.d").symlink_to("docs")
    branch.commit({"docs/acme.md": "# x\n"})
    review = told(branch)
    assert review.startswith(f"{LOUD}a link to elsewhere, of which no content is told here")
    assert "- **`Zeta`**" in part(review, "Removed")


def test_a_page_that_quotes_the_text_otherwise_than_before_is_told_at_the_top(
    branch: Reviewed,
) -> None:
    text = "We will not help anybody to attack people who did nothing.\n"
    page = f"# Why\n\nThey say:\n\n> {text}\nAnd more.\n"
    texts = {"docs/principles/1.0.md": text}
    branch.on_main({"versions.yml": BARE_SITE["versions.yml"], "docs/why.md": page, **texts})
    branch.edit("And more.", "And much more.", "docs/why.md")
    assert told(branch).startswith("**Touches neither what was signed")
    branch.edit("will not help", "will help", "docs/why.md")
    loud = f"{LOUD}a page that quotes a published text, and now otherwise (`docs/why.md`).**\n"
    assert told(branch).startswith(loud)
    branch.git("rm", "--quiet", "docs/why.md")
    branch.commit({"docs/other.md": f"# New\n\n{text.upper()}"})
    assert "now otherwise (`docs/other.md`, `docs/why.md`)" in told(branch)


def test_two_new_entries_of_one_id_and_the_gravest_of_many_are_told(branch: Reviewed) -> None:
    gamma, other = (recent(entry_text(name, name, "  id: gamma\n")) for name in ("Gamma", "Gam"))
    branch.commit({DROP_IN: gamma, "signatories.d/gamma@1.0.yml": other})
    assert "given an id that another new entry has: `Gamma`, `Gam`" in opening(told(branch))
    many = "\n".join(entry_text(f"A{number}", f"a{number}") for number in range(60))
    branch.on_main({"signatories.yml": f"{many}\n{REGISTER}"})
    text = f"{many}\n{REGISTER}".replace("country: NO", "country: SE")
    line = "https://beta-systems.example/news\n"
    branch.commit({"signatories.yml": text.replace(line, f"{line}  listed: 2024-05-07\n")})
    assert part(told(branch), "Changed").strip().startswith("- **`Beta Systems`**")


def test_who_writes_another_over_an_entry_is_looked_at_as_new(branch: Reviewed) -> None:
    evil = entry_text("Umbrella", more="  id: acme\n  withdrawn: 2024-05-07\n")
    branch.edit(entry_text("Acme"), evil)
    review = told(branch)
    assert "withdrawn or ended already: `Umbrella`" in opening(review)
    assert "signed more than 90 days before it is added: `Umbrella`" in opening(review)


def test_a_new_entry_outside_of_a_drop_in_is_told(branch: Reviewed) -> None:
    branch.commit({"signatories.yml": f"{REGISTER}\n{recent(entry_text('Gamma'))}"})
    caution = "written straight into signatories.yml, so that its date of signing counts as news"
    assert opening(told(branch)) == [f"{caution}: `Gamma`"]
