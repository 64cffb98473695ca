"""The templates of a site drawn without its theme: words of pages, and what these say beside."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from types import SimpleNamespace
from typing import Any, NamedTuple

from babel import Locale
from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader, pass_context
from jinja2.runtime import Context

from ..build.templates import prepare
from ..markup.filters import FILTERS
from ..publication import Publication
from .addresses import address_from, leads_out
from .configuration import EngineSettings
from .page import StagedPage

# In place of the theme, of all blocks that main.html fills: what machines read, the words, scripts.
_BETWEEN = "\x1f"  # which no page may hold
_BASE = _BETWEEN.join(
    f"{{% block {name} %}}{{% endblock %}}" for name in ("extrahead", "content", "scripts")
)
# What templates ask of the words of the theme: which way the language of the site is written.
_WORDS = "{% macro t(name) %}{{ {'direction': direction}[name] }}{% endmacro %}"
_INSTEAD = {"base.html": _BASE, "partials/language.html": _WORDS}
NOT_FOUND = "404.html"
USUAL = "main.html"
_NOTICE = "undersigned/preview.html"


def direction(locale: str) -> str:
    """Which way a language is written, as HTML has it: `ltr` or `rtl`."""
    return Locale.parse(locale).text_direction


class DrawnParts(NamedTuple):
    """A page as HTML: what machines read of it, a notice above all, its words, its own scripts."""

    head: str
    notice: str
    article: str
    scripts: str

    @property
    def named(self) -> dict[str, str]:
        """All of them by their names, without the white space around each."""
        return {name: each.strip() for name, each in self._asdict().items()}


class Templates:
    """What draws the words of pages, each page known by its path in docs/."""

    def __init__(
        self,
        made: Publication,
        engine: EngineSettings,
        pages: Mapping[str, StagedPage],
        menu: Sequence[str],
        built: datetime,
    ) -> None:
        """Take the site's templates; `menu` has the paths of all pages of the navigation."""
        self.made = made
        loaders = [DictLoader(_INSTEAD), FileSystemLoader(engine.templates)]
        self.environment = Environment(loader=ChoiceLoader(loaders))
        listed = {path: pages[path] for path in menu}
        known = {"undersigned": made.view, "words": made.view.words.on_pages, "in_menu": listed}
        served = {path: page.url for path, page in pages.items()}
        prepare(
            self.environment,
            known,
            lambda path: served.get(path, path),
            made.view.words.on_pages.catalogue,
        )
        self.environment.filters |= {**FILTERS, "url": _url, **_MENDS}
        settings = made.view.settings
        config = SimpleNamespace(
            site_name=settings.site_name,
            site_url=settings.site_url or None,
            site_description=engine.value("site_description", ""),
        )
        self.shared = {
            "config": config, "nav": SimpleNamespace(pages=list(listed.values())),
            "build_date_utc": built, "direction": direction(settings.locale),
        }  # fmt: skip

    def parts(self, page: StagedPage) -> DrawnParts:
        """A page with all that its template adds."""
        machines = self.made.machines(page.to_engine, self.made.view.settings.site_name)
        own = {"base_url": address_from(".", page.url), "machines": machines}
        shown = replace(page, content=self.made.with_drawings(page.content))
        return self._drawn(str(page.meta.get("template") or USUAL), {**own, "page": shown})

    def not_found(self, root: str) -> DrawnParts:
        """The page that says that there is none, from the path of the site's root."""
        return self._drawn(NOT_FOUND, {"page": None, "base_url": root})

    def _drawn(self, template: str, own: dict[str, object]) -> DrawnParts:
        given = self.shared | own
        drawn = self.environment.get_template(template).render(given)
        head, article, scripts = drawn.split(_BETWEEN)
        notice = self.environment.get_template(_NOTICE).render(given)
        return DrawnParts(head, notice, article, scripts)


@pass_context  # else Jinja2 would put the address from the first page into what it compiles
def _url(context: Context, address: object) -> str:
    given, page = str(address), context["page"]
    if page is not None:
        return address_from(given, page.url)
    return given if leads_out(given) else f"{context['base_url'].rstrip('/')}/{given}"


def _unused(html: str, *_: Any, **__: Any) -> str:
    """Stand for a mend of the theme's markup: a template that names one is not read without it."""
    return html


_MENDS = dict.fromkeys(("with_menu_link", "with_attribute"), _unused)
