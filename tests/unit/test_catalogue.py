"""Messages of a language: what is translated, what stays English, which plural form is taken."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, pass_context
from undersigned.build.templates import CompiledTemplates, prepare
from undersigned.language.catalogue import ENGLISH, catalogue_of, file_of
from undersigned.markup.filters import FILTERS

REPLIES = "%(count)s reply", "%(count)s replies"
LINKED = (
    "{% trans start='a' | link, n=1000 | number %}{{ n }} {{ start }}<b>{{ end }}{% endtrans %}"
)
TEMPLATE = (
    '{{ _("No country") }}|{{ ngettext("%(count)s reply", "%(count)s replies", n, count=n) }}|'
    "{% trans %}No country{% endtrans %}"
)


def test_a_message_without_translation_stays_english() -> None:
    for locale in ("en_GB", "fr_FR", "pt_BR"):
        assert catalogue_of(locale).gettext("Of %(name)s alone", name="A%") == "Of A% alone"
    assert catalogue_of("pt_BR").gettext("No country") == "No country"


def test_a_language_with_a_file_has_its_messages_in_each_of_its_countries() -> None:
    assert {catalogue_of(each).gettext("No country") for each in ("fr", "fr_FR", "fr_CA")} == {
        "Aucun pays"
    }
    assert file_of("fr_CA") == file_of("fr")
    assert file_of("pt_BR") is None


@pytest.mark.parametrize(
    ("locale", "forms"),
    [
        ("en_GB", {0: "0 replies", 1: "1 reply", 1000: "1,000 replies"}),
        ("de", {0: "0 Erwiderungen", 1: "1 Erwiderung", 1000: "1.000 Erwiderungen"}),
        ("ar", {0: "لا ردود", 1: "رد", 2: "ردان", 3: "3 ردود", 11: "11 ردًا", 100: "100 رد"}),
    ],
)
def test_a_number_takes_the_plural_form_that_its_language_has_for_it(
    locale: str, forms: dict[int, str]
) -> None:
    catalogue = catalogue_of(locale)
    assert {number: catalogue.ngettext(*REPLIES, number) for number in forms} == forms


@pytest.mark.parametrize(
    ("locale", "categories"),
    [
        ("en_GB", {"one": 1, "other": 2}),
        ("ja", {"other": 1}),
        ("ar", {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 11, "other": 100}),
        # A million is '1 000 000 de réponses'; no whole number of Russian is of the last.
        ("fr", {"one": 1, "other": 2, "many": 1_000_000}),
        ("ru", {"one": 1, "few": 2, "many": 5, "other": 100}),
    ],
)
def test_each_category_of_whole_numbers_has_a_number_for_scripts(
    locale: str, categories: dict[str, int]
) -> None:
    assert catalogue_of(locale).plurals == categories


def test_a_template_compiled_once_speaks_each_language(tmp_path: Path) -> None:
    said = []
    for locale in ("en_GB", "de", "ar"):
        environment = Environment(loader=DictLoader({"undersigned/a.html": TEMPLATE}))
        prepare(environment, {}, str, catalogue_of(locale))
        environment.bytecode_cache = CompiledTemplates(str(tmp_path), environment)
        said.append(environment.get_template("undersigned/a.html").render(n=2))
    assert said == [
        "No country|2 replies|No country",
        "Kein Land|2 Erwiderungen|Kein Land",
        "بلا بلد|ردان|بلا بلد",
    ]
    assert len(list(tmp_path.iterdir())) == 1


def test_a_sentence_of_a_template_takes_a_link_and_a_number() -> None:
    environment = Environment(loader=DictLoader({"undersigned/a.html": LINKED}))
    environment.filters.update(FILTERS)
    prepare(environment, {}, str, ENGLISH)
    drawn = environment.get_template("undersigned/a.html").render()
    assert drawn == '1,000 <a href="a"><b></a>'


def test_a_template_is_compiled_anew_where_a_filter_is_called_otherwise(tmp_path: Path) -> None:
    said = []
    for twice in (lambda number: 2 * number, pass_context(lambda _, number: 2 * number)):
        environment = Environment(loader=DictLoader({"undersigned/a.html": "{{ 2 | twice }}"}))
        environment.filters["twice"] = twice
        environment.bytecode_cache = CompiledTemplates(str(tmp_path), environment)
        said.append(environment.get_template("undersigned/a.html").render())
    assert said == ["4", "4"]


def test_an_english_site_reads_no_catalogue() -> None:
    code = (
        "import sys; from undersigned.views.words import Words; Words('en_GB').catalogue.number(1);"
        "print([each for each in sys.modules if re.match('babel.(messages|support)', each)])"
    )
    code = f"import re; {code}"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert re.fullmatch(r"\[\]\n", run.stdout)
