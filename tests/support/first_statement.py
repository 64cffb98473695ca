"""What this repository's own statement is called: no other site may say any of it.

Here, and in tests/site/, tests name it; those of the generator only look for what may not be there.
"""

import re

# Its subject, who wrote it and who gathers this edition of it, and some whom they speak of.
WORDS = re.compile(
    r"mercenar|tech ?accord|\baccord\b|cybertech|principles annotated|microsoft|spyware"
    r"|netlify\.app",
    re.IGNORECASE,
)

# The names alone, since a source that a test cites may be about the same subject.
NAMES = re.compile(
    r"tech ?accord|cybertech|curb cyber|cyber-mercenar|principles annotated", re.IGNORECASE
)
