"""Print the generator's own files for a site, as JSON: `python -m …own_files REQUIREMENT`.

Another version of the package asks for them, which knows no more of this one than that.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from ..paths import root_of
from ..statement.naming import texts_set_for
from .answers import Answers
from .files import owned


def own_files(root: Path, required: str) -> Mapping[str, str]:
    """The text of each file that is the generator's own in the site under a folder, by its path.

    `required` are the lines of requirements.txt that require the package.
    """
    # No name of the statement stands in them.
    return owned(Answers("", "", texts_in=texts_set_for(root).folder), required)


def main() -> None:
    """Print the files of the site at the working directory."""
    root = root_of(Path.cwd())
    if root is None:
        sys.exit("there is no mkdocs.yml here or above; run this in the folder of a site")
    print(json.dumps(own_files(root, sys.argv[1])))


if __name__ == "__main__":
    main()
