"""A WSGI application (PEP 3333) that shows who answers, and what it was given."""

import html
import os
import sys
import threading
from pathlib import Path

MASKED = {"HTTP_AUTHORIZATION", "HTTP_COOKIE", "SSL_SESSION_ID"}
SOURCE = Path(__file__).read_text(encoding="utf-8")


def application(environ, start_response):
    path, query = environ.get("PATH_INFO", ""), environ.get("QUERY_STRING", "")
    who = {
        "Python": sys.version.split()[0],
        "process": os.getpid(),
        "thread": threading.current_thread().name,
    }
    given = {key: shown(key, environ[key]) for key in sorted(environ)}
    if "format=text" in query:
        kind = "text/plain"
        text = "".join(f"{key}={value}\n" for key, value in {**who, **given}.items())
    else:
        kind = "text/html"
        root = "../" * path.count("/") or "./"
        text = PAGE.format(
            root=root, who=rows(who), given=rows(given), source=html.escape(SOURCE)
        )
    body = text.encode()
    headers = [
        ("Content-Type", kind + "; charset=utf-8"),
        ("Content-Length", str(len(body))),
        ("Cache-Control", "no-store"),
    ]
    start_response("200 OK", headers)
    return [body]


def shown(key, value):
    if key in MASKED:
        return "(masked)"
    if isinstance(value, str):
        # The characters of native strings are bytes.
        return value.encode("latin-1").decode("utf-8", "replace")
    return value if isinstance(value, (bool, tuple)) else "(an object)"


def rows(values):
    return "\n".join(
        f'<tr><th scope="row">{html.escape(key)}</th><td>{html.escape(str(value))}</td></tr>'
        for key, value in values.items()
    )


PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Python - Gatehouse</title>
<link rel="icon" href="{root}icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="{root}site.css">
</head>
<body>
<header class="bar"><a class="home" href="{root}">Gatehouse</a></header>
<main class="sheet">
<h1>Python</h1>
<p>A process of CPython made this page. The container took the request, a thread of the worker
answered it; reload, and another may. <a href="?format=text">As plain text</a>.</p>
<table class="environ"><tbody>
{who}
</tbody></table>
<h2>Its source</h2>
<p>All of it: a callable that takes <code>environ</code> and <code>start_response</code>. Flask and
Django are such callables, too.</p>
<figure><figcaption>WEB-INF/python/demo.py</figcaption>
<pre tabindex="0"><code>{source}</code></pre></figure>
<h2>What it was given</h2>
<p>The environ of your request. Add a path or a query to the address and see where it turns up.</p>
<table class="environ"><tbody>
{given}
</tbody></table>
</main>
</body>
</html>
"""
