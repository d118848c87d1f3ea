"""All journals of a run as one, with assertions on every account, customer and month, judged by hledger and beancount.

`python -m tests.reports.proving out/latest` does it for a run that is there.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from beancount import loader

from reports.papers.books import ScenarioJournal, journals
from reports.papers.journal import beancount_entries, hledger_entries
from tests.reports.asserting import for_beancount, for_hledger

STRICT = 'option "tolerance_multiplier" "0"\n'


def hledger_text(run: Path, found: ScenarioJournal) -> str:
    """A scenario's entries and what must stand."""
    entries = "\n".join(hledger_entries(found.journal))
    return f"{entries}\n{for_hledger(run / found.path, found.journal.under, found.book)}"


def beancount_text(run: Path, found: ScenarioJournal) -> str:
    """The same for beancount."""
    entries = "\n".join(beancount_entries(found.journal))
    return f"{entries}\n\n{for_beancount(run / found.path, found.journal.under, found.book)}"


def hledger_finds(text: str) -> str:
    """What hledger has against it; "" if nothing. Every account and currency must be declared, every assertion hold."""
    command = ["hledger", "-f", "-", "check", "-s"]
    return subprocess.run(command, input=text, capture_output=True, text=True, check=False).stderr


def beancount_finds(text: str) -> str:
    """What beancount has against it; "" if nothing. Not even a fraction of a cent is tolerated."""
    _, errors, _ = loader.load_string(STRICT + text)
    return "\n".join(error.message for error in errors)


def main(run: Path) -> int:
    """Judge a run, and say what was judged. A run without journals proves nothing."""
    found = list(journals(run, prefixed=True))
    if not found:
        sys.stdout.write(f"{run} holds no journal\n")
        return 1
    findings = hledger_finds("\n".join(hledger_text(run, one) for one in found))
    findings += beancount_finds("\n".join(beancount_text(run, one) for one in found))
    beside = sum(1 for one in found if one.book)
    sys.stdout.write(
        findings or f"hledger and beancount agree with the journals of {len(found)} books ({beside} beside a primary)\n"
    )
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
