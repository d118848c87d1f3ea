"""Letters, statements of account and the work list in Chromium: at a desk, on a phone, and printed by themselves."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

from reports.run.page import render
from tests.browser.test_sheet import usd
from tests.reports.sample import sealed, told

PARTIES = {
    "seller": "Northwind Software Inc",
    "seller address": "200 Harbor Street, Boston, MA 02110",
    "buyer": "Globex",
}
LETTER = {
    "system": "billing",
    "type": "letter",
    "number": "L-NW-000001-1",
    "date": "2026-02-07",
    "customer": "Globex",
    "title": "letter",
    "data": {
        "letter": "First reminder",
        "said": {"date": "7 February 2026", **PARTIES},
        "text": "Please pay without delay.",
        "lines": [
            {
                "invoice": "NW-000001",
                "date": "2026-01-01",
                "due": "2026-01-31",
                "days_overdue": 7,
                "total": usd(110_000),
                "open": usd(70_000),
            }
        ],
        "open": usd(70_000),
    },
}
LINE = {"day": "2026-02-03", "document": "payment", "reference": "BT-1", "amount": usd(-40_000), "balance": usd(70_000)}
STATEMENT = {
    "customer": "Globex",
    "said": {"from": "1 January 2026", "to": "28 February 2026", **PARTIES},
    "lines": [LINE],
    "opening": usd(110_000),
    "closing": usd(70_000),
}
TASK = {"role": "Collector", "customer": "Globex", "invoice": "NW-000001", "why": "7 days overdue"}
WORK = {"on": "2026-02-07", "tasks": [{**TASK, "amount": usd(70_000), "next_step": "remind"}]}


def test_what_is_mailed_is_a_sheet_of_its_own_and_the_work_stands_by_role(tmp_path: Path) -> None:
    told(tmp_path, "Owed", "passed", ("document", LETTER), ("statement", STATEMENT), ("work_list", WORK))
    report = render(sealed(tmp_path, 1))
    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=options)
        page = browser.new_page(viewport={"width": 1280, "height": 844})
        page.goto(report.as_uri())
        page.locator(".scenario > summary").first.click()
        page.evaluate("document.querySelectorAll('details.part').forEach((part) => { part.open = true; })")
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 844})
            assert page.evaluate("document.documentElement.scrollWidth") == width
            letter, account = page.locator(".sheet.letter").inner_text(), page.locator(".sheet.statement").inner_text()
            for text in (
                "First reminder",
                "L-NW-000001-1",
                "Boston, MA 02110",
                "Please pay without delay.",
                "700.00 USD",
            ):
                assert text in letter
            for text in ("Statement of account", "28 February 2026", "BT-1", "-400.00", "1,100.00 USD", "700.00 USD"):
                assert text in account
            work = page.locator(".work").inner_text()
            assert all(text in work for text in ("Collector", "7 days overdue", "remind"))
        page.evaluate("window.print = () => {}")
        page.locator(".statement .printer").click()
        page.emulate_media(media="print")
        assert page.locator("#alone .statement").is_visible()
        assert not page.locator("#alone .printer").is_visible()
        assert not page.locator("main").is_visible()
        browser.close()
