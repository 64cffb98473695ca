"""What stands about the words of a page where no engine draws it: a template, and its style.

The article has the class that the style sheets of this project know, and its colours are theirs.
"""

BASE = """\
<!doctype html>
<html lang="{{ language }}" dir="{{ direction }}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ head }}</title>
{% set said = description or described %}
{% if said %}<meta name="description" content="{{ said }}">{% endif %}
{% if address %}<link rel="canonical" href="{{ address }}">{% endif %}
{% if icon %}<link rel="icon" href="{{ icon | url }}">{% endif %}
{% for sheet in sheets %}<link rel="stylesheet" href="{{ sheet | url }}">
{% endfor %}<link rel="stylesheet" href="{{ 'assets/frame.css' | url }}">
{% block extrahead %}{% endblock %}
</head>
<body>
<a class="frame-skip" href="#_words">{{ skip }}</a>
{% macro list(items) %}<ul>
{% for item in items %}<li>
{%- if item.children is defined %}{{ item.title }}{{ list(item.children) }}
{%- else %}<a href="{{ served[item.path] | url }}"
  {%- if item.path == path %} aria-current="page"{% endif %}>{{ titles[item.path] }}</a>{% endif -%}
</li>
{% endfor %}</ul>{% endmacro %}
{% block header %}<header class="frame-header">
<a class="frame-name" href="{{ '.' | url }}">{{ name }}</a>
<details class="frame-menu"><summary>{{ menu_name }}</summary><nav>{{ list(menu) }}</nav></details>
</header>{% endblock %}
<main id="_words"><article class="edition">
{% block content %}{{ content }}{% endblock %}
</article></main>
<footer class="frame-footer">{{ copyright }}</footer>
{% block scripts %}{% endblock %}
</body>
</html>
"""

# Lengths are counted from letters of 20 pixels, as in the sheets of this project.
STYLE = """\
html { font-size: 125% }
body {
  background: var(--undersigned-paper, Canvas);
  color: var(--undersigned-ink, CanvasText);
  font-family: var(--undersigned-sans, sans-serif);
  margin: 0;
}
a { color: var(--undersigned-accent, LinkText) }
.frame-skip { position: absolute; inset-block-start: -3rem }
.frame-skip:focus { position: static }
.frame-header, main, .frame-footer { margin: 0 auto; max-width: 61rem; padding: 0.6rem 0.8rem }
.frame-header {
  align-items: baseline;
  border-bottom: 1px solid var(--undersigned-hairline, GrayText);
  display: flex;
  flex-wrap: wrap;
  font-size: 0.8rem;
  gap: 0.4rem 1.2rem;
}
.frame-name { color: inherit; font-weight: 600; text-decoration: none }
.frame-menu summary { cursor: pointer; padding: 0.2rem 0 }
.frame-menu[open] { flex-basis: 100% }
.frame-menu nav > ul { columns: 12rem; margin: 0; padding: 0 }
.frame-menu ul { list-style: none; padding-inline-start: 0.8rem }
.frame-menu li { break-inside: avoid; padding: 0.15rem 0 }
.frame-menu a { display: inline-block; min-height: 1.2rem }
.frame-menu a[aria-current] { font-weight: 600 }
.frame-footer { color: var(--undersigned-pale, inherit); font-size: 0.65rem }
.edition { line-height: 1.6; padding-block: 0.8rem }
.edition .headerlink { margin-inline-start: 0.5rem; opacity: 0 }
.edition :is(:hover, :focus-within) > .headerlink, .edition .headerlink:focus { opacity: 1 }
.edition table:not([class]) { border-collapse: collapse; display: block; overflow-x: auto }
.edition :is(th, td) { text-align: start; vertical-align: top }
.edition pre { overflow-x: auto }
.edition :is(img, svg) { max-width: 100% }
@media screen and (prefers-color-scheme: dark) {
  :root {
    --undersigned-paper: var(--undersigned-night-paper);
    --undersigned-shade: var(--undersigned-night-shade);
    --undersigned-ink: var(--undersigned-night-ink);
    --undersigned-pale: var(--undersigned-night-pale);
    --undersigned-hairline: var(--undersigned-night-hairline);
    --undersigned-line: var(--undersigned-night-line);
    --undersigned-accent: var(--undersigned-night-accent);
    color-scheme: dark;
  }
}
@media print { .frame-skip, .frame-header, .frame-footer { display: none } }
"""
