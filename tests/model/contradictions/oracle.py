"""What two declared cards must give, worked out from the design alone and not from the rules' code.

The circumstances, ages, limits and times of the cases are known here by what they mean: a dress
such as "unless consent is given" is a label for *no consent*, so that reading the words can be
judged. Two statements are of two services around one object, on one joint matter.
"""

from dataclasses import dataclass
from fractions import Fraction

HOURS = {"hours": 1, "days": 24, "working days": Fraction(168, 5), "weeks": 168}

CONDITIONS = {
    # Words on the card: what has to be so, and whether it has to be there.
    "only if consent is given": ("consent", True),
    "only with consent": ("consent", True),
    "if consent is given": ("consent", True),
    "when consent has been given": ("consent", True),
    "with consent": ("consent", True),
    "after consent is given": ("consent", True),
    "once consent is given": ("consent", True),
    "provided that there is consent": ("consent", True),
    "as long as consent is given": ("consent", True),
    "not without consent": ("consent", True),
    "unless consent is given": ("consent", False),
    "unless there is consent": ("consent", False),
    "without consent": ("consent", False),
    "until consent is given": ("consent", False),
    "before consent is given": ("consent", False),
    "if there is no consent": ("consent", False),
    "if consent is not given": ("consent", False),
    "when consent is refused": ("consent", False),
    "except with consent": ("consent", False),
    "in the absence of consent": ("consent", False),
    "unless there is danger": ("danger", False),
    "if there is danger": ("danger", True),
    "only when there is danger": ("danger", True),
    "except in danger": ("danger", False),
    "without danger": ("danger", False),
    "until assessed": ("assessed", False),
    "once assessed": ("assessed", True),
    "after the assessment": ("assessed", True),
    "before assessment": ("assessed", False),
    "when a school asks": ("school asks", True),
    "unless a school asks": ("school asks", False),
    "in term": ("term", True),
    "in the holidays": ("holidays", True),
    "by day": ("day", True),
    "at night": ("night", True),
}
EXCLUDING = ({"term", "holidays"}, {"day", "night"})
"""Circumstances of which only one can be."""

AGES = {"": None, "age 0 to 5": (0, 5), "age 6 to 11": (6, 11), "age 12 to 18": (12, 18),
        "age 4 to 9": (4, 9)}  # fmt: skip
LIMITS = {
    "at most 24 hours": (None, Fraction(24)),
    "at most 3 days": (None, Fraction(72)),
    "at least 2 weeks": (Fraction(336), None),
    "at least 10 working days": (Fraction(336), None),
    "exactly 1 weeks": (Fraction(168), Fraction(168)),
    "between 2 and 6 weeks": (Fraction(336), Fraction(1008)),
}
OPEN = "open-ended"
TIMES = {
    "Tuesday 14:00": ({"Tue"}, 840, 840),
    "Tuesday 09:00": ({"Tue"}, 540, 540),
    "Thursday 14:00": ({"Thu"}, 840, 840),
    "09:00 to 15:00 weekdays": ({"Mon", "Tue", "Wed", "Thu", "Fri"}, 540, 900),
    "after 15:30": ({"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}, 930, 1440),
    "until 12:00": ({"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}, 0, 720),
}
CHANGES = {
    frozenset({"more", "less"}): "contradiction", frozenset({"more", "end"}): "contradiction",
    frozenset({"keep", "end"}): "contradiction", frozenset({"start", "end"}): "contradiction",
    frozenset({"keep", "less"}): "tension", frozenset({"keep", "more"}): "tension",
    frozenset({"less", "start"}): "tension",
}  # fmt: skip
MODALITIES = {
    frozenset({"must", "must not"}): ("must-must-not", "contradiction"),
    frozenset({"may", "must not"}): ("must-not-may", "contradiction"),
    frozenset({"must", "need not"}): ("must-need-not", "tension"),
}


@dataclass(frozen=True)
class Card:
    """One side of a case in the words of a spreadsheet; an empty slot says nothing."""

    modality: str = ""
    who: str = ""
    condition: str = ""
    scope: str = ""
    change: str = ""
    limit: str = ""
    time: str = ""
    value: str = ""
    holders: str = ""
    share: str = ""

    def row(self) -> dict[str, str]:
        """Return the filled slots."""
        return {slot: words for slot, words in vars(self).items() if words}


def clashes(one: Card, other: Card) -> dict[str, str]:
    """Return the rules that must find something between two cards, each with its kind."""
    together = _together(one, other)
    if together == "never":
        return {}
    found = dict(_sharp(one, other))
    if together != "same":
        found = {
            rule: "tension" if kind == "contradiction" else kind for rule, kind in found.items()
        }
    return found


def _together(one: Card, other: Card) -> str:
    first, second = (CONDITIONS.get(card.condition) for card in (one, other))
    if first == second:
        return "same"
    if first is None or second is None:
        return "one-sided"
    if first[0] == second[0]:
        return "never"
    if {first[0], second[0]} in EXCLUDING and first[1] and second[1]:
        return "never"
    return "both"


def _sharp(one: Card, other: Card) -> list[tuple[str, str]]:
    """Return what clashes where both hold at once."""
    found: list[tuple[str, str]] = []
    people = not (one.who and other.who) or one.who == other.who
    cases = _ages_meet(one, other)
    if people and cases:
        found += _by_modality(one, other)
        found += _by_change(one, other)
        found += _by_amount(one, other)
        if one.value and other.value and one.value != other.value:
            found.append(("value", "contradiction"))
    if cases:
        found += _by_holder(one, other)
    return found


def _ages_meet(one: Card, other: Card) -> bool:
    first, second = AGES[one.scope], AGES[other.scope]
    if first is None or second is None:
        return True
    return first[0] <= second[1] and second[0] <= first[1]


def _by_modality(one: Card, other: Card) -> list[tuple[str, str]]:
    found = MODALITIES.get(frozenset({one.modality, other.modality}))
    return [found] if found else []


def _by_change(one: Card, other: Card) -> list[tuple[str, str]]:
    found = []
    if one.change and other.change and (kind := CHANGES.get(frozenset({one.change, other.change}))):
        found.append(("wanted-change", kind))
    for held, wanting in ((one, other), (other, one)):
        capped = held.limit in LIMITS and LIMITS[held.limit][1] is not None
        if wanting.change in {"more", "start"} and (held.modality == "must not" or capped):
            found.append(("modality-against-change", "contradiction"))
        if wanting.change in {"less", "end"} and held.modality == "must":
            found.append(("modality-against-change", "contradiction"))
    return found


def _by_amount(one: Card, other: Card) -> list[tuple[str, str]]:
    found = []
    if one.limit in LIMITS and other.limit in LIMITS:
        (low, high), (floor, top) = LIMITS[one.limit], LIMITS[other.limit]
        if _below(high, floor) or _below(top, low):
            found.append(("limits", "contradiction"))
    for held, free in ((one, other), (other, one)):
        if free.limit == OPEN and held.limit in LIMITS and LIMITS[held.limit][1] is not None:
            found.append(("cap-against-open-ended", "tension"))
    if one.time and other.time:
        (days, start, end), (others, begin, finish) = TIMES[one.time], TIMES[other.time]
        first, last = max(start, begin), min(end, finish)
        fixed = start == end or begin == finish
        if not days & others or first > last or (first == last and not fixed):
            found.append(("timetable", "contradiction"))
    return found


def _below(high: Fraction | None, low: Fraction | None) -> bool:
    return high is not None and low is not None and high < low


def _by_holder(one: Card, other: Card) -> list[tuple[str, str]]:
    shares = {one.share, other.share}
    if one.share == other.share == "alone" and one.holders != other.holders:
        return [("two-holders", "contradiction")]
    if shares == {"alone", "shared"}:
        return [("alone-shared", "contradiction")]
    for sole, doer in ((one, other), (other, one)):
        if sole.share == "alone" and not doer.share and doer.holders not in {"", sole.holders}:
            return [("only", "contradiction")]
    return []
