"""The headers of netlify.toml, path by path."""

import re
import tomllib

from .sites import REPOSITORY

CONFIGURATION = REPOSITORY / "netlify.toml"


def headers_of(path: str) -> dict[str, str]:
    """What the host sends with a path: of every rule that is for it, the last prevailing.

    In a rule `*` stands for the rest of the path and `:name` for one part of it (Netlify,
    'Custom headers'). Several values of one header are one, parted by commas.
    """
    rules = tomllib.loads(CONFIGURATION.read_text(encoding="utf-8"))["headers"]
    found: dict[str, str] = {}
    for rule in rules:
        if re.fullmatch(_expression(rule["for"]), path):
            found |= {
                name: ", ".join(value) if isinstance(value, list) else value
                for name, value in rule["values"].items()
            }
    return found


def _expression(pattern: str) -> str:
    escaped = re.escape(pattern).replace(r"/\*", "(?:/.*)?").replace(r"\*", ".*")
    return re.sub(r":\w+", "[^/]+", escaped)
