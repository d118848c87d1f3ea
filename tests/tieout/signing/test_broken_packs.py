"""Every way to tamper with a signed pack, each found and named, and what a later change voids."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from reports.evidence.encoding import canonical, digest, signed_text
from reports.signing.keys import load_key
from tests.tieout.signed import CREDIT, FEATURES, change, sign_all, tieout


def rewritten(path: Path, edit: Callable[[dict[str, object]], None]) -> None:
    told = json.loads(path.read_text())
    edit(told)
    path.write_text(json.dumps(told, indent=1, sort_keys=True, ensure_ascii=False) + "\n")


def statement(path: Path, **changed: object) -> None:
    rewritten(path, lambda told: told["statement"].update(changed))  # type: ignore[attr-defined]


TAMPERS: dict[str, tuple[Callable[[Path], object], str]] = {
    "an amount in the evidence": (lambda p: change(p / CREDIT, '"minor":', '"minor":1'), CREDIT),
    "a verdict in the evidence": (lambda p: change(p / CREDIT, '"verdict":"passed"', '"verdict":"failed"'), CREDIT),
    "a line of evidence taken out": (lambda p: (p / CREDIT).write_text("".join((p / CREDIT).read_text().splitlines(True)[1:])), CREDIT),
    "an evidence file taken out": (lambda p: (p / CREDIT).unlink(), CREDIT),
    "an evidence file put in": (lambda p: shutil.copy(p / CREDIT, p / f"{CREDIT[:-6]}-2.jsonl"), f"{CREDIT[:-6]}-2.jsonl"),
    "one evidence file in place of another": (
        lambda p: shutil.copy(p / CREDIT, p / CREDIT.replace("a-credit-after-the-change-gives-back-the-old-rate", "the-next-invoice-takes-the-new-rate")),
        "the-next-invoice-takes-the-new-rate",
    ),
    "a feature": (lambda p: change(p / "sources/features/tax/tax_change.feature", "Scenario", "Szenario"), "sources/features/tax/tax_change.feature"),
    "a feature taken out": (lambda p: (p / "sources/features/tax/tax_change.feature").unlink(), "sources/features/tax/tax_change.feature"),
    "a company": (lambda p: change(next((p / "sources/companies").glob("north.*")), "USD", "EUR"), "sources/companies/north."),
    "the report": (lambda p: change(p / "report.html", "passed", "Passed"), "report.html"),
    "the JUnit file": (lambda p: change(p / "junit.xml", "<", "< "), "junit.xml"),
    "the commit in the manifest": (lambda p: rewritten(p / "manifest.json", lambda m: m.update(commit="0")), "manifest.json"),
    "the control total": (lambda p: rewritten(p / "manifest.json", lambda m: m["control_total"].update(written=13)), "manifest.json"),  # type: ignore[attr-defined]
    "who must sign": (lambda p: rewritten(p / "manifest.json", lambda m: m.update(sign_offs=[])), "manifest.json"),
    "the manifest taken out": (lambda p: (p / "manifest.json").unlink(), "manifest.json"),
    "the name under a signature": (lambda p: statement(p / "signatures/002-controller.json", name="Eve"), "signatures/002-controller.json"),
    "a condition": (lambda p: statement(p / "signatures/003-operations-lead.json", conditions=[], meaning="approved"), "signatures/003"),
    "the date of a signature": (lambda p: statement(p / "signatures/002-controller.json", signed_at="2020-01-01"), "signatures/002-controller.json"),
    "a signature taken out": (lambda p: (p / "signatures/002-controller.json").unlink(), "signatures/002-controller.json"),
    "the last signature taken out": (lambda p: (p / "signatures/003-operations-lead.json").unlink(), "signatures/003-operations-lead.json"),
    "a signature copied": (lambda p: shutil.copy(p / "signatures/002-controller.json", p / "signatures/004-controller.json"), "signatures/004-controller.json"),
    "a signature that is none": (lambda p: (p / "signatures/002-controller.json").write_text("{}"), "signatures/002-controller.json"),
    "a key in place of another": (
        lambda p: rewritten(p / "signatures/002-controller.json", lambda s: s.update(public_key=json.loads((p / "pack.json").read_text())["public_key"])),
        "signatures/002-controller.json",
    ),
    "the list of the pack": (lambda p: rewritten(p / "pack.json", lambda s: s["statement"]["files"].pop("junit.xml")), "pack.json"),  # type: ignore[index]
    "the list of the pack taken out": (lambda p: (p / "pack.json").unlink(), "pack.json"),
    "a file put into the pack": (lambda p: (p / "note.txt").write_text("approved"), "note.txt"),
}  # fmt: skip


@pytest.mark.parametrize("what", TAMPERS)
def test_every_change_is_found_and_named(pack: Path, what: str) -> None:
    tamper, named = TAMPERS[what]
    tamper(pack)
    said = tieout("verify", pack)
    assert said.status == 1
    assert any(line.startswith("broken: ") and named in line for line in said.text.splitlines()), said.text
    assert "the first broken link is" in said.text
    assert "verified" not in said.text


def test_even_a_list_made_new_does_not_hide_that_the_last_signature_is_gone(pack: Path, keys: dict[str, Path]) -> None:
    """Only who closed the pack could list it anew; another key shows against the list of signers."""
    (pack / "signatures/003-operations-lead.json").unlink()
    rewritten(pack / "pack.json", lambda told: told["statement"]["files"].pop("signatures/003-operations-lead.json"))  # type: ignore[index]
    assert "the list was changed after the pack was closed" in tieout("verify", pack).text


def closed_anew(pack: Path, key: Path, **changed: object) -> Path:
    """Somebody lists the files and words as they lie there now, and signs the list."""
    told = json.loads((pack / "pack.json").read_text())
    files = [path for path in pack.rglob("*") if path.is_file() and path.name != "pack.json"]
    told["statement"]["files"] = {path.relative_to(pack).as_posix(): digest(path.read_bytes()) for path in files}
    told["statement"]["words"] = [
        word for word in told["statement"]["words"] if word["path"] in told["statement"]["files"]
    ]
    told["statement"] |= changed
    own = load_key(key, "")
    told |= {"public_key": own.public, "signature": own.sign(canonical(told["statement"]))}
    (pack / "pack.json").write_text(signed_text(told))
    return pack


def test_only_who_signed_the_run_closes_its_pack(run: Path, pack: Path, keys: dict[str, Path], tmp_path: Path) -> None:
    """The sign-offs are whole, and yet one may be gone, or the PDF another: who closed the pack is asked too."""
    sign_all(run, keys)
    for name in ("Ada", "Eve"):
        said = tieout("pack", run, tmp_path / "anew", "--key", keys["eve"], "--name", name)
        assert said.status == 1
        assert f"{name} has not signed this run with this key, and only who has may close its pack" in said.text
    said = tieout("verify", closed_anew(pack, keys["ada"]))
    assert said.status == 0
    assert "closed: Ada, " in said.text
    said = tieout("verify", closed_anew(pack, keys["eve"]))
    assert said.status == 1
    assert "two keys: Ada closed the pack with " in said.text
    signers = tmp_path / "signers.txt"
    signers.write_text(f"Ada {said.text.partition('and signed with ')[2][:16]}\n")
    said = tieout("verify", closed_anew(pack, keys["eve"], name="Eve"), "--signers", signers)
    assert said.status == 1
    assert "broken: pack.json: Eve closed this pack and signed nothing in it with this key." in said.text
    assert "unknown key: Eve closed the pack with " in said.text


def test_a_change_voids_what_it_touches_and_no_more(pack: Path) -> None:
    change(pack / CREDIT, '"minor":', '"minor":1')
    said = tieout("verify", pack).text
    assert said.count("void: ") == 1
    assert "void: features/tax/tax_change.feature: A credit after the change gives back the old rate: " in said
    assert "1 of 12 scenarios are void, 11 stand" in said


def test_a_feature_or_a_company_changed_since_voids_its_scenarios(pack: Path, features: Path, tmp_path: Path) -> None:
    today = Path(shutil.copytree(features, tmp_path / "features"))
    assert tieout("verify", pack, "--against", today).status == 0
    change(today / FEATURES[1], "Feature:", "# a remark\n\n\nFeature:")
    assert tieout("verify", pack, "--against", today).status == 0  # a remark says nothing
    change(today / FEATURES[0], "Scenario: A credit", "Scenario: Another credit")
    said = tieout("verify", pack, "--against", today)
    assert (said.status, said.text.count("void: ")) == (1, 1)
    assert "nothing in the pack was changed; 1 of 12 scenarios are void, 11 stand" in said.text
    change(today / "companies" / "north.yaml", "USD", "EUR")
    assert tieout("verify", pack, "--against", today).text.count("the company North is another one today") == 4


def test_a_sign_off_that_is_dropped_is_missed_without_a_list_of_signers(
    run: Path, keys: dict[str, Path], tmp_path: Path
) -> None:
    sign_all(run, keys)
    close = ("--key", keys["ada"], "--name", "Ada")
    assert tieout("pack", run, tmp_path / "whole", *close).status == 0
    (run / "signatures" / "003-operations-lead.json").unlink()
    said = tieout("pack", run, tmp_path / "anew", *close)
    assert said.status == 1
    assert 'Operations lead has not signed this run; sign it, or close it --without "Operations lead"' in said.text
    assert (
        "is none of the roles that have not signed"
        in tieout(
            "pack", run, tmp_path / "anew", *close, "--without", "Operations lead", "--without", "Controller"
        ).text
    )
    assert tieout("pack", run, tmp_path / "anew", *close, "--without", "Operations lead").status == 0
    said = tieout("verify", tmp_path / "anew")
    assert said.status == 1
    assert "not signed: Operations lead" in said.text
    assert "as it was sealed, but not signed by Operations lead" in said.text


def test_a_pack_that_says_nothing_of_a_missing_role_had_its_sign_off(pack: Path, keys: dict[str, Path]) -> None:
    """Its list is honest about every file and signed by who closed it, and yet it hides that a role is gone."""
    (pack / "signatures" / "003-operations-lead.json").unlink()
    said = tieout("verify", closed_anew(pack, keys["ada"]))
    assert said.status == 1
    assert "broken: signatures: the sign-off of Operations lead is gone: whoever closed the pack had it." in said.text
