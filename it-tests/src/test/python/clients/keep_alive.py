"""Send requests of many kinds on one connection: keep_alive.py URL COUNT."""

from __future__ import annotations

import hashlib
import http.client
import json
import sys
from typing import Any, Iterator
from urllib.parse import urlsplit


def pieces(size: int) -> Iterator[bytes]:
    while size > 0:
        yield b"x" * min(size, 10_000)
        size -= 10_000


def multipart(content: bytes) -> tuple[bytes, dict[str, str]]:
    head = '--gate\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n'
    parts = (
        (head % ("note", "")).encode(),
        b"a note\r\n",
        (head % ("file", '; filename="f"')).encode(),
        content,
        b"\r\n--gate--\r\n",
    )
    return b"".join(parts), {"Content-Type": "multipart/form-data; boundary=gate"}


def ask(connection: http.client.HTTPConnection, *request: Any, **options: Any) -> bytes:
    connection.request(*request, **options)
    with connection.getresponse() as response:
        assert response.status == 200, (request, response.status)
        return response.read()


url = urlsplit(sys.argv[1])
count = int(sys.argv[2])
connection = http.client.HTTPConnection(url.hostname, url.port, timeout=60)
connection.connect()
socket = connection.sock
for number in range(count):
    size = number * 997
    kind = number % 4
    if kind == 0:
        answer = ask(connection, "GET", f"{url.path}lines/{number}?word=w")
        assert answer.count(b"\n") == number, answer
    elif kind == 1:
        chunked = {"body": pieces(size), "encode_chunked": True}
        headers = {"Transfer-Encoding": "chunked"}
        answer = ask(connection, "PUT", url.path + "raw", headers=headers, **chunked)
        assert json.loads(answer) == {"length": None, "size": size}, answer
    elif kind == 2:
        content = bytes(number % 256 for _ in range(size))
        body, headers = multipart(content)
        answer = ask(connection, "POST", url.path + "upload", body, headers)
        assert json.loads(answer)["sha256"] == hashlib.sha256(content).hexdigest(), answer
    else:
        assert ask(connection, "HEAD", url.path + "source") == b""
    assert connection.sock is socket, "another connection"
print(f"{count} answers, 1 connection")
