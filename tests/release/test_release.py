from __future__ import annotations

import subprocess
import sys
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.release.conftest import PIP, Built, Installed

MEGABYTE = 1 << 20
PAGE = "泵业园开园\n\n本报讯 3月11日，大溪镇泵业园开园。浙江海澜星泵业有限公司入驻大溪镇泵业园。\n"


def files_of(wheel: Path) -> set[str]:
    return {name for name in ZipFile(wheel).namelist() if not name.endswith("/RECORD")}


def test_the_wheel_is_small(built: Built) -> None:
    assert built.wheel.stat().st_size < 60 * MEGABYTE


@pytest.mark.parametrize(
    "name",
    [
        "ontology/wlgraph.ttl",
        "ontology/shapes.ttl",
        "registers/data/towns.csv.xz",
        "names/data/decision.json",
        "graph/queries/tenants.rq",
        "starting/readme.md.jinja",
        "py.typed",
    ],
)
def test_the_wheel_brings_data_and_ontology(built: Built, name: str) -> None:
    assert f"wlgraph/{name}" in files_of(built.wheel)


def test_the_release_ships_no_newspaper_page(built: Built) -> None:
    with tarfile.open(built.sdist) as archive:
        names = [name.partition("/")[2] for name in archive.getnames()]
    assert "ontology/wlgraph.ttl" in names
    assert [name for name in names if name.startswith(("seeds", "evaluation", "graphs", "tests"))] == []
    tops = {name.partition("/")[0] for name in files_of(built.wheel)}
    assert {top if top == "wlgraph" else top.rpartition(".")[2] for top in tops} == {"wlgraph", "dist-info"}


def test_the_source_archive_makes_the_same_wheel(built: Built, tmp_path: Path) -> None:
    command = [sys.executable, *PIP, "wheel", "--no-deps", "--no-index", "--no-build-isolation"]
    subprocess.run([*command, "--wheel-dir", str(tmp_path), str(built.sdist)], check=True)
    (wheel,) = tmp_path.glob("*.whl")
    assert files_of(wheel) == files_of(built.wheel)


def test_what_it_depends_on_is_installed_with_it(installed: Installed) -> None:
    done = installed.run("-m", "pip", "check")
    assert done.returncode == 0, done.stdout


def test_it_comes_from_the_wheel(installed: Installed) -> None:
    done = installed.run("-c", "import wlgraph; print(wlgraph.__file__)")
    assert Path(done.stdout.strip()).is_relative_to(installed.python.parents[1])


def test_import_is_quick(installed: Installed) -> None:
    code = "import time; t = time.perf_counter(); import wlgraph; print(time.perf_counter() - t)"
    assert min(float(installed.run("-c", code).stdout) for _ in range(3)) < 0.5


def test_build_query_and_view_work_without_the_repository(installed: Installed) -> None:
    (installed.folder / "page.txt").write_text(PAGE, "utf-8")
    built = installed.wlgraph("build", "page.txt", "--out", "graph", "--quiet")
    assert built.returncode == 0, built.stderr
    for arguments, said in (
        (("query", "graph", "--saved", "tenants", "--format", "csv"), "海澜星"),
        (("check", "graph", "--json"), '"sound": true'),
        (("view", "graph", "--out", "view.html", "--json"), '"things"'),
        (("init", "county", "--home", "桐乡市", "--json"), "330483"),
    ):
        done = installed.wlgraph(*arguments)
        assert done.returncode == 0, done.stderr
        assert said in done.stdout
    assert "海澜星" in (installed.folder / "view.html").read_text("utf-8")


def test_a_missing_extra_is_named(installed: Installed) -> None:
    (installed.folder / "page.pdf").write_bytes(b"%PDF-1.4")
    done = installed.wlgraph("build", "page.pdf", "--out", "pdf", "--quiet")
    assert done.returncode == 2
    assert "wlgraph[pdf]" in done.stderr
