"""What is not, no longer or not yet so, and what is: sentences with invented names."""

from __future__ import annotations

import pytest

from tests.claims.relations.scenes import scene_of
from wlgraph.claims.relations.modality import read_modality
from wlgraph.model import Predicate

A, B = "【海澜泵业|Company】", "【砺恒数控|Company】"
PRIZE, SECOND = "【市长质量奖|Recognition】", "【绿色工厂|Recognition】"
PARK, FAIR = "【泽丰小微园|IndustrialPark】", "【泵业博览会|Event】"
BUREAU, FUND, PUMP = "【市经信局|PublicBody】", "【助泵基金|FinanceProduct】", "【永磁泵|Product】"


@pytest.mark.parametrize(
    ("sentence", "predicate", "subject", "obj", "modality"),
    [
        (f"{A}荣获{PRIZE}。", "received", "海澜泵业", "市长质量奖", "stated"),
        (f"在{PRIZE}评选中，{A}落榜，{B}获奖。", "received", "海澜泵业", "市长质量奖", "denied"),
        (f"在{PRIZE}评选中，{A}落榜，{B}获奖。", "received", "砺恒数控", "市长质量奖", "stated"),
        (f"{A}申报{PRIZE}，未能如愿。", "received", "海澜泵业", "市长质量奖", "denied"),
        (f"{A}获评{SECOND}，但申报{PRIZE}没有入选。", "received", "海澜泵业", "绿色工厂", "stated"),
        (f"{A}获评{SECOND}，但申报{PRIZE}没有入选。", "received", "海澜泵业", "市长质量奖", "denied"),
        (f"{A}两次申报{PRIZE}都没有通过，第三次终于获评。", "received", "海澜泵业", "市长质量奖", "stated"),
        (f"{A}因造假被撤销{SECOND}称号。", "received", "海澜泵业", "绿色工厂", "ended"),
        (f"{A}入选{SECOND}候选名单。", "received", "海澜泵业", "绿色工厂", "proposed"),
        (f"{A}从百家申报企业中脱颖而出，获评{PRIZE}。", "received", "海澜泵业", "市长质量奖", "stated"),
        (f"有网帖称{A}获得{PRIZE}，{BUREAU}澄清，此事不属实。", "received", "海澜泵业", "市长质量奖", "denied"),
        (f"{A}与{B}合作研发新泵。", "cooperatesWith", "海澜泵业", "砺恒数控", "stated"),
        (f"{A}与{B}合作多年，去年双方解除了合同。", "cooperatesWith", "海澜泵业", "砺恒数控", "ended"),
        (f"{A}正与{B}商谈合作，还没签约。", "cooperatesWith", "海澜泵业", "砺恒数控", "proposed"),
        (f"{A}有意收购{B}。", "holdsShareIn", "海澜泵业", "砺恒数控", "planned"),
        (f"{A}去年入驻{PARK}。", "tenantOf", "海澜泵业", "泽丰小微园", "stated"),
        (f"{A}去年入驻{PARK}，{B}则退出项目。", "tenantOf", "海澜泵业", "泽丰小微园", "stated"),
        (f"{A}尚未入驻{PARK}。", "tenantOf", "海澜泵业", "泽丰小微园", "proposed"),
        (f"原定落户{PARK}的{A}已解约。", "tenantOf", "海澜泵业", "泽丰小微园", "ended"),
        (f"原打算落户{PARK}的{A}又犹豫起来。", "tenantOf", "海澜泵业", "泽丰小微园", "planned"),
        (f"{A}从{PARK}迁来，买了地。", "tenantOf", "海澜泵业", "泽丰小微园", "ended"),
        (f"{A}过去曾在镇上，如今搬进{PARK}。", "tenantOf", "海澜泵业", "泽丰小微园", "stated"),
        (f"{BUREAU}主办的{FAIR}因台风取消。", "organizes", "市经信局", "泵业博览会", "ended"),
        (f"{BUREAU}取消收费，主办{FAIR}。", "organizes", "市经信局", "泵业博览会", "stated"),
        (f"{A}没有报名{FAIR}。", "attended", "海澜泵业", "泵业博览会", "denied"),
        (f"代表建议，由{BUREAU}设立{FUND}。", "administers", "市经信局", "助泵基金", "proposed"),
        (f"{BUREAU}采纳各方意见，设立{FUND}。", "administers", "市经信局", "助泵基金", "stated"),
        (f"{BUREAU}暂无设立{FUND}的打算。", "administers", "市经信局", "助泵基金", "denied"),
        (f"{A}研发的{PUMP}尚未获得证书。", "develops", "海澜泵业", "永磁泵", "stated"),
        (f"{A}并未研发{PUMP}。", "develops", "海澜泵业", "永磁泵", "denied"),
        (f"拆除旧厂房后，{A}建起{PARK}。", "tenantOf", "海澜泵业", "泽丰小微园", "stated"),
    ],
)
def test_modality_of_a_sentence(sentence: str, predicate: Predicate, subject: str, obj: str, modality: str) -> None:
    scene = scene_of(sentence)
    ends = {scene.referents[a.mention.referent].name: a for a in scene.actors}
    assert read_modality(scene, predicate, ends[subject], ends[obj]) == modality


def test_a_sentence_about_the_first_end_counts_where_the_second_stands_elsewhere() -> None:
    scene = scene_of(f"{PARK}开园了。{A}已退出园区。")
    ends = {scene.referents[a.mention.referent].name: a for a in scene.actors if a.mention.kind == "name"}
    assert read_modality(scene, "tenantOf", ends["海澜泵业"], ends["泽丰小微园"]) == "ended"
