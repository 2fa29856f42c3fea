"""Finds the application: module:callable, module:factory() or a script file."""

from __future__ import annotations

import hashlib
import importlib
import importlib.machinery
import os
import site
import sys
import traceback
import types
from typing import Any, Callable, cast

Application = Callable[..., Any]


class LoadError(Exception):
    """The application cannot be loaded."""

    def __init__(self, error: str, remedy: str, trace: str = "") -> None:
        super().__init__(error)
        self.error = error
        self.remedy = remedy
        self.trace = trace


def enter(chdir: str) -> None:
    """Change into the working directory.

    Raises LoadError if its files cannot be read: an import would only say that there are none.
    """
    try:
        os.chdir(chdir)
        os.scandir(".").close()
    except OSError as error:
        user = f"the workers' user (uid {os.getuid()})"
        remedy = f"let {user} into this folder and those above it, or set chdir"
        raise LoadError(f"{type(error).__name__}: {error.strerror}: {chdir}", remedy) from error


def prepare_path(folders: list[str], chdir: str) -> None:
    """Put the working directory and the given folders, with their .pth files, before all else."""
    before = list(sys.path)
    for folder in folders:
        site.addsitedir(folder)
    added = [entry for entry in sys.path if entry not in before]
    sys.path[:] = [chdir, *added, *before]


def load(target: str) -> Application:
    """Load the application that a target names.

    Raises LoadError, whatever goes wrong.
    """
    place, _, name = target.rpartition(":")
    try:
        module = _script(place) if os.sep in place else importlib.import_module(place)
    except BaseException as error:
        raise _failure(error, place) from error
    return _callable(module, place, name)


def _callable(module: Any, place: str, name: str) -> Application:
    factory = name.endswith("()")
    path = name[:-2] if factory else name
    found = module
    try:
        for part in path.split("."):
            found = getattr(found, part)
    except AttributeError as error:
        raise LoadError(
            f'{place} has no "{path}"',
            f"name the callable after a colon, as in {place}:app",
        ) from error
    if factory:
        try:
            found = found()
        except BaseException as error:
            raise _failure(error, place) from error
    if not callable(found):
        raise LoadError(
            f"{place}:{name} is no WSGI application but {type(found).__name__}",
            "name a callable that takes environ and start_response",
        )
    return cast(Application, found)


def _script(path: str) -> Any:
    # As mod_wsgi does: a script is no module of its folder, and may have any name.
    name = "_gatehouse_" + hashlib.sha256(os.fsencode(path)).hexdigest()[:16]
    loader = importlib.machinery.SourceFileLoader(name, path)
    module = types.ModuleType(name)
    module.__file__ = path
    module.__loader__ = loader
    sys.modules[name] = module
    loader.exec_module(module)
    return module


def _failure(error: BaseException, place: str) -> LoadError:
    trace = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    last = traceback.format_exception_only(type(error), error)[-1].strip()
    return LoadError(last, _remedy(error, place), trace)


def _remedy(error: BaseException, place: str) -> str:
    if isinstance(error, ModuleNotFoundError):
        if error.name is not None and (place + ".").startswith(error.name + "."):
            return "set chdir or pythonPath to the folder that holds it"
        return f"install it for {sys.executable}, or set pythonHome to the virtualenv that has it"
    if isinstance(error, FileNotFoundError) and os.sep in place:
        return "check the path of the script and the working directory"
    if isinstance(error, SyntaxError):
        return f"correct the file, or use another Python than {sys.version.split()[0]}"
    if isinstance(error, SystemExit):
        return "the module must not exit when it is imported"
    return "the traceback is in the log"
