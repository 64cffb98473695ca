"""Signatories for tests, as a register has them once every rule has passed."""

import json
from collections.abc import Iterable, Mapping, Sequence

from undersigned.data.signatories import Values, added, as_json, stated
from undersigned.data.statement import Origin
from undersigned.dates import StatedDate
from undersigned.evidence.grades import Grade, grade_of
from undersigned.fields import Kind
from undersigned.model import Endorsement, Signatory
from undersigned.names.slug import slug
from undersigned.proofs.copies import Copy, copy_of
from undersigned.register.settings import RegisterSettings
from undersigned.register.signatories import Register
from undersigned.views.register import RegisterView, register_view
from undersigned.views.words import Words

Copies = Mapping[str, Copy]
NONE: Copies = {}

ORIGIN = Origin(
    "A statement", "A coalition", "https://coalition.example/x", "https://site.example/"
)


def endorsement(name: str, **given: object) -> Endorsement:
    """One of a company, unless told otherwise."""
    values: dict[str, object] = {
        "kind": Kind.COMPANY,
        "signed": StatedDate(2024, 5, 6),
        "version": "1.0",
        "signatory": given.get("id") or slug(name),
        "country": "NO",
        "website": "https://acme.com",
        "evidence": "https://acme.com/news",
    }
    values |= given
    website = values.get("website_then") or values["website"]
    values["grade"] = grade_of(
        values["evidence"],  # type: ignore[arg-type]
        website,  # type: ignore[arg-type]
        individual=values["kind"] is Kind.INDIVIDUAL,
    )
    if values.get("proved"):
        values["grade"] = Grade.PROVED
    return Endorsement(name=name, **values)  # type: ignore[arg-type]


def signatory(name: str, **given: object) -> Signatory:
    """A company with one endorsement, unless told otherwise."""
    return Signatory(endorsement(name, **given))


def register(signatories: Iterable[Signatory]) -> Register:
    """A register of these, in the order in which they are given."""
    return Register(tuple(each for who in signatories for each in who.endorsements))


def recorded(
    *signatories: Signatory, site: str = ORIGIN.site, split: int = 500, copies: Copies = NONE
) -> list[Values]:
    """The records of a register of these."""
    of_these = register(signatories)
    seen = view(of_these, "en_GB", ["1.0"], split, copies)
    kept = {entry.id: entry.kept_at for entry in seen.entries}
    given = stated(of_these.endorsements)
    text = "".join(as_json(given, added(of_these.endorsements, seen.pages, site, kept)))
    found: list[Values] = json.loads(text)["signatories"]
    return found


def view(
    register: Register,
    locale: str,
    versions: Sequence[str],
    split: int = 500,
    copies: Copies = NONE,
    named: Sequence[str] = (),
) -> RegisterView:
    """A register as pages show it, in the language of a CLDR locale."""
    settings = RegisterSettings(split, tuple(named))
    return register_view(register, Words(locale), versions, settings, copies=copies)


def copies_of(*files: Mapping[str, str]) -> Copies:
    """The kept copies that these files are, each by its host."""
    found = {}
    for each in files:
        folder = next(iter(each)).rpartition("/")[0]
        named = {path.removeprefix(f"{folder}/"): text.encode() for path, text in each.items()}
        host = folder.removeprefix("proofs/")
        copy, problems = copy_of(host, named)
        assert copy, problems
        found[host] = copy
    return found
