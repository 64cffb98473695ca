"""Evidence that lies under what a website claims, and all that only looks so."""

import pytest
from undersigned.evidence.language_paths import path_advice
from undersigned.evidence.location import location_of
from undersigned.evidence.ownership import is_own
from undersigned.evidence.shared_hosts import ALIASES, LISTS, OTHERS, ROOMS, SHARED_HOSTS
from undersigned.urls import registrable_domain

OWN = {
    # Registrable domains
    "the same host": ("https://acme.com/news/1", "https://acme.com"),
    "a subdomain of a domain that is www": ("https://news.www.no/a", "https://www.no/"),
    "www. and its apex": ("https://www.acme.com/a", "https://acme.com/"),
    "a subdomain that is no room": ("https://blogs.acme.com/x", "https://www.acme.com"),
    "a domain under a suffix of two labels": ("https://news.acme.co.uk/", "https://acme.co.uk"),
    "a site under a private suffix": ("https://acme.github.io/letter", "https://acme.github.io"),
    "case and full stop of the host": ("https://WWW.ACME.com./a", "https://acme.com"),
    "the default port in full": ("https://acme.com:443/a", "https://acme.com/"),
    "another port on both": ("https://acme.com:8443/a", "https://acme.com:8443/"),
    "an IDN in both spellings": ("https://xn--mnchen-3ya.de/x", "https://münchen.de"),
    "blogs of the register's own": (
        "https://blogs.microsoft.com/on-the-issues/2023/04/11/x/",
        "https://www.microsoft.com",
    ),
    "a routed page of the whole site": ("https://app.acme.com/#/news", "https://app.acme.com"),
    "a website that is the room itself": (
        "https://community.acme.com/t/1",
        "https://community.acme.com",
    ),
    "a website that is a known room itself": (
        "https://forums.acme.com/a",
        "https://www.forums.acme.com/",
    ),
    "a domain that is called as rooms are": ("https://news.forum.org/a", "https://forum.org"),
    # Paths
    "the path itself": ("https://uni.edu/~jane", "https://uni.edu/~jane/"),
    "a page below the path": ("https://uni.edu/~jane/letter", "https://uni.edu/~jane"),
    "a path in another encoding": ("https://uni.edu/%7Ejane/x", "https://uni.edu/~jane"),
    "hexadecimal digits in lower case": ("https://uni.edu/%c3%a4/x", "https://uni.edu/%C3%A4"),
    "letters beyond ASCII": ("https://uni.edu/ä/x", "https://uni.edu/%C3%A4"),
    "dot segments that end below": ("https://uni.edu/bob/../~jane/x", "https://uni.edu/~jane"),
    "a website given as index.html": (
        "https://uni.edu/~jane/x",
        "https://uni.edu/~jane/index.html",
    ),
    "a site given as its index": ("https://acme.com/news", "https://acme.com/index.php"),
    "a page as the website": ("https://uni.edu/jane.html", "https://uni.edu/jane.html"),
    "a query as the website": ("https://acme.com/?id=1", "https://acme.com/?id=1"),
    "a route below the route": ("https://app.acme.com/#/a/b", "https://app.acme.com/#/a"),
    # Accounts
    "a repository of the account": ("https://github.com/acme/letter", "https://github.com/acme"),
    "an account in another case": ("https://github.com/Acme/letter", "https://github.com/acme"),
    "a page of the company": (
        "https://www.linkedin.com/company/acme/about",
        "https://linkedin.com/company/acme",
    ),
    "a mirror by country": (
        "https://uk.linkedin.com/company/acme",
        "https://www.linkedin.com/company/acme/",
    ),
    "a publication on Substack": ("https://acme.substack.com/p/x", "https://acme.substack.com"),
    "a blog by its other form": ("https://tumblr.com/acme/1/x", "https://acme.tumblr.com"),
    "an author by the other form": ("https://acme.medium.com/x-1", "https://medium.com/@acme"),
    "a page of a blog that is named as rooms of forges are": (
        "https://acme.wordpress.com/issues/1",
        "https://acme.wordpress.com",
    ),
    "a post on x.com": ("https://x.com/acme/status/1", "https://x.com/acme"),
    "an account before the service's renaming": (
        "https://x.com/acme/status/1",
        "https://twitter.com/Acme",
    ),
    "a post on Mastodon": ("https://mastodon.social/@acme/1", "https://mastodon.social/@acme"),
    "a post on Mastodon by its other form": (
        "https://mastodon.social/users/acme/statuses/1",
        "https://mastodon.social/@acme",
    ),
    "a post on a server not in the list": ("https://m.acme.eu/@jo/1", "https://m.acme.eu/@jo"),
    "a post on Bluesky": (
        "https://bsky.app/profile/acme.com/post/1",
        "https://bsky.app/profile/acme.com",
    ),
    "a site of Google's": (
        "https://sites.google.com/view/acme/news",
        "https://sites.google.com/view/acme",
    ),
    "a page of a Facebook account": (
        "https://m.facebook.com/acme/posts/1",
        "https://www.facebook.com/acme",
    ),
    "a channel": ("https://www.youtube.com/@acme/videos", "https://youtube.com/@acme"),
    "the pages of who runs a host of subdomains": (
        "https://www.squarespace.com/blog/x",
        "https://squarespace.com",
    ),
    "an operator's own host": ("https://about.fb.com/news/x", "https://about.fb.com"),
    "an operator's own host beside documents": (
        "https://blog.dropbox.com/x",
        "https://blog.dropbox.com",
    ),
    "the front page itself": ("https://github.com/", "https://github.com"),
}

NOT_OWN = {
    # Registrable domains
    "another site": ("https://acme.org/a", "https://acme.com"),
    "a domain that ends alike": ("https://evilacme.com/", "https://acme.com"),
    "a domain that begins alike": ("https://acme.com.evil.com/", "https://acme.com"),
    "a neighbour under a suffix of two labels": ("https://b.co.uk/", "https://acme.co.uk"),
    "a neighbour under a private suffix": ("https://b.github.io/", "https://a.github.io"),
    "what lies under a public suffix": ("https://acme.github.io/", "https://github.io"),
    "a suffix above a domain that is www": ("https://no/a", "https://www.no/"),
    "what lies under www. as a domain": ("https://acme.com/", "https://www.com"),
    "another port": ("https://acme.com:8443/a", "https://acme.com"),
    "a user name that looks like the host": ("https://acme.com@evil.com/", "https://acme.com"),
    "a user name before the host": ("https://evil@acme.com/", "https://acme.com"),
    "a backslash that browsers read as a slash": (
        r"https://evil.com\.acme.com",
        "https://acme.com",
    ),
    "a page without encryption": ("http://acme.com/a", "https://acme.com"),
    "an encoded host": ("https://%61cme.com/", "https://acme.com"),
    "an encoded end of the host": ("https://evil.com%2F.acme.com/", "https://acme.com"),
    "a host that breaks off": ("https://[acme.com", "https://acme.com"),
    "ß beside ss": ("https://strasse.de/x", "https://straße.de"),
    "a letter that looks alike": ("https://асme.com/x", "https://acme.com"),
    # Rooms
    "a community": ("https://community.acme.com/t/1", "https://acme.com"),
    "a forum": ("https://forum.acme.com/1", "https://www.acme.com"),
    "forums below a product": ("https://forums.app.acme.com/1", "https://acme.com"),
    "answers": ("https://answers.microsoft.com/x", "https://www.microsoft.com"),
    "discussions": ("https://discussions.apple.com/x", "https://apple.com"),
    "a community in a hyphened name": ("https://dev-community.acme.com/1", "https://acme.com"),
    "a list's archive": ("https://lists.acme.org/x", "https://acme.org"),
    "a known room": (
        "https://techcommunity.microsoft.com/t5/x",
        "https://www.microsoft.com",
    ),
    "the site of a website that is a room": ("https://acme.com/", "https://forum.acme.com"),
    "a forum in the path": ("https://acme.com/forum/1", "https://acme.com"),
    "a forum below a language": ("https://acme.com/en/Forums/1", "https://acme.com"),
    "a home below the organisation's site": ("https://uni.edu/~bob/x", "https://uni.edu"),
    "an account on the organisation's own server": (
        "https://social.acme.com/@bob/1",
        "https://acme.com",
    ),
    "answers of users below a product": (
        "https://learn.acme.com/en-us/answers/1",
        "https://acme.com",
    ),
    "a discussion in the path": ("https://acme.com/Discussions/1", "https://acme.com"),
    "a forum on a subdomain": ("https://app.acme.com/forum/1", "https://acme.com"),
    "a home in another encoding": ("https://uni.edu/%7Ebob/x", "https://uni.edu"),
    "a home behind dot segments": ("https://uni.edu/a/../~bob", "https://uni.edu"),
    "an account of a server not in the list": ("https://m.acme.eu/@bob/1", "https://m.acme.eu"),
    "an account behind its route": ("https://m.acme.eu/#/@bob/1", "https://m.acme.eu"),
    "a document at the operator's": (
        "https://docs.google.com/document/d/1",
        "https://www.google.com",
    ),
    "a user's site at the operator's": ("https://sites.google.com/view/a", "https://google.com"),
    "a group at the operator's": ("https://groups.google.com/g/a/c/1", "https://google.com"),
    "a gist at the operator's": ("https://gist.github.com/acme/1", "https://github.com"),
    # Paths
    "the neighbour's path": ("https://uni.edu/~bob", "https://uni.edu/~jane"),
    "a path that begins alike": ("https://uni.edu/~janet", "https://uni.edu/~jane"),
    "the path above": ("https://uni.edu/", "https://uni.edu/~jane"),
    "another subdomain": ("https://news.uni.edu/~jane", "https://uni.edu/~jane"),
    "the path in another case": ("https://uni.edu/Jane/x", "https://uni.edu/jane"),
    "dot segments that lead out": ("https://uni.edu/~jane/../~bob", "https://uni.edu/~jane"),
    "encoded dots": ("https://uni.edu/jane/%2e%2E/bob", "https://uni.edu/jane"),
    "half-encoded dots": ("https://uni.edu/jane/.%2e/bob", "https://uni.edu/jane"),
    "dots encoded twice": ("https://uni.edu/jane/%252e%252e/bob", "https://uni.edu/jane"),
    "an encoded slash": ("https://uni.edu/jane%2F..%2Fbob", "https://uni.edu/jane"),
    "an encoded slash below": ("https://uni.edu/jane/..%2Fbob", "https://uni.edu/jane"),
    "an encoded backslash": ("https://uni.edu/jane/..%5Cbob", "https://uni.edu/jane"),
    "dots with a parameter": ("https://uni.edu/jane/..;/bob", "https://uni.edu/jane"),
    "dots after an empty name": ("https://uni.edu/jane//../bob", "https://uni.edu/jane"),
    "a path behind an empty name": ("https://uni.edu/bob//../jane", "https://uni.edu/jane"),
    "a home below a department": ("https://uni.edu/law/~bob", "https://uni.edu/law"),
    "a colleague's page beside it": ("https://uni.edu/bob.html", "https://uni.edu/jane.html"),
    "another query": ("https://acme.com/?id=2", "https://acme.com/?id=1"),
    "the path in a query": ("https://uni.edu/?/~jane/x", "https://uni.edu/~jane"),
    "the path in a fragment": ("https://uni.edu/~bob#/~jane", "https://uni.edu/~jane"),
    "another route": ("https://app.acme.com/#/b", "https://app.acme.com/#/a"),
    "a route that begins alike": ("https://app.acme.com/#!ab", "https://app.acme.com/#!a"),
    "a route of another kind": ("https://app.acme.com/#!a", "https://app.acme.com/#/a"),
    "a route with dot segments": ("https://app.acme.com/#/a/../b", "https://app.acme.com/#/a"),
    "a route that dot segments lead to": (
        "https://app.acme.com/#/b/../a",
        "https://app.acme.com/#/a",
    ),
    "a path that looks like a route": ("https://app.acme.com/%23/a", "https://app.acme.com/#/a"),
    "another language": ("https://acme.com/de/news", "https://acme.com/en/"),
    # Accounts
    "a post on LinkedIn": ("https://linkedin.com/posts/y", "https://linkedin.com/company/x"),
    "a post on LinkedIn in the account's name": (
        "https://www.linkedin.com/posts/acme_x-activity-1",
        "https://www.linkedin.com/company/acme",
    ),
    "a person called as the company": (
        "https://linkedin.com/in/acme",
        "https://linkedin.com/company/acme",
    ),
    "another account": ("https://github.com/other/letter", "https://github.com/acme"),
    "an account that begins alike": ("https://github.com/acme-x/y", "https://github.com/acme"),
    "an account behind dot segments": ("https://github.com/acme/../b/x", "https://github.com/acme"),
    "an account behind empty names": ("https://github.com//b/acme", "https://github.com/acme"),
    "another repository than the website's": (
        "https://github.com/acme/other",
        "https://github.com/acme/letter",
    ),
    "an issue that anybody opens": (
        "https://github.com/acme/letter/issues/1",
        "https://github.com/acme",
    ),
    "an issue in another case": ("https://github.com/acme/x/Issues/1", "https://github.com/acme"),
    "a forum below a blog": ("https://a.wordpress.com/forum/1", "https://a.wordpress.com"),
    "a group of the same name": ("https://t.me/s/acme/1", "https://t.me/s"),
    "what is reserved for the service": (
        "https://github.com/orgs/b/discussions/1",
        "https://github.com/orgs",
    ),
    "a proposal that anybody opens": (
        "https://gitlab.com/acme/letter/-/merge_requests/1",
        "https://gitlab.com/acme",
    ),
    "a fork's commit under the account": (
        "https://github.com/acme/letter/blob/0123456789abcdef0123456789abcdef01234567/README.md",
        "https://github.com/acme",
    ),
    "pages of the same name elsewhere": ("https://acme.github.io/x", "https://github.com/acme"),
    "a repository of the same name": ("https://github.com/acme/x", "https://acme.github.io"),
    "a gist of the same name": ("https://gist.github.com/acme/1", "https://github.com/acme"),
    "whatever lies on a bare host": ("https://github.com/readme/x", "https://github.com"),
    "an account on a bare host": ("https://medium.com/@acme/x", "https://medium.com"),
    "an account below a bare host": ("https://acme.wordpress.com/x", "https://wordpress.com"),
    "another blog": ("https://b.wordpress.com/x", "https://a.wordpress.com"),
    "a blog's subdomain": ("https://x.a.wordpress.com/", "https://a.wordpress.com"),
    "another publication": ("https://b.substack.com/p/x", "https://a.substack.com"),
    "a reader's view of any post": ("https://substack.com/home/post/p-1", "https://substack.com"),
    "another tumblr": ("https://b.tumblr.com/1", "https://a.tumblr.com"),
    "another neocity": ("https://b.neocities.org/", "https://a.neocities.org"),
    "another squarespace": ("https://b.squarespace.com/", "https://a.squarespace.com"),
    "another notion": ("https://b.notion.site/x", "https://a.notion.site"),
    "another workspace": ("https://www.notion.so/b/x", "https://www.notion.so/a"),
    "another handle": ("https://b.bsky.social/", "https://a.bsky.social"),
    "another server's account by a mirror": (
        "https://mastodon.social/@acme@evil.example/1",
        "https://mastodon.social/@acme",
    ),
    "a handle in another server's words": (
        "https://mastodon.online/@acme/1",
        "https://mastodon.social/@acme",
    ),
    "a publication called as an author": ("https://medium.com/acme/x", "https://medium.com/@acme"),
    "a channel of another case": (
        "https://youtube.com/channel/UCaB",
        "https://youtube.com/channel/UCAb",
    ),
    "a video": ("https://www.youtube.com/watch?v=1", "https://www.youtube.com/@acme"),
    "a mirror of the operator's host": (
        "https://de-de.facebook.com/acme/posts/1",
        "https://about.facebook.com",
    ),
    "a group on Facebook": (
        "https://facebook.com/groups/acme/posts/1",
        "https://facebook.com/groups",
    ),
    "a profile by number": (
        "https://facebook.com/profile.php?id=2",
        "https://facebook.com/profile.php?id=1",
    ),
    "another site of Google's": (
        "https://sites.google.com/view/b",
        "https://sites.google.com/view/a",
    ),
    "a document, even as the website": (
        "https://docs.google.com/document/d/1",
        "https://docs.google.com/document/d/1",
    ),
    "a petition": ("https://www.change.org/p/x/c/1", "https://www.change.org/p/x"),
    "an archived copy": (
        "https://web.archive.org/web/2024/https://acme.com/b",
        "https://web.archive.org/web/2024/https://acme.com/",
    ),
    "a page of an encyclopedia, even as the website": (
        "https://en.wikipedia.org/wiki/User:Jane/x",
        "https://en.wikipedia.org/wiki/User:Jane",
    ),
    "a channel on a subdomain of rooms": (
        "https://acme.slack.com/archives/1",
        "https://acme.slack.com",
    ),
    "another host of the operator's": (
        "https://apps.facebook.com/acme/x",
        "https://about.facebook.com",
    ),
    "an encyclopedia in another language": (
        "https://de.wikipedia.org/wiki/Acme",
        "https://en.wikipedia.org/wiki/Acme",
    ),
}


@pytest.mark.parametrize(("evidence", "website"), OWN.values(), ids=OWN)
def test_evidence_is_own_under_what_the_website_claims(evidence: str, website: str) -> None:
    assert is_own(evidence, website)


@pytest.mark.parametrize(("evidence", "website"), NOT_OWN.values(), ids=NOT_OWN)
def test_evidence_is_not_own_beside_what_the_website_claims(evidence: str, website: str) -> None:
    assert not is_own(evidence, website)


@pytest.mark.parametrize("room", sorted(ROOMS))
def test_no_room_for_users_is_the_organisations_word(room: str) -> None:
    assert not is_own(f"https://{room}.acme.com/a", "https://www.acme.com")
    assert is_own(f"https://{room}.acme.com/a", f"https://{room}.acme.com")


@pytest.mark.parametrize("host", sorted(SHARED_HOSTS))
def test_no_shared_host_by_itself_claims_an_account(host: str) -> None:
    for form in SHARED_HOSTS[host].replace("=", " ").split():
        other = f"https://{host}" + form.replace("*", "bob").replace("+", "bob")
        if form.startswith("*"):
            other = f"https://bob.{host}/a"
        assert not is_own(other, f"https://{host}"), other


@pytest.mark.parametrize(
    "host",
    [
        *("blogspot.com", "carrd.co", "github.io", "gitlab.io", "netlify.app", "notion.site"),
        *("pages.dev", "vercel.app", "webflow.io", "wixsite.com"),
    ],
)
def test_hosts_that_the_list_leaves_to_the_public_suffix_list_are_there(host: str) -> None:
    assert registrable_domain(f"www.acme.{host}") == f"acme.{host}"


def test_the_lists_are_sorted_without_duplicates_and_in_lower_case() -> None:
    lists = [hosts.split() for _, hosts in LISTS]
    lists.append([line.split()[0] for line in OTHERS.strip().splitlines()])
    for hosts in lists:
        assert hosts == sorted(hosts)
    everything = [host for hosts in lists for host in hosts]
    assert len(set(everything)) == len(everything) == len(SHARED_HOSTS)
    assert [each for each in everything if location_of(f"https://{each}/") is None] == []
    assert [each for each in everything if each != each.lower() or each.startswith("www.")] == []
    assert set(ALIASES.values()) <= set(everything)
    assert not set(ALIASES) & set(everything)


@pytest.mark.parametrize(
    ("website", "dropped"),
    [
        ("https://acme.com/en/", "/en/"),
        ("https://acme.com/en", "/en"),
        ("https://www.acme.com/en-gb/", "/en-gb/"),
        ("https://acme.com/pt_BR", "/pt_BR"),
        ("https://acme.com/zh-Hans-CN/", "/zh-Hans-CN/"),
        ("https://acme.com/us/en/", "/us/en/"),
        ("https://acme.com/de/index.html", "/de/index.html"),
        ("https://acme.com:8443/de/", "/de/"),
        ("https://acme.wordpress.com/fr/", "/fr/"),
    ],
)
def test_a_path_that_is_only_a_language_is_to_be_dropped(website: str, dropped: str) -> None:
    advice = path_advice(website)
    assert advice is not None
    assert f"'{dropped}'" in advice
    followed = advice.rpartition("give '")[2].removesuffix("'")
    assert path_advice(followed) is None
    assert followed == website.removesuffix(dropped) + "/"
    assert is_own(f"{followed}zz/news", followed)


@pytest.mark.parametrize(
    "website",
    [
        "https://acme.com",
        "https://acme.com/",
        "https://acme.com/index.html",
        "https://acme.com/group/",
        "https://acme.com/en/about",
        "https://acme.com/xx/",
        "https://acme.com/gb/",
        "https://acme.com/de/us/x",
        "https://acme.com/en/?a=b",
        "https://acme.com/~en/",
        "https://github.com/en",
        "https://medium.com/de",
        "http://acme.com/en/",
        "https://",
    ],
)
def test_any_other_path_is_left_as_it_is(website: str) -> None:
    assert path_advice(website) is None
