"""Appointments and removals out of the lists of a notice."""

from __future__ import annotations

from tests.claims.relations.scenes import page_of
from wlgraph.claims import state

NOTICE = """决定任命：
【林则安|Official】为【温岭市水利局|PublicBody】局长；
【何曼|Official】（女）为【温岭市商务局|PublicBody】副局长。
决定免去：
【周亦然|Official】的【温岭市水利局|PublicBody】局长职务。
会议还听取了报告。会议由【高云树|Official】主持，他是【温岭市人大常委会|PublicBody】主任。"""


def test_lines_under_the_verb_are_decisions() -> None:
    page = page_of(NOTICE)
    names = {r.id: r.name for r in page.naming.referents}
    found = {
        (names[c.subject], c.predicate, names[c.object], c.role, c.modality)
        for c in state(page.reading, page.naming).claims
        if c.predicate in ("appointedTo", "removedFrom")
    }
    assert found == {
        ("林则安", "appointedTo", "温岭市水利局", "局长", "stated"),
        ("何曼", "appointedTo", "温岭市商务局", "副局长", "stated"),
        ("周亦然", "removedFrom", "温岭市水利局", "局长", "stated"),
    }


def test_a_decision_in_one_sentence_has_its_post_too() -> None:
    page = page_of("任命【林则安|Official】为【温岭市水利局|PublicBody】局长。")
    decisions = [c for c in state(page.reading, page.naming).claims if c.predicate == "appointedTo"]
    assert [c.role for c in decisions] == ["局长"]
