"""What a statement calls its numbered parts, in English and in what is translated of it."""

import re

import pytest
from jinja2 import DictLoader, Environment
from undersigned.build.templates import prepare
from undersigned.language.catalogue import catalogue_of
from undersigned.language.parts import NAMES, WHOLES, Part, Thing, named, named_whole

from tests.support.sites import REPOSITORY


def test_every_name_of_a_part_is_one_that_messages_know() -> None:
    assert list(NAMES) == [part.value for part in Part]


@pytest.mark.parametrize(
    ("message", "name", "said"),
    [
        ("Under a principle", "article", "Under an article"),
        ("A principle, and principles", "article", "An article, and articles"),
        (
            "Principle %(principle)s: the principle’s words",
            "point",
            "Point %(principle)s: the point’s words",
        ),
        ("All principles", "commitment", "All commitments"),
        ("This principle", "principle", "This principle"),
    ],
)
def test_a_message_names_a_part_as_the_statement_does(message: str, name: str, said: str) -> None:
    assert named(message, name) == said


def test_a_message_names_the_whole_as_the_statement_does() -> None:
    assert list(WHOLES) == [WHOLES[0], *(each.value for each in Thing if each != WHOLES[0])]
    assert [named_whole("Endorse the principles", each) for each in WHOLES] == [
        f"Endorse the {each}" for each in WHOLES
    ]
    assert [named_whole("Principles", each) for each in Thing] == [
        *("Statement", "Letter", "Pledge", "Principles", "Declaration"),
    ]
    with pytest.raises(ValueError, match="names no principles"):
        named_whole("Endorse it", "letter")


def test_a_message_that_names_no_part_has_no_other_form() -> None:
    with pytest.raises(ValueError, match="names no principle"):
        named("%(principle)s", "point")


def test_a_catalogue_says_each_name_in_its_own_language() -> None:
    message = "%(who)s, under principle %(principle)s: %(deed)s"
    said = [
        catalogue_of(locale, part).part_gettext(message, who="A", principle="2", deed="B")
        for locale in ("en_GB", "fr_FR")
        for part in ("principle", "commitment")
    ]
    assert said == [
        "A, under principle 2: B",
        "A, under commitment 2: B",
        "A, au titre du principe 2\u00a0: B",
        "A, au titre de l’engagement 2\u00a0: B",
    ]


def test_paper_names_the_statement_by_what_it_is_called() -> None:
    source = (REPOSITORY / "overrides/undersigned/print.html").read_text("utf-8")
    (label,) = re.findall(r"undersigned-document__kind.>{{ (.+?) }}</p>", source)
    said = []
    for locale in ("en_GB", "fr_FR"):
        environment = Environment(loader=DictLoader({"undersigned/a.html": f"{{{{ {label} }}}}"}))
        prepare(environment, {}, str, catalogue_of(locale, whole="letter"))
        environment.bytecode_cache = None
        said.append(environment.get_template("undersigned/a.html").render())
    assert said == ["Letter", "Lettre"]


def test_a_template_names_parts_likewise_and_escapes_what_it_fills_in() -> None:
    message = "%(who)s replied to what is recorded of it under principle %(principle)s"
    template = f"{{{{ part_gettext('{message}', who=name, principle=2) }}}}"
    said = []
    for locale in ("en_GB", "fr_FR"):
        environment = Environment(loader=DictLoader({"undersigned/a.html": template}))
        prepare(environment, {}, str, catalogue_of(locale, "commitment"))
        environment.bytecode_cache = None
        said.append(environment.get_template("undersigned/a.html").render(name="<b>"))
    assert said == [
        "&lt;b&gt; replied to what is recorded of it under commitment 2",
        "Réponse de &lt;b&gt; à ce qui est consigné à son sujet au titre de l’engagement 2",
    ]
