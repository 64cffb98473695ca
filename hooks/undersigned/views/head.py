"""What machines read in the head of a page: its name, its citation, and JSON-LD."""

from typing import NamedTuple

from ..settings import Settings
from ..site import Site
from ..statement.cite import cited, plain
from ..statement.jsonld import PageFacts, linked_data


class MachineView(NamedTuple):
    """The name of a page as plain text, its JSON-LD, and the citation of the text it is about."""

    name: str
    data: str
    plain: str


def machine_view(
    site: Site, settings: Settings, name: str, description: str, address: str, version: str
) -> MachineView:
    """What machines read of a page.

    A page about one version cites that one, by its number; every other, the one in force. The
    address is empty where the site does not know its own.
    """
    facts = PageFacts(
        settings.site_name, settings.site_url, name, description, address, settings.language
    )
    citation = cited(settings.statement, site.versions, version)
    data = linked_data(facts, citation, settings.statement.licence)
    return MachineView(name, data, plain(citation, settings.locale))
