"""Write CITATION.cff anew, from mkdocs.yml and versions.yml.

`.venv/bin/python tools/citation.py`; a test says when it is time.
"""

import sys
from pathlib import Path

import yaml
from undersigned.problem import stopping
from undersigned.register.rules.context import latest_today
from undersigned.statement.cite import citation_file, cited
from undersigned.statement.edition import read_edition
from undersigned.statement.identity import read_statement
from undersigned.statement.versions import read_versions

ROOT = Path(__file__).resolve().parent.parent


def citation_file_of(root: Path) -> str:
    """What CITATION.cff of a site says now."""
    settings = yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    versions, problems = read_versions(root, latest_today())
    statement, wrong = read_statement(settings["extra"]["statement"])
    edition, wrong_edition = read_edition(settings["extra"].get("edition"))
    if statement is None or edition is None or stopping([*problems, *wrong]):
        sys.exit("\n".join(map(str, [*problems, *wrong, *wrong_edition])))
    return citation_file(cited(statement, edition, versions), edition)


if __name__ == "__main__":
    (ROOT / "CITATION.cff").write_text(citation_file_of(ROOT), encoding="utf-8", newline="\n")
