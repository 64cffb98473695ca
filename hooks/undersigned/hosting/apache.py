"""A part of Apache's configuration that says what netlify.toml says.

Of 'mod_headers': `always` sends a header with errors as well, `%` begins a format, and a backslash
an escape. 'mod_rewrite' has no escape between quotes; neither expressions nor targets have a quote.
`${` begins a variable anywhere in a configuration and has no escape.
"""

from collections.abc import Iterator, Sequence

from .rules import REVALIDATED, HeaderRule, Hosting, Redirect, Written, all_kept
from .served import TYPE_OF_OTHERS, TYPES, sayable
from .values import expression_of, in_quotes

FILE = "undersigned.apache.conf"

_HEAD = f"""\
# Written by 'undersigned hosting apache' from netlify.toml: change it there, and write this anew.
# Include it in the <VirtualHost> whose DocumentRoot is the folder that was built. It needs Apache
# 2.4 with the modules headers and rewrite: a2enmod headers rewrite. TLS, compression and logs are
# yours to set.
#
#     Include {FILE}

DirectoryIndex index.html
ErrorDocument 404 /404.html
RewriteEngine On
"""

# Those that Apache brings: a script for French, named '.fr.', is no translation of another.
_LANGUAGES = (
    ".amh .ara .be .bg .bn .br .bs .ca .cs .cy .cz .da .de .dk .dz .el .en .eo .es .et .eu .fa .fi"
    " .fr .ga .glg .gu .he .hi .hr .hu .hy .id .is .it .ja .ka .kk .km .kn .ko .ku .lo .lt .ltz .lv"
    " .mg .mk .ml .mr .msa .ne .nl .nn .no .nob .pa .pl .po .pt .pt-br .ro .ru .sa .se .si .sk .sl"
    " .sq .sr .sv .ta .te .th .tl .tr .uk .ur .vi .wo .xh .zh-cn .zh-tw"
)

# Extensions that Apache takes for other types are plain files here.
_OTHERS = f"""\
AddType {TYPE_OF_OTHERS} .pub .sig
<FilesMatch "^[^.]*$">
    ForceType {TYPE_OF_OTHERS}
</FilesMatch>
RemoveLanguage {_LANGUAGES}
"""

_NO_FILE = """\
RewriteCond "%{DOCUMENT_ROOT}%{REQUEST_URI}" !-f
RewriteCond "%{DOCUMENT_ROOT}%{REQUEST_URI}/index.html" !-f
"""

_NO_LISTING = """\
# A folder without a page is not found, instead of being forbidden or listed.
RewriteCond "%{DOCUMENT_ROOT}%{REQUEST_URI}" -d
RewriteCond "%{DOCUMENT_ROOT}%{REQUEST_URI}/index.html" !-f
RewriteRule "^" "-" [R=404,L]
"""


def for_apache(hosting: Hosting) -> Written:
    """The file to include in a virtual host, and what it cannot say."""
    asked, notes = sayable(hosting, "Apache")
    rules, others = all_kept(asked.headers, _why_not)
    redirects = "".join(map(_redirect, asked.redirects))
    headers = "".join(f"{line}\n" for line in _headers(rules))
    return Written(
        {FILE: "\n".join((_HEAD, _types(), headers, redirects + _NO_LISTING))}, [*notes, *others]
    )


def _why_not(_: str, value: str) -> str:
    if "${" in value:
        return "Apache takes '${' for the beginning of a variable"
    return "Apache takes 'expr=' for the beginning of code" if value.startswith("expr=") else ""


def _types() -> str:
    lines = (
        f"AddType {in_quotes(_with_charset(each))} {' '.join(f'.{one}' for one in extensions)}\n"
        for each, extensions in TYPES.items()
    )
    return f"{''.join(lines)}{_OTHERS}"


def _with_charset(media_type: str) -> str:
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type


def _redirect(rule: Redirect) -> str:
    expression = expression_of(rule.source, slash=True)
    target = rule.target.replace("%", "\\%").replace("$", "\\$")
    # A query of the request goes along, unless the target has its own, or ends otherwise.
    flags = f"R={rule.status},L,NE{',QSD' if '#' in rule.target else ''}"
    when = "" if rule.forced else _NO_FILE
    return f'{when}RewriteRule "{expression}" "{target}" [{flags}]\n'


def _headers(rules: Sequence[HeaderRule]) -> Iterator[str]:
    """The lines for all headers: the last rule that sets one for a path prevails."""
    for at, rule in enumerate([HeaderRule(0, "/*", [REVALIDATED]), *rules]):
        when = ""
        if rule.path != "/*" and rule.headers:
            variable = f"undersigned_{at}"
            yield f'RewriteRule "{expression_of(rule.path)}" "-" [E={variable}:1]'
            # 404.html is sent for another path, of which Apache keeps the variables so.
            either = f"-n reqenv('{variable}') || -n reqenv('REDIRECT_{variable}')"
            when = f' "expr={either}"'
        for name, value in rule.headers:
            yield f"Header always set {in_quotes(name)} {_format(value)}{when}"


def _format(value: str) -> str:
    return in_quotes(value.replace("\\", "\\\\").replace("%", "%%"))
