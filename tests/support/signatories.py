"""Signatories for tests, as a register has them once every rule has passed."""

from collections.abc import Sequence

from undersigned.data.signatories import Record, records
from undersigned.data.statement import Origin
from undersigned.dates import StatedDate
from undersigned.model import Kind, Signatory
from undersigned.register.signatories import Register
from undersigned.views.register import RegisterView, register_view
from undersigned.views.words import Words

ORIGIN = Origin(
    "A statement", "A coalition", "https://coalition.example/x", "https://site.example/"
)


def signatory(name: str, **given: object) -> Signatory:
    """A company, unless told otherwise."""
    values: dict[str, object] = {
        "kind": Kind.COMPANY,
        "signed": StatedDate(2024, 5, 6),
        "version": "1.0",
        "country": "NO",
        "website": "https://acme.com",
        "evidence": "https://acme.com/news",
    }
    return Signatory(name=name, **(values | given))  # type: ignore[arg-type]


def recorded(*signatories: Signatory, site: str = ORIGIN.site, split: int = 500) -> list[Record]:
    """The records of a register of these."""
    seen = view(Register(signatories), "en_GB", ["1.0"], split)
    return records(seen.entries, seen.pages(), site)


def view(
    register: Register, locale: str, versions: Sequence[str], split: int = 500
) -> RegisterView:
    """A register as pages show it, in the language of a CLDR locale."""
    return register_view(register, Words(locale), versions, split)
