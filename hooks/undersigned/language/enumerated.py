"""Several things as a sentence has them, in any language."""

from collections.abc import Sequence

from .catalogue import Catalogue


def enumerated(names: Sequence[str], catalogue: Catalogue) -> str:
    """Names as a sentence has them: with 'and' before the last."""
    *others, last = names
    if not others:
        return last
    # Every name but the last is between commas; a language may have its own sign for that.
    before = catalogue.pgettext("between names", ", ").join(others)
    return catalogue.gettext("%(names)s and %(last)s", names=before, last=last)
