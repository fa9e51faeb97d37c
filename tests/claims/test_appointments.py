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


def test_a_line_that_ends_a_post_is_a_removal_under_any_verb() -> None:
    page = page_of(
        "决定任命：\n【何曼|Official】为【温岭市水利局|PublicBody】局长，免去其【温岭市商务局|PublicBody】副局长职务；\n"
        "【林则安|Official】辞去【温岭市审计局|PublicBody】局长职务。"
    )
    names = {r.id: r.name for r in page.naming.referents}
    claims = state(page.reading, page.naming).claims
    decisions = {(c.predicate, names[c.object]) for c in claims if c.predicate in ("appointedTo", "removedFrom")}
    assert decisions == {
        ("appointedTo", "温岭市水利局"),
        ("removedFrom", "温岭市商务局"),
        ("removedFrom", "温岭市审计局"),
    }


def test_a_decision_holds_for_all_posts_of_its_sentence() -> None:
    page = page_of(
        "免去【林则安|Official】的【温岭市水利局|PublicBody】局长、【温岭市商务局|PublicBody】党组书记职务。"
    )
    names = {r.id: r.name for r in page.naming.referents}
    claims = state(page.reading, page.naming).claims
    removed = {(names[c.object], c.role) for c in claims if c.predicate == "removedFrom"}
    assert removed == {("温岭市水利局", "局长"), ("温岭市商务局", "党组书记")}
