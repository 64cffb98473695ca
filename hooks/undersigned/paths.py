"""What a site is made of, as paths from its root: the one list of them."""

from pathlib import Path

CONFIGURATION = "mkdocs.yml"
REGISTER = "signatories.yml"
DROP_INS = "signatories.d"
DEEDS = "deeds.yml"
DEED_DROP_INS = "deeds.d"
VERSIONS = "versions.yml"
BIBLIOGRAPHY = "references.bib"

# The one file that says how a site is served.
HOSTING = "netlify.toml"
ALLOWLIST = "links.yml"
PROOFS = "proofs"
SCHEMA = "signatories.schema.json"
DEEDS_SCHEMA = "deeds.schema.json"
PAGES = "docs"
GLOSSARY = f"{PAGES}/background/glossary.md"
# In a folder of this name beside pages are their figures, and at the root of a site their files.
FIGURES = "figures"

# What a site is made of besides its pages, its configuration and its code.
SOURCES = (REGISTER, DROP_INS, DEEDS, DEED_DROP_INS, VERSIONS, BIBLIOGRAPHY, ALLOWLIST, PROOFS)

# The schemas that editors use, by the files of entries and the folders of drop-ins.
_SCHEMAS = {
    REGISTER: SCHEMA, DROP_INS: SCHEMA, DEEDS: DEEDS_SCHEMA, DEED_DROP_INS: DEEDS_SCHEMA,
}  # fmt: skip

# Where the code of a site is: what runs when it is built.
HOOKS, TEMPLATES, WORKFLOWS = "hooks", "overrides", ".github"


def path_in_pages(path: str) -> str:
    """The path, in docs/, of a page whose path is given from the root of the site."""
    return path.removeprefix(f"{PAGES}/")


def root_of(place: Path) -> Path | None:
    """The nearest folder at or above a place that holds mkdocs.yml."""
    candidates = (place, *place.parents)
    return next((each for each in candidates if (each / CONFIGURATION).is_file()), None)


# Folders at the root of a site that hold no entries, or that tools make.
NO_ENTRIES = frozenset((
    HOOKS, TEMPLATES, PROOFS, "tests", "benchmarks", "tools", "watch", "site", "node_modules",
    "__pycache__",
))  # fmt: skip


def is_drop_in(name: str) -> bool:
    """Whether a file of this name in a folder of drop-ins is one."""
    return name.endswith(".yml") and not name.startswith(".")


def should_be_drop_in(name: str) -> bool:
    """Whether a file of this name in a folder of drop-ins has to be one: all but hidden ones."""
    return name != "README.md" and not name.startswith(".")


def schema_of(path: str) -> str:
    """The path of the schema that editors use for a file of entries; empty for any other file."""
    return _SCHEMAS.get(path.partition("/")[0], "")


def is_bibliography(path: str) -> bool:
    """Whether a file of this path is one of BibTeX."""
    return path.lower().endswith(".bib")


# The path, in docs/, of the page that lists every source that is cited.
SOURCES_PAGE = "bibliography.md"

# The path, in docs/, of the page that says what all signatories did.
RECORD_PAGE = "signatories/deeds/index.md"


def page_of_record(signatory: str) -> str:
    """The path, in docs/, of the page that says what a signatory, given by its id, did.

    It is a folder's, so that no id, not even 'index', makes another page's.
    """
    folder, _, name = RECORD_PAGE.rpartition("/")
    return f"{folder}/{signatory}/{name}"
