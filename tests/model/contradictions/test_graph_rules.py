"""Rules that look beyond a pair: waiting in a circle, thresholds, costs, newer forms, needs."""

from datetime import date

from activitymap.model.contradictions.agreeing import agreements
from activitymap.model.contradictions.detecting import detect
from activitymap.model.contradictions.graph import (
    graph_of,
    linked,
    path_between,
    who_waits_for_whom,
)
from activitymap.model.judging import (
    DrawnContradiction,
    End,
    Judgement,
    Kind,
    Level,
    Status,
)
from activitymap.model.values import (
    Bearing,
    Element,
    Link,
    LinkKind,
    MatterRelation,
    Need,
    NeedMark,
    RelatedMatters,
)
from tests.model.contradictions.maps import found, map_of, only_one, said


def test_two_that_wait_for_each_other():
    one = said("Clinic", relies_on="Early help", condition="until family work is done")
    other = said("Early help", relies_on="Clinic", condition="once assessed")
    assert found(one, other) == [("waits-on-each-other", "contradiction")]


def test_three_that_wait_in_a_circle_are_one_contradiction():
    circle = map_of(
        said("Housing", relies_on="Grants"),
        said("Grants", relies_on="Work coach"),
        said("Work coach", relies_on="Housing"),
    )
    one = only_one(circle)
    assert one.rule == "waits-on-each-other"
    assert one.about == ("statement-1", "statement-2", "statement-3")
    assert set(who_waits_for_whom(circle)) == {"system-1", "system-2", "system-3"}


def test_a_chain_is_no_circle():
    assert found(said("A team", relies_on="B team"), said("B team", relies_on="C team")) == []


def test_a_third_service_fills_the_gap_between_two():
    low, high = said("Low", scope="age 0 to 4"), said("High", scope="age 12 to 18")
    assert found(low, high) == [("scope", "gap")]
    assert found(low, said("Middle", scope="age 5 to 11"), high) == []


def test_matters_that_cost_one_another():
    plain = map_of(
        said("Health", matter="long visits", change="more"),
        said("School", matter="families seen", change="more"),
    )
    assert detect(plain).contradictions == ()
    costly = plain.but(
        related_matters=(
            RelatedMatters(relation=MatterRelation.COST, matters=("matter-1", "matter-2")),
        )
    )
    one = only_one(costly)
    assert (one.rule, one.kind) == ("trade-off", Kind.TENSION)
    assert one.matters == ("matter-1", "matter-2")


def test_related_matters_are_compared():
    related = map_of(
        said("Health", matter="clinic", time="12:00 to 18:00 Tuesday"),
        said("School", matter="review", time="Tuesday 14:00"),
    ).but(
        related_matters=(
            RelatedMatters(relation=MatterRelation.RELATED, matters=("matter-1", "matter-2")),
        )
    )
    assert only_one(related).rule == "timetable"


def _with_link(kind: LinkKind):
    return map_of(
        said("Today", "object", change="keep"),
        said("Planned", "object", change="end"),
        joined=False,
    ).but(links=(Link(id="link-1", kind=kind, source="system-2", target="system-1"),))


def test_a_newer_form_is_tertiary_and_can_be_switched_off():
    newer = _with_link(LinkKind.NEWER_FORM)
    one = only_one(newer)
    assert (one.rule, one.level) == ("newer-form", Level.TERTIARY)
    assert detect(newer.but(rules_off=("newer-form",))).contradictions == ()


def test_the_level_follows_from_the_pair():
    assert only_one(_with_link(LinkKind.PRODUCES_TOOL)).level is Level.QUATERNARY
    must, must_not = {"modality": "must"}, {"modality": "must not"}
    same = map_of(said("A", **must), said("A", **must_not))
    assert only_one(same).level is Level.PRIMARY
    between = map_of(said("A", "rules", **must), said("A", "tools", **must_not))
    assert only_one(between).level is Level.SECONDARY


def _with_needs():
    clash = map_of(said("Health", "object", modality="must"), said("School", modality="must not"))
    return clash.but(
        needs=(
            Need(id="need-1", text="Help me, not the form.", whose="Mother"),
            Need(id="need-2", text="One person I can call.", whose="Father", reviewed=True),
        ),
        need_marks=(
            NeedMark(statement="statement-2", need="need-1", bearing=Bearing.HINDERS),
            NeedMark(statement="statement-1", need="need-1", bearing=Bearing.SERVES),
        ),
    )


def test_needs_that_are_hindered_or_served_by_nobody():
    by_rule = {one.rule: one for one in detect(_with_needs()).contradictions}
    assert set(by_rule) == {"must-must-not", "need-hindered", "need-unserved"}
    assert by_rule["must-must-not"].needs == ("need-1",)
    assert by_rule["need-hindered"].about == ("statement-2", "need-1")
    assert by_rule["need-unserved"].kind is Kind.GAP


def test_what_touches_a_need_comes_first():
    rows = [
        said(service, matter=matter, modality=modality)
        for matter in ("first", "second")
        for service, modality in (("Health", "must"), ("School", "must not"))
    ]
    plain = map_of(*rows)
    assert detect(plain).groups[0].name == "first"
    needed = plain.but(needs=(Need(id="need-1", text="On time.", matter="matter-2"),))
    assert detect(needed).groups[0].name == "second"


def test_what_the_group_drew_is_an_equal():
    drawn = map_of(said("A"), said("B")).but(
        drawn=(
            DrawnContradiction(
                id="drawn-1",
                ends=(
                    End(system="system-1", element=Element.RULES, statement="statement-1"),
                    End(system="system-2", element=Element.TOOLS),
                ),
                text="We feel it every Friday.",
            ),
        )
    )
    one = only_one(drawn)
    assert (one.rule, one.level, one.about) == ("drawn", Level.QUATERNARY, ("drawn-1",))
    assert [side.id for side in one.sides] == ["statement-1", "system-2/tools"]


def test_a_judgement_holds_until_a_judged_slot_changes():
    rows = [said("Health", modality="must"), said("School", modality="must not")]
    plain = map_of(*rows)
    grounds = tuple(reason.ground for reason in only_one(plain).reasons)
    judgement = Judgement(
        id="judgement-1",
        about=("statement-2", "statement-1"),
        status=Status.DISMISSED,
        date=date(2026, 11, 23),
        grounds=grounds,
    )
    judged = plain.but(judgements=(judgement,))
    assert only_one(judged).status is Status.DISMISSED
    harder = map_of(rows[0] | {"limit": "at most 1 day"}, rows[1]).but(judgements=(judgement,))
    assert only_one(harder).status is Status.DISMISSED, "the rule did not use the limit"
    conditional = map_of(rows[0] | {"condition": "with consent"}, rows[1])
    back = only_one(conditional.but(judgements=(judgement,)))
    assert (back.status, back.changed) == (Status.CANDIDATE, True)
    new_clash = map_of(
        rows[0] | {"limit": "at most 1 day"}, rows[1] | {"limit": "at least 1 week"}
    ).but(judgements=(judgement,))
    assert only_one(new_clash).changed, "a dismissal must never silence a new clash"


def test_agreements_and_opposite_conditions():
    agreeing = map_of(
        said("Health", modality="must", condition="only if consent is given"),
        said("School", modality="must not", condition="without consent"),
        said("Police", modality="must not", condition="without consent"),
    )
    assert detect(agreeing).contradictions == ()
    pairs = [tuple(side.id for side in one.sides) for one in agreements(agreeing)]
    assert pairs == [
        ("statement-1", "statement-2"),
        ("statement-1", "statement-3"),
        ("statement-2", "statement-3"),
    ]


def test_the_graph_answers_who_is_linked_and_how():
    activity_map = map_of(
        said("Health", modality="must", relies_on="School"), said("School", modality="must not")
    )
    graph = graph_of(activity_map)
    assert graph.nodes["system-1/rules"]["kind"] == "element"
    assert graph.edges["statement-1", "matter-1", "about 0"]["card"].relies_on == ("School",)
    (step, other) = linked(activity_map, "system-1")["system-2"]
    assert (step.end, other.start) == ("shared-1", "shared-1")
    path = path_between(activity_map, "statement-1", "statement-2")
    assert path is not None
    assert [step.end for step in path] in (["matter-1", "statement-2"], ["system-2/rules"])
