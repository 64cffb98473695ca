"""A small site whose signatories are documented to have done something, or not."""

from .registers import entry_text

# Three organisations and a person; one has withdrawn, and one has another's place.
REGISTER = "--- signatories.yml\n" + "\n".join(
    (
        entry_text("Acme"),
        entry_text("Beta & Sons", "beta"),
        entry_text("Core", more="  withdrawn: 2025-06-07\n"),
        entry_text("Dora", more="  ended: 2025-01-02\n  succeeded_by: acme\n"),
        entry_text("Edda"),
        # Its day is that of the build, which every notice precedes.
        "- name: Frida Ask\n  kind: individual\n  signed: 2026-03-04\n"
        "  confirmed_by_email: 2026-03-04\n",
    )
)


def deed(who: str, principle: int, date: str, words: str, source: str, more: str = "") -> str:
    """An entry of something done, in line with the principle unless told otherwise."""
    bearing = "" if "bearing:" in more else "  bearing: in-line\n"
    return (
        f"- who: {who}\n  principle: {principle}\n  date: {date}\n  deed: {words}\n"
        f"  sources: {source}\n{bearing}{more}"
    )


def search(who: str, principle: int, looked: str, where: str = "its reports") -> str:
    """An entry of a search that found nothing, of which the signatory was told."""
    return (
        f"- who: {who}\n  principle: {principle}\n  looked: {looked}\n  found: nothing\n"
        f"  where: {where}\n  notified: 2026-02-03\n"
    )


def source(key: str, address: str) -> str:
    """A source of the bibliography with an archived copy."""
    return (
        f"@online{{{key},\n  author       = {{Somebody}},\n"
        f"  title        = {{{{Account {key}}}}},\n"
        f"  date         = {{2025-05-06}},\n  url          = {{{address}}},\n"
        f"  archiveurl   = {{https://web.archive.org/web/20260110000000/{address}}},\n"
        "  archivedate  = {2026-01-10},\n}\n"
    )


ODD = (
    "  bearing: at-odds\n  notified: 2026-02-03\n  reply: We *closed* it, see @home.\n"
    "  replied: 2026-02-10\n  reply_source: https://acme.example/reply\n"
)
DEEDS = "--- deeds.yml\n" + "\n".join(
    (
        deed("acme", 1, "2024-01-02", "Named a seller <3 of *tools*.", "early"),
        deed("acme", 1, "2025-02-03", "Kept keys past their end.", "court", ODD),
        search("beta-sons", 1, "2026-01-15"),
        deed("beta-sons", 2, "2025-03-04", "Published a report.", "report"),
        deed("core", 2, "2025-04-05", "Spoke of it.", "spoken"),
        deed("dora", 1, "2024-06-07", "Wrote of it.", "wrote"),
    )
)
SOURCES = "--- references.bib\n" + "\n".join(
    (
        "@misc{a, title = {{A Source}}, year = 2020}\n",
        source("early", "https://acme.example/early"),
        source("court", "https://www.justice.gov/court"),
        source("report", "https://beta.example/report"),
        source("spoken", "https://core.example/spoken"),
        source("wrote", "https://dora.example/wrote"),
    )
)
PAGES = """\
--- docs/principles/first.md
---
title: First
principle: 1
---
# Do no harm

It is said elsewhere.[@a]
"""

DOCUMENTED = REGISTER + DEEDS + SOURCES + PAGES
