"""Unpacks a folder of wheels (PEP 427), those that fit this Python: what pip would do, without pip.

Run as ``python wheels.py FOLDER TARGET``.
"""

from __future__ import annotations

import os
import re
import sys
import sysconfig
import zipfile
from typing import NamedTuple

_OLD_MANYLINUX = {"manylinux1": 5, "manylinux2010": 12, "manylinux2014": 17}
_SOURCES = (".tar.gz", ".tar.bz2", ".zip")


class WheelError(Exception):
    """The folder cannot be used; the message says why, and what to do."""


class Wheel(NamedTuple):
    """A wheel as its file name describes it."""

    file: str
    name: str
    version: str
    python: str
    abi: str
    platform: str

    @staticmethod
    def parse(file: str) -> Wheel:
        """Read a file name: ``name-version(-build)-python-abi-platform.whl``."""
        parts = file[: -len(".whl")].split("-")
        if len(parts) not in (5, 6):
            raise WheelError(f"{file} is not named as wheels are")
        name = re.sub(r"[-_.]+", "-", parts[0]).lower()
        return Wheel(file, name, parts[1], *parts[-3:])


class Host(NamedTuple):
    """The Python that is to import the wheels.

    :param minor: the version after ``3.``
    :param abi: the ABI of its C extensions, such as ``cp312``
    :param machine: such as ``x86_64``
    :param glibc: the version after ``2.``, or None where the C library is another one
    """

    minor: int
    abi: str
    machine: str
    glibc: int | None

    @staticmethod
    def here() -> Host:
        """Describe the running interpreter."""
        minor = sys.version_info[1]
        threaded = "t" if sysconfig.get_config_var("Py_GIL_DISABLED") else ""
        machine = re.split(r"[-.]", sysconfig.get_platform())[-1]
        return Host(minor, f"cp3{minor}{threaded}", machine, _glibc())

    def fits(self, wheel: Wheel) -> bool:
        """Tell whether the wheel can be imported here."""
        abis = wheel.abi.split(".")
        return (
            any(self._fits_python(tag, "abi3" in abis) for tag in wheel.python.split("."))
            and any(self._fits_abi(abi) for abi in abis)
            and any(self._fits_platform(tag) for tag in wheel.platform.split("."))
        )

    def _fits_python(self, tag: str, stable: bool) -> bool:
        match = re.fullmatch(r"(py|cp)3(\d*)", tag)
        if not match:
            return False
        if match[1] == "cp" and not stable:
            return match[2] == str(self.minor)
        return int(match[2] or 0) <= self.minor

    def _fits_abi(self, abi: str) -> bool:
        return abi in ("none", self.abi) or (abi == "abi3" and not self.abi.endswith("t"))

    def _fits_platform(self, tag: str) -> bool:
        if tag == "any":
            return True
        if not tag.endswith("_" + self.machine):
            return tag.startswith("macosx") and tag.endswith("universal2")
        kind = tag[: -len(self.machine) - 1]
        if kind.startswith("manylinux"):
            newest = _OLD_MANYLINUX.get(kind) or int(kind.split("_")[-1])
            return self.glibc is not None and newest <= self.glibc
        return self.glibc is None if kind.startswith("musllinux") else True

    def __str__(self) -> str:
        return f"CPython 3.{self.minor} on {self.machine}"


def unpack(folder: str, target: str) -> None:
    """Unpack the wheels of a folder so that the target can be put on sys.path.

    Raises WheelError.
    """
    os.umask(0o022)
    for wheel in choose(sorted(os.listdir(folder)), Host.here()):
        try:
            with zipfile.ZipFile(os.path.join(folder, wheel.file)) as archive:
                _extract(archive, target)
        except (OSError, zipfile.BadZipFile) as error:
            raise WheelError(f"{wheel.file} cannot be unpacked: {error}") from error


def choose(files: list[str], host: Host) -> list[Wheel]:
    """Return one wheel for each distribution.

    Raises WheelError if there is none that fits, or more than one version.
    """
    for file in files:
        if file.endswith(_SOURCES):
            raise WheelError(f"{file} is source code; make a wheel of it with: pip wheel {file}")
    found: dict[str, list[Wheel]] = {}
    for file in files:
        if file.endswith(".whl"):
            wheel = Wheel.parse(file)
            found.setdefault(wheel.name, []).append(wheel)
    return [_best(wheels, host) for wheels in found.values()]


def _best(wheels: list[Wheel], host: Host) -> Wheel:
    fitting = [wheel for wheel in wheels if host.fits(wheel)]
    if not fitting:
        first = wheels[0]
        raise WheelError(
            f"{first.file} does not fit {host}; get one that does with:"
            f" pip download --no-deps {first.name}=={first.version}"
        )
    if len({wheel.version for wheel in fitting}) > 1:
        names = " and ".join(wheel.file for wheel in fitting)
        raise WheelError(f"there are {names}; leave one of them")
    # What was compiled for this platform is faster than what runs on any.
    return max(fitting, key=lambda wheel: (wheel.platform != "any", wheel.python))


def _extract(archive: zipfile.ZipFile, target: str) -> None:
    for member in archive.infolist():
        first, _, rest = member.filename.partition("/")
        if first.endswith(".data"):
            kind, _, rest = rest.partition("/")
            if kind not in ("purelib", "platlib") or not rest:
                continue  # programs, headers and data: nothing that is imported
            member.filename = rest
        archive.extract(member, target)


def _glibc() -> int | None:
    try:
        name, _, version = (os.confstr("CS_GNU_LIBC_VERSION") or "").partition(" ")
    except (AttributeError, ValueError, OSError):
        return None
    return int(version.split(".")[1]) if name == "glibc" else None


if __name__ == "__main__":
    try:
        unpack(sys.argv[1], sys.argv[2])
    except WheelError as failure:
        sys.exit(f"WEB-INF/wheels: {failure}")
