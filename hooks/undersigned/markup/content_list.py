"""What a page's own content may hold: the elements, attributes and classes, and no others.

It is what Markdown, its commonest extensions and this project make of a page. What is not on the
list is refused, whether it does harm or not.
"""

from collections.abc import Mapping

# Attributes of every element.
_ANYWHERE = ("class", "dir", "id", "lang", "title")

_WORDS = (
    "abbr b bdi br caption cite code dd del dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr"
    " i ins kbd mark p pre rp rt ruby s samp section small span strong sub summary sup table tbody"
    " tfoot thead tr u ul var wbr aside blockquote q"
)
_WITH = {
    "a": "href name rel target",
    "details": "open",
    "del": "datetime",
    "div": "data-tabs",
    "img": "align alt height loading src width",
    "input": "checked disabled name type",
    "ins": "datetime",
    "label": "for",
    "li": "value",
    "ol": "start type reversed",
    "path": "d",
    "span": "data-linenos",
    "svg": "viewbox xmlns",
    "td": "colspan rowspan",
    "th": "colspan rowspan scope",
    "time": "datetime",
    "data": "value",
}

# Each element by its name, with the attributes that it may have.
ELEMENTS: Mapping[str, frozenset[str]] = {
    name: frozenset((*_ANYWHERE, *_WITH.get(name, "").split()))
    for name in (*_WORDS.split(), *_WITH)
}

# Admonitions and details, by their kinds and other names.
_KINDS = (
    "note abstract summary tldr info todo tip hint important success check done question help faq"
    " warning caution attention failure fail missing danger error bug example quote cite seealso"
)
# Tables' columns; blocks, cards, keys, task lists, tabs; code; notes.
_OTHER = (
    "align-left align-center align-right admonition admonition-title inline end abbr caption"
    " grid cards card middle keys critic comment task-list task-list-item"
    " task-list-control task-list-indicator tabbed-set tabbed-alternate tabbed-labels"
    " tabbed-content tabbed-block highlight highlighttable codehilite filename linenos linenodiv"
    " normal special code hll copy toc toctitle twemoji emojione gemoji"
    " headerlink footnote footnote-ref footnote-backref cited-source spelled-out"
    " drawn-figure drawn-events"
)
CLASSES = frozenset((*_KINDS.split(), *_OTHER.split()))

# Elements that are refused with a reason of their own.
REFUSED: Mapping[str, str] = {
    "noscript": "is read in two ways, with scripts and without",
    "title": "is read as text in one place and as HTML in another",
    "meta": "can send a reader elsewhere",
    "base": "changes where every link leads",
    "link": "loads a file",
    "script": "runs code",
    "style": "changes what is shown",
    "template": "holds what is not shown",
    "iframe": "shows another page",
    "frame": "shows another page",
    "frameset": "shows another page",
    "object": "loads a file",
    "embed": "loads a file",
    "form": "sends what a reader types",
    "button": "is for scripts, and pages have none of their own",
    "plaintext": "never ends",
}
REFUSED_ATTRIBUTES: Mapping[str, str] = {
    "aria-hidden": "hides from some readers what others see",
    "autofocus": "moves a reader without being asked",
    "hidden": "hides what is on the page",
    "http-equiv": "can send a reader elsewhere",
    "inert": "keeps readers from what is on the page",
    "ping": "tells another site who follows a link",
    "popover": "hides what is on the page",
    "referrerpolicy": "tells other sites where a reader comes from",
    "srcdoc": "holds another page",
    "srcset": "names files that are loaded by size; name one by src",
    "style": "is refused by the content security policy",
}
