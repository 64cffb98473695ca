"""Redirects, followed for many addresses at once: within what is allowed, and what is done."""

import math
import threading
from collections.abc import Callable
from queue import SimpleQueue

import pytest
from undersigned.links.answers import Answer
from undersigned.links.chains import RedirectChain
from undersigned.links.queues import AT_ONCE, Share
from undersigned.links.redirects import Follower
from undersigned.links.targets import Target, target_of

from tests.support.progress import Account


def target(host: str, path: str = "/") -> Target:
    return Target("https", host, 443, path)


def moved(address: str) -> Answer:
    return Answer(301, address)


def follower(
    answers: Callable[[Target], Answer],
    after: Callable[[RedirectChain], RedirectChain | None] = lambda _: None,
) -> Follower:
    return Follower(lambda asked, _, __: answers(asked), Share(), math.inf, after=after)


def test_a_redirect_out_of_what_is_allowed_halts_and_one_within_is_followed() -> None:
    here, there = target("acme.example"), target("www.acme.example")
    both = frozenset((here, there))
    for goal, steps in ((there, 2), (target("www.acme.example", "/a"), 1)):
        answers = {here: moved(goal.address), there: Answer(200)}
        chain = RedirectChain(here, within=both)
        follower(answers.__getitem__).follow([chain])
        assert (chain.ended, len(chain.steps)) == (True, steps)
        halted = f"redirects to '{goal.address}'; have it served at its own address"
        assert chain.halted == ("" if steps == 2 else halted)


def test_what_comes_after_one_chain_is_asked_before_what_others_wait_for() -> None:
    order = list[str]()

    def answer(asked: Target) -> Answer:
        order.append(f"{asked.host}{asked.wanted}")
        return Answer(200)

    def after(chain: RedirectChain) -> RedirectChain | None:
        done = chain.start.wanted
        return RedirectChain(target(chain.start.host, f"{done}x")) if len(done) < 3 else None

    hosts = [f"a{number}.acme.example" for number in range(3)]
    follower(answer, after).follow([RedirectChain(target(each)) for each in hosts])
    assert order == [f"{host}{path}" for host in hosts for path in ("/", "/x", "/xx")]


def test_what_comes_after_is_asked_before_domains_whose_turn_has_not_come() -> None:
    order = list[str]()

    def answer(asked: Target) -> Answer:
        order.append(f"{asked.host}{asked.wanted}")
        return Answer(200)

    def after(chain: RedirectChain) -> RedirectChain | None:
        is_first = chain.start.wanted == "/"
        return RedirectChain(target(chain.start.host, "/x")) if is_first else None

    domains = [f"a{number}.example" for number in range(AT_ONCE + 1)]
    follower(answer, after).follow([RedirectChain(target(each)) for each in domains])
    before_last = order[: order.index(f"{domains[-1]}/")]
    assert [each for each in before_last if each.endswith("/x")]


def test_what_comes_after_is_left_like_all_else_when_the_run_is_stopped() -> None:
    following = RedirectChain(target("acme.example", "/b"))

    def answer(asked: Target) -> Answer:
        if asked == following.start:
            raise KeyboardInterrupt
        return Answer(200)

    def after(chain: RedirectChain) -> RedirectChain | None:
        if chain is following:
            return None
        raise KeyboardInterrupt

    run = follower(answer, after)
    first, second = RedirectChain(target("acme.example")), RedirectChain(target("b.example"))
    run.follow([first, second])
    assert run.stopped
    assert (first.ended, second.left) == (True, "the run was stopped")


# Two that lead to a third, three of one domain, one that is in no time, one that fails.
LEADING = {"https://a.example/": "https://c.example/", "https://b.example/": "https://c.example/"}
ALL = (
    *LEADING, "https://c.example/", "https://d.example/1", "https://d.example/2",
    "https://d.example/3", "https://late.example/", "https://wrong.example/",
)  # fmt: skip


def ask(target: Target, with_text: bool, seconds: float) -> Answer:
    if target.host == "wrong.example":
        raise RuntimeError
    if target.host == "late.example":
        return Answer(failure="took longer than 30 seconds", late=True)
    location = LEADING.get(target.address, "")
    return Answer(301 if location else 200, location)


def chain(address: str) -> RedirectChain:
    target = target_of(address)
    assert not isinstance(target, str)
    return RedirectChain(target)


@pytest.mark.parametrize("most", [20, 2, 1])
def test_each_address_is_done_once_wherever_it_leads_and_whether_or_not_it_is_asked(
    most: int,
) -> None:
    account = Account()
    account.begin(len(ALL))
    Follower(ask, Share(most, 60), math.inf, account).follow([chain(each) for each in ALL])
    account.end()
    assert account.counts == [len(ALL)]
    assert account.named[-1] == ""
    assert account.named[:2] == ["a.example", "a.example and 1 other"]


def test_what_comes_after_is_no_step_of_its_own() -> None:
    account = Account()
    account.begin(1)
    following = [RedirectChain(target("acme.example", path)) for path in ("/b", "/a")]

    def after(_: RedirectChain) -> RedirectChain | None:
        return following.pop() if following else None

    run = Follower(lambda *_: Answer(200), Share(), math.inf, account, after)
    run.follow([RedirectChain(target("acme.example"))])
    assert (account.counts, following) == ([1], [])


def test_what_the_run_has_no_time_for_is_not_done() -> None:
    account = Account()
    account.begin(len(ALL))
    Follower(ask, Share(), 0, account).follow([chain(each) for each in ALL])
    assert account.counts == [0]


def test_no_wait_is_so_long_that_an_interrupt_before_it_would_seem_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    waits = list[float]()

    class Waiting(SimpleQueue[object]):
        def get(self, block: bool = True, timeout: float | None = None) -> object:
            waits.append(math.inf if timeout is None else timeout)
            if len(waits) == 3:
                raise KeyboardInterrupt
            return super().get(timeout=0)

    monkeypatch.setattr("undersigned.links.redirects.SimpleQueue", Waiting)
    never = threading.Event()
    run = Follower(lambda *_: Answer(200) if never.wait() else Answer(500), Share(), math.inf)
    waiting = chain("https://acme.example/")
    run.follow([waiting])
    never.set()
    assert run.stopped
    assert waiting.left == "the run was stopped"
    assert max(waits) <= 1
