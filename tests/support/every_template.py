"""A site that draws nearly all templates and words, in any language: its own are few and French."""

from undersigned.statement.version import digest

from .files import drawn
from .proofs import PUBLIC_KEY, SIGNED, kept, said
from .sites import with_settings

_VERSIONS = """\
--- versions.yml
- version: "1.0"
  published: 2023-03
  sha256: (lock)

- version: "1.1"
  published: 2024-05-06
  sha256: (lock)
--- docs/principles/1.0.md
1. Ne nuire à personne
2. Le dire à tous ceux qui le demandent
3. Rendre compte chaque année

Fait à Oslo.
--- docs/principles/1.1.md
1. Rendre compte chaque année
2. Ne nuire à personne, nulle part
3. Le dire à tous ceux qui le demandent

Fait à Tunis.

Sans réserve.
"""

_PAGES = """\
--- docs/index.md
---
template: undersigned/home.html
---
Voici ce que nous disons.
--- docs/principles/index.md
---
template: undersigned/text.html
---
# Le texte seul

\\statement
--- docs/principles/nuire.md
---
title: Nuire
principle: 1
template: undersigned/principle.html
---
# Ne nuire à personne

Mots.[@a] Un [mot](../glossaire.md#mot).[^1]

[^1]: Encore.
--- docs/principles/dire.md
---
title: Dire
principle: 2
template: undersigned/principle.html
key_points: [Premier point.]
history:
  - date: 2024-05-07
    change: Quelques mots.
---
# Le dire

Mots.
--- docs/principles/rendre.md
---
title: Rendre
principle: 3
template: undersigned/principle.html
---
# Rendre compte
--- docs/glossaire.md
---
title: Glossaire
template: undersigned/glossary.html
---
# Glossaire

## Mot

Ce qui se dit.
--- docs/lectures.md
---
title: Lectures
template: undersigned/readings.html
readings:
  - {source: a, minutes: 1, level: for everyone, words: Tout.}
  - {source: b, minutes: 20, level: technical in parts, words: Tout.}
  - {source: c, minutes: 20, level: technical, words: Tout.}
  - {source: d, minutes: 20, level: some law helps, words: Tout.}
---
# Lectures
--- docs/sign.md
---
template: undersigned/sign.html
---
# Signer

## Suite
--- docs/proof.md
# Serveurs
--- docs/data.md
---
template: undersigned/data.html
---
# Données
--- docs/cite.md
---
template: undersigned/cite.html
---
# Citer
--- docs/bibliography.md
# Sources
"""

_SOURCES = "--- references.bib\n" + "".join(
    f"@misc{{{key}, title = {{{{Source {key.upper()}}}}}, year = 2020,"
    f" url = {{https://{key}.example/page}}, urldate = {{2024-07-01}},"
    " archivedate = {2024-07-01},"
    f" archiveurl = {{https://web.archive.org/web/2024/https://{key}.example/page}}}}\n"
    for key in "abcd"
)

_REGISTER = """\
--- signatories.yml
- name: Acme
  kind: company
  country: NO
  website: https://acme.example
  signed: 2024-05-06
  evidence: https://acme.example/news
  endorses: "1.0"
  formerly:
    - Ancienne Acme
  identifiers:
    - wikidata:Q42

- name: Acme
  id: acme
  kind: company
  country: NO
  website: https://acme.example
  signed: 2024-07-06
  evidence: https://acme.example/more
  archived: https://web.archive.org/web/2024/https://acme.example/more
  endorses: "1.1"

- name: Beta Verein
  kind: association
  country: AT
  website: https://beta.example
  signed: 2024-07
  evidence: https://paper.example/beta
  part_of: acme
  statement: Nous aussi.
  endorses: "1.0"

- name: Ferme
  kind: nonprofit
  country: FR
  website: https://ferme.example
  signed: 2024-03
  evidence: https://ferme.example/news
  ended: 2025-02-03
  succeeded_by: beta-verein

- name: Gone
  kind: company
  country: NO
  website: https://gone.example
  signed: 2024-01-01
  evidence: https://gone.example/news
  withdrawn: 2025-02-03

- name: Jane Doe
  kind: individual
  affiliation: Universitet
  signed: 2024-08-09
  confirmed_by_email: 2024-08-10
"""

_DEEDS = """\
--- deeds.yml
- who: acme
  principle: 1
  date: 2025-05-06
  deed: Acte au grand jour.
  sources: a
  bearing: in-line
  notified: 2025-06-01
  reply: Rien à ajouter.
  replied: 2025-06-02
  reply_by_email: 2025-06-02

- who: acme
  principle: 2
  date: 2024-01-06
  deed: Acte de jadis.
  sources: b
  bearing: in-line
  notified: 2025-06-01

- who: beta-verein
  principle: 1
  looked: 2025-05-06
  found: nothing
  where:
    - Son site
  notified: 2025-06-01
"""

# As the package has them.
_PALETTE = """\
  palette:
    - scheme: default
      toggle: {icon: material/brightness-7, name: Switch to the dark page}
    - scheme: slate
      toggle: {icon: material/brightness-4, name: Follow the system’s choice}
"""
_HEADINGS = "{toc: {permalink: '#', permalink_title: A link to this section}}"

_CLAIMED = "    claimed: {count: 40, by: Autre, on: 2023-04, source: https://autre.example/liste}\n"


def every_template(language: str = "en", more: str = "") -> str:
    """The drawing of the site, with `more` lines in its settings."""
    settings = with_settings(
        {
            "  font: false\n": f"  font: false\n  language: {language}\n{_PALETTE}",
            "sane_lists]": f"sane_lists, {_HEADINGS}]",
            "    kind: official\n": "    kind: independent\n"
            "    repository: https://github.com/letter/site\n",
            "extra:\n": f"extra:\n  register:\n    named: [acme]\n{_CLAIMED}{more}",
        }
    )
    text = drawn(_VERSIONS)["docs/principles/1.1.md"]
    line = said(sha256=digest(text), address="https://small.example/principles/1.1.txt")
    copies = kept(line, "acme.example", key=PUBLIC_KEY, signature=SIGNED)
    proofs = "".join(f"--- {path}\n{held}" for path, held in copies.items())
    return settings + _VERSIONS + _PAGES + _SOURCES + _REGISTER + _DEEDS + proofs
