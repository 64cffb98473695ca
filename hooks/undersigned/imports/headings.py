"""What lists call the fields of an entry, in many languages."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from ..fields import BY_NAME, FIELDS
from ..names.folding import folded

_NO_LETTERS = re.compile(r"[\W_]+")


# What a survey puts before a heading: the number of the question, or its code.
_CODE = re.compile(r"(?:[A-Za-z]{1,3}\d\w*|\d{1,3})[.):]\s+")


def key_of(text: str) -> str:
    """A heading or a word without case, accents and punctuation, by which it is looked up."""
    return " ".join(_NO_LETTERS.sub(" ", folded(text)).split())


# By field, headings that mean it. What a heading means only perhaps is below.
_MEANT = {
    "name": """name, full name, organisation, organization, organisation name,
        organization name, name of organisation, name of organization, name of the
        organisation, name of the organization, company, company name, name of company,
        business name, institution, institution name, entity, entity name, signatory,
        signatory name, name of signatory, signer, signed by, member, member name,
        supporter, endorser, endorsing organisation, endorsing organization, signing
        organisation, signing organization, display name, your name, firma, unternehmen,
        einrichtung, name der organisation, unterzeichner, unterzeichnende,
        unterzeichnende organisation, nom, nom complet, nom de l organisation, organisme,
        entreprise, signataire, societe, nombre, nombre completo, organizacion, entidad,
        empresa, firmante, nombre de la organizacion, nome, nome completo, organizacao,
        entidade, signatario, organizzazione, ente, azienda, firmatario, naam,
        nom de l organisme, raison sociale, razon social, ragione sociale, nombre de la entidad,
        nome dell organizzazione, nome da organizacao, naam organisatie, naam van de organisatie,
        nazwa organizacji, nazev organizace, kurum adi, kurulus adi, name des unternehmens,
        organisatie, bedrijf, ondertekenaar, namn, foretag, undertecknare, navn,
        organisasjon, virksomhet, underskriver, nimi, organisaatio, allekirjoittaja,
        nazwa, organizacja, sygnatariusz, nazev, organizace, nazov, nev, szervezet, nume,
        organizatie, ad, kurulus, imzaci, наименование, название, организация, назва,
        организации, 名前, 名称, 団体名, 組織, 机构, 이름, 기관명""",
    "formerly": "formerly, former name, former names, previous name, fruherer name, ancien nom",
    "sort_as": "sort as, sort name, sorting name",
    "kind": """kind, type, category, type of organisation, type of organization,
        organisation type, organization type, type of signatory, signatory type, entity
        type, sector, art, art der
        organisation, typ, kategorie, organisationsform, organisationstyp, type d
        organisation, categorie, secteur, tipo, tipo de organizacion, categoria, tipo de
        organizacao, sektor, soort, tyyppi, rodzaj, tip, tur, тип, категория, категорія,
        種別, 类型, 유형""",
    "country": """country, country code, country of registration, country of
        incorporation, headquarters country, country hq, hq country,
        country of headquarters, nation, location country, land,
        staat, landeskurzel, pays, pais, paese, nazione, landkode, maa, kraj, panstwo,
        zeme, stat, krajina, orszag, tara, ulke, страна, країна, χωρα, 国, 国名, 国家, 국가""",
    "website": """website, web site, web, web page, webpage, website url, website address,
        website link, web address, url of website, homepage, home page, homepage url,
        site, internet, organisation website, organization website, company website,
        internetseite, internetadresse,
        webseite, webadresse, webauftritt, site web, site internet, page
        web, pagina web, sitio web, sitio, sito, sito web, pagina, hemsida, webbplats,
        webbsida, nettside, nettsted, hjemmeside, verkkosivu, kotisivu, strona
        internetowa, strona www, www, webove stranky, stranka, weboldal, honlap, web
        sitesi, сайт, веб сайт, ιστοσελιδα, ウェブサイト, 网站, 홈페이지""",
    "affiliation": """affiliation, affiliations, institutional affiliation, employer,
        zugehorigkeit, affiliation institutionnelle, afiliacion, afiliacao, affiliazione,
        affiliatie, tillhorighet, tilknytning, tilknytting, afiliacja, afiliace, 所属""",
    "signed": """signed, signed on, signed at, signed date,
        date, date signed, date of signature, date
        of signing, signing date, signature date, date of endorsement, endorsement date,
        endorsed on, joined, date joined, joined on, day signed, timestamp, datum,
        unterzeichnet am, unterzeichnet, datum der unterzeichnung, unterschrieben am,
        zeitstempel, date de signature, signe le, horodateur, fecha, fecha de firma,
        firmado el, marca temporal, data, data de assinatura, data della firma, data di
        firma, assinado em, firmato il, ondertekend op, getekend op, undertecknat,
        undertecknad, underskrevet, dato, signert, paivamaara, pvm, data podpisania, datum
        podpisu, podpis dne, aláiras datuma, data semnarii, tarih, imza tarihi, дата, дата
        подписания, ημερομηνια, 日付, 署名日, 日期, 날짜""",
    "evidence": """evidence, evidence url, evidence link, proof, proof url, source url,
        link to evidence, link to statement, statement url, statement link, link to
        endorsement, endorsement url, endorsement link, link to announcement,
        announcement, announcement url, announcement link, press release, press release
        url, link to press release, public statement url, public announcement, nachweis,
        beleg, link zur erklarung, link zum nachweis, link do oswiadczenia,
        declaration url, lien vers le communique, preuve, justificatif, lien vers la
        declaration, prueba, enlace a la declaracion, evidencia, prova, link alla
        dichiarazione, bewijs, bevis, lank till uttalande, todiste, dowod, dukaz,
        bizonyitek, dovada, kanit, подтверждение, 声明url, 根拠""",
    "confirmed_by_email": "confirmed by email, confirmed by e mail, e mail confirmed on",
    "archived": "archived, archive, archive url, archived copy, archive link, wayback, archiv",
    "endorses": "endorses, version endorsed, endorsed version, version signed, signed version",
    "statement": """quote, comment for publication, own words, public comment,
        testimonial, quotation, zitat, citation, cita, citazione, citaat, citat""",
    "identifiers": "identifiers, identifier",
    "withdrawn": "withdrawn, withdrawn on, date withdrawn, zuruckgezogen, zuruckgezogen am",
}  # fmt: skip

# The two parts of a person's name, the first of which comes first.
_PARTS = (
    """first name, given name, given names, forename, vorname, vornamen, prenom, nombres, primer
    nombre, nome proprio, voornaam, fornamn, fornavn, etunimi, imie, jmeno, keresztnev, prenume,
    имя""",
    """last name, family name, surname, nachname, familienname, nom de famille, apellido, apellidos,
    sobrenome, apelido, cognome, achternaam, efternamn, etternavn, efternavn, sukunimi, nazwisko,
    prijmeni, vezeteknev, nume de familie, soyadi, фамилия""",
)

# Headings that may mean a field, and as often mean something else.
_PERHAPS = {
    "website": "url, page, profile, profile url, personal page, blog, github, linkedin, domain",
    "evidence": """link, links, source, reference, post, blog post, statement,
        declaration, erklarung, quelle, lien, source link, enlace, collegamento, lank,
        lenke, odkaz, ссылка""",
    "affiliation": "job, employment, works at, place of work, arbeitgeber",
    "endorses": "version",
    "kind": "legal form, rechtsform, forme juridique, forma juridica",
    "signed": """submission date, date submitted, submitted at, submitted on, completion time,
        created, created at, optin time, eingereicht am, datum abgeschickt""",
    "id": "id, slug",
    "country": "location, hq, nationality, region",
}

# What is about a person and has no place in a register that everybody reads.
_PERSONAL = """email, e mail, mail, email address, e mail address, contact email, e mail
        adresse, courriel, adresse e mail, adresse mail, correo, correo electronico, posta
        elettronica, epost, e post, e postadress, sahkoposti, eposta, e posta, adres e
        mail, почта, メール, メールアドレス, 電話番号,
        phone, phone number, telephone, tel, mobile, telefon,
        optin ip, confirm ip, latitude, longitude, member rating, contacts,
        telefonnummer, telefono, telefone, telefoon, telephone number, contact, contact
        person, contact name, contact details, ansprechpartner, ansprechpartnerin,
        kontakt, kontaktperson, contacto, contatto, contactpersoon, address, postal
        address, street, street address, adresse, anschrift, direccion, indirizzo, adres,
        postcode, zip, zip code, ip, ip address, date of birth, birthday, geburtsdatum,
        username, user"""


# Words that make any heading one of personal data.
_PERSONAL_WORDS = {"contact", "email", "kontakt", "mail", "phone", "tel", "telefon", "telephone"}

# What words begin with in headings of organisations; those with a semicolon are whole words.
_ORGANISATIONS = """organi, company, firm;, firma;, entreprise, empresa, institut, entity,
        entidad, societe, einrichtung, unternehmen, business, azienda, ente;, bedrijf,
        foretag, virksomhe, kurulus, организ, організ, szervezet, member, 団体, 組織, 机构, 기관"""


class Meaning(NamedTuple):
    """What a heading means: a field, and whether that is certain."""

    field: str
    sure: bool


def meaning_of(heading: str) -> Meaning | None:
    """What a heading means; perhaps, where it has a certain heading's words among others."""
    if code := _CODE.match(heading):
        heading = heading[code.end() :]
    key = key_of(heading)
    if found := _meanings().get(key):
        return found
    if not key or is_personal(heading):
        return None
    within = [each for each in _meanings() if len(each) > 3 and f" {each} " in f" {key} "]
    longest = max(within, key=len, default="")
    return _meanings()[longest]._replace(sure=False) if longest else None


def is_personal(heading: str) -> bool:
    """Whether a heading is one of personal data, such as an e-mail address."""
    key = key_of(heading)
    return key in _personal() or not _PERSONAL_WORDS.isdisjoint(key.split())


def is_of_organisation(heading: str) -> bool:
    """Whether a heading says that an organisation is named below it."""
    words = f" {key_of(heading)} "
    return any(f" {each.strip().replace(';', ' ')}" in words for each in _ORGANISATIONS.split(","))


def part_of_name(heading: str) -> int | None:
    """Whether a heading is of a person's given name, 0, or of the family's, 1."""
    key = key_of(heading)
    return next((number for number, each in enumerate(_parts()) if key in each), None)


@cache
def _meanings() -> Mapping[str, Meaning]:
    found = {key: Meaning(name, False) for name, key in _keyed(_PERHAPS)}
    found |= {key: Meaning(name, True) for name, key in _keyed(_MEANT)}
    # Fields by their own names; 'id' is as often the number of a row.
    own = {name: Meaning(name, True) for name in BY_NAME if name not in ("id", "statement")}
    return found | {key_of(field.name): own[field.name] for field in FIELDS if field.name in own}


def _keyed(words: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(name, key_of(each)) for name, listed in words.items() for each in listed.split(",")]


@cache
def _personal() -> frozenset[str]:
    return frozenset(map(key_of, _PERSONAL.split(",")))


@cache
def _parts() -> list[frozenset[str]]:
    return [frozenset(map(key_of, each.split(","))) for each in _PARTS]
