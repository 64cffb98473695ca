"""Domain names that are not plain ASCII: both of their forms, and which of them deceive.

They are read as browsers read them: by IDNA 2008 (RFC 5891) behind the mapping of UTS 46, which
does not take 'ß' for 'ss'. Those that a browser would not show in its letters are refused here.
"""

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import urlsplit

from .names.similarity import skeleton

_REMEDY = "give an address that looks like no other"

# Scripts that are written together (UTS 39, section 5.2, 'highly restrictive'), as the first words
# of the Unicode names of their letters.
_TOGETHER = (
    frozenset(("LATIN", "CJK", "HIRAGANA", "KATAKANA")),
    frozenset(("LATIN", "CJK", "BOPOMOFO")),
    frozenset(("LATIN", "CJK", "HANGUL")),
)

# Names of letters and marks that belong to no script, or to that of the letters beside them.
_OF_NO_SCRIPT = frozenset(("COMBINING", "MIDDLE", "MODIFIER", "ZERO"))
_RENAMED = {"IDEOGRAPHIC": "CJK", "KATAKANA-HIRAGANA": "KATAKANA", "EXTENDED": "ARABIC"}

# Letters of Latin script in living use (UTS 39, 'recommended'); phonetic ones are not among them.
_LATIN = re.compile(
    "[a-z\u00b7\u00df-\u00f6\u00f8-\u0137\u013a-\u0148\u014a-\u017e\u01a1\u01b0\u01ce-\u01dc"
    "\u01de-\u01ef\u01f5\u01f9-\u0217\u0219\u021b\u021f\u0227-\u0233\u0253\u0254\u0256\u0257\u0259"
    "\u025b\u0263\u0268\u0269\u0272\u0289\u028b\u1e00-\u1eff]"
)

# Marks that are written over and under letters, and draw no letter into another.
_MARKS = re.compile("[\u0300-\u0304\u0306\u0308-\u030c\u031b\u0323\u0327\u0328\u0331]")

# Kana and strokes that look like '/', '-' or a dot where no other such sign stands beside them.
_STROKES = re.compile("(?<![^a-z0-9-])[ノソゾンー丶丿](?![^a-z0-9-])")

# The top-level domains at which a name of these scripts is at home, whatever it looks like.
_AT_HOME = {
    "ARMENIAN": ("am",),
    "CYRILLIC": ("bg", "by", "kg", "kz", "mk", "mn", "rs", "ru", "su", "tj", "ua", "uz"),
    "GEORGIAN": ("ge",),
    "GREEK": ("cy", "gr"),
}


def is_plain(host: str) -> bool:
    """Whether a host is of ASCII letters, and stands for no others."""
    return host.isascii() and "xn--" not in host.lower()


def in_ascii(host: str) -> str:
    """The host as A-labels (RFC 5891), so that its Unicode and ASCII spellings are equal.

    What is no domain name stays as it is.
    """
    name = host.rstrip(".")
    if name.isascii():
        return name
    try:
        return ".".join(ascii_form for ascii_form, _ in _labels(name))
    except UnicodeError:
        return name


def shown(host: str) -> str:
    """The host as it is shown to people: in both forms where they differ.

    So ``müller.example (xn--mller-kva.example)`` stands for either of the two.
    """
    if is_plain(host):
        return host
    try:
        labels = list(_labels(host))
    except UnicodeError:
        return host
    ascii_form, letters = (".".join(form) for form in zip(*labels, strict=True))
    return letters if letters == ascii_form else f"{letters} ({ascii_form})"


def both_forms(address: str) -> str:
    """The host of an address as it is shown, where that is not as it stands; otherwise empty."""
    if not address.startswith("https://") or is_plain(address):
        return ""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return "" if (forms := shown(host)) == host else forms


def deception_in(host: str) -> str | None:
    """Why a host is no valid name, or looks like another, with the remedy; None if it is one."""
    if is_plain(host):
        return None
    try:
        labels = [letters for _, letters in _labels(host.rstrip("."))]
    except UnicodeError:
        return "has a host that is no valid domain name; copy it from the browser"
    for label in labels:
        if not label.isascii() and (found := _deceives(label, labels[-1])):
            return f"{found}; {_REMEDY}"
    return None


def _labels(host: str) -> Iterator[tuple[str, str]]:
    """The labels of a host, each as an A-label and as a U-label; raises where one is none."""
    # Imported late: its tables are large, and most registers never need them.
    import idna

    for label in idna.uts46_remap(host, std3_rules=False, transitional=False).split("."):
        if is_plain(label):
            yield label, label
        else:
            ascii_form = idna.alabel(label).decode()
            yield ascii_form, idna.ulabel(ascii_form)


def _deceives(label: str, top_level: str) -> str:
    """How one name of a host looks like another; empty where it does not."""
    scripts = {script: letter for letter in label[::-1] if (script := _script(letter))}
    if len(scripts) > 1 and not any(scripts.keys() <= each for each in _TOGETHER):
        first, second = sorted(scripts)[:2]
        mixed = f"{_named(first, scripts[first])} and {_named(second, scripts[second])}"
        return f"mixes {mixed} in one name of its host"
    strokes = "".join(_STROKES.findall(label))
    if sign := next((each for each in label if _is_odd(each) or each in strokes), ""):
        return f"has '{sign}' (U+{ord(sign):04X}) in its host, which looks like something else"
    alike, script = skeleton(label), next(iter(scripts), "")
    at_home = top_level in _AT_HOME.get(script, ()) or script in map(_script, top_level)
    if script != "LATIN" and alike.isascii() and alike and not at_home:
        return f"has {script.capitalize()} letters in its host that look like '{alike.lower()}'"
    return ""


def _script(letter: str) -> str:
    """The script of a letter, mark or digit, by its Unicode name; empty where it is of none."""
    if letter in "-0123456789":
        return ""
    script = unicodedata.name(letter, "").partition(" ")[0]
    return "" if script in _OF_NO_SCRIPT else _RENAMED.get(script, script)


def _is_odd(letter: str) -> bool:
    """Whether a Latin letter or a mark is in no name of a living language."""
    if _script(letter) == "LATIN":
        return not _LATIN.match(letter)
    return unicodedata.name(letter, "").startswith("COMBINING ") and not _MARKS.match(letter)


def _named(script: str, letter: str) -> str:
    return f"{script.capitalize()} '{letter}' (U+{ord(letter):04X})"
