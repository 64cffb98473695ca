"""What every page carries beside its words, and what crawlers are told."""

from pathlib import Path
from urllib.parse import urljoin

import click
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from undersigned.markup.description import description
from undersigned.markup.mending import mended
from undersigned.markup.policy import policy_problems
from undersigned.problem import report

# What browsers take for a page; docs/ may hold some that MkDocs copies as they are.
PAGES = (".html", ".htm", ".xhtml")


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Show crawlers the sitemap, unless docs/ has a robots.txt of its own."""
    if files.get_file_from_path("robots.txt") is None:
        lines = ["User-agent: *", "Allow: /"]
        if config.site_url:
            lines.append(f"Sitemap: {urljoin(config.site_url, 'sitemap.xml')}")
        files.append(File.generated(config, "robots.txt", content="\n".join([*lines, ""])))


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> None:
    """Describe the page. The theme prints this unescaped, so it is escaped here, once for all."""
    title = str(page.title or config.site_name)
    words = description(page.meta.get("description"), html, title, config.site_name)
    page.meta["description"] = escape(words)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Mend a page."""
    return mended(output)


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """Mend the page that is shown where there is none."""
    return mended(output_content) if template_name.endswith(".html") else output_content


@event_priority(-100)
def on_post_build(config: MkDocsConfig) -> None:
    """Stop over whatever the content security policy would refuse, in any page of the built site.

    That includes what a page asks of other sites. Told as problems of the register are; see
    `checking`.
    """
    root, site = Path(config.config_file_path).parent, Path(config.site_dir)
    pages = sorted(each for each in site.rglob("*") if each.suffix.lower() in PAGES)
    folder = site.relative_to(root) if site.is_relative_to(root) else site
    built = (((folder / page.relative_to(site)).as_posix(), page.read_bytes()) for page in pages)
    if problems := policy_problems(built):
        click.echo(report(problems), err=True)
        raise Abort("the site is not to be published until these are mended")
