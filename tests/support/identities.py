"""Entries that an identity keeps from the register: each with what is there before it comes."""

from undersigned.format.canonical import canonical_entry, entry_of

from .registers import BARE_SITE

# A site whose statement has two versions and an id.
SITE = {
    **BARE_SITE,
    "mkdocs.yml": "site_name: Any\nextra:\n  statement:\n    id: do-no-harm\n",
    "versions.yml": (
        '- version: "1.0"\n  published: 2023-03\n  sha256: (lock)\n'
        '- version: "2.0"\n  published: 2024-04\n  sha256: (lock)\n'
    ),
    "docs/principles/2.0.md": "1. Do no harm at all\n",
}

Values = dict[str, str]


def company(name: str, host: str = "", **more: str) -> Values:
    """The entry of a company; its host is its name unless told otherwise."""
    site = f"https://{host or name.lower().replace(' ', '-')}.example"
    given = {"name": name, "kind": "company", "country": "NO", "website": site}
    return {**given, "signed": "2024-05-06", "evidence": f"{site}/news", **more}


def person(name: str, page: str = "https://pages.example/me", **more: str) -> Values:
    """The entry of an individual."""
    return {"name": name, "kind": "individual", "signed": "2024-05-06", "evidence": page, **more}


def register_of(*entries: Values) -> str:
    """The register with these entries."""
    return "\n".join(f"{canonical_entry(entry_of(values))}\n" for values in entries) or "[]\n"


BEFORE = {"signed": "2023-06"}
NORDVIK = [
    company(f"Nordvik {form}", f"nordvik-{form.lower()}", signed="2024-05-06", **more)
    for form, more in (
        ("AG", {}),
        ("AS", {"distinct_from": "nordvik-ag"}),
        ("Ltd", {"distinct_from": "nordvik-ag\nnordvik-as"}),
    )
]
LEI = "lei:INR2EJN1ERAN0W5ZP974"

# What the register has, and the entry that comes.
REFUSED: dict[str, tuple[list[Values], Values]] = {
    "two people of one name": ([person("Jane Doe")], person("Jane Doe", "https://j.example/2")),
    "a third of one name": (
        [person("Jane Doe"), person("Jane Doe", id="jane-doe-2")],
        person("Jane Doe", "https://j.example/3"),
    ),
    "an id that is another's": (
        [person("Jane Doe"), person("Jane Doe", id="jane-doe-2")],
        person("Jane Doe", "https://j.example/3", id="jane-doe-2"),
    ),
    "a hyphen behind the name": ([person("nsmith")], person("nsmith-", "https://n.example/2")),
    "a plus": ([company("Canal")], company("Canal+", "canal-plus")),
    "two pluses": ([company("C lang")], company("C lang++", "cpp")),
    "the longest slug": ([person("a" * 80)], person("a" * 80, "https://a.example/2")),
    "a slug that is too long": ([person("b" * 90)], person("b" * 90, "https://a.example/2")),
    "another alphabet": ([person("王小明")], person("王小明", "https://w.example/2")),
    "a legal form": ([company("Acme Ltd")], company("Acme AG", "acme-ch")),
    "the fourth of four legal forms": (NORDVIK, company("Nordvik SA", "nordvik-sa")),
    "letters that look alike": ([company("Paypal")], company("PaypaI", "other")),
    "one website": ([company("Acme")], company("Beta", "acme")),
    "a second version": ([company("Acme", **BEFORE)], company("Acme")),
    "a second version before": ([company("Acme")], company("Acme", id="acme", **BEFORE)),
    "a namesake before who gives no id": (
        [person("Jane Doe", id="jane-doe")],
        person("Jane Doe", "https://j.example/2", **BEFORE),
    ),
    "an earlier name before without an id": (
        [company("Beta", id="acme", formerly="Acme")],
        company("Acme", "acme", **BEFORE),
    ),
    "a name that was another's": (
        [company("Beta", formerly="Acme", **BEFORE)],
        company("Acme", "acme"),
    ),
    "a version twice": ([company("Acme")], company("Acme", "acme", id="acme")),
    "a return": (
        [company("Acme", withdrawn="2024-06-01")],
        company("Acme", "acme", id="acme"),
    ),
    "a new name": (
        [company("Acme", **BEFORE)],
        company("Beta", "beta", id="acme"),
    ),
    "a person with an organisation's id": ([company("Acme")], person("Acme", id="acme")),
    "an identifier": (
        [company("Acme", **BEFORE, identifiers=LEI)],
        company("Beta", "beta", identifiers=LEI),
    ),
    "a fact of the one before": (
        [company("Big"), company("Acme", **BEFORE, part_of="big")],
        company("Acme", id="acme"),
    ),
}
