"""The Python half of Gatehouse: the server side of PEP 3333 and what carries it.

Standard library only, CPython 3.8 and later. It never parses HTTP and never listens on a port:
a Servlet container does that on the other side of the transport.
"""
