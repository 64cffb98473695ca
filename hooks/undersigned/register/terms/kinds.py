"""The words by which people in several languages call the kinds of signatory."""

import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache

from ...fields import Kind
from ...normal_forms import nfc, nfkd

# In lower case, without accents, and with a space for every other sign. A word that may stand for
# several kinds is in none of the lists but in `_OPEN`.
_WORDS = {
    Kind.COMPANY: """
        company | companies | firm | business | enterprise | corporation | corporate | corp | inc
        incorporated | ltd | limited | llc | llp | plc | startup | start up | scaleup | sme | vendor
        for profit | forprofit | profit | commercial | private company | private sector | industry
        public company | listed company | multinational | manufacturer | provider
        service provider | isp | telecom | bank | consultancy | consulting
        sole proprietorship | sole trader | tech company | technology company
        unternehmen | firma | konzern | betrieb | gmbh | ag | ug | kg | ohg | gesellschaft
        entreprise | societe | sarl | sas | sa | empresa | compania | sociedad | sl | companhia
        negocio | ltda | eireli | azienda | impresa | societa | srl | spa | bedrijf | onderneming
        bv | nv | foretag | bolag | ab | bedrift | selskap | aksjeselskap | as | asa | virksomhed
        aps | yritys | oy | oyj | spolka | przedsiebiorstwo | sp z o o | podnik | sro | kk
        sirket | anonim sirket | limited sirket
        株式会社 | 会社 | 企業 | 公司 | 企业 | компания | предприятие | ооо | компанія
        підприємство
        """,
    Kind.NONPROFIT: """
        nonprofit | nonprofits | non profit | not for profit | non for profit | npo | ngo | cso
        nongovernmental | non governmental | nongovernmental organisation
        non governmental organisation | nongovernmental organization | non profit organisation
        non governmental organization | non profit organization | nonprofit organisation
        nonprofit organization | not for profit organisation | not for profit organization
        charity | charitable | charitable trust | registered charity | foundation | civil society
        civil society organisation | civil society organization | 501 c 3 | 501c3 | think tank
        thinktank | advocacy | advocacy group | voluntary | volunteer organisation | philanthropy
        gemeinnuetzig | gemeinnutzig | gemeinnutziger verein | vakif | ggmbh | stiftung
        nichtregierungsorganisation | wohltatig
        ong | fondation | sans but lucratif | association loi 1901 | asbl | fundacion | fundacao
        sin fines de lucro | sin animo de lucro | sem fins lucrativos | osc | organizacion benefica
        fondazione | no profit | onlus | ente del terzo settore | stichting | goed doel | stiftelse
        ideell organisation | frivillig organisasjon | fond | saatio | fundacja | nadace | нко | нпо
        фонд | 非営利団体 | 非营利组织
        """,
    Kind.ACADEMIC: """
        academic | academics | academia | academy | university | universities | college | school
        higher education | education | educational | educational institution | faculty
        research | research institute | research institution | research centre | research center
        research lab | research group | scientific | science | polytechnic | business school
        academic institution | laboratory of a university | uni | universitat | hochschule
        fachhochschule | schule | forschung | forschungsinstitut | akademisch | wissenschaft
        universite | ecole | recherche | grande ecole | institut de recherche | enseignement
        universidad | universidade | escuela | escola | investigacion | pesquisa | faculdade
        academico | universita | scuola | ricerca | universiteit | hogeschool | onderzoek
        universitet | hogskola | hogskole | hojskole | forskning | yliopisto | uniwersytet
        uczelnia | univerzita | университет | вуз | університет | 大学 | 大學
        """,
    Kind.ASSOCIATION: """
        association | associations | trade association | industry association | trade body
        business association | professional association | professional body | membership body
        membership organisation | membership organization | federation | confederation | alliance
        coalition | consortium | union | trade union | labour union | labor union | guild | chamber
        chamber of commerce | umbrella organisation | umbrella organization | league
        standards body | industry body | industry group | verband | bundesverband | dachverband
        branchenverband | kammer | gewerkschaft | asociacion | associacao | gremio | syndicat
        federacion | federacao | federazione | associazione | camara | camara de comercio
        sindicato | vereniging | brancheorganisatie | vakbond | forening | forbund | forbund av
        bransjeforening | brancheforening | branschorganisation | yhdistys | liitto | zwiazek
        stowarzyszenie | dernek | asociace | svaz | ассоциация | союз | асоціація | 協会 | 协会
        """,
    Kind.PUBLIC_BODY: """
        public body | publicbody | public bodies | public | public sector | public authority
        public institution | authority | government | governments | governmental | govt | gov
        government agency | government department | government body | agency | ministry | state
        state agency | federal agency | federal government | local government | local authority
        municipality | municipal | city | town | county | council | city council | district
        region | regional government | province | parliament | court | regulator | regulatory
        regulatory authority | embassy | police | military | intergovernmental
        intergovernmental organisation | intergovernmental organization | igo | country | nation
        international organisation | international organization | supranational | cert | csirt
        national cert | law enforcement | public administration | administration
        behorde | amt | ministerium | regierung | gemeinde | stadt | kommune | offentlich
        offentliche stelle | offentliche verwaltung | collectivite territoriale
        korperschaft des offentlichen rechts | bundesbehorde | landkreis | gouvernement
        ministere | mairie | commune | collectivite | autorite | administration publique
        organisme public | etablissement public | gobierno | ministerio | ayuntamiento | municipio
        organismo publico | entidad publica | governo | orgao publico | prefeitura | ente pubblico
        comune | ministero | overheid | gemeente | overheidsinstantie | myndighet | regering
        kommun | offentlig | offentlig sektor | viranomainen | kunta | urzad | rzad | gmina
        ministerstvo | urad | ведомство | правительство | министерство | уряд | 政府 | 官公庁
        """,
    Kind.INDIVIDUAL: """
        individual | individuals | person | persons | people | private person | private individual
        natural person | citizen | human | man | woman | myself | me | self | single | employee
        professional | expert | researcher | professor | student | scientist
        engineer | developer | journalist | activist | lawyer | consultant | freelancer
        freelance | author | privatperson | einzelperson | privat | person natural | burger
        mensch | personne | particulier | individu | persona | particular | individuo | ciudadano
        persona fisica | persona natural | pessoa | pessoa fisica | cidadao | individuale | privato
        cittadino | persoon | privepersoon | particulier persoon | enskild | enskild person
        enkeltperson | yksityishenkilo | henkilo | osoba | osoba prywatna | jednotlivec | человек
        физическое лицо | частное лицо | особа | 個人 | 个人
        """,
}

# Words that are near those above, or may mean several kinds: which one is for people to say.
_OPEN = """
    organisation | organization | organisations | organizations | organisacion | organizacion
    organizacao | organizzazione | organisatie | organisasjon | institution | institutions
    institute | institut | instituto | group | groups | gruppe | community | society | network
    initiative | project | club | verein | association or company | other | none | unknown
    entity | legal entity | legal person | body | member | supporter | signatory | partner
    cooperative | co operative | genossenschaft | cooperativa | private | department | partnership
    """


def kind_meant(text: str) -> Kind | None:
    """The kind that a word for one means, also where it is misspelt; None where that is open."""
    word = _plain(text)
    known = _meanings()
    if word in known:
        return known[word]
    singular = word.removesuffix("s")
    if singular in known:
        return known[singular]
    near = get_close_matches(word, known, n=3, cutoff=0.87) if len(word) > 4 else []
    kinds = {known[each] for each in near}
    return kinds.pop() if len(kinds) == 1 else None


def _plain(text: str) -> str:
    """The text in lower case without accents, its words between single spaces."""
    letters = nfkd(text.casefold())
    bare = "".join(each for each in letters if not unicodedata.combining(each))
    plain = nfc(bare)
    return " ".join("".join(each if each.isalnum() else " " for each in plain).split())


@cache
def _meanings() -> dict[str, Kind | None]:
    """What each word means; None for those that leave it open."""
    meanings: dict[str, Kind | None] = dict.fromkeys(_listed(_OPEN))
    for kind, words in _WORDS.items():
        meanings |= dict.fromkeys(_listed(words), kind)
    return meanings


def _listed(words: str) -> Iterator[str]:
    """The words of a table, parted by bars and by the ends of its lines."""
    for line in words.splitlines():
        yield from filter(None, map(_plain, line.split("|")))
