"""Hosts of courts, of states and of what states have founded together.

Compiled by hand in November 2026. A host counts with all that is below it. Left out are archives
that copy judgments, such as BAILII: there an address does not tell whose words a page has.
"""

from ..evidence.location import Location
from ..urls import is_public_suffix

# Top-level names that only states, or what they founded by treaty, may have: .gov by the DOTGOV Act
# of 2020, .mil of the United States' Department of Defense, .int by the policy of IANA.
_TOP = frozenset(("gov", "int", "mil"))

# What countries call the zone of their administration, such as gob.mx. It counts where the Public
# Suffix List has it: elsewhere such a name may be anybody's.
_ZONES = frozenset(("gob", "gouv", "gov", "govt", "gub", "mil"))

# Further zones, such as Japan's go.jp: go.it is a province's, and open to all who live there.
_COUNTRIES = """
admin.ch bund.de canada.ca europa.eu fgov.be gc.ca gkp.pk go.ci go.cr go.id go.jp go.ke go.kr go.th
go.tj go.tz go.ug gov.cz gov.hr gov.hu gov.mt gov.ro gov.si gov.sk gv.ao gv.at jus.br leg.br mi.th
mod.uk mp.br nic.in police.uk riik.ee
"""

# Courts, parliaments, governments and supervisors outside such zones.
_OTHERS = """
acm.nl aepd.es agcm.it anacom.pt assemblee-nationale.fr autoritedelaconcurrence.fr
autoriteitpersoonsgegevens.nl belgium.be bger.ch boe.es bundesgerichtshof.de bundeskartellamt.de
bundesregierung.de bundestag.de bundesverfassungsgericht.de bverwg.de cnil.fr
conseil-constitutionnel.fr conseil-etat.fr cortecostituzionale.it cortedicassazione.it
courdecassation.fr courts.ie dataprotection.ie dataprotectionauthority.be datatilsynet.dk
datatilsynet.no domstol.dk domstol.no domstol.se garanteprivacy.it giustizia.it government.bg
government.nl government.se icj-cij.org ico.org.uk imy.se jcpc.uk judiciary.uk justice.cz
kormany.hu ofcom.org.uk oikeus.fi oireachtas.ie overheid.nl parlament.ch parliament.nz parliament.uk
poderjudicial.es public.lu raadvanstate.nl rechtspraak.nl regeringen.se regjeringen.no riksdagen.se
rijksoverheid.nl scc-csc.ca senat.fr sn.pl stortinget.no supremecourt.uk tietosuoja.fi
tribunalconstitucional.es tribunalconstitucional.pt tweedekamer.nl valtioneuvosto.fi
"""

AUTHORITIES = frozenset((*_COUNTRIES.split(), *_OTHERS.split()))

# Where authorities keep what others wrote: comments, evidence given, filings, petitions, accounts
# of companies, patents, papers, newspapers, copies of the web, forums. Each is a host, and may have
# the beginning of a path.
OTHERS_WORDS = (
    "apps.fcc.gov/ecfs",
    "beta.companieshouse.gov.uk",
    "chroniclingamerica.loc.gov",
    "clinicaltrials.gov",
    "code.europa.eu",
    "committees.parliament.uk/writtenevidence",
    "data.europa.eu",
    "data.parliament.uk/writtenevidence",
    "docs.house.gov/meetings",
    "downloads.regulations.gov",
    "ec.europa.eu/info/law/better-regulation",
    "ec.europa.eu/transparencyregister",
    "ecfsapi.fcc.gov",
    "efts.sec.gov",
    "epetitionen.bundestag.de",
    "eric.ed.gov",
    "europarl.europa.eu/petitions",
    "fcc.gov/ecfs",
    "find-and-update.company-information.service.gov.uk",
    "futurium.ec.europa.eu",
    "interoperable-europe.ec.europa.eu",
    "joinup.ec.europa.eu",
    "ncbi.nlm.nih.gov",
    "ntrs.nasa.gov",
    "osti.gov",
    "pandora.nla.gov.au",
    "paperspast.natlib.govt.nz",
    "patentcenter.uspto.gov",
    "patentscope.wipo.int",
    "petition.parliament.uk",
    "petitions.assemblee-nationale.fr",
    "petitions.senat.fr",
    "petitions.whitehouse.gov",
    "pmc.ncbi.nlm.nih.gov",
    "ppubs.uspto.gov",
    "pubmed.ncbi.nlm.nih.gov",
    "regulations.gov",
    "sec.gov/Archives",
    "sec.gov/cgi-bin",
    "sec.gov/comments",
    "sec.gov/ix",
    "trove.nla.gov.au",
    "webarchive.loc.gov",
    "webarchive.nationalarchives.gov.uk",
    "webarchive.nla.gov.au",
)
_FILED = tuple((*each.lower().split("/"),) for each in OTHERS_WORDS)


def is_authority(page: Location) -> bool:
    """Whether a page is a court's, a state's or an organisation of states' own, by its host.

    What companies and citizens filed with an authority is their word, and not the authority's.
    """
    if not _is_of_state(page.host):
        return False
    names = (page.host, *map(str.lower, page.names))
    return not any(names[: len(filed)] == filed for filed in _FILED)


def _is_of_state(host: str) -> bool:
    """Whether a host, in ASCII and without ``www.``, is below one of the names above."""
    labels = host.split(".")
    if labels[-1] in _TOP:
        return len(labels) > 1
    if any(".".join(labels[start:]) in AUTHORITIES for start in range(len(labels) - 1)):
        return True
    zone = ".".join(labels[-2:])
    return len(labels) > 1 and labels[-2] in _ZONES and is_public_suffix(zone)
