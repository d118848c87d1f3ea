"""The report as a reader meets it: in Debian's Chromium, from disk, at a desk and on a phone, in light and in dark."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from benchmarks.samples.evidence import twelve
from engine.model.money import COUNT
from reports.run.page import render
from tests.reports.sample import STEP, sealed, told

CHROMIUM = shutil.which("chromium")
WRONG_TAX = "amendments.midterm_upsell.twenty-seats-with-tax-on-the-added-service"
LOST = "amendments.midterm_upsell.the-upsell-invoice-never-reaches-the-ledger"
REPEATED = "collections.failed_payment.a-payment-notice-arrives-twice"
LOOKS = [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")]


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return render(twelve(tmp_path_factory.mktemp("run")))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    assert CHROMIUM, "Chromium is missing: install it with `apt-get install chromium`; .ci/run does."
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, report: Path) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(5000)
    page.goto(report.as_uri())
    yield page
    page.close()


def box(page: Page, anchor: str) -> Locator:
    return page.locator(f'[id="{anchor}"]')


def opened(page: Page, anchor: str) -> Locator:
    found = box(page, anchor)
    if found.get_attribute("open") is None:
        found.locator("> summary").click()
    found.locator(".steps, .aside").first.wait_for()
    found.evaluate("box => box.querySelectorAll('details.part').forEach((part) => { part.open = true; })")
    return found


def wide(page: Page) -> int:
    width: int = page.evaluate("document.documentElement.scrollWidth")
    return width


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_the_whole_report_opens_without_an_error_a_request_or_a_sideways_scroll(
    browser: Browser, report: Path, width: int, scheme: str
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 844}, color_scheme=scheme)  # type: ignore[arg-type]
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(report.as_uri())
    for anchor in (WRONG_TAX, LOST, REPEATED):
        opened(page, anchor)
    assert said == []
    assert asked == [report.as_uri()]
    assert wide(page) == width
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(19, 22, 26)"
    assert dark is (scheme == "dark")
    page.close()


def test_a_failed_scenario_unfolds_to_its_difference(page: Page) -> None:
    scenario = opened(page, WRONG_TAX)
    difference = scenario.locator("figure.diff")
    assert difference.locator("td.verdict-sign").all_text_contents() == [
        "= equal",
        "! differs",
        "- missing",
        "+ surplus",
    ]
    assert difference.locator("td.off .found").inner_text() == "found 113.55"
    assert difference.locator("td.off .expected").inner_text() == "expected 103.23"
    assert "Difference 10.32 USD" in difference.inner_text()
    assert "Tax was left out" in difference.inner_text()


def test_parameters_stand_out_in_the_sentences(page: Page) -> None:
    sentence = opened(page, WRONG_TAX).locator(".steps > li", has_text="adds")
    assert sentence.locator("em").all_inner_texts() == ["Globex", "20", '"Platform seat"', "16 March 2026"]


def test_a_lost_event_is_marked_in_the_sequence(page: Page) -> None:
    sequence = opened(page, LOST).locator("svg.sequence")
    assert sequence.locator("line.lost").count() == 1
    assert sequence.locator("text.fate").all_text_contents() == ["lost"]
    arrow, cross = sequence.locator("line.lost").bounding_box(), sequence.locator("path.cross").bounding_box()
    ledger = sequence.locator("line.life").nth(3).bounding_box()
    assert arrow
    assert cross
    assert ledger
    assert arrow["x"] + arrow["width"] < cross["x"] + cross["width"] < ledger["x"]


def test_repeated_delayed_and_refused_events_are_told_apart(page: Page) -> None:
    fates = opened(page, REPEATED).locator("svg.sequence text.fate")
    assert fates.all_text_contents() == [
        "delayed to 1 Jan 2026",
        "arrived twice",
        "refused: January 2026 is closed for NW Inc.",
    ]


def test_the_accounts_balance(page: Page) -> None:
    scenario = opened(page, WRONG_TAX)
    assert scenario.locator(".journal tr.total").inner_text().split() == ["Total", "9,713.55", "9,713.55"]
    receivables = scenario.locator(".account", has_text="Receivables")
    assert receivables.locator(".balance").inner_text().split() == ["Balance", "113.55"]


def test_an_invoice_reads_as_the_customer_gets_it(page: Page) -> None:
    invoice = opened(page, WRONG_TAX).locator(".paper", has_text="INV-U1")
    assert "16 to 31 Mar 2026" in invoice.inner_text()
    assert invoice.locator(".totals .total").inner_text().split() == ["Total", "113.55", "USD"]


def names(page: Page) -> list[str]:
    return page.locator("details.scenario:visible .name").all_inner_texts()


def test_search_finds_words_of_the_evidence(page: Page) -> None:
    page.locator("#search").fill("bank fees")
    assert names(page) == ["Twenty seats with tax on the added service 16 March 2026, 20"]
    assert page.locator("#found").inner_text() == "1 of 12 scenarios"
    page.locator("#search").fill("no such words")
    assert page.locator("#nothing").is_visible()


def test_verdicts_areas_and_families_narrow_the_list(page: Page) -> None:
    page.locator("button[data-verdict=failed]").click()
    assert len(names(page)) == 2
    page.locator("#area").select_option("orders")
    assert names(page) == ["The ledger misses an invoice nobody announced"]
    page.locator("button[data-verdict=failed]").click()
    page.locator("#area").select_option("")
    page.evaluate("for (const box of document.querySelectorAll('.areas details')) box.open = true")
    page.locator("a[data-tag=faults]").first.click()
    assert page.locator("#area").input_value()
    assert len(names(page)) == 1


def test_the_keyboard_is_enough(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("year end")
    page.keyboard.press("Tab")
    box(page, "revenue.year_end.the-ledger-crosses-the-year-on-a-live-sandbox").locator("summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("details.scenario[open] .aside").inner_text().startswith("Not exercised")
    page.locator("#search").fill("")
    page.keyboard.press("ArrowDown")
    box(page, WRONG_TAX).locator("> summary").focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.parentElement.id") == LOST


def test_an_address_opens_its_scenario(browser: Browser, report: Path) -> None:
    page = browser.new_page()
    page.goto(f"{report.as_uri()}#{LOST}")
    assert box(page, LOST).locator(".steps").first.is_visible()
    page.close()


def test_failures_are_whole_on_paper_and_folded_again_afterwards(page: Page) -> None:
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert box(page, WRONG_TAX).locator("figure.diff").is_visible()
    assert box(page, WRONG_TAX).locator(".journal").is_visible()
    assert not page.locator("#search").is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("details.scenario[open]").count() == 0


def test_without_scripts_the_verdict_the_list_and_the_failures_read(browser: Browser, report: Path) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(report.as_uri())
    assert page.locator("h1").is_visible()
    assert page.locator("details.scenario").count() == 12
    assert "expected 103.23" in box(page, WRONG_TAX).inner_text()
    assert not page.locator("#search").is_visible()
    page.close()


def test_what_a_sentence_saw_is_told_apart_from_the_tie_out_at_the_end(browser: Browser, tmp_path: Path) -> None:
    tie = {
        "title": "Orders", "left": "crm", "right": "billing", "currency": COUNT, "entity": "NW", "period": None,
        "as_of": "2026-03-31", "items": [], "announced": False,
        "left_amount": {"minor": 2, "currency": COUNT}, "right_amount": {"minor": 1, "currency": COUNT},
    }  # fmt: skip
    off = {**tie, "step": 1, "difference": {"minor": 1, "currency": COUNT}}
    even = {**tie, "step": None, "right_amount": tie["left_amount"], "difference": {"minor": 0, "currency": COUNT}}
    told(tmp_path, "Counted", "passed", ("reconciliation", off), ("step", STEP), ("reconciliation", even))
    page = browser.new_page()
    page.set_default_timeout(5000)
    page.goto(f"{render(sealed(tmp_path, 1)).as_uri()}#amendments.upsell.counted")
    assert "1 of 1 tied out" in page.locator(".money").inner_text()
    found = opened(page, "amendments.upsell.counted").locator(".ties tbody tr")
    assert [row.split("\t") for row in found.all_inner_texts()] == [
        ["Orders", "crm", "2", "billing", "2", "0"],
        ["Orders", "crm", "2", "billing", "1", "1"],
    ]
    assert "When the story came to: Globex pays" in page.locator("details.scenario").inner_text()
    page.close()
