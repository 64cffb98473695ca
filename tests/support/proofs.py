"""What signatories' servers say, and copies of it as they are kept, for tests."""

from datetime import UTC, date, datetime
from hashlib import sha256

from undersigned.proofs.copies import KEY, RECORD, SIGNATURE, TEXT, Record, written_record
from undersigned.proofs.endorsements_txt import PATH, Action, written
from undersigned.proofs.keys import key_print
from undersigned.statement.version import digest

from .registers import BARE_SITE

FETCHED = datetime(2026, 11, 20, 13, 11, tzinfo=UTC)
CERTIFICATE = f"sha256:{'c' * 64}"

# The bare site at an address of its own, by which signatories endorse its text.
SITE = "https://site.example/"
PUBLISHED = BARE_SITE | {"mkdocs.yml": f"site_name: Any\nsite_url: {SITE}\n"}
ADDRESS = f"{SITE}principles/1.0.txt"
SHA256 = digest(PUBLISHED["docs/principles/1.0.md"])

DAY = date(2026, 11, 1)
ENDORSED = f"{written(Action.ENDORSE, SHA256, ADDRESS, DAY)}\n"

# A key made for these tests, its fingerprint and a signature by it of another text (OpenSSH 9.2).
PUBLIC_KEY = (
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOqc+T36A4cNaCL35NwCbAWasTSCFEKX2txdr++QxI+M web\n"
)
FINGERPRINT = "SHA256:E+Xzpxk3GF8b72HJn4sSsAgCc4oXiAXXk43qbEcerGM"
SIGNED = """\
-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAg6pz5PfoDhw1oIvfk3AJsBZqxNI
IUQpfa3F2v75DEj4wAAAAMZW5kb3JzZW1lbnRzAAAAAAAAAAZzaGE1MTIAAABTAAAAC3Nz
aC1lZDI1NTE5AAAAQDYR5i41FNc3jLhcJQPd60c2A50CslOBsag7Y28Lw4YBkqNfkEJLq0
QwdN9OIWlRPuStxkUW5qMP1rtoQzJVOgA=
-----END SSH SIGNATURE-----
"""


def said(
    name: str = "",
    day: date = DAY,
    action: Action = Action.ENDORSE,
    sha256: str = SHA256,
    address: str = ADDRESS,
) -> str:
    """A line of endorsements.txt, with its end."""
    return f"{written(action, sha256, address, day, name)}\n"


def record_of(text: str, host: str = "acme.example", key: str = "") -> Record:
    """The record of a text that a host served."""
    address = f"https://{host}/{PATH}"
    digest = sha256(text.encode()).hexdigest()
    return Record(address, FETCHED, digest, "CN=Any CA", CERTIFICATE, key)


def kept(
    text: str = ENDORSED,
    host: str = "acme.example",
    *,
    record: Record | None = None,
    key: str = "",
    signature: str = "",
) -> dict[str, str]:
    """The files of a kept copy by their paths, with a true record unless another is given."""
    record = record or record_of(text, host, key_print(key.encode()))
    files = {TEXT: text, SIGNATURE: signature, KEY: key, RECORD: written_record(record)}
    folder = f"proofs/{host.removeprefix('www.')}"
    return {f"{folder}/{name}": content for name, content in files.items() if content}
