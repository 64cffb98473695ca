"""Rules about replies: in a signatory's own words, and known to come from it."""

from collections.abc import Iterator

from ...problem import Problem, quoted
from ...register.rules.fields import fields_given
from ...text.source import Entry
from ...urls import bare_host, refusal
from ..fields import OF_REPLIES
from ..sources import is_own_of_any, websites_of
from .context import RecordContext
from .sourcing import FORMER_WEBSITE

# How a reply is known to come from the signatory.
_KNOWN_BY = OF_REPLIES[2:]


def replies_are_whole(entry: Entry, context: RecordContext) -> Iterator[Problem]:
    """A reply has its words and its date, and is known in one way."""
    given = fields_given(entry, context.kept)
    if "reply" not in given:
        for name in ("replied", *_KNOWN_BY):
            if name in entry.given:
                message = f"'{name}' is given without 'reply'; give the signatory's own words, or"
                yield entry.problem(f"{message} remove the line", name)
        return
    if "replied" not in given:
        message = "'reply' is given without 'replied'; give the day on which it replied"
        yield entry.problem(message, "reply")
    if given.isdisjoint(_KNOWN_BY):
        message = "nothing says that 'reply' is the signatory's; give 'reply_source', its address"
        message += " on the signatory's own site, or 'reply_by_email', the day on which it came"
        yield entry.problem(message, "reply")
    if entry.given >= set(_KNOWN_BY):
        message = "'reply_source' and 'reply_by_email' are both given; keep one of them"
        yield entry.problem(message, "reply_by_email")


def replies_are_of_one(entry: Entry, _: RecordContext) -> Iterator[Problem]:
    """Only an entry about one signatory has a reply: nobody speaks for another."""
    named = len(entry.each("who"))
    if "reply" in entry.given and named > 1:
        message = f"'reply' is given, and the entry is about {named} signatories"
        yield entry.problem(f"{message}; write an entry for the one that replied", "reply")


def replies_come_from_their_own_site(entry: Entry, context: RecordContext) -> Iterator[Problem]:
    """The address of a reply is under a website of the signatory, by the rule of evidence."""
    text, about = entry.get("reply_source"), context.about(entry)
    if text is None or len(about) != 1 or not text.value.strip() or refusal(text.value):
        return
    websites = websites_of(about[0])
    if not is_own_of_any(text.value, websites):
        hosts = dict.fromkeys(bare_host(each) for each in websites)
        site = f"that of {quoted(about[0].id)}, {' or '.join(hosts)}"
        message = f"reply_source {quoted(text.value)} is on another site than {site}"
        remedy = f"give the address at which it says so itself, {FORMER_WEBSITE}, or give"
        yield entry.problem(f"{message}; {remedy} 'reply_by_email' instead", "reply_source")
