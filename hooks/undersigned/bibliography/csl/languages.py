"""The language of a source as CSL has it."""

from ..style.languages import code_of, languages_in
from .fields import Fields


def language_of(fields: Fields) -> tuple[str, dict[str, str]]:
    """The code of the first language of a source, and all of several as they are written."""
    written = fields.take("language", "langid", "hyphenation")
    if not written:
        return "", {}
    first, *further = map(code_of, languages_in(written) or [written])
    for name in ("langid", "hyphenation"):
        if code_of(fields.raw(name)).partition("-")[0] == first.partition("-")[0]:
            fields.use(name)
    return first, {"language": written} if further else {}
