"""What hostile pages are made of: names, values and whole lines that mean more than they seem."""

from collections.abc import Sequence
from html import escape

from .elsewhere import OTHER

# Alone on a line it stands for the text, which one page must show once.
MARKER = "\\statement"

REFRESH = f"<meta http-equiv=refresh content='0;url={OTHER}/meta'>"
ENTRY = (
    '<ul class="undersigned-entries"><li class="undersigned-entry" id="acme"><div><bdi'
    ' class="undersigned-entry__name"><a href="https://acme.example">Acme</a></bdi></div></li></ul>'
)
ASKED = f"{OTHER}/asked"
PICTURE = "../assets/undersigned/card.png"

# Elements beside those that are on the list.
_ELEMENTS = (
    "article header footer main nav bdo dialog template slot noscript title meta link base script"
    " style iframe frame frameset noframes noembed object embed param applet audio video source"
    " track picture canvas map area form input button select option optgroup textarea label"
    " fieldset output progress meter datalist menu marquee xmp plaintext listing image isindex svg"
    " g use foreignObject desc animate set math mtext annotation-xml mglyph html head body x-widget"
    " nobr tt big strike search selectedcontent fencedframe hgroup address center font col"
)
ELEMENTS = _ELEMENTS.split()
_RAW_TEXT = (
    "title textarea style script xmp iframe noembed noframes noscript plaintext template select"
)
RAW_TEXT = _RAW_TEXT.split()
_CLASSES = (
    "md-overlay md-dialog md-tooltip md-search__overlay md-nav md-hidden md-icon md-header"
    " md-footer md-typeset md-content md-skip md-annotation__index md-top md-banner md-status"
    " md-tag md-clipboard md-code__nav md-path undersigned-text undersigned-entry undersigned-right"
    " undersigned-entries undersigned-filter undersigned-group undersigned-results undersigned-home"
    " undersigned-document undersigned-numeral no-js js mermaid lg middle mdx-hide headerlink"
    " footnote footnote-ref footnote-backref tabbed-set tabbed-content tabbed-block"
    " tabbed-alternate tabbed-labels task-list-control twemoji cited-source spelled-out"
)
CLASSES = _CLASSES.split()
_IDS = (
    "acme beta-verein one _1 __config __search __drawer __toc __palette_0 _content _menu _versions"
    " _withdrawn kind_company fn:1 fnref:1 fn:a the-text __nav_1 __tabbed_1_1 __md_scope"
    " undersigned-text location forms search body currentScript text getElementById"
    " __codelineno-0-1 __skip cookie head documentElement defaultView"
)
IDS = _IDS.split()
ADDRESSES = [
    *("../", "#one", "../principles/", "https://acme.example/news", ASKED, "//other.example/asked"),
    *("\\\\other.example/asked", "javascript:void 0", "data:text/html,a", "mailto:a@acme.example"),
    "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7",
    *("ht\ntp://other.example/asked", "&#104;ttp://other.example/asked", "https:other.example"),
    *("http:/\\other.example/asked", "blob:null/a", PICTURE, " //other.example/asked"),
]

# Values by their attributes: first those that pages may have, if any, then others.
VALUES: dict[str, Sequence[str]] = {
    "class": CLASSES,
    "id": IDS,
    "href": ADDRESSES,
    "src": [PICTURE, *ADDRESSES],
    "name": [*IDS, "referrer"],
    "title": ["A title", escape(REFRESH), f"</title>{REFRESH}", escape(escape(REFRESH))],
    "alt": ["", "A picture", escape(REFRESH)],
    "hidden": ["", "until-found"],
    "style": ["display:none", "position:fixed;inset:0;background:#fff", "color:red"],
    "dir": ["ltr", "rtl", "auto"],
    "lang": ["en", "ar", "xx"],
    "align": ["left", "right", "middle", "center"],
    "width": ["100", "100%", "0", "9999", "300%"],
    "height": ["1", "0", "9999"],
    "start": ["3", "-1", "999999999"],
    "type": ["a", "1", "hidden", "module", "checkbox", "image", "radio"],
    "value": ["7", "-1"],
    "colspan": ["2", "999"],
    "rowspan": ["2", "0", "65534"],
    "target": ["_blank", "_top", "other"],
    "rel": ["nofollow", "noopener", "opener", "preload"],
    "content": [f"0;url={OTHER}/meta"],
    "http-equiv": ["refresh"],
    "srcset": [f"{ASKED} 2x"],
    "srcdoc": [REFRESH],
    "markdown": ["1", "block", "span"],
    "data-md-component": ["header", "search", "announce", "source", "content"],
    "role": ["none", "presentation", "alert"],
    "aria-label": ["Other words"],
    "aria-hidden": ["true"],
    "for": ["__search", "__drawer", "__tabbed_1_1"],
    "datetime": ["2024-05-06"],
    "loading": ["lazy"],
    "scope": ["row"],
    "color": ["white"],
    "size": ["1", "-7"],
    "popover": ["", "auto"],
    "shadowrootmode": ["open"],
    "data-tabs": ["1:2"],
    "data-linenos": ["1 "],
    **dict.fromkeys(("open", "reversed", "inert", "autofocus", "nowrap", "checked"), ("",)),
    **dict.fromkeys(("referrerpolicy", "fetchpriority", "blocking"), ("unsafe-url",)),
    **dict.fromkeys(("ping", "background", "poster", "data", "action", "formaction"), (ASKED,)),
    **dict.fromkeys(("cite", "xml:base", "xlink:href", "usemap", "longdesc", "manifest"), (ASKED,)),
    **dict.fromkeys(("onclick", "onfocus", "ontoggle", "onanimationstart", "on"), ("a()",)),
    **dict.fromkeys(("bgcolor", "border", "hspace", "vspace", "valign", "is", "slot"), ("9999",)),
    **dict.fromkeys(("accesskey", "tabindex", "contenteditable", "draggable", "form"), ("1",)),
    **dict.fromkeys(("data-clipboard-text", "data-preview", "data-md-toggle", "itemprop"), ("a",)),
}

WORDS = [
    *("Words of a page.", "**Strong** words", "A & B", "Пламя", "כן", "&lt;b&gt; &#x202e;"),
    *("a" * 90, "&amp;lt;script&amp;gt;", "&nbsp;", ""),
]

COMMENTS = [
    *("<!-- Words -->", "<!-- more -->", "<!-->", f"<!--> {REFRESH} -->", "<!-- not closed"),
    *(f"<!-- --!> {REFRESH} -->", "<!- -", f"<!--{ENTRY}-->", "<![CDATA[ words ]]>"),
    *(f"<![CDATA[>{REFRESH}]]>", "<?php echo 1 ?>", f"<?x {REFRESH} ?>", "<!DOCTYPE html>"),
    *("</ x>", "<!ELEMENT a>", f"<!-- <!-- --> {REFRESH} -->", f"<!--->{REFRESH}<!--->"),
]

# Markdown as authors write it, and as others do.
USUAL = [
    *("Words of a page.", "## Another heading", "> Quoted words", "- a\n- b", "1. Do good\n2. No"),
    *("a | b\n:- | -:\nc | d", "Words.[^a]\n\n[^a]: A note.", "```html\n<b>code</b>\n```"),
    *("    code", "`<b>`", "*[harm]: good", f"![]({PICTURE})", '!!! note "A box"\n    Words.'),
    *('??? note "A folded box"\n    Words.', "Term\n:   Its meaning", "***", "Words.  \nMore."),
    *('=== "One"\n\n    First\n\n=== "Two"\n\n    Second', f"<{OTHER}/followed>", "Words\n====="),
    *(f"[a]({OTHER}/followed)", f"[1]: {OTHER}/followed", f"[a][b]\n\n[b]: {OTHER}/ 'T'"),
    *("[TOC]", "\\<b>", "&lt;meta&gt;", "<a@acme.example>", "Words { .copy }", "## ھا { #_1 }"),
    *(
        f"![a]({PICTURE}){{ width=9999 align=left }}",
        "[a](# 'A title')",
        "Words (1)\n{ .annotate }",
    ),
    *("<center>", "&#60;b&#62;", "Say so", "2. Say so", "<br>", "<hr/>", "&shy;" * 50),
]
ODD = [
    *(ENTRY, REFRESH, f"![a]({ASKED})", f'<img src="{ASKED}" alt="">', "Words\n{ #__config }"),
    *('<p id="__config">Words</p>', '<div data-tabs="1:2">Words</div>', "[a](javascript:void)"),
    *('<div data-md-component="search">Words</div>', f"<link rel=preconnect href={ASKED}>"),
    *(f'<link rel="stylesheet" href="{ASKED}">', f'<iframe src="{ASKED}"></iframe>', "\x00"),
    *(f'<object data="{ASKED}"></object>', f'<video src="{ASKED}" poster="{ASKED}"></video>'),
    *(f'<p style="background:url({ASKED})">a</p>', f'<script src="{ASKED}"></script>', "\u202e"),
    *(f'<input type="image" src="{ASKED}">', f'<svg><image href="{ASKED}"/></svg>', "</details>"),
    *('<p onclick="a()">Words</p>', "<style>li { display: none }</style>", "</div></article>"),
    *("<script>document.body.remove()</script>", "***bold***{.headerlink}", "<div hidden>", "<b"),
    *('<div class="md-overlay" id="acme">', "<table><tr>", "<details>", "<p>Words", "</div>", "<"),
    *("<table><p>Words</p></table>", "<a href=#>" * 2, "<b><i></b></i>", "<h2><div>a</div></h2>"),
    *(
        "&NewLine;<p>",
        "{ # }",
        "</main>",
        "</body></html>",
        "<svg><p>",
        "<p hidden>",
        "<plaintext>",
    ),
]

# Ways to ask for the text; a template of a whole page has no other place for it.
ASKING = [
    *("    {}", "> {}", "- words\n\n    {}", "```\n{}\n```", "{}\n\n{}"),
    *("<!--\n{}\n-->", '??? note "Folded"\n\n    {}', '!!! note "A box"\n\n    {}', "<p>\n{}"),
    *('=== "One"\n\n    Words\n\n=== "Two"\n\n    {}', "[^t]\n\n[^t]:\n    {}", "Term\n:\n    {}"),
    *("<details markdown>\n<summary>Words</summary>\n\n{}\n\n</details>", "<div>\n{}\n</div>"),
    *("<details open markdown>\n<summary>Words</summary>\n\n{}\n\n</details>", "a | b\n- | -\n{}"),
    *(
        "{}\n{{ hidden }}",
        "{}\n{{ .md-overlay }}",
        "<table markdown><tr><td>\n{}\n</td></tr></table>",
    ),
    *("<figure markdown>\n\n{}\n\n</figure>", "<pre>\n{}\n</pre>", "*words\n\n{}\n\nwords*"),
]

# Settings at the head of a page.
USUAL_SETTINGS = [
    *("", "", "", "", "description: Words", "hide: [navigation, toc]", "search: {exclude: true}"),
    *(
        "title: A title",
        "status: new",
        "hide: [footer, path, feedback]",
        "tags: [a, b]",
        "draft: 1",
    ),
    *(
        "template: main.html",
        "template: undersigned/text.html",
        "principle: I",
        "icon: material/abc",
    ),
    *("template: undersigned/view.html", "template: undersigned/signatories.html", "author: Ana"),
]
ODD_SETTINGS = [
    *(f'title: "</title>{REFRESH}"', f"title: '<p title=\"</title>{REFRESH}\">'", "robots: none"),
    *(f"author: '\">{REFRESH}'", f"description: '\">{REFRESH}'", f"status: '\">{REFRESH}'"),
    *("template: 404.html", "template: undersigned/print.html", "template: undersigned/home.html"),
    *("template: redirect.html", "icon: ../../../main", f"principle: '<p title=\"{REFRESH}\">'"),
    *(
        "tags: ['<b>']",
        "subtitle: <b>a</b>",
        f"canonical_url: {OTHER}",
        f"title: '{escape(REFRESH)}'",
    ),
    *("undersigned: {}", "template: undersigned/version.html", f"redirect: {OTHER}", "sheet: 1"),
]

# Elements of drawings and their attributes: first those of drawings, then others.
_DRAWN = (
    "rect circle path line polygon g text tspan title desc defs use linearGradient clipPath marker"
    " script style foreignObject image a animate set animateMotion feImage filter handler switch"
    " view metadata symbol pattern mask textPath html:meta html:iframe html:script html:link iframe"
)
DRAWN = _DRAWN.split()
OF_DRAWINGS = [
    *("", "", ' fill="#123456"', ' width="10" height="10"', ' d="M0 0h1"', ' id="a"'),
    *(' class="b"', f' href="{ASKED}"', f' xlink:href="{ASKED}"', ' href="#a"', ' onload="a()"'),
    *(f' style="fill:url({ASKED})"', f' fill="url({ASKED}#a)"', f' filter="url({ASKED}#a)"'),
    *(f' http-equiv="refresh" content="0;url={OTHER}/meta"', f' src="{ASKED}"', ' opacity="0"'),
    *(f' attributeName="href" to="{ASKED}"', f' xml:base="{OTHER}/"', ' transform="scale(2)"'),
    *(f' rel="stylesheet" href="{ASKED}"', f' clip-path="url({ASKED}#a)"', ' fill="url(#a)"'),
]
HEADS = [
    *("", "", "", '<?xml version="1.0"?>\n', f'<?xml-stylesheet href="{ASKED}"?>\n'),
    *(f'<!DOCTYPE svg [<!ENTITY e SYSTEM "{ASKED}">]>\n', "<!-- words -->\n"),
    f'<!DOCTYPE svg [<!ENTITY e \'<html:meta http-equiv="refresh" content="0;url={OTHER}/meta"/>\''
    ">]>\n",
]
