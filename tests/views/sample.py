"""Small graphs in Turtle, with invented names, for the tests of views."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

HEADER = """@prefix wl: <https://w3id.org/wlgraph/ontology#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix : <https://w3id.org/wlgraph/id/> .
"""


def literal(text: str) -> str:
    """A string of Turtle."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


@dataclass
class Sample:
    """A graph under construction: one page with one article, to which things and statements are added."""

    date: str = "2021-05-06"
    date_source: str = "printed"
    blocks: list[str] = field(default_factory=list)
    mentioned: list[str] = field(default_factory=list)
    _count: int = 0

    def thing(self, key: str, cls: str, name: str, *aliases: str, code: str = "") -> str:
        labels = "".join(f" ; skos:altLabel {literal(alias)}@zh" for alias in aliases)
        labels += f" ; dcterms:identifier {literal(code)}" if code else ""
        self.blocks.append(f":{key} a wl:{cls} ; skos:prefLabel {literal(name)}@zh{labels} .")
        self.mentioned.append(key)
        return key

    def claim(self, subject: str, predicate: str, obj: str, quote: str, **values: str) -> None:
        self._count += 1
        extra = "".join(f" ; wl:{name} {literal(value)}" for name, value in values.items())
        if "modality" not in values:
            extra += ' ; wl:modality "stated"'
        self.blocks.append(
            f":c{self._count} a wl:Claim ; rdf:subject :{subject} ; rdf:predicate wl:{predicate} ; rdf:object :{obj} ;"
            f" wl:confidence 0.9 ; wl:rule {literal('sample')} ; wl:evidence :e{self._count}{extra} ."
        )
        self._evidence(quote)

    def figure(self, thing: str, indicator: str, value: str, quote: str, **more: str) -> None:
        self._count += 1
        unit, period, modality = more["unit"], more["period"], more.get("modality", "actual")
        self.blocks.append(
            f":f{self._count} a wl:Observation ; wl:observed :{thing} ; wl:indicator {literal(indicator)} ;"
            f' wl:value {value} ; wl:unit {literal(unit)} ; wl:period "{period}" ; wl:modality "{modality}" ;'
            f" wl:evidence :e{self._count} ."
        )
        self._evidence(quote)

    def together(self, one: str, two: str, quote: str) -> None:
        self._count += 1
        self.blocks.append(
            f":t{self._count} a wl:CoMention ; wl:between :{one}, :{two} ; wl:count 3 ; wl:weight 0.7 ;"
            f" wl:evidence :e{self._count} ."
        )
        self._evidence(quote)

    def _evidence(self, quote: str) -> None:
        self.blocks.append(
            f":e{self._count} a wl:Evidence ; wl:quote {literal(quote)} ; wl:start {10 * self._count} ;"
            f" wl:end {10 * self._count + len(quote)} ; wl:inArticle :article ."
        )

    def turtle(self, headline: str = "青禾泵业新厂投产", reporters: Iterable[str] = ()) -> str:
        signed = "".join(f" ; wl:reporter :{key}" for key in reporters)
        mentions = f" ; wl:mentions {', '.join(f':{key}' for key in self.mentioned)}" if self.mentioned else ""
        page = (
            f':page a wl:Page ; schema:identifier "p1.txt" ; schema:publisher "山前日报"@zh ; schema:pageStart "2" ;'
            f' schema:datePublished "{self.date}"^^xsd:date ; wl:dateSource "{self.date_source}" .'
        )
        article = (
            f":article a wl:Article ; schema:headline {literal(headline)}@zh ; wl:onPage :page ;"
            f' schema:datePublished "{self.date}"^^xsd:date{signed}{mentions} .'
        )
        return "\n".join([HEADER, page, article, *self.blocks, ""])


def small() -> str:
    """A dozen things of several classes, with figures, a plan, a co-mention, a byline and contained places."""
    s = Sample(date_source="inferred")
    s.thing("city", "AdministrativeArea", "山前市", "山前", code="999901")
    s.thing("town", "Town", "青禾镇", code="999901101")
    s.thing("pump", "Company", "山前青禾泵业有限公司", "青禾泵业")
    s.thing("motor", "Company", "长汀电机厂")
    s.thing("boss", "Person", "沈知远")
    s.thing("mayor", "Official", "陆明舟")
    s.thing("fair", "Event", "山前泵展")
    s.thing("prize", "Recognition", "省级绿色车间")
    s.thing("product", "Product", "青禾深井泵")
    s.thing("school", "Organization", "青禾中学")
    s.thing("writer", "Person", "周亦然")
    s.claim("town", "partOf", "city", "山前市青禾镇。")
    s.claim("pump", "locatedIn", "town", "位于青禾镇的青禾泵业昨日投产。")
    s.claim("boss", "holdsPostIn", "pump", "董事长沈知远说，订单排到了年底。", role="董事长", saidBy="沈知远")
    s.claim("mayor", "holdsPostIn", "city", "市长陆明舟到场祝贺。", role="市长")
    s.claim("mayor", "attended", "fair", "市长陆明舟出席山前泵展。")
    s.claim("pump", "attended", "fair", "青禾泵业参加了山前泵展。")
    s.claim("pump", "produces", "product", "青禾泵业生产青禾深井泵。")
    s.claim("pump", "received", "prize", "青禾泵业明年将申报省级绿色车间。", modality="planned")
    s.claim("pump", "cooperatesWith", "motor", "青禾泵业与长汀电机厂合作。")
    s.figure("pump", "年产值", "120000000", "2019年产值1.2亿元。", unit="元", period="2019")
    s.figure("pump", "年产值", "150000000", "2020年产值1.5亿元。", unit="元", period="2020")
    s.figure("pump", "年产值", "200000000", "今年目标2亿元。", unit="元", period="2021", modality="target")
    s.together("boss", "fair", "沈知远在山前泵展上。")
    s.mentioned.remove("writer")
    return s.turtle(reporters=["writer"])


def crowd(count: int, links: int = 2) -> str:
    """A graph of ``count`` companies, each linked to ``links`` others, in loose clusters around towns."""
    s = Sample()
    chars = "青禾山海云石松竹川岭江河湖泉林峰金银铜铁"
    for number in range(count):
        name = "".join(chars[number // 20**digit % 20] for digit in range(3))
        s.thing(f"n{number}", "Company" if number % 12 else "Town", f"{name}{'电机有限公司' if number % 12 else '镇'}")
    for number in range(count):
        hub = number - number % 12
        targets = [hub, (number * 7 + 13) % count if number % 12 == 0 else hub + (number * 5 + 3) % 12]
        for target in [*targets, (number * 31 + 17) % count][:links]:
            if target < count and target != number:
                s.claim(f"n{number}", "cooperatesWith", f"n{target}", f"第{number}句。")
    return s.turtle()


def years() -> str:
    """Ten pairs of companies, each with a claim of a page of its own year from 2015 on; the first tells of 2000."""
    s = Sample()
    for number in range(20):
        s.thing(f"n{number}", "Company", f"第{number}厂")
    for number in range(10):
        year = {"year": "2000"} if number == 0 else {}
        s.claim(f"n{2 * number}", "cooperatesWith", f"n{2 * number + 1}", f"第{number}句。", **year)
    text = s.turtle()
    for number in range(10):
        text = text.replace(f":e{number + 1} a wl:Evidence", f":e{number + 1} a wl:Evidence ; wl:inArticle :y{number}")
        text += (
            f':y{number} a wl:Article ; wl:onPage :page ; schema:datePublished "{2015 + number}-03-04"^^xsd:date .\n'
        )
    return text.replace("; wl:inArticle :article .", ".")


HOSTILE = (
    '<img src=x onerror="window.broken=1">',
    "</script><script>window.broken=1</script>",
    "\u202e倒写公司\u202c",
    "长" * 300,
    "=HYPERLINK(1)",
    "<!--<script>",
)


def hostile() -> str:
    """Names, sentences, headline and post that try to leave the place of text."""
    s = Sample()
    for number, name in enumerate(HOSTILE):
        s.thing(f"h{number}", "Company", name, name[::-1])
    for number, name in enumerate(HOSTILE):
        s.claim(f"h{number}", "cooperatesWith", f"h{(number + 1) % len(HOSTILE)}", name, role=name, saidBy=name)
        s.figure(f"h{number}", name, "5", name, unit="元", period="2020")
    return s.turtle(headline=HOSTILE[0])
