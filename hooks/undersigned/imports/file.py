"""The file of a list, which may lie anywhere and be anything."""

import stat
from pathlib import Path

from ..gc_control import without_collecting
from ..problem import Problem
from ..text.source import MEBIBYTE
from .encodings import Decoded, decoded_list
from .objects import read_json
from .table import Table, read_csv

LARGEST = 64 * MEBIBYTE

_OF_TABLES = (".csv", ".tsv", ".tab", ".txt")


def read_list(file: Path, encoding: str = "") -> tuple[Table | None, list[Problem]]:
    """The table in a file of CSV or JSON, or none and the problem.

    The ending of its name says which it is, and else how its text begins.
    """
    path = str(file)
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            return None, [Problem(path, 1, 1, "is not a plain file; save the list as CSV")]
        if status.st_size > LARGEST:
            message = f"is larger than {LARGEST // MEBIBYTE} MiB; split the list"
            return None, [Problem(path, 1, 1, message)]
        content = file.read_bytes()
    except OSError as error:
        return None, [Problem(path, 1, 1, f"cannot be read: {error.strerror}; check the path")]
    except ValueError:  # a zero byte in the path
        return None, [Problem(path, 1, 1, "is no path of a file; check it")]
    decoded, problems = decoded_list(path, content, encoding)
    if decoded is None:
        return None, problems
    with without_collecting():
        return (read_json if _is_json(file, decoded) else read_csv)(path, decoded)


def _is_json(file: Path, decoded: Decoded) -> bool:
    ending = file.suffix.lower()
    begins = decoded.text.lstrip()[:1] in ("[", "{")
    return ending == ".json" or (begins and ending not in _OF_TABLES)
