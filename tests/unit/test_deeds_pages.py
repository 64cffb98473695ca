"""The pages of the record of deeds, as they are handed to an engine."""

from undersigned.build.output import Docs
from undersigned.deeds_pages import deeds_pages

from tests.support.recorded import deed, shown, site
from tests.support.signatories import signatory

ACME = signatory("Acme")


def test_the_page_of_all_leads_to_the_list_of_deeds_once_there_is_one() -> None:
    [empty] = deeds_pages(shown(site([ACME], [])))
    assert (empty.path, empty.navigable, empty.listed_in) == (
        *("signatories/deeds/index.md", True),
        "",
    )
    [waiting] = deeds_pages(shown(site([ACME], [deed("a", notified=None)])))
    assert waiting.listed_in == "deeds.yml"


def test_a_signatory_with_an_entry_has_a_page_of_which_no_file_takes_the_place() -> None:
    _, page = deeds_pages(shown(site([ACME, signatory("Bolt")], [deed("a")])))
    assert page.path == "signatories/deeds/acme/index.md"
    assert (page.docs, page.cites, page.navigable) == (Docs.NOTHING, True, False)
    assert page.listed_in == "deeds.yml"
    assert "[@paper]" in page.words
