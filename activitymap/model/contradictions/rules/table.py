"""The table of rules: every rule once, with its title, theory, example and what it depends on."""

from activitymap.model.contradictions.rules import (
    aims,
    amounts,
    modality,
    same_matter,
    scopes,
    tasks,
    values,
    waiting,
)
from activitymap.model.contradictions.rules.rule import DependsOn, PairRule, Rule

NEWER_FORM = Rule(
    name="newer-form",
    title="The present form against the newer one",
    theory="Tertiary contradiction between a form of the activity and a culturally more advanced "
    "one (Engeström 1987).",
    example="“One worker for each family” is planned where “Cases go to whoever is free” holds.",
    depends_on=DependsOn.LINKS,
)
NEED_HINDERED = Rule(
    name="need-hindered",
    title="A need that is hindered",
    theory="The family's object as the measure of the services' objects; slides, “needs led”.",
    example="“All forms before any help” hinders “Help me, not the form”.",
    depends_on=DependsOn.NEEDS,
)
NEED_UNSERVED = Rule(
    name="need-unserved",
    title="A need that no service serves",
    theory="The family's object as the measure of the services' objects; slides, “needs led”.",
    example="“One person I can call”, and no service has it as its object.",
    depends_on=DependsOn.NEEDS,
)
DRAWN = Rule(
    name="drawn",
    title="Drawn by the group",
    theory="What participants see and no rule does; an equal of what is found.",
    example="An arrow that the group drew between two statements.",
    depends_on=DependsOn.DRAWN,
)

SORTED = Rule(
    name="sorted",
    title="Told apart by the group in a quick round",
    theory="What participants see and no rule does; an equal of what is found.",
    example="Two statements on one matter to which the group answered “apart”.",
    depends_on=DependsOn.DRAWN,
)

PAIR_RULES: tuple[PairRule, ...] = (
    *modality.RULES[:3],
    *amounts.RULES,
    *aims.RULES,
    *values.RULES,
    *tasks.RULES,
    *scopes.RULES,
    *modality.RULES[3:],
)
TRADE_OFF = aims.TRADE_OFF

RULES: dict[str, Rule] = {}
"""All rules by name, in the order of the table. Where two entries share a name they are one rule
seen from two sides, and the first stands for both."""

for _rule in (
    *PAIR_RULES,
    waiting.RULE,
    TRADE_OFF,
    NEWER_FORM,
    NEED_HINDERED,
    NEED_UNSERVED,
    DRAWN,
    SORTED,
    same_matter.RULE,
):
    RULES.setdefault(_rule.name, _rule)

RANK = {name: rank for rank, name in enumerate([DRAWN.name, *RULES])}
"""The order in which the reasons of one contradiction are told, the most telling first."""
