"""Starts a worker: python FOLDER/gatehouse/__main__.py, with a START frame on stdin."""

import os
import sys

if __name__ == "__main__":
    if sys.version_info < (3, 8):  # noqa: UP036 - whoever starts us may have an older one
        sys.exit("Gatehouse needs CPython 3.8 or newer, this is " + sys.version)
    # The folder of this file would offer our modules to the application as top-level ones.
    sys.path[0] = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    from gatehouse.daemon import main

    del sys.path[0]
    main()
