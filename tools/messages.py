"""Brings the catalogues of all languages up to date with what code and templates say.

Each `.po` of hooks/undersigned/language/ gets every message, in the order of the files that say
it; no translation is lost: one whose message is gone stays at the end, behind `#~`. To begin a
language, write its header into a new file, as the others have it.
"""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract
from undersigned.data import deeds, signatories
from undersigned.language.parts import NAMES, WHOLES, named, named_whole

ROOT = Path(__file__).parent.parent
LANGUAGES = ROOT / "hooks" / "undersigned" / "language"

# A message, or its forms for one and for several.
Said = str | tuple[str, ...]

# What says a message about the parts of a statement, and about the whole of it.
_OF_PARTS: Mapping[str, tuple[int, ...] | None] = {"part_gettext": None, "part_ngettext": (1, 2)}
_OF_WHOLES: Mapping[str, tuple[int, ...] | None] = {"whole_gettext": None}

# Where messages are, and what finds them there.
_CODE, _TEMPLATES = ROOT / "hooks" / "undersigned", ROOT / "overrides"
_METHODS = [("**.py", "python"), ("**.html", babel_extract), ("**.svg", babel_extract)]
_OPTIONS = {f"**.{kind}": {"newstyle_gettext": "true"} for kind in ("html", "svg")}


def extracted() -> Catalog:
    """All messages, each with the files that say it."""
    catalogue = Catalog(charset="utf-8")
    for path, message, context in sorted(_found(), key=lambda each: each[0]):
        catalogue.add(message, locations=[(path, 0)], context=context)
    return catalogue


def _found() -> Iterator[tuple[str, Said, str | None]]:
    for folder in (_CODE, _TEMPLATES):
        for keywords, made in (
            (DEFAULT_KEYWORDS, _alone),
            (_OF_PARTS, _of_each_part),
            (_OF_WHOLES, _of_each_whole),
        ):
            found = extract_from_dir(folder, _METHODS, _OPTIONS, keywords)  # type: ignore[arg-type]
            for name, _, message, _, context in found:
                path = (folder / name).relative_to(ROOT).as_posix()
                yield from ((path, each, context) for each in made(message))
    # Made of several parts, each of which other tools need as well.
    for module in (signatories, deeds):
        place = f"hooks/{module.__name__.replace('.', '/')}.py"
        yield from ((place, meaning, None) for _, meaning in module.meanings())


def _alone(message: Said) -> Iterator[Said]:
    yield message


def _of_each_part(message: Said) -> Iterator[Said]:
    """A message about the parts of a statement with each name that they may have."""
    for name in NAMES:
        if isinstance(message, str):
            yield named(message, name)
        else:
            yield tuple(named(each, name) for each in message)


def _of_each_whole(message: Said) -> Iterator[Said]:
    """A message that names a statement with each name that it may have."""
    if isinstance(message, str):
        yield from (named_whole(message, name) for name in WHOLES)


def updated(text: str, messages: Catalog) -> str:
    """A catalogue as its file has it, brought up to date; its header stays as it is."""
    header, _, _ = text.partition("\n\n")
    catalogue = read_po(BytesIO(text.encode()))
    for each in catalogue.obsolete.values():  # some may be said again
        catalogue.add(each.id, each.string, context=each.context)
    catalogue.obsolete.clear()
    catalogue.update(messages, no_fuzzy_matching=True, update_creation_date=False)
    written = BytesIO()
    write_po(written, catalogue, width=100, omit_header=True, include_lineno=False)
    # Babel ends some lines of places in a space.
    body = re.sub(r" +$", "", written.getvalue().decode(), flags=re.MULTILINE).strip("\n")
    return f"{header.rstrip()}\n\n{body}\n"


def main() -> None:
    """Write each catalogue, and say how many messages it lacks."""
    messages = extracted()
    for path in sorted(LANGUAGES.glob("*.po")):
        text = updated(path.read_text(encoding="utf-8"), messages)
        path.write_text(text, encoding="utf-8")
        read = read_po(BytesIO(text.encode()))
        lacking = sum(bool(each.id) and not is_translated(each.string) for each in read)
        print(f"{path.relative_to(ROOT)}: {len(read):,} messages, {lacking:,} to translate")


def is_translated(string: str | list[str] | tuple[str, ...] | None) -> bool:
    """Whether a message is translated, in all of its plural forms."""
    return bool(string) and all(string or ())


if __name__ == "__main__":
    main()
