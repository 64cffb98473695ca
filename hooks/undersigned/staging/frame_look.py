"""What stands about the words of a page where no engine draws it: a template, and its style."""

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
{% block header %}<header><a href="{{ '.' | url }}">{{ name }}</a></header>{% endblock %}
{% macro list(items) %}<ul>
{% for item in items %}<li>
{%- if item.children is defined %}{{ item.title }}{{ list(item.children) }}
{%- else %}<a href="{{ served[item.path] | url }}"
  {%- if item.path == path %} aria-current="page"{% endif %}>{{ titles[item.path] }}</a>{% endif -%}
</li>
{% endfor %}</ul>{% endmacro %}
<nav>{{ list(menu) }}</nav>
<main><article>
{% block content %}{{ content }}{% endblock %}
</article></main>
<footer>{{ copyright }}</footer>
{% block scripts %}{% endblock %}
</body>
</html>
"""

STYLE = """\
body { font: 1.125rem/1.6 Georgia, serif; margin: 0 auto; max-width: 42rem; padding: 1rem }
header, nav, footer, table { font: 0.9375rem/1.5 system-ui, sans-serif }
header { font-weight: bold }
nav ul { list-style: none; padding-inline-start: 1rem }
a[aria-current] { font-weight: bold }
table { border-collapse: collapse; display: block; overflow-x: auto }
td, th { border-bottom: 1px solid; padding: 0.25rem 0.5rem; text-align: start; vertical-align: top }
pre { overflow-x: auto }
img, svg { height: auto; max-width: 100% }
@media print { header, nav, footer { display: none } }
"""
