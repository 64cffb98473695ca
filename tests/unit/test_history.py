"""A published text cannot be rewritten: lists of versions against the history that real git has."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from undersigned.git import HistoryError
from undersigned.problem import Severity
from undersigned.statement.history import history_of, rewritten
from undersigned.statement.version import digest

from tests.support.branches import Branch
from tests.support.files import plant

OLD, NEW = "1. Do no harm\n", "1. Do harm\n"
ADDRESS = "https://coalition.example/announced"


def settings(address: str = ADDRESS) -> str:
    return f"site_name: Any\nextra:\n  statement:\n    address: {address}\n"


def listed(*texts: str, published: str = "2023-03") -> str:
    """A list of versions 1.0, 1.1 and so on, of these texts."""
    return "\n".join(
        f'- version: "1.{number}"\n  published: {published}\n  sha256: {digest(text)}\n'
        for number, text in enumerate(texts)
    )


def site(*texts: str, address: str = ADDRESS, folder: str = "") -> dict[str, str]:
    """The files of a site that has published these texts."""
    files = {"mkdocs.yml": settings(address), "versions.yml": listed(*texts)}
    files |= {f"docs/principles/1.{number}.md": text for number, text in enumerate(texts)}
    return {f"{folder}{path}": text for path, text in files.items()}


class Site(Branch):
    """A site under git, held against its history."""

    def said(self, folder: str = "", **variables: str) -> list[str]:
        """What stops a check or a build of the site in a folder of the repository."""
        root = self.root / folder
        history = history_of(root, variables)
        assert history is not None
        return [
            each.message for each in rewritten(root, history) if each.severity is Severity.PROBLEM
        ]

    def less(self, **variables: str) -> list[str]:
        """What is a warning or a note."""
        history = history_of(self.root, variables)
        assert history is not None
        found = rewritten(self.root, history)
        return [str(each) for each in found if each.severity is not Severity.PROBLEM]

    def head(self) -> str:
        return self.git("rev-parse", "HEAD").strip()


@pytest.fixture
def branch(tmp_path: Path) -> Site:
    """A site whose version 1.0 has been published on main."""
    site_ = Site(tmp_path / "site")
    site_.root.mkdir()
    site_.git("init", "--quiet", "--initial-branch", "main")
    site_.commit(site(OLD))
    return site_


REWRITTEN = (
    f"version '1.0' was published with the sha256 {digest(OLD)[:12]}…, which stays as it is; put it"
    " and its text back, and publish other words as a new version"
)
GONE = "version '1.0' was published, and is no longer listed; put it back"


def test_what_was_published_is_green_and_so_is_another_version(branch: Site) -> None:
    assert branch.said() == []
    branch.commit(site(OLD, NEW))
    assert branch.said() == branch.less() == []


def test_a_text_that_is_rewritten_with_its_lock_is_found_before_and_after_it_is_pushed(
    branch: Site,
) -> None:
    plant(branch.root, site(NEW))
    assert branch.said() == [REWRITTEN]
    branch.commit()
    assert branch.said() == [REWRITTEN]
    branch.commit(site(OLD))
    assert branch.said() == []
    assert branch.less() == [
        f"versions.yml:1:1: note: version '1.0' had another text for a while, of the sha256"
        f" {digest(NEW)[:12]}…, as commit {branch.git('rev-parse', 'HEAD~1')[:10]} has it; who"
        " signed meanwhile may mean that one"
    ]


def in_several_commits(branch: Site) -> None:
    branch.commit({"docs/principles/1.0.md": NEW})
    branch.commit({"docs/more.md": "More\n"})
    branch.commit({"versions.yml": listed(NEW)})


def in_the_second_parent_of_a_merge(branch: Site) -> None:
    branch.begin("theirs")
    branch.commit(site(NEW))
    branch.git("switch", "--quiet", "main")
    branch.git("merge", "--quiet", "--no-ff", "--no-edit", "theirs")


def in_a_merge_itself(branch: Site) -> None:
    branch.begin("theirs")
    branch.commit({"docs/more.md": "More\n"})
    branch.git("switch", "--quiet", "main")
    branch.git("merge", "--quiet", "--no-ff", "--no-commit", "theirs")
    branch.commit(site(NEW))


def with_the_published_line_as_the_second_parent(branch: Site) -> None:
    branch.git("switch", "--quiet", "--orphan", "theirs")
    branch.commit(site(NEW))
    options = ("--allow-unrelated-histories", "--strategy", "ours", "--no-edit")
    branch.git("merge", "--quiet", *options, "main")
    branch.git("branch", "--force", "main")
    branch.git("switch", "--quiet", "main")


def with_the_published_line_as_the_second_parent_and_in_another_folder(branch: Site) -> None:
    branch.git("switch", "--quiet", "--orphan", "theirs")
    branch.commit(site(NEW, folder="site/"))
    options = ("--allow-unrelated-histories", "--strategy", "ours", "--no-edit")
    branch.git("merge", "--quiet", *options, "main")
    branch.git("mv", "site", "moved")
    branch.git("commit", "--quiet", "--amend", "--no-edit")
    branch.git("branch", "--force", "main")
    branch.git("switch", "--quiet", "main")
    branch.git("mv", *(f"moved/{each}" for each in ("docs", "mkdocs.yml", "versions.yml")), ".")
    branch.commit()


def behind_a_thousand_lists_in_folders_of_long_names(branch: Site) -> None:
    branch.commit(site(NEW))
    blob = branch.git("rev-parse", "HEAD:versions.yml").strip()
    deep = "/".join(["x" * 200] * 5)
    lists = "".join(f"100644 {blob}\t{number}/{deep}/versions.yml\n" for number in range(1200))
    command = ["git", "update-index", "--index-info"]
    subprocess.run(command, cwd=branch.root, input=lists, text=True, check=True)
    branch.git("commit", "--quiet", "--message", "x")
    branch.git("read-tree", "HEAD~1")
    branch.git("commit", "--quiet", "--message", "x")
    branch.begin("theirs")
    branch.commit({"docs/more.md": "More\n"})
    branch.git("switch", "--quiet", "main")
    branch.git("merge", "--quiet", "--no-ff", "--no-edit", "theirs")


def by_reverts(branch: Site) -> None:
    branch.commit(site(NEW))
    branch.git("revert", "--no-edit", "HEAD")
    branch.git("revert", "--no-edit", "HEAD")


def by_deleting_the_list_for_a_while(branch: Site) -> None:
    (branch.root / "versions.yml").unlink()
    branch.commit()
    branch.commit({"docs/more.md": "More\n"})
    branch.commit(site(NEW))


def by_deleting_the_settings_for_a_while(branch: Site) -> None:
    (branch.root / "mkdocs.yml").unlink()
    branch.commit({"versions.yml": "[]\n"})
    branch.commit(site(NEW))


def by_renaming_the_list_for_a_while(branch: Site) -> None:
    branch.git("mv", "versions.yml", "old-versions.yml")
    branch.commit()
    branch.git("mv", "old-versions.yml", "versions.yml")
    branch.commit(site(NEW))


def by_a_link_for_a_while(branch: Site) -> None:
    (branch.root / "versions.yml").rename(branch.root / "list.yml")
    (branch.root / "versions.yml").symlink_to("list.yml")
    branch.commit()
    (branch.root / "versions.yml").unlink()
    branch.commit(site(NEW))


def by_another_order(branch: Site) -> None:
    branch.commit(site(OLD, "1. Say so\n"))
    first, second = listed(NEW, "1. Say so\n").split("\n\n")
    branch.commit({"versions.yml": f"{second}\n{first}\n", "docs/principles/1.0.md": NEW})


def by_another_address_and_back(branch: Site) -> None:
    branch.commit({"mkdocs.yml": settings("https://other.example/")})
    branch.commit(site(NEW, address="https://other.example/"))
    branch.commit(site(NEW))


def by_a_list_that_cannot_be_read(branch: Site) -> None:
    branch.commit({"versions.yml": "- version: [\n"})
    branch.commit({"versions.yml": "\x00\udcff"})
    branch.commit(site(NEW))


def by_settings_that_cannot_be_read(branch: Site) -> None:
    branch.commit(site(NEW) | {"mkdocs.yml": "a: [\n"})
    branch.commit(site(NEW))


WAYS = (
    in_several_commits,
    in_the_second_parent_of_a_merge,
    in_a_merge_itself,
    with_the_published_line_as_the_second_parent,
    with_the_published_line_as_the_second_parent_and_in_another_folder,
    behind_a_thousand_lists_in_folders_of_long_names,
    by_reverts,
    by_deleting_the_list_for_a_while,
    by_deleting_the_settings_for_a_while,
    by_renaming_the_list_for_a_while,
    by_a_link_for_a_while,
    by_another_order,
    by_another_address_and_back,
    by_a_list_that_cannot_be_read,
    by_settings_that_cannot_be_read,
)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_a_push_to_main_that_rewrites_a_text_and_its_lock_is_found_out_however_it_is_hidden(
    branch: Site, way: Callable[[Site], None]
) -> None:
    way(branch)
    assert branch.git("status", "--porcelain") == ""
    assert REWRITTEN in branch.said()


@pytest.mark.parametrize(
    "address",
    [
        "'https://coalition.example/announced/'", "http://coalition.example/announced",
        "HTTPS://Coalition.Example/announced#top", "https://www.coalition.example/%61nnounced",
        "https://coalition.example:443/announced", "' https://coalition.example/announced '",
        "https://coalition.example/Announced", "https://coalition.example//announced",
        "https://coalition.example/x/../announced", "https://coalition.example/./announced/index.html",
        '"https://coalition.example/announced\\u200b"', '"https://coalition.example/ann\\tounced"',
        '"https://coalition.example/\\u00adannounced?"', "https://coalition.example./announced",
    ],
)  # fmt: skip
def test_another_spelling_of_the_address_makes_no_other_statement(
    branch: Site, address: str
) -> None:
    branch.commit(site(NEW, address=address))
    assert branch.said() == [REWRITTEN]


HIDDEN = {
    "a tag": "extra: {statement: {address: !ENV [X, 'https://other.example/']}}",
    "a second key": "extra: {statement: {address: https://other.example/, address: https://a.b/}}",
    "a tag of a key": "extra: {statement: {!ENV address: https://other.example/}}",
    "a merge": "a: &a {address: https://other.example/}\nextra: {statement: {<<: *a}}",
    "binary": "extra: {statement: {address: !!binary aHR0cHM6Ly9vdGhlci5leGFtcGxlLw==}}",
    "another file": "INHERIT: base.yml",
    "nothing": "extra: {statement: {address: ''}}",
    "no mapping": "extra: [1]",
    "no YAML": "extra: [",
    "a second document": "extra: {statement: {address: https://o.example/}}\n---\na: b\n",
}


@pytest.mark.parametrize("how", HIDDEN)
def test_where_the_address_is_not_plain_to_see_all_that_was_published_counts(
    branch: Site, how: str
) -> None:
    branch.commit(site(NEW) | {"mkdocs.yml": f"{HIDDEN[how]}\n"})
    assert branch.said() == [REWRITTEN]


def test_an_alias_is_the_address_that_it_stands_for(branch: Site) -> None:
    text = f"a: &a {ADDRESS}\nextra: {{statement: {{address: *a}}}}\n"
    branch.commit(site(NEW) | {"mkdocs.yml": text})
    assert branch.said() == [REWRITTEN]
    text = text.replace("coalition", "other")
    branch.commit(site(NEW) | {"mkdocs.yml": text})
    assert branch.said() == []


def test_the_address_that_the_engine_has_read_counts_and_not_a_decoy(branch: Site) -> None:
    branch.commit(site(NEW, address="https://decoy.example/"))
    history = history_of(branch.root, {}, ADDRESS)
    assert history is not None
    assert [each.message for each in rewritten(branch.root, history)] == [REWRITTEN]


def test_a_new_coalition_publishes_its_own_first_version(branch: Site) -> None:
    branch.commit(site(OLD, "1. Say so\n"))
    branch.commit(site(NEW, address="https://new.example/declared"))
    assert branch.said() == branch.less() == []
    branch.commit(site(OLD, address="https://new.example/declared"))
    assert len(branch.said()) == 1


def test_a_statement_that_has_moved_is_held_to_its_text_at_the_new_address_too(
    branch: Site,
) -> None:
    branch.commit(site(OLD, address="https://moved.example/"))
    branch.commit(site(NEW, address="https://moved.example/"))
    assert branch.said() == [REWRITTEN]


@pytest.mark.parametrize("merge", [("--no-ff",), ("--squash",)])
def test_a_digest_corrected_on_a_branch_before_its_merge_is_green(
    branch: Site, merge: tuple[str, ...]
) -> None:
    branch.begin("mine")
    branch.commit(site(OLD, "1. Typo\n"))
    branch.commit(site(OLD, "1. Right\n"))
    assert branch.said() == branch.less() == []
    branch.git("switch", "--quiet", "main")
    branch.git("merge", "--quiet", *merge, "mine")
    branch.commit()
    assert branch.said() == branch.less() == []
    branch.commit(site(OLD, "1. Typo\n"))
    assert len(branch.said()) == 1


def test_a_branch_that_lacks_what_main_has_published_since_removes_nothing(branch: Site) -> None:
    branch.begin("mine")
    branch.git("switch", "--quiet", "main")
    branch.commit(site(OLD, "1. Right\n"))
    branch.git("switch", "--quiet", "mine")
    assert branch.said() == []
    branch.commit(site(OLD, "1. Mine\n"))
    assert "version '1.1' was published with the sha256" in branch.said()[0]
    branch.git("reset", "--quiet", "--hard", "HEAD~1")
    branch.git("merge", "--quiet", "main")
    branch.commit(site(OLD))
    (branch.root / "docs/principles/1.1.md").unlink()
    assert branch.said() == [GONE.replace("1.0", "1.1")]


@pytest.mark.parametrize(
    ("versions", "said"),
    [
        ("[]\n", GONE),
        (listed(OLD).replace('"1.0"', '"1.0.0"'), GONE),
        (listed(OLD).replace('"1.0"', '"2.0"'), GONE),
        (
            listed(OLD, published="2023-04"),
            "version '1.0' was published on '2023-03', which stays as it is; put that date back",
        ),
        (listed(OLD).replace(digest(OLD), digest(NEW)), REWRITTEN),
        (listed(OLD).partition("  sha256")[0], REWRITTEN),
    ],
)
def test_no_version_is_removed_or_renumbered_and_none_has_another_date_or_digest(
    branch: Site, versions: str, said: str
) -> None:
    plant(branch.root, {"versions.yml": versions})
    assert branch.said() == [said]
    plant(branch.root, {"versions.yml": listed(OLD)})
    assert branch.said() == []
    branch.commit({"versions.yml": versions})
    assert said in branch.said()


def test_a_site_that_moves_within_its_repository_stays_what_it_is(branch: Site) -> None:
    branch.git("rm", "--quiet", "-r", ".")
    branch.commit(site(OLD, folder="a/site/"))
    assert branch.said("a/site") == []
    branch.git("rm", "--quiet", "-r", ".")
    branch.commit({"readme": "x"})
    branch.commit(site(OLD, address="https://other.example/", folder="b/"))
    branch.commit(site(NEW, folder="c/"))
    assert branch.said("b") == []
    assert branch.said("c") == [REWRITTEN]


def test_two_sites_of_one_repository_are_told_apart_by_their_addresses(branch: Site) -> None:
    branch.commit(site(NEW, address="https://other.example/", folder="other/"))
    assert branch.said() == branch.said("other") == []


@pytest.mark.parametrize(
    "files",
    [
        {"versions.yml": listed(NEW)},
        {"versions.yml": "- ["},
        site(NEW) | {"mkdocs.yml": "site_name: Any\n"},
        site(NEW) | {"mkdocs.yml": "a: ["},
    ],
)
def test_a_list_in_another_folder_is_of_this_statement_only_where_its_address_says_so(
    branch: Site, files: dict[str, str]
) -> None:
    branch.commit({f"tests/site/{path}": text for path, text in files.items()})
    assert branch.said() == branch.less() == []


def test_a_merge_of_many_and_one_of_the_published_line_into_a_local_one_are_green(
    branch: Site,
) -> None:
    for name in ("one", "two", "three"):
        branch.begin(name)
        branch.commit({f"docs/{name}.md": "More\n"})
    branch.git("switch", "--quiet", "main")
    branch.commit(site(OLD, "1. Say so\n"))
    branch.git("merge", "--quiet", "--no-edit", "one", "two")
    branch.git("switch", "--quiet", "three")
    branch.git("merge", "--quiet", "--no-edit", "main")  # as 'git pull' does
    branch.git("branch", "--force", "main")
    branch.git("switch", "--quiet", "main")
    assert branch.said() == branch.less() == []
    branch.commit(site(OLD, NEW))
    assert len(branch.said()) == 1


def test_a_second_parent_of_many_hides_nothing(branch: Site) -> None:
    for name, text in (("one", OLD), ("two", NEW)):
        branch.begin(name)
        branch.commit({f"docs/{name}.md": "More\n"} | site(text))
    branch.git("switch", "--quiet", "main")
    branch.git("merge", "--quiet", "--no-edit", "one", "two")
    assert branch.said() == [REWRITTEN]


def test_git_is_asked_as_often_for_many_commits_as_for_few(
    branch: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = 0
    run = subprocess.run

    def counting(*arguments: Any, **options: Any) -> Any:
        nonlocal asked
        asked += 1
        return run(*arguments, **options)

    def times() -> int:
        nonlocal asked
        asked = 0
        with monkeypatch.context() as patch:
            patch.setattr(subprocess, "run", counting)
            assert branch.said() == []
        return asked

    few = times()
    for number in range(20):
        branch.commit(site(OLD) | {"docs/more.md": f"{number}\n"})
    branch.commit(site(OLD) | {"versions.yml": f"# more\n{listed(OLD)}"})
    assert times() == few < 15


@pytest.mark.parametrize(
    "text",
    [
        f"- &a {{version: !!str 1.0, published: &d 2023-03, sha256: !x {digest(OLD)}}}\n",
        f"- version: '1.0'\n  more: yes\n  sha256: {digest(OLD).upper()}\n- <<: {{a: b}}\n",
        f"- version: '1.0'\n  sha256: {digest(OLD)}\n- [\n",
        f"- version: '1.0'\n  sha256: {digest(OLD)}\n- version: '1.1'\n  sha256: !!python/x:y z\n",
    ],
)
def test_a_former_list_counts_however_it_was_written(branch: Site, text: str) -> None:
    branch.commit(site(OLD, address="https://new.example/") | {"versions.yml": text})
    branch.commit(site(NEW, address="https://new.example/"))
    assert branch.said() == [REWRITTEN]


def test_a_former_list_that_cannot_be_read_is_reported_and_stops_nothing(branch: Site) -> None:
    (branch.root / "versions.yml").write_bytes(b"\xff\xfe\x00 nothing")
    branch.commit()
    commit = branch.head()
    branch.commit(site(OLD))
    assert branch.said() == []
    assert branch.less() == [
        f"versions.yml:1:1: note: as commit {commit[:10]} has it, it cannot be read whole; what it"
        " published is compared as far as it can be read"
    ]


def test_what_a_clone_replaces_or_grafts_hides_nothing(branch: Site) -> None:
    first = branch.head()
    branch.commit(site(NEW))
    branch.git("switch", "--quiet", "--orphan", "false")
    branch.commit(site(NEW))
    branch.git("replace", first, branch.head())
    branch.git("switch", "--quiet", "main")
    assert branch.said() == [REWRITTEN]
    branch.git("replace", "--delete", first)
    (branch.root / ".git/info").mkdir(exist_ok=True)
    (branch.root / ".git/info/grafts").write_text(f"{branch.head()}\n")
    assert branch.said() == [REWRITTEN]


def test_a_shallow_clone_says_that_the_check_could_not_be_made_until_it_has_the_history(
    branch: Site, tmp_path: Path
) -> None:
    branch.commit(site(NEW))
    origin = f"file://{branch.root}"
    branch.git("clone", "--quiet", "--depth", "1", origin, str(tmp_path / "clone"))
    clone = Site(tmp_path / "clone")
    assert clone.said() == []
    assert clone.less() == [
        "versions.yml:1:1: warning: cannot be held against all that was published: this clone is"
        " shallow; run 'git fetch --unshallow'"
    ]
    clone.git("fetch", "--quiet", "--unshallow")
    assert clone.less() == []
    assert clone.said() == [REWRITTEN]


def test_a_partial_clone_asks_no_network_and_says_what_to_fetch(
    branch: Site, tmp_path: Path
) -> None:
    branch.commit(site(NEW))
    branch.git("config", "uploadpack.allowFilter", "true")
    branch.git("config", "uploadpack.allowAnySHA1InWant", "true")
    origin = f"file://{branch.root}"
    branch.git("clone", "--quiet", "--filter=blob:none", origin, str(tmp_path / "clone"))
    clone = Site(tmp_path / "clone")
    assert clone.said() == []
    assert clone.less() == [
        "versions.yml:1:1: warning: cannot be held against all that was published: this clone lacks"
        " files of its history; run 'git fetch --refetch --no-filter'"
    ]
    clone.git("fetch", "--quiet", "--refetch", "--no-filter")
    assert clone.said() == [REWRITTEN]


def test_the_published_branch_is_the_default_one_of_the_remote_and_else_main(
    branch: Site, tmp_path: Path
) -> None:
    branch.git("branch", "--move", "trunk")
    branch.git("clone", "--quiet", str(branch.root), str(tmp_path / "clone"))
    clone = Site(tmp_path / "clone")
    clone.git("switch", "--quiet", "--create", "mine")
    clone.commit(site(OLD, "1. Typo\n"))
    clone.commit(site(OLD, "1. Right\n"))
    assert clone.said() == []
    clone.git("symbolic-ref", "--delete", "refs/remotes/origin/HEAD")
    assert len(clone.said()) == 1  # of what is known, HEAD is the published branch
    clone.git("branch", "main", "origin/trunk")
    assert clone.said() == []
    clone.git("branch", "--force", "main")
    assert len(clone.said()) == 1
    clone.git("update-ref", "refs/remotes/origin/main", "refs/remotes/origin/trunk")
    assert clone.said() == []
    clone.git("update-ref", "refs/remotes/origin/HEAD", "mine")  # a branch that is called so
    clone.git("tag", "origin/main", "mine")
    clone.git("tag", "refs/remotes/origin/HEAD", "mine")
    assert clone.said() == []


def test_what_a_push_would_publish_in_two_texts_is_a_warning_before_it_is_pushed(
    branch: Site, tmp_path: Path
) -> None:
    branch.git("clone", "--quiet", str(branch.root), str(tmp_path / "clone"))
    clone = Site(tmp_path / "clone")
    clone.commit(site(OLD, "1. Typo\n"))
    typo = clone.head()
    assert clone.less() == []
    clone.commit(site(OLD, "1. Right\n"))
    told = (
        f"versions.yml:7:11: warning: commit {typo[:10]}, which is not pushed yet, lists what this"
        " list does not; make one commit of both before you push, since what the published branch"
        " lists first stays"
    )
    assert clone.said() == []
    assert clone.less() == [told]
    clone.git("switch", "--quiet", "--create", "mine")
    assert clone.less() == []  # it is merged
    clone.git("switch", "--quiet", "main")
    clone.git("reset", "--quiet", "--soft", "origin/main")
    clone.git("commit", "--quiet", "--message", "x")
    assert clone.less() == []
    clone.commit(site(OLD, "1. Right\n", address="https://new.example/"))
    clone.commit(site(NEW, "1. Right\n", address="https://new.example/"))
    assert len(clone.less()) == 1


def test_a_host_may_name_the_published_branch_and_what_it_was_before(branch: Site) -> None:
    branch.git("switch", "--quiet", "--detach")
    published = branch.head()
    branch.git("branch", "--delete", "--force", "main")
    branch.commit(site(OLD, "1. Typo\n"))
    branch.commit(site(OLD, "1. Right\n"))
    assert len(branch.said(PUBLISHED_BRANCH="HEAD")) == 1
    assert branch.said(PUBLISHED_BRANCH=published) == []
    branch.git("switch", "--quiet", "--orphan", "main")
    branch.commit(site(NEW))
    assert branch.said() == []  # of a branch that was replaced whole, nothing is left
    assert branch.said(PUBLISHED_BRANCH=f"refs/heads/main {published}") == [REWRITTEN]
    with pytest.raises(HistoryError) as error:
        branch.said(PUBLISHED_BRANCH="gone")
    assert str(error.value).startswith("cannot tell what PUBLISHED_BRANCH 'gone' has published: ")


def test_a_published_line_merged_into_another_and_that_into_a_third_is_seen_by_what_was_before(
    branch: Site,
) -> None:
    before, options = branch.head(), ("--allow-unrelated-histories", "--strategy", "ours")
    for name, line in (("theirs", "main"), ("third", "theirs")):
        branch.git("switch", "--quiet", "--orphan", name)
        branch.commit(site(NEW))
        branch.git("merge", "--quiet", *options, "--no-edit", line)
    branch.git("branch", "--force", "main")
    branch.git("switch", "--quiet", "main")
    # As a branch that corrected itself before its merge looks: the history alone cannot tell.
    assert branch.said() == []
    assert branch.said(PUBLISHED_BRANCH=f"main {before}") == [REWRITTEN]


def test_without_a_repository_and_before_the_first_commit_there_is_nothing_to_compare(
    tmp_path: Path,
) -> None:
    plant(tmp_path, site(OLD))
    assert history_of(tmp_path, {}) is None
    new = Site(tmp_path)
    new.git("init", "--quiet", "--initial-branch", "main")
    assert new.said() == new.less() == []


def test_where_git_cannot_be_asked_the_check_says_so(
    branch: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(branch.root))
    assert branch.less() == [
        "versions.yml:1:1: warning: cannot be held against all that was published: git is not"
        " installed; install it"
    ]


def test_the_settings_of_a_user_change_nothing(
    branch: Site, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    branch.commit(site(NEW))
    config = tmp_path / "config"
    config.write_text(
        "[log]\n showRoot = false\n diffMerges = off\n[diff]\n relative = true\n noprefix = true\n"
        " renames = copies\n orderFile = /nowhere\n[core]\n quotePath = true\n abbrev = 7\n"
        "[color]\n ui = always\n"
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    assert branch.said() == [REWRITTEN]
