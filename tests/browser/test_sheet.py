"""The invoice as the customer sees it, in Chromium: at a desk, on a phone, and printed by itself."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from reports.run.page import render
from tests.reports.sample import sealed, told


def usd(minor: int) -> dict[str, Any]:
    return {"minor": minor, "currency": "USD"}


INVOICE = {
    "system": "billing",
    "type": "invoice",
    "number": "NW-000001",
    "date": "2026-03-01",
    "customer": "Globex",
    "title": "March invoice",
    "data": {
        "said": {
            "date": "1 March 2026",
            "pay by": "31 March 2026",
            "early payment": "2% (2.20 USD) off if paid by 11 March 2026",
            "seller": "Northwind Software Inc",
            "seller address": "200 Harbor Street, Boston, MA 02110",
            "seller tax number": "04-5550101",
            "buyer": "Globex",
            "note": "Reverse charge: the customer accounts for the tax.",
        },
        "lines": [
            {
                "description": "Platform seat",
                "from": "2026-03-01",
                "to": "2026-03-31",
                "quantity": 10,
                "unit_price": "10.00 per month",
                "discount": None,
                "tax_rate": "10%",
                "net": usd(10000),
                "invoice": None,
            }
        ],
        "taxes": [{"tax": "standard", "rate": "10%", "treatment": None, "on": usd(10000), "amount": usd(1000)}],
        "net": usd(10000),
        "tax": usd(1000),
        "total": usd(11000),
    },
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sheet")
    told(folder, "Invoiced", "passed", ("document", INVOICE))
    return render(sealed(folder, 1))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


@pytest.mark.parametrize("width", [1280, 390])
def test_everything_stands_on_the_sheet_and_it_prints_alone(browser: Browser, report: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 844})
    page.goto(report.as_uri())
    page.locator(".scenario > summary").first.click()
    page.evaluate("document.querySelectorAll('details.part').forEach((part) => { part.open = true; })")
    sheet = page.locator(".sheet")
    for text in ("NW-000001", "Boston, MA 02110", "2% (2.20 USD) off", "Reverse charge", "110.00 USD"):
        assert text in sheet.inner_text()
    assert "Discount" not in sheet.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.evaluate("window.print = () => {}")
    page.locator(".printer").click()
    page.emulate_media(media="print")
    assert not page.locator("main").is_visible()
    assert page.locator("#alone .sheet").is_visible()
    assert not page.locator("#alone .printer").is_visible()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("#alone").count() == 0
    assert page.locator("main").is_visible()
    page.close()
