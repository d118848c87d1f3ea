"""What evidence and report cost: `python -m benchmarks.report`. Plain scenarios have eight sentences with a table each;
whole ones have invoices, a journal, events and a close, and no two are alike."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.samples.evidence import many, rich
from reports.evidence.chain import verify
from reports.evidence.outcomes import summary
from reports.run.junit import write_junit
from reports.run.page import render

SCENARIOS = 1000


def seconds(work: Callable[[Path], object], folder: Path) -> float:
    start = time.process_time()
    work(folder)
    return time.process_time() - start


def megabytes(paths: list[Path]) -> float:
    return sum(path.stat().st_size for path in paths) / 1_000_000


def measured(write: Callable[[Path], object]) -> list[str]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        times = [seconds(work, folder) for work in (write, render, write_junit, summary, verify)]
        sizes = [megabytes(list(folder.rglob("*.jsonl"))), megabytes([folder / "report.html"])]
    return [*(f"{each:.2f}" for each in times), *(f"{each:.1f}" for each in sizes)]


def main() -> None:
    heads = ["write s", "report s", "junit s", "sum up s", "verify s", "evidence MB", "report MB"]
    rows = [("plain", measured(many)), ("whole", measured(rich))]
    print(f"{SCENARIOS:,} scenarios, CPU seconds")
    print(f"{'':<8}" + "".join(f"{head:>13}" for head in heads))
    for name, cells in rows:
        print(f"{name:<8}" + "".join(f"{cell:>13}" for cell in cells))


if __name__ == "__main__":
    main()
