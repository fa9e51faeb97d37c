#!/usr/bin/env python3
"""How well, and how fast, time expressions are read: by wlgraph and by every other library that is installed.

usage: python benchmarks/times.py [--wrong NAME]

The tables are those of tests/times/. Every reader gets the bare expression and the day of the article. `exact`: the
same year, month, day or interval, or nothing where the expression stays open; where the answer is an interval of years or
months, ends within them do. `within`: at least, what is said lies within the answer. Where a library gives several
readings, the best counts. Counted is processor time.

pip install dateparser duckling-chinese jionlp jionlp-time cntime-nlp time-parser-zh recognizers-text-date-time grapheme 'emoji<2'
(duckling-chinese needs Java.)
"""

from __future__ import annotations

import argparse
import time
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from zoneinfo import ZoneInfo

TABLES = Path(__file__).resolve().parents[1] / "tests" / "times"
Days = tuple[date, date]
Reader = Callable[[str, date], Iterable[Days]]


def days_of(value: str) -> Days:
    """First and last day of an ISO year, month, date or interval."""
    ends = value.split("/")
    first, last = ([int(part) for part in end.split("-")] for end in (ends[0], ends[-1]))
    month = last[1] if len(last) > 1 else 12
    day = last[2] if len(last) > 2 else monthrange(last[0], month)[1]
    return date(*[*first, 1, 1][:3]), date(last[0], month, day)


def exact(said: Days, value: str) -> bool:
    if said == days_of(value):
        return True
    ends = value.split("/")
    return len(ends) == 2 and all(
        day.isoformat().startswith(end) and len(end) < 10 for day, end in zip(said, ends, strict=True)
    )


def within(said: Days, value: str) -> bool:
    first, last = days_of(value)
    return first <= said[0] <= said[1] <= last


def rows(table: str) -> list[tuple[str, date, str]]:
    lines = (TABLES / table).read_text("utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(written, date.fromisoformat(day), value) for written, day, value in cells]


def midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)


def wlgraph() -> Reader:
    from wlgraph.times import resolve_time

    def read(written: str, day: date) -> Iterator[Days]:
        if value := resolve_time(written, day.isoformat()):
            yield days_of(value)

    return read


def dateparser() -> Reader:
    parser = import_module("dateparser.date").DateDataParser

    def read(written: str, day: date) -> Iterator[Days]:
        said = parser(settings={"RELATIVE_BASE": midnight(day), "PREFER_DATES_FROM": "past"}).get_date_data(written)
        if said.date_obj:
            length = {"year": 4, "month": 7}.get(said.period, 10)
            yield days_of(said.date_obj.date().isoformat()[:length])

    return read


def jionlp(package: str = "jionlp") -> Reader:
    parse = import_module(package).parse_time

    def read(written: str, day: date) -> Iterator[Days]:
        try:
            said = parse(written, time_base=midnight(day).timestamp())
        except ValueError:
            return
        if said["type"] in ("time_point", "time_span"):
            first, last = (date.fromisoformat(end[:10]) for end in said["time"])
            yield first, last

    return read


def recognizers() -> Reader:
    module = import_module("recognizers_date_time")
    model = module.DateTimeRecognizer(module.Culture.Chinese).get_datetime_model()

    def read(written: str, day: date) -> Iterator[Days]:
        for said in model.parse(written, midnight(day))[:1]:
            for value in said.resolution["values"]:
                if "start" in value and "end" in value:
                    first, end = (date.fromisoformat(value[part][:10]) for part in ("start", "end"))
                    yield from ((first, end), (first, end - timedelta(days=1)))
                elif len(day_of := value.get("value", value.get("start", ""))[:10]) == 10:
                    yield (date.fromisoformat(day_of),) * 2

    return read


def time_parser_zh() -> Reader:
    extract = import_module("time_parser_zh").extract_date_range_v2

    def read(written: str, day: date) -> Iterator[Days]:
        said = extract(written, today=midnight(day))
        first, last = said.to_tuple() if said else (None, None)
        if first:
            yield date.fromisoformat(first), date.fromisoformat(last or first)

    return read


def time_nlp() -> Reader:
    normalizer = import_module("cntimenlp").TimeNormalizer(isPreferFuture=False)

    def read(written: str, day: date) -> Iterator[Days]:
        said = normalizer.parse(target=written, baseTime=f"{day} 00:00:00")
        found = said.get("timespan") or ([said["timestamp"]] if "timestamp" in said else [])
        if found:
            yield date.fromisoformat(found[0][:10]), date.fromisoformat(found[-1][:10])

    return read


def duckling() -> Reader:
    module = import_module("duckling_chinese")
    engine = module.Duckling()
    times = engine.gen_time_options(recent_in_future=False, always_in_future=False, reset_time_of_day=True)
    options = engine.gen_options(targets={module.DucklingDimension.TIME}, time_options=times)

    def moment(said: dict[str, str]) -> date:
        return date.fromisoformat(said["datetime"][:10])

    def read(written: str, day: date) -> Iterator[Days]:
        now = midnight(day).replace(tzinfo=ZoneInfo("Asia/Shanghai"))
        for answer in engine.analyze(written, engine.gen_context(reference_time=now), options)[:1]:
            said = answer["token"]["value"]["timeValue"]
            if "start" in said and "end" in said:
                yield moment(said["start"]), moment(said["end"]) - timedelta(days=1)
            elif point := said.get("instant") or said.get("start"):
                length = {"Year": 4, "Month": 7}.get(point["grain"], 10)
                first, last = days_of(point["datetime"][:length])
                yield first, last + timedelta(days={"Week": 6, "Quarter": 90}.get(point["grain"], 0))

    return read


READERS: dict[str, Callable[[], Reader]] = {
    "wlgraph": wlgraph,
    "dateparser": dateparser,
    "jionlp": jionlp,
    "jionlp-time": lambda: jionlp("jionlp_time"),
    "recognizers-text-date-time": recognizers,
    "time-parser-zh": time_parser_zh,
    "cntime-nlp": time_nlp,
    "duckling-chinese": duckling,
}


def answers(read: Reader, table: list[tuple[str, date, str]]) -> tuple[list[list[Days]], float]:
    """What a reader says of each expression, and expressions per second of the processor. A fault says nothing."""
    said: list[list[Days]] = []
    started = time.process_time()
    for written, day, _ in table:
        try:
            said.append(list(read(written, day)))
        except Exception:  # another library's fault counts as no answer
            said.append([])
    return said, len(table) / (time.process_time() - started)


def main() -> None:
    arguments = argparse.ArgumentParser(description="How well time expressions are read.")
    arguments.add_argument("--wrong", metavar="NAME", help="also list what this reader does not read exactly")
    wrong = arguments.parse_args().wrong
    tables = {name: rows(name) for name in ("expressions.tsv", "county.tsv")}
    print(f"{'':<38}" + "".join(f"{f'{name} exact, within':>32}" for name in tables) + "   a second")
    for name, make in READERS.items():
        try:
            read = make()
            title = f"{name} {version(name)}"
        except ImportError:
            print(f"{name:<38} not installed")
            continue
        list(read("去年8月", date(2024, 8, 22)))
        line, speed = f"{title:<38}", 0.0
        for table in tables.values():
            said, speed = answers(read, table)
            right = [
                any(exact(s, value) for s in each) if value else not each
                for each, (_, _, value) in zip(said, table, strict=True)
            ]
            near = sum(
                good or (bool(value) and any(within(s, value) for s in each))
                for good, each, (_, _, value) in zip(right, said, table, strict=True)
            )
            line += f"{sum(right):>20} {near:>5}/{len(table)}  "
            if name == wrong:
                for good, each, row in zip(right, said, table, strict=True):
                    if not good:
                        print(row[0], row[1], row[2] or "open", "read as", *(f"{a}/{b}" for a, b in each))
        print(f"{line}{speed:>9.0f}")


if __name__ == "__main__":
    main()
