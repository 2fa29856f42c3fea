"""Whatever a server starts is ended with it."""

import os
import sys
import tempfile
import time
import unittest
from pathlib import Path

from harness import cpu
from harness.process import Process, adopt_orphans

# Starts a child that ignores SIGTERM in a session of its own, says so, and waits.
_STUBBORN = """
import os, signal, subprocess, sys, time
child = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(600)"
print(subprocess.Popen([sys.executable, "-c", child], start_new_session=True).pid, flush=True)
time.sleep(600)
"""


class ProcessTest(unittest.TestCase):
    def test_descendants_end_with_the_process_even_in_another_session(self) -> None:
        adopt_orphans()
        with tempfile.TemporaryDirectory() as folder:
            process = Process([sys.executable, "-c", _STUBBORN], Path(folder))
            deadline = time.monotonic() + 10
            while not process.last_words() and time.monotonic() < deadline:
                time.sleep(0.01)
            child = int(process.last_words())
            self.assertIn(child, cpu.descendants(process.pid))
            process.end()
        with self.assertRaises(ProcessLookupError):
            os.kill(child, 0)
        self.assertFalse(process.is_alive())

    def test_cpu_of_a_tree_counts_children(self) -> None:
        before = cpu.tree(os.getpid())
        os.system("i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done")
        self.assertGreater(cpu.tree(os.getpid()) - before, 0.03)
