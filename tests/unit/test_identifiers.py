"""Identifiers as they are copied from the registers that give them."""

import pytest
from undersigned.identifiers import fault_of

LEI = "INR2EJN1ERAN0W5ZP974"
VALID = [f"lei:{LEI}", "ror:05gzmn429", "wikidata:Q42"]
COPIED = [
    (f"LEI: {LEI}", f"lei:{LEI}"),
    (LEI, f"lei:{LEI}"),
    (f"lei:{LEI.lower()}", f"lei:{LEI}"),
    (f"https://search.gleif.org/#/record/{LEI}", f"lei:{LEI}"),
    ("https://ror.org/05gzmn429", "ror:05gzmn429"),
    ("ror:https://ror.org/05gzmn429", "ror:05gzmn429"),
    ("ROR:05GZMN429", "ror:05gzmn429"),
    ("05gzmn429", "ror:05gzmn429"),
    ("Q42", "wikidata:Q42"),
    ("wikidata:q42", "wikidata:Q42"),
    ("https://www.wikidata.org/wiki/Q42", "wikidata:Q42"),
    ("http://www.wikidata.org/entity/Q42", "wikidata:Q42"),
]


@pytest.mark.parametrize("identifier", VALID)
def test_an_identifier_in_its_own_form_has_no_fault(identifier: str) -> None:
    assert fault_of(identifier) == ""


@pytest.mark.parametrize(("copied", "meant"), COPIED)
def test_one_that_was_copied_in_another_form_is_offered_in_its_own(copied: str, meant: str) -> None:
    assert fault_of(copied) == f"is not written as identifiers are here; write '{meant}'"
    assert fault_of(meant) == ""


@pytest.mark.parametrize(
    "identifier",
    ["lei:INR2EJN1ERAN0W5ZP975", "ror:05gzmn428", "wikidata:42", "Q0", "duns:1", "", ":"],
)
def test_what_no_register_gives_is_not_guessed(identifier: str) -> None:
    assert (
        "copy it from the register" in (fault := fault_of(identifier)) or "write 'lei:…'" in fault
    )
