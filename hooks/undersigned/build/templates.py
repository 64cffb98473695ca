"""How templates are compiled and what they may use: those of this project escape."""

import sys
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, pass_context, pass_eval_context
from jinja2.nodes import EvalContext
from markupsafe import Markup

from ..language.catalogue import Catalogue

# Where the templates are that escape, from a folder of templates.
_FOLDER = "undersigned/"

# The place `%(end)s` of a message: where a link ends that the filter `link` has begun.
_END = Markup("</a>")


def prepare(
    environment: Environment,
    known: Mapping[str, object],
    address_of: Callable[[str], str],
    catalogue: Catalogue,
) -> None:
    """Have templates escape, be kept once compiled, and use what is `known` and addresses of pages.

    `address_of` gives the address, from the root of the site, of the page at a path in docs/. What
    templates say is in the language of the `catalogue`.
    """
    environment.globals |= {**known, "end": _END}
    environment.autoescape = escapes
    # Called as a page is drawn: nothing of a language is in what is compiled and kept.
    environment.add_extension("jinja2.ext.i18n")
    environment.install_gettext_translations(catalogue.translations, newstyle=True)  # type: ignore[attr-defined]
    environment.globals |= {
        "part_gettext": _naming(catalogue, catalogue.of_part),
        "whole_gettext": _naming(catalogue, catalogue.of_whole),
        "part_ngettext": _of_several_parts(catalogue),
    }
    found = cache(address_of)
    # Asks for the context, or what is compiled and kept would have the addresses of one build.
    environment.filters["address"] = pass_context(lambda _, path: found(path))
    environment.filters["number"] = pass_context(lambda _, number: catalogue.number(number))
    # A quarter of a small build is compiling the theme's templates.
    environment.bytecode_cache = kept_templates(environment) or environment.bytecode_cache


def _naming(catalogue: Catalogue, named: Callable[[str], str]) -> Callable[..., str]:
    """Says a message that is `named` first, with its places filled as Jinja2 fills them."""

    @pass_eval_context
    def naming_gettext(context: EvalContext, message: str, **values: object) -> str:
        said = catalogue.translations.gettext(named(message))
        return (Markup(said) if context.autoescape else said) % values

    return naming_gettext


def _of_several_parts(catalogue: Catalogue) -> Callable[..., str]:
    """Says a message about parts of the statement in the form that goes with a number, `count`."""

    @pass_eval_context
    def part_ngettext(
        context: EvalContext, one: str, several: str, count: int, **values: object
    ) -> str:
        forms = catalogue.of_part(one), catalogue.of_part(several)
        said = catalogue.translations.ngettext(*forms, count)
        filled = {"count": catalogue.number(count), **values}
        return (Markup(said) if context.autoescape else said) % filled

    return part_ngettext


def escapes(template: str | None) -> bool:
    """Whether what a template prints is escaped: a name is text, even one with a "<"."""
    return template is not None and template.startswith(_FOLDER)


class CompiledTemplates(FileSystemBytecodeCache):
    """Compiled templates, kept between builds.

    Jinja2 checks that the source is the same. Whether it escapes is compiled in, and which filters
    are given the context or the environment, and so both belong to the key; the path does not, or
    every copy of a site would leave its own behind.
    """

    def __init__(self, directory: str, environment: Environment) -> None:
        super().__init__(directory)
        self._environment = environment

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """A key that differs where templates compile differently."""
        called = self._environment.filters | self._environment.tests
        given = sorted((each, str(getattr(called[each], "jinja_pass_arg", ""))) for each in called)
        return super().get_cache_key(f"{name} {escapes(name)} {given}")


def kept_templates(environment: Environment) -> CompiledTemplates | None:
    """The templates of earlier builds, beside the compiled modules of the environment.

    None outside a virtual environment, or where no folder can be made.
    """
    if sys.prefix == sys.base_prefix:
        return None
    folder = Path(sys.prefix) / "undersigned" / "templates"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return CompiledTemplates(str(folder), environment)
