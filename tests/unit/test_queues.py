"""Queues of redirect chains, one for each domain."""

from undersigned.links.answers import Answer
from undersigned.links.chains import RedirectChain
from undersigned.links.queues import AT_ONCE, Queues, Share
from undersigned.links.targets import Target


def chain(host: str, *, to: str = "") -> RedirectChain:
    """A chain from a host, which may have been sent to another already."""
    begun = RedirectChain(Target("https", host, 443, "/"))
    if to:
        begun.go_on(Answer(302, f"https://{to}/"))
    return begun


def order(queues: Queues) -> list[RedirectChain]:
    """The chains as their turns come, one after another."""
    found: list[RedirectChain] = []
    while queues:
        for each in queues.start():
            queues.end(each, asked=1)
            found.append(each)
    return found


def test_what_others_send_and_what_is_a_domains_own_take_turns() -> None:
    queues = Queues(Share())
    own = [chain("acme.example"), chain("www.acme.example"), chain("acme.example")]
    sent = [chain(f"a{number}.test", to="acme.example") for number in range(4)]
    for each in (*sent, *own):
        queues.add(each)
    assert order(queues) == [own[0], sent[0], own[1], sent[1], own[2], sent[2], sent[3]]


def test_what_goes_on_within_its_domain_goes_first() -> None:
    queues = Queues(Share())
    first, then = chain("acme.example"), chain("acme.example", to="www.acme.example")
    queues.add(first)
    queues.add(then)
    assert order(queues) == [then, first]


def test_a_domain_is_asked_one_thing_at_a_time_and_few_domains_at_once() -> None:
    queues = Queues(Share())
    for number in range(3 * AT_ONCE):
        queues.add(chain(f"www{number}.acme{number // 2}.example"))
    asked = list(queues.start())
    assert len({each.start.host.partition(".")[2] for each in asked}) == len(asked) == AT_ONCE
    assert list(queues.start()) == []
    queues.end(asked[0])
    assert len(list(queues.start())) == 1


def test_a_domain_is_refused_when_its_share_is_used_up() -> None:
    queues, one = Queues(Share(2, 10)), chain("acme.example")
    for seconds, left in ((4, 6), (5, 1)):
        queues.add(one)
        [_] = queues.start()
        assert queues.grant(one).refusal == ""
        queues.end(one, asked=1, seconds=seconds)
        assert queues.grant(one).seconds == left
    assert queues.grant(one).refusal == "2 addresses of acme.example were"
    assert queues.grant(chain("other.example")).refusal == ""
    queues = Queues(Share(2, 10))
    queues.add(one)
    [_] = queues.start()
    queues.end(one, asked=1, seconds=10.5)
    assert queues.grant(one).refusal == "acme.example had its 10 seconds"
