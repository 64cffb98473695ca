"""A part of nginx's configuration that says what netlify.toml says.

A variable in nginx has no escape, so what holds `$` cannot be said. Of 'ngx_http_headers_module': a
header with an empty value is not sent, and `always` sends it with errors as well.
"""

from collections.abc import Iterator, Sequence

from .rules import REVALIDATED, HeaderRule, Hosting, Redirect, Written, all_kept
from .served import TYPE_OF_OTHERS, TYPES, names_of, sayable
from .values import expression_of, in_quotes

FILE = "undersigned.nginx.conf"

# nginx reads no word that is longer than its buffer of 4,096 bytes.
_LONGEST = 4000

_HEAD = f"""\
# Written by 'undersigned hosting nginx' from netlify.toml: change it there, and write this anew.
# Include it in the server block whose 'root' is the folder that was built, with no other lines of
# the kinds below, and with no 'add_header' in a location, which would undo all those here. TLS,
# compression and logs are yours to set:
#
#     server {{ server_name ...; root ...; include {FILE}; }}

index index.html;
autoindex off;
absolute_redirect off;
error_page 403 =404 /404.html;
error_page 404 /404.html;
"""

_PATHS = """\
# The path that was asked for; 404.html and index.html are other paths, of requests within nginx.
uninitialized_variable_warn off;
if ($undersigned_path = "") { set $undersigned_path $uri; }

# It begins with no slash where a file lies there, or a page.
set $undersigned_absent $undersigned_path;
if (-f $request_filename) { set $undersigned_absent ""; }
if (-f $request_filename/index.html) { set $undersigned_absent ""; }
"""


def for_nginx(hosting: Hosting) -> Written:
    """The file to include in a server block, and what it cannot say."""
    asked, notes = sayable(hosting, "nginx")
    rules, others = all_kept(asked.headers, _why_not)
    parts = (_HEAD, _types(), _PATHS, _redirects(asked.redirects), _headers(rules))
    return Written({FILE: "\n".join(filter(None, parts))}, [*notes, *others])


def _why_not(_: str, value: str) -> str:
    if "$" in value:
        return "nginx takes '$' for the beginning of a variable"
    longest = len(in_quotes(value)) > _LONGEST
    return f"nginx takes {_LONGEST:,} characters in a value" if longest else ""


def _types() -> str:
    with_charset = (each for each in TYPES if each.startswith("text/") and each != "text/html")
    lines = (f"    {each} {' '.join(extensions)};\n" for each, extensions in TYPES.items())
    return (
        f"charset utf-8;\ncharset_types {' '.join(with_charset)};\n"
        f"default_type {TYPE_OF_OTHERS};\ntypes {{\n{''.join(lines)}}}\n"
    )


def _redirects(redirects: Sequence[Redirect]) -> str:
    return "".join(f"{_redirect(each)}\n" for each in redirects)


def _redirect(rule: Redirect) -> str:
    path = "$undersigned_path" if rule.forced else "$undersigned_absent"
    expression = in_quotes(expression_of(rule.source, slash=True))
    # A query of the request goes along, unless the target has its own.
    place, hash_, fragment = rule.target.replace("$", "%24").partition("#")
    query = "" if "?" in place else "$is_args$args"
    target = f'"{place}{query}{hash_}{fragment}"'
    return f"if ({path} ~ {expression}) {{ return {rule.status} {target}; }}"


def _headers(rules: Sequence[HeaderRule]) -> str:
    asked = [HeaderRule(0, "/*", [REVALIDATED]), *rules]
    return "\n".join(
        "".join(f"{line}\n" for line in _header(name, f"$undersigned_{at}", asked))
        for at, name in enumerate(names_of(asked), 1)
    )


def _header(name: str, variable: str, rules: Sequence[HeaderRule]) -> Iterator[str]:
    """The lines for one header: the last rule that sets it for a path prevails."""
    setting = [(rule.path, value) for rule in rules if (value := rule.of(name)) is not None]
    if setting[0][0] != "/*":
        yield f'set {variable} "";'
    for path, value in setting:
        given = f"set {variable} {in_quotes(value)};"
        expression = in_quotes(expression_of(path))
        yield given if path == "/*" else f"if ($undersigned_path ~ {expression}) {{ {given} }}"
    yield f"add_header {in_quotes(name)} {variable} always;"
