"""The site as a WSGI application."""

import os
import sys
from pathlib import Path

from django.core.wsgi import get_wsgi_application

sys.path.append(str(Path(__file__).parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")

import contract

app = get_wsgi_application()
validated = contract.validated(app)
