"""What the schema of CSL-JSON allows (csl-data.json, version 1.0.2, of 25 January 2023)."""

from collections.abc import Iterator, Mapping

from jsonschema import Draft7Validator

TYPES = (
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic"
    " collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic"
    " hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet"
    " paper-conference patent performance periodical personal_communication post post-weblog"
    " regulation report review review-book software song speech standard thesis treaty webpage"
)
PEOPLE = (
    "author chair collection-editor compiler composer container-author contributor curator director"
    " editor editorial-director executive-producer guest host illustrator interviewer narrator"
    " organizer original-author performer producer recipient reviewed-author script-writer"
    " series-creator translator"
)
DATES = "accessed available-date event-date issued original-date submitted"
NUMBERS = (
    "chapter-number citation-number collection-number edition first-reference-note-number issue"
    " locator number number-of-pages number-of-volumes page page-first part printing supplement"
    " volume id"
)
WORDS = (
    "DOI ISBN ISSN PMCID PMID URL abstract annote archive archive-place archive_collection"
    " archive_location authority call-number citation-key citation-label collection-title"
    " container-title container-title-short dimensions division event event-place event-title genre"
    " journalAbbreviation jurisdiction keyword language medium note original-publisher"
    " original-publisher-place original-title part-title publisher publisher-place references"
    " reviewed-genre reviewed-title scale section shortTitle source status title title-short"
    " version volume-title volume-title-short year-suffix"
)
_NAMES = "family given dropping-particle non-dropping-particle suffix literal"

_WORD, _NUMBER = {"type": "string"}, {"type": ["string", "number"]}
_SWITCH = {"type": ["string", "number", "boolean"]}


def _closed(properties: Mapping[str, object]) -> dict[str, object]:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _list_of(form: object, at_most: Mapping[str, int]) -> dict[str, object]:
    return {"type": "array", "items": form, **at_most}


_NAME = _closed(
    dict.fromkeys(_NAMES.split(), _WORD)
    | dict.fromkeys(["comma-suffix", "static-ordering", "parse-names"], _SWITCH)
)
_PARTS = _list_of(_NUMBER, {"minItems": 1, "maxItems": 3})
_DATE = _closed(
    {
        "date-parts": _list_of(_PARTS, {"minItems": 1, "maxItems": 2}),
        "season": _NUMBER,
        "circa": _SWITCH,
        "literal": _WORD,
        "raw": _WORD,
    }
)
_ITEM = _closed(
    {
        "type": {"type": "string", "enum": TYPES.split()},
        "custom": {"type": "object"},
        "categories": _list_of(_WORD, {}),
        **{name: _list_of(_NAME, {}) for name in PEOPLE.split()},
        **dict.fromkeys(DATES.split(), _DATE),
        **dict.fromkeys(NUMBERS.split(), _NUMBER),
        **dict.fromkeys(WORDS.split(), _WORD),
    }
)
SCHEMA = {"type": "array", "items": {**_ITEM, "required": ["type", "id"]}}


def faults_of(items: object) -> Iterator[str]:
    """What the schema of CSL-JSON does not allow, each with its place."""
    for error in Draft7Validator(SCHEMA).iter_errors(items):
        yield f"{'/'.join(map(str, error.path))}: {error.message}"
