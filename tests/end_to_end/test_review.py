"""What a branch changes, told in Markdown: real branches of real repositories."""

import re
from pathlib import Path

import pytest
from undersigned.changes.summary import LARGEST
from undersigned.names.slug import slug

from tests.support.branches import Branch
from tests.support.files import drawn, plant
from tests.support.registers import BARE_SITE, entry_text
from tests.support.reviews import (
    CODE_SPAN,
    LOUD,
    RECENT,
    REGISTER,
    Reviewed,
    part,
    recent,
    reviewed,
)
from tests.support.sites import SmallSite

DROP_IN = "signatories.d/gamma.yml"


@pytest.fixture
def branch(tmp_path: Path) -> Reviewed:
    return reviewed(tmp_path)


def test_one_new_drop_in_is_told_in_the_first_line_and_then_with_its_evidence(
    branch: Reviewed,
) -> None:
    branch.commit({DROP_IN: recent(entry_text("Gamma"))})
    review = branch.review()
    assert review.startswith("**Adds one drop-in and touches nothing else.**\n\n## Added\n")
    assert part(review, "Added").strip().splitlines() == [
        "- **`Gamma`**, `company`, `NO`, `https://gamma.example`",
        "  - stated on its own site, `gamma.example`: `https://gamma.example/news`",
        f"  - signed: `{RECENT}`",
    ]
    assert "| signatories who endorse | 2 | 3 |" in review
    assert "| – stated on their own sites | 2 | 3 |" in review
    assert "On this change: nothing to mend." in review


@pytest.mark.parametrize("name", ["Acme Security", "Office of Acme", "AcmeSecurity", "Acrne EU"])
def test_a_name_that_holds_a_registered_one_is_loud(branch: Reviewed, name: str) -> None:
    file = f"signatories.d/{slug(name)}.yml"
    text = recent(entry_text(name, "birch"))
    branch.commit({file: text})
    review = branch.review()
    caution = "named like one in the register with more words, or with fewer"
    assert review.split("\n## ", 1)[0].count(f"> - {caution}: `{name}`") == 1
    assert f"  - **{caution}**: `acme`" in part(review, "Added")
    assert "  - **warning**: `'" in part(review, "Added")
    for field, said in (
        ("part_of", "said to be a part, a former name or a predecessor of one in the register"),
        ("distinct_from", "said to be somebody else than one in the register"),
    ):
        branch.commit({file: f"{text}  {field}: acme\n"})
        review = branch.review()
        assert f"> - {said}: `{name}`" in review.split("\n## ", 1)[0]
        assert caution not in review
        assert "**warning**" not in review


def test_a_host_beyond_ascii_is_told_in_both_forms(branch: Reviewed) -> None:
    text = entry_text("Gamma", "gämma").replace("gämma.example/", "www.xn--gmma-loa.example/")
    branch.commit({DROP_IN: recent(text)})
    assert part(branch.review(), "Added").strip().splitlines()[:2] == [
        "- **`Gamma`**, `company`, `NO`, `https://gämma.example`"
        " at `gämma.example (xn--gmma-loa.example)`",
        "  - stated on its own site, `www.gämma.example (www.xn--gmma-loa.example)`:"
        " `https://www.xn--gmma-loa.example/news`",
    ]


def test_how_an_endorsement_is_known_is_told_by_its_grade(branch: Reviewed) -> None:
    recorded = entry_text("Gamma").replace("gamma.example/news", "news.example/a")
    by_mail = entry_text("Delta").replace(
        "evidence: https://delta.example/news", "confirmed_by_email: 2024-05-07"
    )
    unknown = entry_text("Zeta").replace("https://zeta.example/news", "javascript:alert(1)")
    branch.commit({DROP_IN: recorded, "signatories.d/delta.yml": by_mail})
    branch.commit({"signatories.d/zeta.yml": unknown})
    added = part(branch.review(), "Added")
    assert "recorded by `news.example`: `https://news.example/a`" in added
    assert "confirmed by e-mail on `2024-05-07`" in added
    assert "evidence that is no public address: `javascript:alert(1)`" in added


def test_who_looks_like_the_new_one_stands_beside_it(branch: Reviewed) -> None:
    branch.commit({"signatories.d/beta-system.yml": entry_text("Beta System")})
    review = branch.review()
    assert "**warning**: `'Beta System' is nearly 'Beta Systems' on signatories.yml:8" in part(
        review, "Added"
    )
    assert "On this change: 1 warning." in review


def test_somebody_elses_entry_is_marked_and_ones_own_is_not(branch: Reviewed) -> None:
    branch.commit({DROP_IN: entry_text("Gamma")})
    branch.commit({DROP_IN: entry_text("Gamma").replace("NO", "AT")})
    assert not part(branch.review(), "Changed")
    branch.edit("country: NO", "country: AT")
    review = branch.review()
    assert review.startswith(f"{LOUD}somebody else’s entry (`Acme`).**\n")
    assert part(review, "Changed").strip().splitlines() == [
        "- **`Acme`**, somebody else’s entry",
        "  - country: `NO` → `AT`",
    ]


def test_evidence_that_moves_to_another_site_loses_its_grade_in_the_open(
    branch: Reviewed,
) -> None:
    branch.edit("https://acme.example/news", "https://elsewhere.example/x")
    changed = part(branch.review(), "Changed")
    assert "evidence: `https://acme.example/news` → `https://elsewhere.example/x`" in changed
    assert "now recorded by `elsewhere.example`" in changed


def test_a_withdrawal_is_told_apart_and_counted(branch: Reviewed) -> None:
    line = "  evidence: https://acme.example/news\n"
    branch.edit(line, f"{line}  withdrawn: 2024-06-01\n")
    review = branch.review()
    assert review.startswith(f"{LOUD}somebody else’s entry (`Acme`).**")
    assert "withdrawn: nothing → `2024-06-01`" in part(review, "Withdrawn")
    assert not part(review, "Changed")
    assert "| signatories who endorse | 2 | 1 |" in review
    assert "| withdrawn | 0 | 1 |" in review
    assert "| entries, each one endorsement | 2 | 2 |" in review


def test_an_entry_that_was_erased_is_removed(branch: Reviewed) -> None:
    branch.edit(entry_text("Acme") + "\n", "")
    review = branch.review()
    assert review.startswith(f"{LOUD}somebody else’s entry (`Acme`).**")
    assert "- **`Acme`**, somebody else’s entry" in part(review, "Removed")


def test_a_renaming_keeps_the_id_and_says_what_becomes_of_the_evidence(branch: Reviewed) -> None:
    branch.edit(
        "- name: Acme\n  kind: company\n  country: NO\n  website: https://acme.example\n",
        "- name: Umbrella\n  id: acme\n  formerly: Acme\n  kind: company\n  country: NO\n"
        "  website: https://umbrella.example\n  website_then: https://acme.example\n",
    )
    review = branch.review()
    assert review.startswith(
        f"{LOUD}somebody else’s entry (`Acme`).**\n>\n"
        "> - known by other evidence, or under another website, than before: `Umbrella`\n"
    )
    assert part(review, "Renamed").strip().splitlines() == [
        "- **`Acme`**, somebody else’s entry",
        "  - **known by other evidence, or under another website, than before**:"
        " `website, website_then`",
        "  - **known by a website that it no longer has**: `https://acme.example`",
        "  - its id stays `acme`",
        "  - `formerly: Acme` is given",
        "  - name: `Acme` → `Umbrella`",
        "  - id: nothing → `acme`",
        "  - formerly: nothing → `Acme`",
        "  - website: `https://acme.example` → `https://umbrella.example`",
        "  - website then: nothing → `https://acme.example`",
        "  - **its website moves to another host**: `acme.example` → `umbrella.example`",
        "  - now stated on its own site at the time, `acme.example`, under `https://acme.example`:"
        " `https://acme.example/news`",
        "  - its evidence keeps its grade by `website_then`",
    ]
    assert not any(part(review, title) for title in ("Removed", "Added", "Changed"))
    assert branch.run("undersigned", "format").returncode == 0
    checked = branch.run("undersigned", "check", "--changed-since", "main")
    assert (checked.returncode, checked.stdout) == (0, "")


def test_a_renaming_without_an_id_is_one_too_and_says_what_it_breaks(branch: Reviewed) -> None:
    branch.edit("name: Acme", "name: Umbrella")
    review = branch.review()
    renamed = part(review, "Renamed")
    assert "name: `Acme` → `Umbrella`" in renamed
    assert "taken for the same signatory by its evidence" in renamed
    assert "**its id changes**: `acme` → `umbrella`; `id: acme` would keep links and" in renamed
    assert "`formerly: Acme` **is not given**" in renamed
    assert not part(review, "Removed")
    assert not part(review, "Added")


def test_a_new_website_without_the_old_one_loses_the_grade_in_the_open(branch: Reviewed) -> None:
    branch.edit("website: https://acme.example", "website: https://umbrella.example")
    changed = part(branch.review(), "Changed")
    assert "now recorded by `acme.example`" in changed
    assert "before this change: stated on its own site" in changed


def test_a_former_website_that_was_not_its_own_is_told_in_the_open(branch: Reviewed) -> None:
    branch.edit(
        "https://acme.example/news",
        "https://elsewhere.example/x\n  website_then: https://x.example",
    )
    assert "**`https://x.example` was not its website** before this change" in part(
        branch.review(), "Changed"
    )


def test_who_takes_an_id_over_is_told_at_the_top_and_not_as_a_renaming(branch: Reviewed) -> None:
    evil = entry_text("Umbrella", more="  id: acme\n  formerly: Acme\n")
    branch.edit(entry_text("Acme"), evil)
    review = branch.review()
    assert review.startswith(
        f"{LOUD}an id that may now be somebody else’s (`acme`); somebody else’s entry (`Acme`).**\n"
    )
    assert "  - **perhaps somebody else** under the id `acme`\n" in part(review, "Replaced")
    assert not part(review, "Renamed")


def test_who_joins_an_id_by_a_drop_in_and_is_another_is_told_at_the_top(branch: Reviewed) -> None:
    more = '  id: acme\n  formerly: Acme\n  endorses: "1.0"\n'
    branch.commit({"signatories.d/acme@1.0.yml": entry_text("Umbrella", more=more)})
    review = branch.review()
    assert review.startswith(f"{LOUD}an id that may now be somebody else’s (`acme`).**\n")
    joined = part(review, "Endorses another version")
    assert "- another endorsement of **`Acme`** (id `acme`), of version `1.0` as before" in joined
    assert "  - **perhaps somebody else**: it says otherwise" in joined
    assert "  - name: `Acme` → `Umbrella`\n" in joined
    assert "  - website: `https://acme.example` → `https://umbrella.example`\n" in joined


SECOND_VERSION = {
    "versions.yml": BARE_SITE["versions.yml"]
    + '- version: "2.0"\n  published: 2024-06-01\n  sha256: (lock)\n',
    "docs/principles/1.0.md": BARE_SITE["docs/principles/1.0.md"],
    "docs/principles/2.0.md": "1. Do some good\n",
}


def test_who_signs_a_second_version_is_the_same_signatory_and_its_first_stays(
    branch: Reviewed,
) -> None:
    branch.git("switch", "--quiet", "main")
    branch.commit(SECOND_VERSION)
    branch.begin("second")
    second = recent(entry_text("Acme", more='  id: acme\n  endorses: "2.0"\n'))
    branch.commit({"signatories.d/acme@2.0.yml": second})
    review = branch.review()
    assert review.startswith(
        "**Adds one drop-in and touches nothing else.**\n\n> [!CAUTION]\n"
        "> **Look closely at what is new:**\n>\n> - given an id that exists: `Acme`\n\n"
    )
    assert part(review, "Endorses another version").strip().splitlines() == [
        "- another endorsement of **`Acme`** (id `acme`), now of version `2.0`;"
        " its entries that were there stay as they are",
        "  - stated on its own site, `acme.example`: `https://acme.example/news`",
        f"  - signed: `{RECENT}`",
        "  - id: `acme`",
        "  - endorses: `2.0`",
    ]
    assert "| signatories who endorse | 2 | 2 |" in review
    assert "| entries, each one endorsement | 2 | 3 |" in review
    assert not any(part(review, title) for title in ("Added", "Changed", "Removed"))
    checked = branch.run("undersigned", "check", "--changed-since", "main")
    assert (checked.returncode, checked.stdout) == (0, "")


def test_who_signs_a_second_version_and_edits_the_first_is_told_both(branch: Reviewed) -> None:
    second = entry_text("Acme", more='  id: acme\n  endorses: "2.0"\n')
    branch.commit({"signatories.d/acme@2.0.yml": second})
    branch.edit("https://acme.example/news", "https://acme.example/other")
    review = branch.review()
    assert "evidence: `https://acme.example/news` →" in part(review, "Changed")
    assert "stay as they are" not in part(review, "Endorses another version")


def test_a_merger_is_told_as_one_and_counted_apart(branch: Reviewed) -> None:
    line = "  evidence: https://acme.example/news\n"
    branch.edit(line, f"{line}  succeeded_by: beta-systems\n  ended: 2024-06\n")
    review = branch.review()
    ended = part(review, "Ended")
    assert "merged, not withdrawn: succeeded by `Beta Systems`" in ended
    assert "ended on `2024-06`, not withdrawn: listed apart and not counted" in ended
    assert not part(review, "Withdrawn")
    assert "| signatories who endorse | 2 | 1 |\n" in review
    assert "| ended | 0 | 1 |\n| withdrawn | 0 | 0 |\n" in review


def test_a_merger_without_a_date_or_into_nobody_is_told_so(branch: Reviewed) -> None:
    line = "  evidence: https://acme.example/news\n"
    branch.edit(line, f"{line}  succeeded_by: gamma\n")
    ended = part(branch.review(), "Ended")
    assert "succeeded by **nobody in the register**" in ended
    assert "counted as long as no date is given as `ended`" in ended


def test_a_letter_that_many_signed_makes_nobody_another(branch: Reviewed) -> None:
    def person(name: str) -> str:
        return (
            f"- name: {name}\n  kind: individual\n  signed: 2024-05-06\n"
            "  evidence: https://letters.example/open\n"
        )

    branch.git("switch", "--quiet", "main")
    branch.commit({"signatories.yml": "\n".join(map(person, ("Ann Ek", "Bo Aas", "Cy Ruud")))})
    branch.begin("next")
    branch.edit(person("Bo Aas"), person("Bodil Moe"))
    review = branch.review()
    assert "- **`Bo Aas`**, somebody else’s entry" in part(review, "Removed")
    assert "- **`Bodil Moe`**, `individual`" in part(review, "Added")
    assert not part(review, "Renamed")
    assert "  - stated on a page at `letters.example`, not shown to be theirs:" in review
    assert "| – stated on a page not shown to be theirs | 3 | 3 |" in review


def test_several_values_of_a_field_are_several_spans(branch: Reviewed) -> None:
    more = "  formerly:\n    - Gamma One\n    - Gamma `Two\n"
    branch.commit({DROP_IN: entry_text("Gamma", more=more)})
    assert "  - formerly: `Gamma One`, ``Gamma `Two``\n" in part(branch.review(), "Added")


@pytest.mark.parametrize("login", ["octocat", "renovate[bot]", "-x", "@octocat `<b>\n# x"])
def test_who_asks_is_told_as_code_and_as_no_proof(login: str, branch: Reviewed) -> None:
    branch.commit({DROP_IN: entry_text("Gamma")})
    review = branch.review("main", f"--asked-by={login}")
    [line] = [each for each in review.splitlines() if each.startswith("Opened by `")]
    assert line.endswith(
        ", which proves nothing: the evidence of an entry counts, and not who asks."
    )
    left = CODE_SPAN.sub("", review)
    assert login.lstrip("@")[:7] not in left
    assert "@" not in left
    assert "Opened by" not in branch.review("main", "--asked-by=")


def test_a_fold_is_told_as_one_and_touches_nobodys_entry(branch: Reviewed) -> None:
    branch.git("switch", "--quiet", "main")
    branch.commit({DROP_IN: entry_text("Gamma"), "signatories.d/zeta.yml": entry_text("Zeta")})
    branch.begin("fold")
    assert branch.run("undersigned", "fold").returncode == 0
    branch.commit()
    review = branch.review()
    assert review.startswith("**Folds drop-ins into the register and changes no entry.**")
    assert "2 drop-ins moved into the register unchanged: `Gamma`, `Zeta`" in review
    assert "listed: " in (branch.root / "signatories.yml").read_text(encoding="utf-8")
    assert not any(part(review, title) for title in ("Added", "Changed", "Removed"))


def test_a_fold_as_of_another_day_than_gits_is_a_changed_entry(branch: Reviewed) -> None:
    branch.git("switch", "--quiet", "main")
    branch.commit({DROP_IN: entry_text("Gamma"), "signatories.d/zeta.yml": entry_text("Zeta")})
    branch.begin("fold")
    assert branch.run("undersigned", "fold").returncode == 0
    register = (branch.root / "signatories.yml").read_text(encoding="utf-8")
    before, gamma, after = register.partition("- name: Gamma\n")
    assert "listed: 2" in after
    backdated = re.sub("listed: [0-9-]+", "listed: 2024-05-07", after, count=1)
    branch.commit({"signatories.yml": f"{before}{gamma}{backdated}"})
    review = branch.review()
    assert review.startswith(f"{LOUD}somebody else’s entry (`Gamma`).**")
    assert "listed: nothing → `2024-05-07`" in part(review, "Changed")
    assert "1 drop-in moved into the register unchanged: `Zeta`" in review


def test_a_day_of_listing_that_is_edited_is_a_change(branch: Reviewed) -> None:
    branch.edit("https://acme.example/news\n", "https://acme.example/news\n  listed: 2024-05-07\n")
    assert "listed: nothing → `2024-05-07`" in part(branch.review(), "Changed")


def test_a_drop_in_that_changes_while_it_is_folded_is_a_changed_entry(branch: Reviewed) -> None:
    branch.git("switch", "--quiet", "main")
    branch.commit({DROP_IN: entry_text("Gamma")})
    branch.begin("fold")
    branch.run("undersigned", "fold")
    branch.edit("https://gamma.example/news", "https://gamma.example/other")
    review = branch.review()
    assert review.startswith(f"{LOUD}somebody else’s entry (`Gamma`)")
    assert "## Folded" not in review


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("docs/principles/1.0.md", "a published text"),
        ("docs/principles/index.md", "a page beside the text or the register"),
        ("docs/Signatories/who.md", "a page beside the text or the register"),
        ("versions.yml", "the list of versions"),
        ("hooks/checking.py", "a hook"),
        ("hooks/undersigned/model.py", "a hook"),
        (".github/workflows/checks.yml", "a workflow or a setting of the repository"),
        ("overrides/main.html", "a template or a script of the pages"),
        ("Makefile", "code or settings"),
        ("docs/assets/x.js", "code or settings"),
        ("docs/x.html", "code or settings"),
        ("signatories.d/x.py", "code or settings"),
        (".gitattributes", "code or settings"),
    ],
)
def test_what_weighs_is_told_at_the_top(path: str, what: str, branch: Reviewed) -> None:
    branch.commit({path: "1. Do harm\n", DROP_IN: entry_text("Gamma")})
    assert branch.review().startswith(f"{LOUD}{what} (`{path}`).**\n")


def test_a_workflow_beside_a_site_in_a_folder_is_seen(tmp_path: Path) -> None:
    plant(tmp_path, {f"site/{path}": text for path, text in BARE_SITE.items()})
    plant(tmp_path / "site", {"versions.yml": BARE_SITE["versions.yml"]} | BARE_SITE)
    plant(tmp_path, {"site/signatories.yml": REGISTER})
    top = Branch(tmp_path)
    top.git("init", "--quiet", "--initial-branch", "main")
    top.commit()
    top.begin("mine")
    top.commit({".github/workflows/x.yml": "on: push\n", f"site/{DROP_IN}": entry_text("Gamma")})
    run = top.run("undersigned", "review", cwd=tmp_path / "site")
    assert run.stdout.startswith(f"{LOUD}a file outside the site (`.github/workflows/x.yml`).**"), (
        run.stderr
    )
    assert "- **`Gamma`**" in run.stdout


def test_pages_and_sources_are_listed_without_noise(branch: Reviewed) -> None:
    branch.commit({"docs/about.md": "# About\n", "docs/principles/draft.md": "1. Do good\n"})
    review = branch.review()
    assert review.startswith("**Touches neither what was signed, nor")
    assert "- `docs/about.md`, new\n- `docs/principles/draft.md`, new" in review


HOSTILE = (
    "@octocat",
    "<img src=x onerror=alert(1)>",
    "[x](https://evil.example)",
    "a|b|c",
    "`@octocat`",
    "```@octocat``",
    "`` `",
    "a\\n\\n# Heading\\n- [ ] task @octocat",
    "a\\u202e\\u200b\\u0007",
    "**bold** _it_ #1 GH-1 https://evil.example",
    "&lt;b&gt; <!-- -->",
    " ",
    "x" * 1200 + "@octocat",
)


@pytest.mark.parametrize("name", HOSTILE)
def test_values_of_strangers_are_code_and_nothing_else(name: str, branch: Reviewed) -> None:
    quoted = name.replace('"', '\\"') if "\\" in name else name.replace('"', "'")
    text = entry_text(f'"{quoted}"', "gamma").replace("company", f'"{quoted}"')
    branch.commit({DROP_IN: text + f'  statement: "{quoted}"\n  "{quoted[:50]}x": "{quoted}"\n'})
    branch.edit("country: NO", f'country: "{quoted}"')
    review = branch.review()
    assert part(review, "Added")
    assert part(review, "Changed")
    left = CODE_SPAN.sub("", review.replace("> [!CAUTION]", ""))
    assert not re.search(r"octocat|evil|<|@|\]\(|http|bold|#1|&", left.replace(">", "")), left
    assert "`" not in left
    for line in review.splitlines():
        assert len(line) < 2500
        assert line.isprintable()
        assert line.startswith(("|", "#", "-", "  -", "*", ">", "On this change", "")), line
    assert not re.search(r"^(# |- \[)", left, re.MULTILINE)


def test_a_file_with_a_hostile_name_is_code_too(branch: Reviewed) -> None:
    branch.commit({"docs/@octocat `<b>\n# x.md": "x\n", "x`@octocat`\n": "x\n"})
    review = branch.review()
    assert "``x`@octocat`\\n``" in review
    left = CODE_SPAN.sub("", review)
    assert "octocat" not in left
    assert "\n# x" not in review


def test_many_changes_are_told_within_what_a_comment_holds(branch: Reviewed) -> None:
    long = 'statement: "' + "w " * 130 + '"'
    new = {
        f"signatories.d/a{n}.yml": entry_text(f"A{n} {'<b>' * 60}", f"a{n}", f"  {long}\n")
        for n in range(300)
    }
    branch.commit(new)
    review = branch.review()
    assert len(review) <= LARGEST + 200
    assert "- and 260 more" in review or "Cut here" in review


def test_a_register_that_was_no_yaml_is_told_and_the_review_goes_on(branch: Reviewed) -> None:
    branch.git("switch", "--quiet", "main")
    branch.commit({"signatories.yml": REGISTER + "- name: 'open\n", "signatories.d/x.yml": "\0"})
    branch.begin("next")
    branch.commit({DROP_IN: entry_text("Gamma")})
    review = branch.review()
    assert review.startswith("**Adds one drop-in and touches nothing else.**")
    before = part(review, "Before this change")
    assert "signatories.yml:" in before
    assert "signatories.d/x.yml:1:1" in before
    assert "- **`Gamma`**" in part(review, "Added")


def test_a_base_of_odd_bytes_and_links_is_read_as_far_as_it_goes(branch: Reviewed) -> None:
    branch.git("switch", "--quiet", "main")
    (branch.root / "signatories.d").mkdir()
    (branch.root / "signatories.d/a.yml").symlink_to("/etc/passwd")
    (branch.root / "signatories.d/b.yml").write_bytes(b"- name: \xff\n")
    (branch.root / "signatories.d/c.yml").write_text(entry_text("C Größe", "c"), encoding="utf-8")
    branch.commit({"signatories.d/d.yml": "#" * 9000, "signatories.d/e.txt": "x"})
    branch.begin("next")
    branch.commit({DROP_IN: entry_text("Gamma")})
    review = branch.review("main")
    before = part(review, "Before this change")
    assert [name in before for name in ("a.yml", "b.yml", "c.yml", "d.yml", "e.txt")] == [
        True, True, False, True, True,
    ]  # fmt: skip
    assert "| signatories who endorse | 3 | 4 |" in review


def test_one_good_entry_passes_while_an_old_one_is_bad_and_an_edit_of_anothers_is_marked(
    branch: Reviewed,
) -> None:
    branch.git("switch", "--quiet", "main")
    branch.edit("country: NO", "country: UK")
    branch.begin("good")
    branch.commit({DROP_IN: entry_text("Gamma")})
    checked = branch.run("undersigned", "check", "--changed-since", "main")
    assert checked.returncode == 0, checked.stdout
    assert "On this change: nothing to mend." in branch.review()
    branch.begin("bad")
    branch.edit("name: Beta Systems", "name: Beta")
    assert branch.review().startswith(f"{LOUD}somebody else’s entry (`Beta Systems`)")


def test_what_the_base_gained_since_is_not_the_branchs(branch: Reviewed) -> None:
    branch.commit({DROP_IN: entry_text("Gamma")})
    branch.git("switch", "--quiet", "main")
    branch.edit("country: NO", "country: AT")
    branch.git("switch", "--quiet", "mine")
    assert branch.review().startswith("**Adds one drop-in and touches nothing else.**")


def test_nothing_changed_is_said_so(branch: Reviewed) -> None:
    assert branch.review().startswith("**Changes nothing.**")


def test_the_usual_base_is_origins_main_before_ones_own(tmp_path: Path, branch: Reviewed) -> None:
    there = tmp_path / "clone"
    branch.git("clone", "--quiet", "--branch", "mine", str(branch.root), str(there))
    clone = Reviewed(there)
    clone.git("branch", "main", "mine")
    clone.commit({DROP_IN: entry_text("Gamma")})
    clone.git("branch", "--force", "main", "mine")
    assert "- **`Gamma`**" in clone.review()


@pytest.mark.parametrize(
    "base", ["nowhere", "", "--", "--output=x", "-x", "a b", "a\nb", "main..mine", "$(touch x)",
             "main:signatories.yml", "ö" * 3000]
)  # fmt: skip
def test_a_base_that_is_none_is_misuse(base: str, branch: Reviewed) -> None:
    for arguments in (("--", base), (base,)):
        run = branch.run("undersigned", "review", *arguments)
        if arguments == ("--",):
            continue  # no base at all
        assert run.returncode == 2, run.stdout
        assert run.stdout == ""
        assert "Traceback" not in run.stderr
    assert not (branch.root / "x").exists()


@pytest.mark.parametrize("kind", ["tags", "heads"])
def test_no_tag_and_no_local_branch_takes_the_place_of_the_published_one(
    kind: str, branch: Reviewed
) -> None:
    branch.git("update-ref", "refs/remotes/origin/main", "main")
    branch.edit("kind: company", "kind: nonprofit")
    branch.git("update-ref", f"refs/{kind}/origin/main", "HEAD")
    for arguments in ((), ("origin/main",)):
        assert branch.review(*arguments).startswith(f"{LOUD}somebody else’s entry (`Acme`).**")


def test_without_a_repository_a_review_is_misuse(tmp_path: Path) -> None:
    plant(tmp_path, BARE_SITE | drawn("--- signatories.yml\n[]\n"))
    run = SmallSite(tmp_path).run("undersigned", "review")
    assert run.returncode == 2
    assert "cannot tell what changed since 'main'" in run.stderr


def test_links_and_repositories_among_the_pages_are_told_at_the_top(branch: Reviewed) -> None:
    (branch.root / "docs").mkdir(exist_ok=True)
    (branch.root / "docs/card.png").symlink_to("/proc/self/environ")
    branch.commit()
    commit = branch.git("rev-parse", "HEAD").strip()
    branch.git("update-index", "--add", "--cacheinfo", f"160000,{commit},docs/more.md")
    (branch.root / "docs/more.md").mkdir()
    branch.git("commit", "--quiet", "--message", "x")
    told = f"{LOUD}a link to elsewhere, of which no content is told here"
    review = branch.review()
    assert review.startswith(f"{told} (`docs/card.png`, `docs/more.md`).**\n")
    assert not part(review, "Content touched")


def test_a_change_of_evidence_is_told_before_any_number_of_others(branch: Reviewed) -> None:
    many = [entry_text(f"A{n}", f"a{n}") for n in range(60)]
    branch.git("switch", "--quiet", "main")
    branch.commit({"signatories.yml": "\n".join([*many, REGISTER])})
    branch.begin("next")
    changed = [text.replace("country: NO", "country: SE") for text in many]
    evil = REGISTER.replace("https://beta-systems.example/news", "https://beta.example/x")
    assert evil != REGISTER
    long = 'statement: "' + "w`" * 135 + '"'
    new = {
        f"signatories.d/b{n}.yml": entry_text(f"B{n}", f"b{n}", f"  {long}\n") for n in range(200)
    }
    branch.commit({"signatories.yml": "\n".join([*changed, evil])} | new)
    review = branch.review()
    assert review.index("## Changed") < review.index("## Added")
    assert part(review, "Changed").strip().startswith("- **`Beta Systems`**")


def test_long_values_that_part_late_are_shown_where_they_part(branch: Reviewed) -> None:
    long = "https://acme.example/" + "a" * 400
    branch.git("switch", "--quiet", "main")
    branch.edit("https://acme.example/news", f"{long}1")
    branch.begin("next")
    branch.edit(f"{long}1", f"{long}2")
    shared = "…" + "a" * 40
    assert f"- evidence: `{shared}1` → `{shared}2`" in part(branch.review(), "Changed")


def test_a_confirmation_by_e_mail_is_told_as_what_a_maintainer_knows(branch: Reviewed) -> None:
    text = entry_text("Gamma")
    evidence = "evidence: https://gamma.example/news"
    branch.commit({DROP_IN: text.replace(evidence, "confirmed_by_email: 2024-05-06")})
    told = "confirmed by e-mail on `2024-05-06`, which the maintainer who has the reply can tell"
    assert told in part(branch.review(), "Added")


TRADE = """\
---
key_points:
  - They sell.
history:
  - date: 2024-05-06
    change: First published.
---
# Trade

They [sell](a.md).[@a2020] Much.
"""
NEW_LINE = "history:\n  - date: 2024-06-07\n    change: More.\n"


@pytest.mark.parametrize(
    ("changes", "noted"),
    [
        ({"Much.": "Little."}, True),
        ({"- They sell.": "- They buy."}, True),
        ({"Much.": "Little.", "First published.": "Published."}, False),
        ({"Much.": "Little.", "history:\n": NEW_LINE}, False),
        ({"(a.md)": "(b.md)", "@a2020": "@b2020"}, False),
        ({"First published.": "Published."}, False),
        (
            {"Much.": "Little.", "history:\n  - date: 2024-05-06\n": "x:\n  - x: 2\n"},
            True,
        ),
    ],
)
def test_a_page_that_changes_without_a_line_of_its_history_is_noted_and_never_red(
    changes: dict[str, str], noted: bool, branch: Reviewed
) -> None:
    branch.on_main({"docs/trade.md": TRADE, "docs/a.md": "# A\n", "docs/b.md": "# B\n"})
    branch.commit({"docs/b.md": "# B\n\nNo history, no note.\n"})
    page = TRADE
    for old, new in changes.items():
        assert old in page
        page = page.replace(old, new)
    branch.commit({"docs/trade.md": page})
    told = part(branch.review(), "Changed without a line of their history").strip()
    assert told == ("- `docs/trade.md`" if noted else "")
    checked = branch.run("undersigned", "check", "--changed-since", "main")
    line = page[: page.find("history:")].count("\n") + 1 if "\nhistory:" in page else 1
    said = f"docs/trade.md:{line}:1: note: the words of this page change, and its history has no"
    assert (said in checked.stdout) is noted
    assert "docs/b.md" not in checked.stdout
