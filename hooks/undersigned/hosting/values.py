"""What headers, patterns of paths and targets may hold, so that every server reads them alike."""

import re
from urllib.parse import unquote

# RFC 9110, 5.6.2: a token.
_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
# RFC 9110, 5.5, without what is obsolete.
_VALUE = re.compile(r"[\x20-\x7e]+")

# RFC 3986, 3.3: what a path has, and '*' and ':name', which stand for more.
_IN_PATHS = r"[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2}"
_PATH = re.compile(rf"/(?!/)(?:{_IN_PATHS})*")
_TARGET = re.compile(
    rf"(?:/(?!/)|https?://[A-Za-z0-9])(?:{_IN_PATHS})*(?:\?(?:{_IN_PATHS}|\?)*)?"
    rf"(?:#(?:{_IN_PATHS}|\?)*)?"
)
# A line break in a path would end the line of a header that repeats it.
_ENCODED_CONTROL = re.compile(r"%(?:[01][0-9A-Fa-f]|7[Ff])")

_ENCODED = re.compile(r"(?:%[0-9A-Fa-f]{2})+")

_PLACEHOLDER = re.compile(r":[A-Za-z]\w*", re.ASCII)


def fault_of_name(name: str) -> str:
    """Why a text is no name of a header; empty if it is one."""
    return "" if _NAME.fullmatch(name) else "is no name of a header; take letters and hyphens"


def fault_of_value(value: str) -> str:
    """Why a text, without space around it, is no value of a header; empty if it is one."""
    if not value:
        return "is empty; give a value, or remove the header"
    if not _VALUE.fullmatch(value):
        return "has a line break, a control character or one beyond ASCII; remove it"
    return ""


def fault_of_path(path: str) -> str:
    """Why a text is no pattern of paths; empty if it is one."""
    if not path.startswith("/") or path.startswith("//"):
        return "does not begin with one slash; give a path of the site"
    if not _PATH.fullmatch(path):
        return "has a character that no path has; write it encoded, such as %20 for a space"
    if _ENCODED_CONTROL.search(path):
        return "has an encoded control character; remove it"
    if any(not _is_utf_8(each[0]) for each in _ENCODED.finditer(path)):
        return "has encoded bytes that are no UTF-8; encode the characters of its name so"
    return ""


def _is_utf_8(encoded: str) -> bool:
    try:
        unquote(encoded, errors="strict")
    except UnicodeDecodeError:
        return False
    return True


def fault_of_target(target: str) -> str:
    """Why a text is no place that a redirect leads to; empty if it is one."""
    if not re.match(r"/(?!/)|https?://", target):
        return "is neither a path of the site nor begins with https://; give one of both"
    if not _TARGET.fullmatch(target):
        return "has a character that no address has; write it encoded, such as %20 for a space"
    if _ENCODED_CONTROL.search(target):
        return "has an encoded control character; remove it"
    return ""


def tidied_value(value: str) -> str:
    """A value as Netlify sends it: without space around, and with one behind each comma."""
    return re.sub(r"\s*,\s*", ", ", value.strip())


def in_quotes(text: str) -> str:
    """A word of a configuration: what begins a variable there cannot be written so."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def is_exact(path: str) -> bool:
    """Whether a pattern is one path alone."""
    return "*" not in path and not any(part.startswith(":") for part in path.split("/"))


def uses_matched(target: str) -> bool:
    """Whether a target repeats what a pattern matched, such as `:splat`."""
    path = re.sub(r"^https?://[^/]*", "", target)
    return bool(_PLACEHOLDER.search(path))


def expression_of(path: str, slash: bool = False) -> str:
    """The regular expression, as PCRE and Python read it, of the decoded paths of a pattern.

    `*` stands for the rest of the path, `/*` also for its absence, and `:name` for one part of it
    (Netlify, 'Custom headers'). With `slash`, one more or less at the end makes no difference.
    """
    parts = path.removeprefix("/").split("/")
    ends = "/?" if slash and not path.endswith("*") else ""
    if slash and parts[-1] == "":
        parts = parts[:-1]
    found = "".join("(?:/.*)?" if part == "*" else f"/{_of_part(part)}" for part in parts)
    return f"^{found or '/'}{ends if found else ''}$"


def _of_part(part: str) -> str:
    if part.startswith(":"):
        return "[^/]+"
    return ".*".join(_literal(unquote(each)) for each in part.split("*"))


def _literal(text: str) -> str:
    """A text as an expression for it alone; a character in brackets is special nowhere else."""
    return re.sub(r"[^A-Za-z0-9/_~-]", lambda found: _bracketed(found[0]), text)


def _bracketed(character: str) -> str:
    if not character.isascii():
        return character
    # Not every configuration has an escape for a quotation mark.
    return rf"\x{ord(character):02x}" if character in "^\\[\"'" else f"[{character}]"
