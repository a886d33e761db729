"""The rules against an oracle written from the design: any two cards, in any dress."""

from hypothesis import given, settings
from hypothesis import strategies as st

from activitymap.model.contradictions.detecting import detect
from tests.model.contradictions.maps import map_of, said
from tests.model.contradictions.oracle import (
    AGES,
    CONDITIONS,
    LIMITS,
    OPEN,
    TIMES,
    Card,
    clashes,
)

NOTHING = st.just("")


def _one_of(*words: str) -> st.SearchStrategy[str]:
    return NOTHING | st.sampled_from(words)


CONDITION = _one_of(*CONDITIONS)
CIRCUMSTANCES = {
    "who": _one_of("nurse", "teacher", "driver"),
    "condition": CONDITION,
    "scope": st.sampled_from(list(AGES)),
}
MODAL = st.builds(
    Card,
    modality=_one_of("must", "must not", "may", "need not"),
    change=_one_of("more", "less", "keep", "start", "end"),
    **CIRCUMSTANCES,
)
AMOUNTS = st.builds(
    Card,
    limit=_one_of(*LIMITS, OPEN),
    time=_one_of(*TIMES),
    change=_one_of("more"),
    **CIRCUMSTANCES,
)
VALUES = st.builds(Card, value=_one_of("at home", "placed", "boarding"), **CIRCUMSTANCES)
HOLDERS = st.builds(
    Card,
    holders=_one_of("nurse", "teacher", "driver"),
    share=_one_of("alone", "shared"),
    condition=CONDITION,
    scope=st.just(""),
).filter(lambda card: card.share != "alone" or bool(card.holders))
FILLED = (kind.filter(lambda card: bool(card.row())) for kind in (MODAL, AMOUNTS, VALUES, HOLDERS))
"""A card on which nothing is declared is read from the text, and that is another matter."""
PAIRS = st.one_of(*(st.tuples(kind, kind) for kind in FILLED))


def _found(one: Card, other: Card) -> dict[str, str]:
    activity_map = map_of(said("Ward", **one.row()), said("Porters", **other.row()))
    found = detect(activity_map).contradictions
    return {
        reason.rule: str(reason.kind)
        for each in found
        for reason in each.reasons
        # Ages that leave a family between two services are a rule of their own.
        if reason.rule != "scope"
    }


@settings(max_examples=1500)
@given(PAIRS)
def test_the_rules_find_what_the_design_says_and_nothing_else(pair):
    one, other = pair
    assert _found(one, other) == clashes(one, other)


@settings(max_examples=300)
@given(PAIRS)
def test_the_order_of_the_two_does_not_matter(pair):
    one, other = pair
    assert _found(one, other) == _found(other, one)
