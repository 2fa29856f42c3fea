"""What the tests of the pool ask for, one function per path."""

import ctypes
import gc
import json
import logging
import os
import sys
import tempfile
import threading
import time
from contextlib import suppress
from wsgiref.validate import validator

LOG = logging.getLogger("site.log")


def text(start_response, body, status="200 OK", headers=()):
    start_response(status, [("Content-Type", "text/plain"), *headers])
    return [body.encode("utf-8", "surrogateescape")]


def hello(environ, start_response):
    return text(start_response, "Hello from Python\n")


def pid(environ, start_response):
    return text(start_response, str(os.getpid()))


def environ_json(environ, start_response):
    shown = {name: value for name, value in environ.items() if isinstance(value, (str, bool))}
    shown["type"] = type(environ).__name__
    return text(start_response, json.dumps(shown))


def process_json(environ, start_response):
    mask = os.umask(0)
    os.umask(mask)
    return text(
        start_response,
        json.dumps(
            {
                "cwd": os.getcwd(),
                "path": sys.path,
                "argv": sys.argv,
                "environment": dict(os.environ),
                "umask": oct(mask),
                "nice": os.nice(0),
                "uid": os.getuid(),
                "executable": sys.executable,
                "prefix": sys.prefix,
                "switchInterval": sys.getswitchinterval(),
                "main": threading.current_thread() is threading.main_thread(),
                "descriptors": sorted(int(fd) for fd in os.listdir("/proc/self/fd")),
                "stdin": os.readlink("/proc/self/fd/0"),
            }
        ),
    )


def echo(environ, start_response):
    body = environ["wsgi.input"].read()
    start_response("200 OK", [("Content-Type", "application/octet-stream")])
    return [body]


def count(environ, start_response):
    total = 0
    while True:
        block = environ["wsgi.input"].read(65536)
        if not block:
            return text(start_response, str(total))
        total += len(block)


def big(environ, start_response):
    blocks = int(environ["QUERY_STRING"])
    start_response("200 OK", [("Content-Type", "application/octet-stream")])
    return (b"x" * 65536 for _ in range(blocks))


def truncated(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    yield b"half"
    raise RuntimeError("in the middle")


def dies_in_the_middle(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    yield b"half"
    os._exit(5)


def fails(environ, start_response):
    raise ValueError("nothing works\nhere")


def exits(environ, start_response):
    sys.exit(3)


def exits_at_once(environ, start_response):
    print("these are the last words", file=sys.stderr)
    os._exit(3)


def aborts(environ, start_response):
    os.abort()


def segfaults(environ, start_response):
    ctypes.string_at(0)
    return hello(environ, start_response)


def sleeps(environ, start_response):
    time.sleep(float(environ["QUERY_STRING"]))
    return hello(environ, start_response)


def waits(environ, start_response):
    while not os.path.exists(environ["QUERY_STRING"]):
        time.sleep(0.01)
    return hello(environ, start_response)


def marks_after_two_seconds_and_sleeps(environ, start_response):
    time.sleep(2)
    with open(environ["QUERY_STRING"], "w"):
        pass
    time.sleep(600)
    return hello(environ, start_response)


def loops(environ, start_response):
    while True:
        pass


def loops_and_catches(environ, start_response):
    end = time.monotonic() + 600
    while time.monotonic() < end:
        with suppress(BaseException):
            while time.monotonic() < end:
                pass


def holds_the_lock(environ, start_response):
    # PyDLL keeps the interpreter lock while the C function runs.
    ctypes.PyDLL(None).sleep(600)
    return hello(environ, start_response)


def allocates(environ, start_response):
    return text(start_response, str(len(bytearray(10 * 1024**3))))


def grows(environ, start_response):
    GARBAGE.append(b"x" * (64 * 1024 * 1024))
    return pid(environ, start_response)


GARBAGE = []


def forks(environ, start_response):
    child = os.fork()
    if child == 0:
        return text(start_response, "the child answers")
    os.waitpid(child, 0)
    return text(start_response, "the parent answers")


def sockets_of_a_grandchild(environ, start_response):
    result, told = os.pipe()
    child = os.fork()
    if child == 0:
        grandchild = os.fork()
        if grandchild == 0:
            paths = [f"/proc/self/fd/{fd}" for fd in os.listdir("/proc/self/fd")]
            links = [os.readlink(path) for path in paths if os.path.lexists(path)]
            os.write(told, str([link for link in links if link.startswith("socket:")]).encode())
        else:
            os.waitpid(grandchild, 0)
        os._exit(0)
    os.waitpid(child, 0)
    os.close(told)
    return text(start_response, os.read(result, 1000).decode())


def leaves_a_child(environ, start_response):
    child = os.fork()
    if child == 0:
        time.sleep(600)
        os._exit(0)
    return text(start_response, str(child))


def closes_descriptors(environ, start_response):
    os.close(1)
    os.close(2)
    print("still heard")
    return hello(environ, start_response)


def closes_everything(environ, start_response):
    os.closerange(3, 256)
    return hello(environ, start_response)


def prints(environ, start_response):
    print("to stdout")
    print("to stderr", file=sys.stderr)
    print("to wsgi.errors", file=environ["wsgi.errors"])
    print("invalid \udcff text")
    LOG.error("an error %s", "with arguments")
    LOG.warning("a warning")
    try:
        raise KeyError("inner")
    except KeyError:
        LOG.exception("caught")
    threading.Thread(target=print, args=("from a thread",)).start()
    os.write(1, b"raw to 1\n")
    os.write(2, b"raw to 2\n")
    os.write(1, b"raw \xff\x00\x80\n")
    return hello(environ, start_response)


def thread_fails(environ, start_response):
    def run():
        raise LookupError("in the background")

    thread = threading.Thread(target=run, name="background")
    thread.start()
    thread.join()
    return hello(environ, start_response)


def never_reads(environ, start_response):
    return text(start_response, "not read")


def sends_a_file(environ, start_response):
    file = tempfile.TemporaryFile()  # noqa: SIM115 - whoever sends it closes it
    size = int(environ["QUERY_STRING"])
    file.write(b"-" * 7 + b"f" * size)
    file.seek(7)
    start_response("200 OK", [("Content-Type", "application/octet-stream")])
    return environ["wsgi.file_wrapper"](file)


def sends_by_path_descriptor(environ, start_response):
    """Does what a compromised application could: names a descriptor that gives no right to read."""
    descriptor = os.open(environ["QUERY_STRING"], os.O_PATH)
    connection = next(
        each
        for each in gc.get_objects()
        if type(each).__name__ == "RequestConnection" and each.owner == threading.get_ident()
    )
    connection.head("200 OK", [])
    if not connection.file(descriptor, 0, os.stat(descriptor).st_size):
        connection.data(b"refused")
    connection.end()
    raise RuntimeError("answered already")


def streams(environ, start_response):
    marker = environ["QUERY_STRING"]
    start_response("200 OK", [("Content-Type", "text/plain")])
    yield b"first"
    while not os.path.exists(marker):
        time.sleep(0.01)
    yield b"second"


class Closing:
    """A body that never ends, and says in a file that it was closed."""

    def __init__(self, marker):
        self.marker = marker

    def __iter__(self):
        return self

    def __next__(self):
        return b"x" * 65536

    def close(self):
        with open(self.marker, "w") as file:
            file.write("closed")


def never_ends(environ, start_response):
    start_response("200 OK", [("Content-Type", "application/octet-stream")])
    return Closing(environ["QUERY_STRING"])


def many_headers(environ, start_response):
    value = "v" * 1000
    headers = [(f"X-{number}", value) for number in range(int(environ["QUERY_STRING"]))]
    return text(start_response, "many", headers=headers)


PATHS = {
    f"/{name}": function
    for name, function in list(globals().items())
    if callable(function) and getattr(function, "__module__", None) == __name__
}


def app(environ, start_response):
    return PATHS[environ["PATH_INFO"]](environ, start_response)


validated = validator(app)
