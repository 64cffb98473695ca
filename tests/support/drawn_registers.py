"""Registers of whatever the model allows, drawn by Hypothesis.

Among them are hostile texts, two versions endorsed, new names, twins, colleagues on one page,
companies that differ in their legal forms alone, and those that have ended, merged or withdrawn.
"""

from collections.abc import Iterable, Sequence

from hypothesis import strategies as st
from undersigned.fields import BETWEEN
from undersigned.format.annotated import AnnotatedList
from undersigned.format.canonical import canonical_text, entry_of
from undersigned.names.slug import slug

from .registers import BARE_SITE

# Those drawn are for this site, whose statement has two versions.
SITE = BARE_SITE | {
    "versions.yml": '- version: "1.0"\n  published: 2023-03\n  sha256: (lock)\n\n'
    '- version: "1.1"\n  published: 2024-03\n  sha256: (lock)\n',
    "docs/principles/1.1.md": "1. Do no harm at all\n",
}

Values = dict[str, str]

# The entries of each signatory: the first to be signed, then one for another version, if any.
Signatories = list[list[Values]]

# No two are alike, or nearly so.
_NAMES = [
    "Acme, Inc.", "=SUM Foundation", "'+Plus Company", "@handle collective", "Örebro universitet",
    "株式会社東京", "No", "12:30 Klub", "Quotes “and” \"more\" 'of them'", "Élan\u00a0Vital",
    "Semi;colon Group", "Łódź Øst", "Hash # mark", "منظمة الحقوق", "1984", "Yes & No",
    "Mind: the gap", "🦊 Fuchs e. V.", "-Dash and Dot-", "עמותת הגנה", "Robert \"Bob\" O’Hara",
]  # fmt: skip
_LEGAL_FORMS = ["Nordvik AG", "Nordvik AS", "Nordvik Ltd", "Nordvik SA"]
# Neither like the others nor like each other.
_NEW_NAMES = ["Zephyr", "Quorum, Ltd.", "#1 Beacon", "Umbra: dos", "Пламя", "Ñandú ⚡", "Jigsaw"]
_FORMER_NAMES = ["Alte Post", "O: Two", "'Three' and more", "Vier # 4", "- Five", "6", "Søvn"]
_IDS = ["off", "1e3", "0x1f", "12", "yes", "null-2", "a-b-c"]

_PIECES = [*"=+-@'\",;|# :\u00a0é", "n/a", "null", "1984", "  "]
TEXTS = st.lists(st.sampled_from(_PIECES), max_size=5).map(
    lambda them: f"={''.join(them)}."
) | st.sampled_from(
    ["- a: b # c", "NO", "1984", "'a' and \"b\"", "👩‍💻 ⚖️", "مرحبا، عالم", "{a: b}", "> a", "~",
     "%A", "''=1+1", "@all", "!x", "*a", "a\\n", "[1]", "? b", "0x1F", "0:30", "Ja, „wir“ auch"]
)  # fmt: skip
_PATHS = st.sampled_from(["/", "/news?a=b,c&d;e", "/#/route", "/a'b", ":8443/x", "/-"])
_ELSEWHERE = st.sampled_from(
    [
        "https://github.com/letter/issues/1",
        "https://www.linkedin.com/posts/x",
        "https://other.example/list",
    ]
)
_IDENTIFIERS = [
    ["wikidata:Q1", "lei:5493001KJTIIGC8Y1R12"], ["wikidata:Q42"], ["ror:05gzmn429"],
    ["lei:INR2EJN1ERAN0W5ZP974", "wikidata:Q7"],
]  # fmt: skip
_LAB = "https://lab.example/people"

_DATES = [
    ("2023-04", ""),
    ("2023-04-05", ""),
    ("2024-05", ""),
    ("2024-05-06", ""),
    ("2024-12-31", ""),
]
# Of both endorsements, the first to be signed first: the date, and the version if not by default.
_BOTH = [
    (("2023-04-05", ""), ("2024-05", "")),
    (("2023-04", "1.0"), ("2024-05-06", "1.1")),
    (("2024-05", ""), ("2024-05-06", "1.0")),
    (("2024-05-06", "1.0"), ("2024-05-06", "1.1")),
    (("2024-05-06", ""), ("2024-12-31", "1.0")),
]  # fmt: skip


@st.composite
def registers(draw: st.DrawFn) -> Signatories:
    """Up to six signatories; each names only those before it."""
    names = draw(st.lists(st.sampled_from(_NAMES), unique=True, max_size=5))
    forms = _LEGAL_FORMS[: draw(st.sampled_from([0, 0, 2, 3, 4]))]
    drawn: Signatories = []
    for number, name in enumerate((forms + names)[:6]):
        drawn.append(draw(_signatory(number, name, drawn, is_company=name in forms)))
    if 0 < len(drawn) < 6 and draw(st.booleans()):
        # A twin, who has the name of another.
        name = draw(st.sampled_from(drawn))[0]["name"]
        is_company = name in forms
        drawn.append(draw(_signatory(len(drawn), name, drawn, twin=True, is_company=is_company)))
    return drawn


@st.composite
def _signatory(
    draw: st.DrawFn,
    number: int,
    name: str,
    before: Signatories,
    *,
    is_company: bool = False,
    twin: bool = False,
) -> list[Values]:
    of_all = ["company", "public-body", "academic", "individual", "individual"]
    kinds = ["company", "association"] if is_company else of_all
    kind = draw(st.sampled_from(kinds))
    site = f"https://{chr(97 + number)}.example{draw(_PATHS)}"
    common = {"name": name, "kind": kind} | draw(_about(kind, site))
    chosen = _IDS[number] if twin or draw(st.booleans()) else ""
    ids = [_id_of_all(each) for each in before]
    is_renamed = draw(st.booleans())
    alike = [
        who
        for who, each in zip(ids, before, strict=True)
        if _are_alike(name, each, is_renamed=is_renamed, is_company=is_company)
    ]
    if alike:
        common["distinct_from"] = BETWEEN.join(alike)
    first, second = draw(st.sampled_from([(each, None) for each in _DATES] + _BOTH))
    entries = [common | draw(_endorsement(first, site))]
    if second:
        entries.append(common | draw(_endorsement(second, site)))
    if is_renamed:
        chosen = draw(_renaming(number, entries, chosen))
    _identify(entries, chosen, stated=draw(st.booleans()))
    _latest(entries).update(draw(_facts(number, kind, ids)))
    return entries


def _are_alike(name: str, other: Sequence[Values], *, is_renamed: bool, is_company: bool) -> bool:
    """Whether an id does not suffice to tell somebody of a name from another.

    It does not where names differ in their legal forms, nor where a name is another's former one.
    """
    if name == other[0]["name"] and (is_renamed or "formerly" in other[-1]):
        return True
    return is_company and other[0]["name"] in _LEGAL_FORMS


def _about(kind: str, site: str) -> st.SearchStrategy[Values]:
    """What concerns a signatory itself."""
    countries = st.sampled_from(["NO", "XK", "ZZ", "DE"])
    optional = {"sort_as": TEXTS.map("{} Oslo".format)}
    if kind != "individual":
        given = {"country": countries, "website": st.just(site)}
        return st.fixed_dictionaries(given, optional=optional)
    # One without a letter would name nobody.
    optional |= {"affiliation": TEXTS.map("{} Oslo".format), "country": countries}
    optional["website"] = st.sampled_from([_LAB, _LAB, site])
    return st.fixed_dictionaries({}, optional=optional)


@st.composite
def _endorsement(draw: st.DrawFn, dated: tuple[str, str], site: str) -> Values:
    """What concerns one endorsement."""
    signed, version = dated
    optional = {
        "statement": TEXTS,
        "listed": st.just("2025-02-03"),
        "withdrawn": st.sampled_from(["2025-06-07", "2025-06-08"]),
    }
    if version:
        entry = {"signed": signed, "endorses": version}
    else:
        entry = {"signed": signed}
        # To state what would be so by default changes nothing.
        optional["endorses"] = st.just(version_of(entry))
    if draw(st.sampled_from([True, True, False])):
        page = draw(st.just(f"{site.rstrip('/')}/page") | _ELSEWHERE)
        entry["evidence"] = page
        optional["archived"] = st.just(f"https://web.archive.org/web/{page}")
    else:
        entry["confirmed_by_email"] = "2025-01-02"
    return entry | draw(st.fixed_dictionaries({}, optional=optional))


@st.composite
def _renaming(draw: st.DrawFn, number: int, entries: list[Values], chosen: str) -> str:
    """Give the signatory another name, with one endorsement or with the second; the id it has."""
    last = entries[-1]
    if len(entries) == 1:
        former = _FORMER_NAMES[number]
    else:
        former, last["name"] = last["name"], _NEW_NAMES[number]
    # Not the name of another, who would be the same.
    others = st.lists(TEXTS.map(f"=Former {number} {{}}".format), max_size=2, unique=True)
    last["formerly"] = BETWEEN.join([former, *draw(others)])
    if "website" in last and draw(st.booleans()):
        last |= {"website_then": last["website"], "website": f"https://new-{number}.example"}
    return chosen or slug(former)


def _identify(entries: Sequence[Values], chosen: str, *, stated: bool) -> None:
    """Let the entries say whose they are: all but the first have to, and it may."""
    of_name = slug(entries[0]["name"])
    for entry in entries[not (stated or (chosen and chosen != of_name)) :]:
        entry["id"] = chosen or of_name


@st.composite
def _facts(draw: st.DrawFn, number: int, kind: str, others: Sequence[str]) -> Values:
    """What the latest entry says of the signatory and of others, which have these ids."""
    optional: dict[str, st.SearchStrategy[str]] = {}
    if number < len(_IDENTIFIERS):
        them = st.lists(st.sampled_from(_IDENTIFIERS[number]), min_size=1, unique=True)
        optional["identifiers"] = them.map(BETWEEN.join)
    if others:
        optional["part_of"] = st.sampled_from(others)
    if kind != "individual":
        optional["ended"] = st.sampled_from(["2025-08", "2025-08-09"])
    facts = draw(st.fixed_dictionaries({}, optional=optional))
    if others and "ended" in facts and draw(st.booleans()):
        facts["succeeded_by"] = draw(st.sampled_from(others))
    return facts


def _id_of_all(entries: Sequence[Values]) -> str:
    return entries[-1].get("id") or slug(entries[-1]["name"])


def version_of(entry: Values) -> str:
    """The version that an entry of `SITE` endorses; only a later month is certainly after 1.1."""
    return entry.get("endorses") or ("1.1" if entry["signed"] > "2024-03" else "1.0")


def _latest(entries: Sequence[Values]) -> Values:
    """The entry that says what is so today: the last signed, of a month its last day counts."""
    return max(entries, key=lambda each: (f"{each['signed']}-31"[:10], version_of(each)))


def entries_of(signatories: Signatories) -> list[Values]:
    """Every entry, those of one signatory one after the other."""
    return [entry for each in signatories for entry in each]


def register_text_of(entries: Iterable[Values]) -> str:
    """The register with these entries, in canonical form."""
    return canonical_text(AnnotatedList(tuple(map(entry_of, entries))))


def without_needless_ids(signatories: Signatories) -> list[Values]:
    """Every entry; the first of a signatory without the id that its name gives anyway.

    Published data have it in any case, so whoever reads them cannot tell whether it was stated.
    """
    kept = []
    for first, *others in signatories:
        needless = first.get("id") == slug(first["name"])
        kept += [{k: v for k, v in first.items() if k != "id" or not needless}, *others]
    return kept
