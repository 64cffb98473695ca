"""Words of praise and of blame, which a record of facts leaves to those it quotes.

A short list of English words, compiled by hand in November 2026. Left out are those that also name
facts of this trade: 'strong' encryption, a 'critical' flaw, 'responsible' disclosure, a 'malicious'
program, a 'weak' password, 'best' practice.
"""

import re
from collections.abc import Mapping
from functools import cache

from ..names.similarity import skeleton
from ..normal_forms import nfkc

_PRAISE = """
admirable admirably amazing ambitious award-winning best-in-class bold boldly brave bravely
brilliant brilliantly commendable commendably courageous courageously cutting-edge decisive
decisively diligent diligently excellent exceptional exceptionally exemplary extraordinary famous
fantastic generous generously ground-breaking groundbreaking heroic heroically historic impressive
impressively industry-leading innovative invaluable landmark laudable market-leading meaningful
meaningfully noble outstanding pioneering praiseworthy promptly proud proudly remarkable remarkably
robust significant significantly state-of-the-art successful successfully superb swiftly tireless
tirelessly trailblazing tremendous unmatched unparalleled unprecedented unrivalled unwavering
visionary world-class world-leading
"""

_BLAME = """
abysmal alarming alarmingly appalling arrogant blatant blatantly brazen brazenly callous careless
carelessly complacent complicit corrupt cowardly cynical cynically deceitful deceptive deplorable
despicable disastrous disgraceful dishonest dishonestly dubious egregious evil flagrant flagrantly
greedy half-hearted hypocritical incompetent inept inexcusable infamous insincere irresponsible
irresponsibly laughable lax misguided nefarious negligent negligently notorious notoriously
outrageous pathetic poor poorly questionable reckless recklessly ruthless scandalous shady shameful
shamefully shameless shocking shockingly shoddy sinister sloppy so-called toothless troubling
unacceptable unconscionable unethical unforgivable unscrupulous woeful woefully worrying
"""

PRAISE, BLAME = frozenset(_PRAISE.split()), frozenset(_BLAME.split())
_HYPHENED = frozenset(word for word in PRAISE | BLAME if "-" in word)

# What says that something is to come, and not that it was done.
_FUTURE = re.compile(
    r"\b(?<!good )(?<!free )(?<!ill )(?<!its )(?<!the )(?<!their )will\b|\bshall\b"
    r"|\b(?:plans|intends|aims|hopes|expects|wants|promises|pledges) to\b"
    r"|\b(?:plan|intend|aim|hope|expect|want|promise|pledge) to\b"
    r"|\b(?:is|are) (?:going|planning|preparing|about) to\b"
)

# Between quotation marks; an apostrophe within a word is none.
_QUOTATION = re.compile(
    r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|\"[^\"]*\"|(?<!\w)‘.*?’(?!\w)|(?<!\w)'.*?'(?!\w)"
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DASHES = re.compile("[\u2010-\u2013\u2212]")

# Some write two words or more for one with hyphens; 'so called' may say what a thing is called.
_SPACED = re.compile(
    "|".join(rf"\b{word.replace('-', '[ -]')}\b" for word in sorted(_HYPHENED - {"so-called"}))
)

# What ends a sentence before another, and what stands before a full stop that ends none.
_END = re.compile(r"(\w*)[.!?…]+[)\]]*\s+(?=[(\[“‘\"']*[^\W\d_a-z])|[。！？]\s*(?=\w)")
_SHORTENED = frozenset((
    "al", "approx", "art", "bros", "ca", "cf", "co", "corp", "dr", "ed", "gen", "gov", "inc", "jr",
    "ltd", "mr", "mrs", "ms", "no", "nos", "p", "para", "plc", "pp", "prof", "rep", "sec", "sen",
    "sr", "st", "v", "vol", "vs", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept",
    "oct", "nov", "dec",
))  # fmt: skip


def unquoted(text: str) -> str:
    """A text with an ellipsis for what it quotes."""
    return _QUOTATION.sub("…", text)


def judging_words(text: str) -> list[str]:
    """The words of praise or blame that a text does not quote, in its order.

    One that is written with a capital within the text is part of a name. Letters that look like
    others, capitals throughout and spaces for hyphens hide none.
    """
    plain = _begun_small(_DASHES.sub("-", unquoted(text)))
    words = map(_seen, _WORD.findall(plain))
    spaced = (each[0].replace(" ", "-") for each in _SPACED.finditer(plain) if " " in each[0])
    return [*(word for word in words if word in PRAISE or word in BLAME), *spaced]


def _begun_small(text: str) -> str:
    """A text with its first letter small: the capital of a first word makes no name of it."""
    return f"{text[:1].lower()}{text[1:]}"


def _seen(word: str) -> str:
    """A word as readers see it: of one in other letters, that of the lists that it looks like."""
    if not word.isascii():
        return _looks().get(skeleton(nfkc(word)), word)
    return word.lower() if len(word) > 1 and word.isupper() else word


@cache
def _looks() -> Mapping[str, str]:
    return {skeleton(word): word for word in PRAISE | BLAME}


def future_word(text: str) -> str:
    """The first word that says what is to come, in what a text does not quote; empty if none."""
    plain = _begun_small(unquoted(text))
    found = _FUTURE.search(_WORD.sub(lambda word: _seen(word[0]), plain))
    return found[0] if found else ""


def sentences_in(text: str) -> int:
    """How many sentences a text has, those that it quotes not counted.

    A full stop behind a single letter or a usual abbreviation ends none.
    """
    ends = (match[1] or "" for match in _END.finditer(_QUOTATION.sub("Q", text)))
    return 1 + sum(not _is_shortened(word) for word in ends)


def _is_shortened(word: str) -> bool:
    return (len(word) == 1 and word.isalpha() and word != "Q") or word.lower() in _SHORTENED
