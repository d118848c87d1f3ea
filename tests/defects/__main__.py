"""Seeds many small defects, one by one, and says which of them no feature noticed.

    python -m tests.defects engine/receivables/applying.py fakes/courier.py --sample 40

Each survivor is a line nobody's story depends on: a scenario to write, or code to take out. Some are no defects at all,
because the other text means the same.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.defects.mutants import Mutant, mutants
from tests.defects.seeding import ROOT, put_code, run_with, warm_up

Uses = dict[tuple[str, str], Counter[str]]


def uses(features: Sequence[str]) -> Uses:
    """Which features call which functions of ours, and how often."""
    found: Uses = defaultdict(Counter)
    with TemporaryDirectory() as folder:
        for feature in features:
            told = Path(folder, "told")
            run_with(lambda told=told: _tell_calls(told), [feature], Path(folder, "out"), first=False, longest=600)
            for line in told.read_text(encoding="utf-8").splitlines():
                file, function, count = line.split("\t")
                found[file, function][feature] += int(count)
    return found


def _tell_calls(told: Path) -> None:
    """Count every call of our functions, and keep the count in a file after each scenario."""
    counts: Counter[tuple[str, str]] = Counter()
    root = f"{ROOT}/"

    def count(frame, event, argument):  # type: ignore[no-untyped-def]
        code = frame.f_code
        if event == "call" and code.co_filename.startswith(root):
            counts[code.co_filename, code.co_name] += 1

    from tieout.scenario_run import ScenarioRun

    finish = ScenarioRun.finish

    def finish_and_tell(run: ScenarioRun) -> BaseException | None:
        answer = finish(run)
        known = list(counts.items())  # what is called from here on is counted too
        rows = (f"{file.removeprefix(root)}\t{name}\t{times}" for (file, name), times in known)
        told.write_text("\n".join(rows), encoding="utf-8")
        return answer

    ScenarioRun.finish = finish_and_tell  # type: ignore[method-assign]
    told.write_text("", encoding="utf-8")
    sys.setprofile(count)


def sampled(files: Iterable[str], most: int) -> list[Mutant]:
    """Some of all defects of these files: always the same ones for the same code."""
    found = [mutant for file in files for mutant in mutants(ROOT, file)]
    found.sort(key=lambda m: hashlib.sha256(f"{m.file}{m.function}{m.what}".encode()).hexdigest())
    return sorted(found[:most], key=lambda mutant: (mutant.file, mutant.line))


def main() -> int:
    """Seed, run, and list what nobody noticed."""
    parser = argparse.ArgumentParser(prog="python -m tests.defects", description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+")
    parser.add_argument("--sample", type=int, default=100)
    parser.add_argument(
        "--features",
        nargs="*",
        default=sorted(str(p.relative_to(ROOT)) for p in (ROOT / "features").rglob("*.feature")),
    )
    told = parser.parse_args()
    os.chdir(ROOT)
    warm_up()
    chosen, used = sampled(told.files, told.sample), uses(told.features)
    survivors = 0
    for number, mutant in enumerate(chosen, 1):
        calling = [feature for feature, _ in used[mutant.file, mutant.function].most_common()]
        with TemporaryDirectory() as out:
            seen = run_with(lambda m=mutant: put_code(m.file, m.code), calling, Path(out)) if calling else None
        if seen is None or not seen.status:  # a crash and a defect that never ends are noticed too
            survivors += 1
            why = "no feature comes here" if seen is None else f"status {seen.status}"
            print(f"{mutant.file}:{mutant.line} {mutant.function}: {mutant.what} ({why})", flush=True)
        print(f"\r{number} of {len(chosen)}", end="", file=sys.stderr, flush=True)
    print(f"\n{len(chosen)} defects seeded, {survivors} not noticed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
