"""GatewayServlet beside a plain servlet in the same container."""

from __future__ import annotations

from harness.contenders.embedded_tomcat import FILE_SIZE, EmbeddedTomcat
from harness.contenders.slow_clients import BesideSlowClients
from harness.scenario import Bound, Load, Scenario

_PLAIN = "HttpServlet"
_DEFAULT = "DefaultServlet"
_READING = "HttpServlet that reads the headers"
_GATEWAY = "GatewayServlet"
_BESIDE = "GatewayServlet beside 2,000 slow clients"

_BROWSER = (
    "Cache-Control: max-age=0",
    'sec-ch-ua: "Chromium";v="140", "Not=A?Brand";v="24"',
    "sec-ch-ua-mobile: ?0",
    'sec-ch-ua-platform: "Linux"',
    "Upgrade-Insecure-Requests: 1",
    "User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36",
    "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
    "Sec-Fetch-Site: same-origin",
    "Sec-Fetch-Mode: navigate",
    "Sec-Fetch-User: ?1",
    "Sec-Fetch-Dest: document",
    "Referer: https://www.example.com/articles/2026/gateways",
    "Accept-Encoding: gzip, deflate, br, zstd",
    "Accept-Language: en-GB,en;q=0.9,de;q=0.8",
    "Cookie: session=8f14e45fceea167a5a36dedd4bea2543; theme=dark",
)


def _pair(
    workload: str, load: Load, at_least: float, *, name: str, title: str, plain: str = _PLAIN
) -> Scenario:
    return Scenario(
        name=f"bridge/{name}",
        title=title,
        load=load,
        contenders=(
            EmbeddedTomcat(plain, "plain", workload),
            EmbeddedTomcat(_GATEWAY, "gateway", workload),
        ),
        bounds=(Bound(_GATEWAY, plain, at_least),),
    )


def _headers() -> Scenario:
    # An environ has the headers as strings; the container makes them for whoever asks.
    return Scenario(
        "bridge/headers",
        "Hello, 16 request headers",
        _BROWSER_HELLO,
        (
            EmbeddedTomcat(_READING, "plain", "headers"),
            EmbeddedTomcat(_GATEWAY, "gateway", "headers"),
            EmbeddedTomcat(_PLAIN, "plain", "hello"),
        ),
        (Bound(_GATEWAY, _READING, 0.97),),
    )


def _slow_clients() -> Scenario:
    gateway = EmbeddedTomcat(_GATEWAY, "gateway", "upload", virtual=True)
    beside = EmbeddedTomcat(_BESIDE, "gateway", "upload", virtual=True)
    return Scenario(
        "bridge/slow-clients",
        "Small GETs, without and beside 2,000 clients that each send 60 bytes in 60 s",
        Load(body_size=len("0\n")),
        (gateway, BesideSlowClients(beside)),
        (Bound(_BESIDE, _GATEWAY, 0.9),),
    )


_HELLO = Load(13)
_BROWSER_HELLO = Load(13, headers=_BROWSER)
_BODY = Load(65_536)
_STREAM = Load(33_000)
_FILE = Load(FILE_SIZE, path="/file.bin", connections=2, by_bytes=True)

SCENARIOS: tuple[Scenario, ...] = (
    _pair("hello", _HELLO, 0.97, name="hello", title="Hello, 13 bytes"),
    _headers(),
    _pair("body", _BODY, 0.97, name="body", title="64 KiB in one block"),
    _pair("stream", _STREAM, 0.95, name="stream", title="1,000 blocks of 33 bytes, each flushed"),
    _pair("file", _FILE, 0.95, name="file", title="1 GiB file", plain=_DEFAULT),
    _slow_clients(),
)
