"""The rule over exclusive values: of two only one can be."""

from activitymap.model.contradictions.claims import Claim, Says
from activitymap.model.contradictions.encounter import Clash, Encounter
from activitymap.model.contradictions.reader.sentence import sentence
from activitymap.model.contradictions.reader.values import families, values
from activitymap.model.contradictions.rules.rule import DependsOn, PairRule, speaker
from activitymap.model.contradictions.words import words
from activitymap.model.judging import Kind
from activitymap.model.wording import worded


def value(one: Claim, other: Claim, met: Encounter) -> Clash | None:
    """Two exclusive values of one matter, unless they are only forbidden or merely allowed."""
    pair = exclusive(one, other)
    if pair is None or _forbids_value(one) or _forbids_value(other):
        return None
    loose = Says.MAY | Says.NEED_NOT
    if one.says & loose and other.says & loose:
        return None
    sentence = worded(
        "Only one of the two can be: {one} says “{first}”, {other} says “{second}”.",
        one=speaker(one),
        first=pair[0],
        other=speaker(other),
        second=pair[1],
    )
    return Clash(Kind.CONTRADICTION, ("value",), ("value",), sentence)


def opposed(one: Claim, other: Claim, met: Encounter) -> Clash | None:
    """Two stances that are opposites, as the words of the texts take them; both or none denied."""
    if _denies(one) is not _denies(other):
        return None
    found = met.lexicon.opposed(one.statement.text, other.statement.text)
    if found is None:
        return None
    sentence = worded(
        "They take opposite stances: {one} says “{first}”, {other} says “{second}”.",
        one=speaker(one),
        first=one.statement.text,
        other=speaker(other),
        second=other.statement.text,
    )
    return Clash(Kind.CONTRADICTION, (), (), sentence)


def _denies(claim: Claim) -> bool:
    """Whether a claim speaks against what it names: it forbids it, or wants less of it."""
    return bool(claim.says & (Says.MUST_NOT | Says.LESS | Says.END))


def exclusive(one: Claim, other: Claim) -> tuple[str, str] | None:
    """Return two values that exclude one another.

    Values of declared cards are those of the matter, so different ones do; of values that were
    read only those of one family.
    """
    if one.read is None and other.read is None:
        first, second = one.reading.value, other.reading.value
        return (first, second) if words(first) != words(second) else None
    first_named, second_named = (_families(claim) for claim in (one, other))
    for family in first_named.keys() & second_named.keys():
        if first_named[family] != second_named[family]:
            return first_named[family], second_named[family]
    return None


def _families(claim: Claim) -> dict[str, str]:
    """Return the value that a claim stands for in each family.

    "Nobody without ringing first" names no notice and forbids it: of a family of two the other
    is meant.
    """
    if claim.read is None:
        named = values(sentence(claim.reading.value))
        return {family: one.value for family, one in named.items()}
    found = {family: one.value for family, one in claim.read.values.items()}
    if claim.says & Says.MUST_NOT:
        text = sentence(claim.statement.text).lower
        for family, one in claim.read.values.items():
            several = [value for value, _ in families()[family]]
            if text.startswith(("without", "no "), one.span.start) and len(several) == 2:
                found[family] = several[several.index(one.value) - 1]
    return found


def _forbids_value(claim: Claim) -> bool:
    """Whether a claim forbids the value it names; "only by letter" and "no contact" ask for it."""
    if not claim.says & Says.MUST_NOT:
        return False
    if claim.read is None or claim.reading.condition:
        return claim.read is None
    denials = claim.read.words.get("modality", ())
    return not any(
        one.span.start <= denial.start < one.span.end
        for one in claim.read.values.values()
        for denial in denials
    )


RULES = (
    PairRule(
        name="value",
        title="Values that exclude one another",
        theory="Objects of neighbour activities that pull apart (Engeström 2001, “object 3”).",
        example="“He lives with his grandmother” against “He lives with foster carers”.",
        depends_on=DependsOn.PAIR,
        left=Says.VALUE,
        right=Says.VALUE,
        check=value,
        same_matter=True,
    ),
    PairRule(
        name="value",
        title="Stances that are opposites",
        theory="Objects of neighbour activities that pull apart (Engeström 2001, “object 3”).",
        example="“Coming along is compulsory” against “Coming along is optional”.",
        depends_on=DependsOn.PAIR,
        left=Says.READ,
        right=Says.READ,
        check=opposed,
        same_matter=True,
    ),
)
