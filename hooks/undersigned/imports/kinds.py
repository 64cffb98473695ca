"""The kind of signatory that a word names."""

from functools import cache

from ..fields import Kind
from .headings import key_of

# By kind, as lists of signatories call them; the first lines are English.
_WORDS = {
    Kind.COMPANY: """company, private company, business, corporation, corporate, firm,
        enterprise, for profit, for profit organisation, for profit organization, profit,
        industry, industry member, private sector, startup, start up, sme, vendor,
        commercial, limited company, unternehmen, firma, wirtschaft, entreprise, societe,
        secteur prive, empresa, compania, sociedad, azienda, impresa, societa, bedrijf,
        onderneming, foretag, bolag, bedrift, selskab, virksomhed, yritys,
        przedsiebiorstwo, spolecnost, podnik, vallalat, companie, sirket, компания,
        компанія, 企業, 公司, 기업""",
    Kind.NONPROFIT: """nonprofit, non profit, non profit organisation, non profit
        organization, nonprofit organization, nonprofit organisation, not for profit, npo,
        ngo, ingo, international ngo, national ngo, local ngo, non governmental
        organisation, non governmental organization, nongovernmental organization,
        charity, civil society, civil society organisation, civil society organization,
        cso, foundation, charitable foundation, 501c3, 501 c 3, gemeinnutzig,
        gemeinnutzige organisation, zivilgesellschaft, stiftung, nro, ong, osc,
        organisation a but non lucratif, societe civile, fondation, sin fines de lucro,
        sin animo de lucro, sociedad civil, fundacion, fundacao, sociedade civil, terzo
        settore, fondazione, stichting, stiftelse, ideell organisation, fundacja, nevladni
        organizace, нко, нпо, fond, fundatie, vakif, stk""",
    Kind.ACADEMIC: """academic, academia, academic institution, university, college,
        higher education, higher education institution, research, research institute,
        research institution, research centre, research center, research organisation,
        research organization, research group, school, faculty, university department,
        academy, universitat, hochschule, fachhochschule, forschung,
        forschungseinrichtung, forschungsinstitut, wissenschaft, universite, recherche,
        institut de recherche, etablissement d enseignement superieur, universidad,
        investigacion, universidade, pesquisa, universita, ricerca, universiteit,
        hogeschool, kennisinstelling, universitet, hogskola, yliopisto, uniwersytet,
        univerzita, egyetem, universitate, universite, университет, 大学, 大學, 대학교""",
    Kind.ASSOCIATION: """association, trade association, industry association, industry
        body, business association, professional association, professional body,
        membership organisation, membership organization, federation, confederation,
        alliance, coalition, consortium, network, society, learned society, trade union,
        union, chamber of commerce, verband, verein, bund, berufsverband, gewerkschaft, e
        v, association loi 1901, syndicat, asociacion, sindicato, associacao,
        associazione, vereniging, forening, forbund, yhdistys, liitto, stowarzyszenie,
        zwiazek, spolek, sdruzeni, egyesulet, asociatie, dernek, ассоциация, асоціація,
        協会, 协会, 협회""",
    Kind.PUBLIC_BODY: """public body, publicbody, public sector, public institution,
        public authority, government, governmental, government agency, government
        department, ministry, state, state agency, agency, authority, regulator,
        municipality, city, local government, local authority, regional government,
        intergovernmental organisation, intergovernmental organization, igo, international
        organisation, international organization, behorde, offentliche hand, offentliche
        einrichtung, regierung, ministerium, gemeinde, kommune, stadt, gouvernement,
        ministere, administration, collectivite, etablissement public, gobierno,
        ministerio, administracion publica, ayuntamiento, governo, ministero, ente
        pubblico, orgao publico, overheid, ministerie, gemeente, myndighet, offentlig,
        offentlig sektor, viranomainen, urzad, administracja publiczna, urad, verejny
        sektor, правительство, 政府, 정부""",
    Kind.INDIVIDUAL: """individual, person, private person, natural person, individual
        signatory, private individual, citizen, human, privatperson, einzelperson, person
        privee, personne, personne physique, particulier, individu, persona, persona
        fisica, particular, individuo, pessoa, pessoa fisica, persoon, enskild, enskild
        person, henkilo, yksityishenkilo, osoba, osoba prywatna, jednotlivec, fyzicka
        osoba, maganszemely, persoana fizica, birey, kisi, физическое лицо, частное лицо,
        個人, 个人, 개인""",
}


def kind_read(text: str) -> Kind | None:
    """The kind that a word for it names, in many languages; None where it names none."""
    return _kinds().get(key_of(text)) or _kinds().get(key_of(text).removesuffix("s"))


@cache
def _kinds() -> dict[str, Kind]:
    return {key_of(word): kind for kind, words in _WORDS.items() for word in words.split(",")}
