"""The address of a page by its path, in both forms that an engine may serve pages in."""

import pytest
from mkdocs.structure.files import File
from undersigned.page_addresses import as_file, as_folder

PATHS = (
    "index.md", "sign.md", "principles/index.md", "principles/1.0.md", "principles/1.0/changes.md",
    "signatories/list/a-2.md", "signatories/list/0-9.md", "Über uns/Brüder & Söhne.md",
    "README.md", "principles/README.md", "a.markdown", "b/index.mkd", "readme.md",
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_the_engine_serves_each_page_at_the_address_that_the_package_gives(path: str) -> None:
    assert as_folder(path) == File(path, None, "site", use_directory_urls=True).url
    assert as_file(path) == File(path, None, "site", use_directory_urls=False).url


def test_a_folder_ends_with_a_slash_and_a_file_with_its_name() -> None:
    assert [as_folder(path) for path in PATHS[:4]] == [
        "./", "sign/", "principles/", "principles/1.0/",
    ]  # fmt: skip
    assert [as_file(path) for path in PATHS[:4]] == [
        "index.html", "sign.html", "principles/index.html", "principles/1.0.html",
    ]  # fmt: skip
