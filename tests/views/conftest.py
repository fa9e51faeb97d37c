"""A real browser for the views' tests: headless Chromium, with the network out of reach."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service

from tests.browser import FLAGS
from tests.views.sample import crowd, hostile, small, years
from wlgraph.views import write_view

ROOT = Path(__file__).resolve().parents[2]
DESKTOP, PHONE = (1440, 900), (390, 844)


class Screen:
    """A browser window: opens a page at a size, runs scripts in it, and knows what it complained of or asked for."""

    def __init__(self, driver: webdriver.Chrome) -> None:
        self.driver = driver

    def open(self, page: Path, size: tuple[int, int] = DESKTOP, fragment: str = "") -> float:
        """Open a page and return the seconds until its picture stood."""
        metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": size == PHONE}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        self.driver.get("about:blank")
        self.driver.get_log("browser")  # type: ignore[no-untyped-call]
        self.driver.get_log("performance")  # type: ignore[no-untyped-call]
        start = time.monotonic()
        self.driver.get(page.as_uri() + fragment)
        while not self.run("return document.documentElement.dataset.ready"):
            assert time.monotonic() - start < 30, f"the page did not get ready: {self.complaints()}"
            time.sleep(0.02)
        return time.monotonic() - start

    def run(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def wait(self, condition: str, seconds: float = 5) -> None:
        """Wait until a JavaScript expression is true."""
        end = time.monotonic() + seconds
        while not self.run(f"return Boolean({condition})"):
            assert time.monotonic() < end, f"never came true: {condition}"
            time.sleep(0.03)

    def type(self, field: str, text: str) -> None:
        self.run(
            "const e = document.getElementById(arguments[0]); e.focus(); e.value = arguments[1];"
            "e.dispatchEvent(new Event('input'));",
            field,
            text,
        )

    def press(self, field: str, key: str) -> None:
        self.run(
            "document.getElementById(arguments[0]).dispatchEvent("
            "new KeyboardEvent('keydown', {key: arguments[1], bubbles: true}));",
            field,
            key,
        )

    def click(self, text: str, within: str = "body") -> None:
        """Press the button that bears a text."""
        pressed = self.run(
            "const b = [...document.querySelectorAll(arguments[0] + ' button')]"
            ".find((e) => e.textContent.trim() === arguments[1]); if (b) { b.click(); } return Boolean(b);",
            within,
            text,
        )
        assert pressed, f"no button {text!r} in {within}"

    def choose(self, name: str) -> None:
        self.run(f"wlgraphView.choose({FIND}(arguments[0]), null);", name)

    def panel(self) -> str:
        return str(self.run("return document.getElementById('panel').textContent"))

    def complaints(self) -> list[str]:
        log = self.driver.get_log("browser")  # type: ignore[no-untyped-call]
        return [entry["message"] for entry in log]

    def requests(self) -> list[str]:
        """Every address that the page asked for."""
        log = self.driver.get_log("performance")  # type: ignore[no-untyped-call]
        messages = (json.loads(entry["message"])["message"] for entry in log)
        return [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]


FIND = (
    "((name) => JSON.parse(document.getElementById('data').textContent)"
    ".content.things.findIndex((thing) => thing.name === name))"
)


@pytest.fixture(scope="session")
def screen() -> Iterator[Screen]:
    options = Options()
    options.binary_location = "/usr/bin/chromium"
    for switch in (*FLAGS, "--hide-scrollbars"):
        options.add_argument(switch)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    yield Screen(driver)
    driver.quit()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Writes the view of a named sample graph once and gives its path."""
    folder = tmp_path_factory.mktemp("views")
    samples = {
        "small": small,
        "hostile": hostile,
        "years": years,
        "seeds": (ROOT / "graphs" / "graph.ttl").read_text,
        "crowd": lambda: crowd(300),
        "thousand": lambda: crowd(1000, links=3),
        "large": lambda: crowd(2000),
    }

    def page(name: str) -> Path:
        out = folder / f"{name}.html"
        if not out.exists():
            graph = folder / f"{name}.ttl"
            graph.write_text(samples[name](), "utf-8")  # type: ignore[no-untyped-call]
            write_view(graph, out)
        return out

    return page
