"""`python -m fakes`: the four systems on a port of this machine, until Ctrl-C."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from threading import Event

from fakes.dialects.plain.openapi import document
from fakes.http.serve import serving
from fakes.stack import opened


def main(arguments: list[str] | None = None) -> int:
    """Serve, or write the description of the API to a file."""
    parser = argparse.ArgumentParser("python -m fakes", description="Serve the CRM, billing, payments and ERP fakes.")
    parser.add_argument("--port", type=int, default=8025, help="0 takes a free one (default: 8025)")
    parser.add_argument("--openapi", type=Path, metavar="FILE", help="write the API's description there and stop")
    chosen = parser.parse_args(arguments)
    if not 0 <= chosen.port <= 65535:
        parser.error(f"--port is a number from 0 to 65535, not {chosen.port}")
    if chosen.openapi is not None:
        chosen.openapi.write_text(openapi())
        return 0
    return _serve(chosen.port)


def openapi() -> str:
    """The dialect's OpenAPI document as it is kept in docs/openapi.json."""
    return json.dumps(document(opened().routes.operations), indent=1, ensure_ascii=False) + "\n"


def _serve(port: int) -> int:
    try:
        with serving(opened(), port) as server:
            sys.stdout.write(f"CRM, billing, payments and ERP stand at {server.url}; Ctrl-C ends them.\n")
            sys.stdout.flush()
            Event().wait()
    except KeyboardInterrupt:
        return 0
    except OSError as failure:
        sys.stderr.write(f"Port {port} cannot be used: {failure.strerror}. Choose another with --port, or 0 for any.\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
