"""The count of signatories for a badge, as shields.io reads it from an endpoint."""


def badge(count: int) -> dict[str, str | int]:
    """The endpoint's answer (shields.io, 'Endpoint Badge', schema version 1)."""
    return {"schemaVersion": 1, "label": "signatories", "message": str(count)}
