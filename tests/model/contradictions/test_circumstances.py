"""Conditions: what agrees, what stands, and what is a tension in some cases only."""

import pytest

from tests.model.contradictions.maps import found, said

NOTHING: list[tuple[str, str]] = []
STANDS = [("must-must-not", "contradiction")]
TENSION = [("must-must-not", "tension")]

CASES = [
    ("", "", STANDS),
    ("without consent", "without consent", STANDS),
    ("unless consent is given", "without consent", STANDS),
    ("unless the parents agree", "without the parents' agreement", STANDS),
    ("only if consent is given", "without consent", NOTHING),
    ("only with consent", "unless consent has been obtained", NOTHING),
    ("if consent has been refused", "with consent", NOTHING),
    ("if consent is not given", "only if there is consent", NOTHING),
    ("only with written consent", "without consent", NOTHING),
    ("only with consent", "without written consent", TENSION),
    ("until assessed", "once the child has been assessed", NOTHING),
    ("before the assessment", "after assessment", NOTHING),
    ("until the panel has met", "until the panel has met", STANDS),
    ("", "without consent", TENSION),
    ("unless there is danger", "", TENSION),
    ("when a school asks", "unless there is danger", TENSION),
    ("if the parents refuse", "if the parents agree", NOTHING),
    ("if the parents refuse", "when a parent asks", TENSION),
    ("at night", "during the day", NOTHING),
    ("if the child is under 5", "if the child is over 11", NOTHING),
    ("if the child is under 5", "if the child is over 3", TENSION),
    ("even without consent", "", STANDS),
]


@pytest.mark.parametrize(("required", "forbidden", "expected"), CASES)
def test_conditions(required, forbidden, expected):
    rows = [
        said(service, modality=modality, **({"condition": words} if words else {}))
        for service, modality, words in (
            ("Health", "must", required),
            ("School", "must not", forbidden),
        )
    ]
    assert found(*rows) == expected
    assert found(*reversed(rows)) == expected


def test_several_conditions_hold_at_once():
    required = said("Health", modality="must", condition="when a school asks; with consent")
    assert found(required, said("School", modality="must not", condition="without consent")) == []
    also = said("School", modality="must not", condition="with consent; when a school asks")
    assert found(required, also) == STANDS
