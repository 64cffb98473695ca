"""Registers for tests, in the form in which people write them."""

# As little as the command line needs of a site, beside a register.
BARE_SITE = {
    "mkdocs.yml": "site_name: Any\n",
    "versions.yml": '- version: "1.0"\n  published: 2023-03\n  sha256: (lock)\n',
    "docs/principles/1.0.md": "1. Do no harm\n",
    "references.bib": "",
}


def entry_text(name: str, host: str = "", more: str = "") -> str:
    """An entry that breaks no rule by itself; its host is its name unless told otherwise."""
    site = f"https://{host or name.lower().replace(' ', '-')}.example"
    return (
        f"- name: {name}\n  kind: company\n  country: NO\n  website: {site}\n"
        f"  signed: 2024-05-06\n  evidence: {site}/news\n{more}"
    )
