"""Manage a document in Django's admin: django_admin.py URL USER PASSWORD."""

from __future__ import annotations

import os
import re
import sys
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

url, user, password = sys.argv[1:]
cookies = CookieJar()
opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(cookies))


def page(path: str) -> str:
    with opener.open(url + path, timeout=60) as response:
        return response.read().decode()


def submit(path: str, fields: dict[str, str], content: bytes | None = None) -> str:
    """Send a form with the token that its page holds, and return the page that follows."""
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page(path))
    assert token, f"no token on {path}"
    fields = {"csrfmiddlewaretoken": token[1], **fields}
    headers = {"Referer": url + path}
    if content is None:
        body = urllib.parse.urlencode(fields).encode()
    else:
        headers["Content-Type"] = "multipart/form-data; boundary=gate"
        body = b"".join(map(part, fields.items())) + file_part(content)
    request = urllib.request.Request(url + path, body, headers)
    with opener.open(request, timeout=60) as response:
        return response.read().decode()


def part(field: tuple[str, str]) -> bytes:
    name, value = field
    return f'--gate\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()


def file_part(content: bytes) -> bytes:
    head = '--gate\r\nContent-Disposition: form-data; name="file"; filename="a script.bin"\r\n\r\n'
    return head.encode() + content + b"\r\n--gate--\r\n"


documents = "admin/documents/document/"
assert "Welcome" in submit(
    "admin/login/?next=/app/admin/", {"username": user, "password": password}
)

# More than Django keeps in memory.
content = os.urandom(4_000_000)
added = submit(documents + "add/", {"title": "From a script", "_continue": "1"}, content)
link = re.search(r'href="(/app/media/documents/a_script[^"]*)"', added)
assert link, added

with opener.open(urllib.parse.urljoin(url, link[1]), timeout=60) as response:
    assert response.read() == content, "another content"

number = re.search(r"document/(\d+)/delete/", added)
assert number, added
deleted = submit(f"{documents}{number[1]}/delete/", {"post": "yes"})
assert "was deleted successfully" in deleted, deleted
print("logged in, uploaded, downloaded, deleted")
