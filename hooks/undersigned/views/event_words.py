"""What happened to the register and the text, in one sentence for each event."""

from ..fields import Kind
from ..language.catalogue import Catalogue
from ..register.events import Event, EventType


def actor(event: Event, catalogue: Catalogue) -> str:
    """Who or what an event is about."""
    if event.signatory:
        return event.signatory.name
    return catalogue.gettext("Version %(version)s", version=event.version)


def event_words(event: Event, name: str, catalogue: Catalogue) -> str:
    """A sentence on an event without its full stop; `name` is what it is about, as it is shown."""
    _ = catalogue.gettext
    if event.signatory is None:
        return _("%(name)s was published", name=name)
    if event.type is EventType.SIGNED:
        return _("%(name)s endorsed version %(version)s", name=name, version=event.version)
    if event.type is EventType.ENDED:
        return _("%(name)s no longer exists", name=name)
    alone = event.signatory.kind is Kind.INDIVIDUAL
    # Who gave several may well stand by another.
    version = event.version if event.signatory.earlier else ""
    return _withdrew(name, version, alone, catalogue)


def _withdrew(name: str, version: str, alone: bool, catalogue: Catalogue) -> str:
    _ = catalogue.gettext
    if alone and version:
        return _(
            "%(name)s withdrew their endorsement of version %(version)s", name=name, version=version
        )
    if alone:
        return _("%(name)s withdrew their endorsement", name=name)
    if version:
        return _(
            "%(name)s withdrew its endorsement of version %(version)s", name=name, version=version
        )
    return _("%(name)s withdrew its endorsement", name=name)
