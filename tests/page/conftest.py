"""A page in Debian's Chromium, with every error, message and request noted."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from typing import Any

import pytest

import indru
from indru.page import write

CHROMIUM = shutil.which("chromium")

ARTICLES = (
    "New Delhi, Dec 6, 2021 (The Example Post): India and Russia signed a contract for 601,427 AK-203 rifles on "
    "December 6, 2021. Defence Minister Rajnath Singh met his Russian counterpart Sergei Shoigu in New Delhi the "
    "same day.",
    "Moscow, Oct 6, 2018: Russia will supply five S-400 squadrons to India under a contract worth $5.43 billion "
    "that was signed on October 5, 2018.",
    "The navy 😀 took delivery of the frigate INS Tushil in December 2024, built in Russia.",
)


@dataclass
class Opened:
    """A page in a browser, and what it did."""

    page: Any
    noise: list[str] = field(default_factory=list)

    def show(self, path: Any) -> None:
        self.page.goto(path.as_uri())
        self.page.wait_for_selector("html[data-ready]", timeout=60_000)

    def until(self, expression: str, argument: Any = None) -> None:
        """Wait until something holds; Playwright's own way to wait evaluates text, which the page's policy stops."""
        for _ in range(200):
            if self.page.evaluate(expression, argument):
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(f"never came true: {expression}")

    def read(self, at: int) -> None:
        """Open an article of the list."""
        self.page.evaluate("at => document.querySelectorAll('#list a')[at].click()", at)
        self.until("at => document.querySelectorAll('#list a')[at].ariaCurrent !== null", at)

    def text(self, selector: str) -> str:
        return self.page.locator(selector).first.text_content() or ""


@pytest.fixture(scope="session")
def articles():
    return ARTICLES


@pytest.fixture(scope="session")
def readings():
    """Texts read: pairs of each with its result."""
    return lambda texts: [(text, indru.parse(text)) for text in texts]


@pytest.fixture(scope="session")
def browser():
    if CHROMIUM is None:
        pytest.skip("no Chromium on this machine")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser, request):
    """A fresh page; it must end without a message on the console and without a request but for its own file."""
    options = getattr(request, "param", {})
    page = browser.new_page(**({"viewport": {"width": 1400, "height": 900}} | options))
    one = Opened(page)
    page.on("console", lambda message: one.noise.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: one.noise.append(f"error: {error}"))
    page.on("dialog", lambda dialog: (one.noise.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on("request", lambda asked: asked.url.startswith("file://") or one.noise.append(f"request: {asked.url}"))
    yield one
    page.close()
    assert one.noise == []


@pytest.fixture(scope="session")
def dossier(tmp_path_factory, readings):
    path = tmp_path_factory.mktemp("page") / "dossier.html"
    write(readings(ARTICLES), path, title="A dossier of tests")
    return path
