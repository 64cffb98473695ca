"""Where a site serves a page: the one place that makes an address of the page's path in docs/.

Static hosts serve pages in one of two forms, as folders or as files; a site has one of them for all
of its pages.
"""

from collections.abc import Callable
from posixpath import splitext
from urllib.parse import quote, unquote

# From the path of a page, such as ``principles/1.0.md``, to its address from the root of the site.
PageAddress = Callable[[str], str]

# The names of the page of a folder itself, as MkDocs has them (`File._get_stem`).
_INDEX = ("index", "README")


def as_folder(path: str) -> str:
    """The address of a page that is served as a folder: ``sign.md`` as ``sign/``.

    That of the first page is ``./``.
    """
    folder, _, name = splitext(path)[0].rpartition("/")
    parts = [part for part in (folder, "" if name in _INDEX else name) if part]
    return quote(f"{'/'.join(parts) or '.'}/")


def as_file(path: str) -> str:
    """The address of a page that is served as a file: ``sign.md`` as ``sign.html``."""
    folder, slash, name = splitext(path)[0].rpartition("/")
    return quote(f"{folder}{slash}{_INDEX[0] if name in _INDEX else name}.html")


def served_at(address: str) -> str:
    """The file that a host serves at an address, which counts from the root of the site."""
    path = unquote(address.partition("#")[0].partition("?")[0])
    path = path.removeprefix("./")
    return f"{path}index.html" if path.endswith("/") or not path else path
