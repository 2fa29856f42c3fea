"""Which wheels of a folder are unpacked, and to what."""

from __future__ import annotations

import os
import sys
import tempfile
import unittest
import zipfile

from gatehouse.wheels import Host, WheelError, choose, unpack

DEBIAN = Host(minor=11, abi="cp311", machine="x86_64", glibc=36)
ALPINE = Host(minor=12, abi="cp312", machine="aarch64", glibc=None)
THREADED = Host(minor=13, abi="cp313t", machine="x86_64", glibc=36)

# The tags of a wheel, and who can import it.
FITS = [
    ("py3-none-any", (DEBIAN, ALPINE, THREADED)),
    ("py2.py3-none-any", (DEBIAN, ALPINE, THREADED)),
    ("py2-none-any", ()),
    ("py312-none-any", (ALPINE, THREADED)),
    ("cp311-none-any", (DEBIAN,)),
    ("cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64", (DEBIAN,)),
    ("cp311-cp311-manylinux_2_39_x86_64", ()),
    ("cp311-cp311-manylinux1_i686", ()),
    ("cp311-cp311-linux_x86_64", (DEBIAN,)),
    ("cp311-cp311-win_amd64", ()),
    ("cp311-cp311-macosx_11_0_arm64", ()),
    ("cp39-abi3-manylinux_2_28_x86_64", (DEBIAN,)),
    ("cp39-abi3-musllinux_1_2_aarch64", (ALPINE,)),
    ("cp312-cp312-musllinux_1_2_aarch64", (ALPINE,)),
    ("cp312-cp312-manylinux_2_17_aarch64", ()),
    ("cp313-cp313t-manylinux_2_17_x86_64", (THREADED,)),
    ("cp313-cp313-manylinux_2_17_x86_64", ()),
    ("py3-none-manylinux_2_17_x86_64", (DEBIAN, THREADED)),
]


class WheelsTest(unittest.TestCase):
    def test_tags(self):
        for tags, hosts in FITS:
            for host in (DEBIAN, ALPINE, THREADED):
                with self.subTest(tags=tags, host=str(host)):
                    file = f"Some_Name-1.0-{tags}.whl"
                    if host in hosts:
                        self.assertEqual([wheel.file for wheel in choose([file], host)], [file])
                    else:
                        self.assertRaisesRegex(WheelError, "does not fit", choose, [file], host)

    def test_of_several_the_compiled_one(self):
        files = [
            "fast-1.0-cp311-cp311-linux_x86_64.whl",
            "fast-1.0-cp312-cp312-linux_x86_64.whl",
            "fast-1.0-py3-none-any.whl",
        ]
        self.assertEqual([wheel.file for wheel in choose(files, DEBIAN)], files[:1])

    def test_two_versions(self):
        files = ["a.b-1.0-py3-none-any.whl", "A_B-2.0-1-py3-none-any.whl"]
        self.assertRaisesRegex(WheelError, "leave one of them", choose, files, DEBIAN)

    def test_what_is_no_wheel(self):
        self.assertEqual(choose(["requirements.txt"], DEBIAN), [])
        self.assertRaisesRegex(WheelError, "pip wheel a-1.tar.gz", choose, ["a-1.tar.gz"], DEBIAN)
        self.assertRaisesRegex(WheelError, "not named", choose, ["a.whl"], DEBIAN)

    def test_this_interpreter_has_a_host(self):
        host = Host.here()
        self.assertEqual(host.minor, sys.version_info[1])
        self.assertTrue(host.machine)

    def test_unpack(self):
        with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as target:
            name = os.path.join(folder, "a-1-py3-none-any.whl")
            with zipfile.ZipFile(name, "w") as archive:
                for member in (
                    "a/b.py",
                    "a-1.dist-info/METADATA",
                    "a-1.data/platlib/c.py",
                    "a-1.data/scripts/run",
                    "../outside.py",
                ):
                    archive.writestr(member, member)
            unpack(folder, target)
            found = sorted(
                os.path.relpath(os.path.join(root, file), target)
                for root, _, files in os.walk(target)
                for file in files
            )
            self.assertEqual(found, ["a-1.dist-info/METADATA", "a/b.py", "c.py", "outside.py"])
            self.assertFalse(os.path.exists(os.path.join(target, "..", "outside.py")))

    def test_a_broken_one(self):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "a-1-py3-none-any.whl"), "w") as file:
                file.write("no zip")
            self.assertRaisesRegex(WheelError, "cannot be unpacked", unpack, folder, folder)


if __name__ == "__main__":
    unittest.main()
