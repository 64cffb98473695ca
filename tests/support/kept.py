"""Files of endorsements as servers have them, in the form of kept copies."""

from collections.abc import Iterable
from datetime import UTC, datetime
from hashlib import sha256

from undersigned.dates import StatedDate, stated_date
from undersigned.evidence.grades import Grade
from undersigned.fields import Kind
from undersigned.model import Endorsement
from undersigned.proofs.copies import Copy
from undersigned.proofs.endorsements_txt import PATH, read_file
from undersigned.proofs.record import Record
from undersigned.register.claims import Claimed, Texts, claims_of
from undersigned.register.signatories import signatories_of

SITE = "https://statement.example/"
DIGESTS = {"1.0": "1" * 64, "1.1": "2" * 64}
ADDRESSES = {number: f"{SITE}principles/{number}.txt" for number in DIGESTS}
OTHER = f"endorse 1 sha256:{'e' * 64} https://elsewhere.example/text 2026-01-01"


def endorse(
    version: str = "1.0", day: str = "2026-05-01", name: str = "", digest: str = "",
    action: str = "endorse",
) -> str:  # fmt: skip
    """A line about a version of the text."""
    sha = digest or DIGESTS[version]
    return f"{action} 1 sha256:{sha} {ADDRESSES[version]} {day} {name}".strip()


def withdraw(day: str = "2026-06-01", version: str = "1.0", name: str = "") -> str:
    """A line that takes an endorsement back."""
    return endorse(version, day, name, action="withdraw")


def copy(
    *lines: str, day: str = "2026-11-01", key: str = "", host: str = "acme.example", www: str = ""
) -> Copy:
    """The file of a host with these lines, as it was fetched on a day; signed by a key, if any."""
    text = "".join(f"{line}\n" for line in lines).encode()
    file, why = read_file(text)
    assert file is not None, why
    fetched = datetime.fromisoformat(f"{day}T12:00:00").replace(tzinfo=UTC)
    address = f"https://{www}{host}/{PATH}"
    issued = ("Tests", f"sha256:{'a' * 64}")
    record = Record(address, fetched, sha256(text).hexdigest(), *issued, key)
    signature, public = (b"signature", key.encode()) if key else (None, None)
    return Copy(host, text, signature, public, record, file)


def endorsement(
    name: str = "Acme", version: str = "1.0", *, host: str = "acme.example", withdrawn: str = "",
    ended: str = "", formerly: Iterable[str] = (), signed: str = "2026-05-01",
) -> Endorsement:  # fmt: skip
    """An endorsement as the register has it."""
    return Endorsement(
        name, Kind.COMPANY, dated(signed), version, name.lower(), Grade.OWN_SITE,
        website=f"https://{host}", formerly=tuple(formerly),
        withdrawn=stated_date(withdrawn), ended=stated_date(ended),
    )  # fmt: skip


def dated(text: str) -> StatedDate:
    """A date."""
    date = stated_date(text)
    assert date is not None
    return date


def claims(*endorsements: Endorsement, versions: Iterable[str] = ("1.0",)) -> list[Claimed]:
    """What a register of these endorsements claims, of a text that has these versions."""
    numbers = list(versions)
    texts = Texts(
        {number: ADDRESSES[number] for number in numbers},
        {ADDRESSES[number]: DIGESTS[number] for number in numbers},
    )
    return list(claims_of(signatories_of(endorsements), texts))
