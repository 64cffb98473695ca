"""Rules about the sentence of a deed: one, of what was done, without praise or blame."""

from collections.abc import Iterator

from ...fields import Form
from ...names.no_names import is_no_value
from ...names.similarity import words_of
from ...problem import Problem, Severity, quoted
from ...register.rules.naming import is_placeholder, mixed_alphabets
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


def words_keep_to_one_alphabet(entry: Entry, context: RecordContext) -> Iterator[Problem]:
    """No word mixes Latin letters with those of other alphabets that look like them.

    A search finds no such word, and no list of words has it.
    """
    for name in context.kept.of_form(Form.TEXT):
        for text in entry.each(name):
            if not text.value.isascii() and (found := mixed_alphabets(text.value)):
                message = f"{name} {quoted(text.value)} mixes {found} in one word"
                yield entry.problem_at(text, f"{message}; write it in one script")


def deeds_are_sentences(entry: Entry, _: RecordContext) -> Iterator[Problem]:
    """A deed says who did what: in letters of ASCII, that is two words at least."""
    text = entry.get("deed")
    if text is None or not text.value.strip() or is_placeholder(text.value):
        return
    is_short = text.value.isascii() and len(words_of(text.value)) < 2
    if is_short or is_no_value(text.value):
        message = f"deed {quoted(text.value)} is no sentence; write what was done"
        yield entry.problem(message, "deed")


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
