"""Forms of many texts, as lines of one, which costs a fraction of what each by itself would."""

from collections.abc import Callable, Sequence

from ..normal_forms import after_too_many_marks


class ByCharacter(dict[int, str]):
    """What each character becomes, by its code point, worked out when it is first met."""

    def __init__(self, becomes: Callable[[str], str]) -> None:
        super().__init__()
        self._becomes = becomes

    def __missing__(self, code: int) -> str:
        found = self[code] = self._becomes(chr(code))
        return found


def forms_of(texts: Sequence[str], form: Callable[[str], str]) -> list[str]:
    """The form of each text.

    A form keeps line feeds, and reads each line by itself; of ASCII it is made faster.
    """
    found = _of_lines([text if text.isascii() else "" for text in texts], form)
    others = [at for at, text in enumerate(texts) if not text.isascii()]
    for at, own in zip(others, _of_lines([texts[at] for at in others], form), strict=True):
        found[at] = own
    return found


def _of_lines(texts: Sequence[str], form: Callable[[str], str]) -> list[str]:
    lines = "\n".join(texts)
    if lines.count("\n") < len(texts) and not after_too_many_marks(lines):
        return form(lines).split("\n") if texts else []
    return [form(text) for text in texts]
