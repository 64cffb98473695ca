"""The one list of what keeps a site that builds from being finished, and true."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from ..problem import Problem
from ..statement.version import Version
from .leftovers import (
    no_other_statement_is_named,
    nobody_is_led_to_another_site,
    the_citation_is_of_this_statement,
)
from .menu import the_record_is_in_the_menu, the_sources_are_in_the_menu
from .pages import a_version_is_published, templates_lead_to_pages, the_text_is_shown
from .pictures import the_card_has_the_words_of_this_site, the_touch_icon_is_of_this_statement
from .placeholders import (
    addresses_are_no_examples,
    marked_words_are_replaced,
    nothing_stands_for_words_to_come,
)
from .python_versions import one_python_builds_the_site, the_project_takes_that_python
from .reading import SiteFiles, read_files
from .settings import (
    security_txt_has_not_expired,
    settings_name_hosts_that_are_there,
    somebody_answers_for_data,
    somebody_can_be_asked,
    the_site_has_an_address,
)

# That no entry is of another statement is a rule of the register, which every check asks.
RULES: tuple[Callable[[SiteFiles], Iterable[Problem]], ...] = (
    a_version_is_published,
    the_text_is_shown,
    templates_lead_to_pages,
    the_record_is_in_the_menu,
    the_sources_are_in_the_menu,
    somebody_can_be_asked,
    somebody_answers_for_data,
    the_site_has_an_address,
    settings_name_hosts_that_are_there,
    security_txt_has_not_expired,
    marked_words_are_replaced,
    nothing_stands_for_words_to_come,
    addresses_are_no_examples,
    the_citation_is_of_this_statement,
    nobody_is_led_to_another_site,
    no_other_statement_is_named,
    the_card_has_the_words_of_this_site,
    the_touch_icon_is_of_this_statement,
    one_python_builds_the_site,
    the_project_takes_that_python,
)


def unfinished(
    root: Path, versions: Sequence[Version], now: datetime, *, release: bool = False
) -> Iterator[Problem]:
    """What makes the site under a folder unfinished or false while it builds.

    What only the owner can fill in is a note, unless the site is to be released.
    """
    files = read_files(root, versions, now, release=release)
    for rule in RULES:
        yield from rule(files)
