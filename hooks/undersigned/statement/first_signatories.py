"""First signatories, who sign before the text is published with their names beneath it.

A site that has them says since when by `extra.register.founding`; without it, a date before the
publication is taken for a mistake, which it mostly is.
"""

from datetime import date

import yaml

from ..dates import StatedDate, stated_date
from ..problem import Problem, setting_problem
from ..text.yaml_nodes import node_at, text_of_node
from .version import Version, may_be_signed

NAME = "founding"


def read_founding(given: object) -> tuple[StatedDate | None, list[Problem]]:
    """The date from which first signatories signed, if the site has any, or what is wrong."""
    if given is None:
        return None, []
    stated = stated_date(str(given)) if isinstance(given, str | date) else None
    if stated:
        return stated, []
    message = f"extra.register.{NAME} is no date; give the day or the month since which the first"
    return None, [setting_problem(f"{message} signatories signed, such as 2023-01")]


def founding_set_in(configuration: yaml.Node | None) -> StatedDate | None:
    """That date as a mkdocs.yml, given by its root, has it; none where it has no sound one."""
    text = text_of_node(node_at(configuration, "extra", "register", NAME))
    return stated_date(text.value) if text else None


def signed_before(version: Version, signed: StatedDate) -> bool:
    """Whether a signature is certainly older than the publication of a version."""
    return not may_be_signed(version, signed)


def may_found(
    first: Version, version: Version, signed: StatedDate, since: StatedDate | None
) -> bool:
    """Whether a signature of a version before its publication is that of a first signatory.

    Only the `first` version is signed so, and not before the date that the site gives.
    """
    return version is first and since is not None and signed.last_day >= since.first_day
