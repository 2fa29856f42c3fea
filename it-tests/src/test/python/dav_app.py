"""WsgiDAV, a WebDAV server, on the folder that DAV_FOLDER names."""

from __future__ import annotations

import os

from wsgidav.wsgidav_app import WsgiDAVApp

import contract

app = WsgiDAVApp(
    {
        "mount_path": os.environ["DAV_MOUNT"],
        "provider_mapping": {"/": os.environ["DAV_FOLDER"]},
        "simple_dc": {"user_mapping": {"*": True}},
        # Both are kept in memory, so there is one process.
        "lock_storage": True,
        "property_manager": True,
        "logging": {"enable": True},
        "verbose": 2,
    }
)

validated = contract.validated(app)
