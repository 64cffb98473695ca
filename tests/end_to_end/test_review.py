"""What a branch changes, told in Markdown: real branches of real repositories."""

import re
from pathlib import Path

import pytest
from undersigned.changes.summary import LARGEST

from tests.support.branches import Branch
from tests.support.files import drawn, plant
from tests.support.registers import BARE_SITE, entry_text
from tests.support.sites import SmallSite

REGISTER = "\n".join([entry_text("Acme"), entry_text("Beta Systems")])
DROP_IN = "signatories.d/gamma.yml"
LOUD = "> [!CAUTION]\n> **Look closely: this touches "

# CommonMark 0.31, section 6.1: a span ends at as many backticks as it began with.
CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")


class Reviewed(Branch):
    """A branch that `undersigned review` tells of."""

    def review(self, *arguments: str) -> str:
        run = self.run("undersigned", "review", *arguments)
        assert (run.returncode, run.stderr) == (0, "")
        return run.stdout

    def edit(self, old: str, new: str) -> None:
        register = self.root / "signatories.yml"
        text = register.read_text(encoding="utf-8")
        assert old in text
        self.commit({"signatories.yml": text.replace(old, new, 1)})


@pytest.fixture
def branch(tmp_path: Path) -> Reviewed:
    plant(tmp_path, BARE_SITE | {"signatories.yml": REGISTER})
    site = Reviewed(tmp_path)
    site.git("init", "--quiet", "--initial-branch", "main")
    site.commit()
    site.begin("mine")
    return site


def part(review: str, title: str) -> str:
    """What stands under a heading."""
    return review.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def test_one_new_drop_in_is_told_in_the_first_line_and_then_with_its_evidence(
    branch: Reviewed,
) -> None:
    branch.commit({DROP_IN: entry_text("Gamma")})
    review = branch.review()
    assert review.startswith("**Adds one drop-in and touches nothing else.**\n")
    assert part(review, "Added").strip().splitlines() == [
        "- **`Gamma`**, `company`, `NO`, `https://gamma.example`",
        "  - stated on its own site: `https://gamma.example/news`",
        "  - signed: `2024-05-06`",
    ]
    assert "| endorse | 2 | 3 |" in review
    assert "| – stated on their own sites | 2 | 3 |" in review
    assert "On this change: nothing to mend." in review


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
    assert "| endorse | 2 | 1 |" in review
    assert "| withdrawn | 0 | 1 |" in review


def test_an_entry_that_was_erased_is_removed(branch: Reviewed) -> None:
    branch.edit(entry_text("Acme") + "\n", "")
    review = branch.review()
    assert review.startswith(f"{LOUD}somebody else’s entry (`Acme`).**")
    assert "- **`Acme`**, somebody else’s entry" in part(review, "Removed")


def test_an_entry_that_was_renamed_is_changed_rather_than_removed(branch: Reviewed) -> None:
    branch.edit("name: Acme", "name: Umbrella")
    review = branch.review()
    assert "name: `Acme` → `Umbrella`" in part(review, "Changed")
    assert not part(review, "Removed")
    assert not part(review, "Added")


def test_a_fold_is_told_as_one_and_touches_nobodys_entry(branch: Reviewed) -> None:
    branch.git("switch", "--quiet", "main")
    branch.commit({DROP_IN: entry_text("Gamma"), "signatories.d/zeta.yml": entry_text("Zeta")})
    branch.begin("fold")
    assert branch.run("undersigned", "fold").returncode == 0
    branch.commit()
    review = branch.review()
    assert review.startswith("**Folds drop-ins into the register and changes no entry.**")
    assert "2 drop-ins moved into the register unchanged: `Gamma`, `Zeta`" in review
    assert not any(part(review, title) for title in ("Added", "Changed", "Removed"))


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
    assert "- `docs/about.md`\n- `docs/principles/draft.md`" in review


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
    assert "| endorse | 3 | 4 |" in review


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
