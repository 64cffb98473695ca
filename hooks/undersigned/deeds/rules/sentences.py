"""Rules about the sentence of a deed: one, of what was done, without praise or blame."""

from collections.abc import Iterator

from ...problem import Problem, Severity, quoted
from ...text.source import Entry
from ..judging_words import PRAISE, future_word, judging_words, sentences_in
from .context import RecordContext


def deeds_are_told_without_judgement(entry: Entry, _: RecordContext) -> Iterator[Problem]:
    """No word of praise or blame stands in a deed outside quotation marks; it is a warning."""
    if text := entry.get("deed"):
        for word in dict.fromkeys(judging_words(text.value)):
            what = "praise" if word in PRAISE else "blame"
            message = f"deed has {quoted(word)}, a word of {what}; leave it out, or put it between"
            message += " quotation marks if it is a source's"
            yield entry.problem(message, "deed")._replace(severity=Severity.WARNING)


def deeds_are_done(entry: Entry, _: RecordContext) -> Iterator[Problem]:
    """A deed is told in the past tense: what somebody announced is that it was announced."""
    text = entry.get("deed")
    if text and (word := future_word(text.value)):
        message = f"deed has {quoted(word)}, which tells what is to come; write what was done"
        yield entry.problem(message, "deed")._replace(severity=Severity.WARNING)


def deeds_are_one_sentence(entry: Entry, _: RecordContext) -> Iterator[Problem]:
    """A deed is told in one sentence; of several, each is probably a deed."""
    text = entry.get("deed")
    if text and (count := sentences_in(text.value)) > 1:
        message = f"deed has {count} sentences; write one, and for another deed another entry"
        yield entry.problem(message, "deed")._replace(severity=Severity.WARNING)
