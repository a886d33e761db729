"""What a rule is: a documented entry in the table of rules."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from activitymap.model.contradictions.claims import Claim
from activitymap.model.contradictions.encounter import Clash, Encounter
from activitymap.model.wording import worded


class DependsOn(StrEnum):
    """What a rule looks at beyond two claims; an edit to it makes the rule look again."""

    PAIR = "two statements on one matter"
    MATTER = "all statements on one matter"
    GRAPH = "who relies on whom in one matter"
    COSTS = "the matters declared to cost one another"
    LINKS = "the links between services"
    NEEDS = "the needs and their marks"
    DRAWN = "what the group drew"
    WORDS = "the words of all statements"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as people see it: ``name`` is its id, in files and on the command line.

    ``version`` rises whenever the rule begins to find something else in the same map.
    """

    name: str
    title: str
    theory: str
    example: str
    depends_on: DependsOn
    version: int = field(default=1, kw_only=True)


PairCheck = Callable[[Claim, Claim, Encounter], Clash | None]


@dataclass(frozen=True, slots=True)
class PairRule(Rule):
    """A rule over two claims: ``left`` and ``right`` are the bits of which each must have one.

    ``people``, ``cases`` and ``conditions`` say whether the two must be able to bind the same
    people, share a case by their scopes, and hold together; ``same_matter`` whether related
    matters are not enough.
    """

    left: int
    right: int
    check: PairCheck
    people: bool = True
    cases: bool = True
    conditions: bool = True
    same_matter: bool = False


def speaker(claim: Claim) -> str:
    """Return who says it, as a sentence of a rule names it: the service and the element."""
    names = claim.reading.who
    told = f", {', '.join(names)}" if names else ""
    return f"{claim.system_name} ({worded(str(claim.statement.element))}{told})"
