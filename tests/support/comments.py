"""The comments of a YAML text, found without this project's code."""

import re

import yaml


def comments(text: str) -> list[str]:
    """The comments as PyYAML leaves them: what is no token, sorted."""
    tokens = list(yaml.scan(text, Loader=yaml.SafeLoader))
    left, position = [], 0
    for token in tokens:
        if isinstance(token, yaml.ScalarToken):
            left.append(text[position : token.start_mark.index])
            position = token.end_mark.index
    found = re.findall(r"#[^\r\n]*", "\n".join([*left, text[position:]]))
    return sorted(each.rstrip() for each in found)
