"""Large maps for measuring: the same numbers always make the same map."""

import random

from activitymap.model.activity_map import ActivityMap
from activitymap.model.reading import Change, Modality, Reading, Share
from activitymap.model.slots.limit import parse_limit
from activitymap.model.values import ActivitySystem, Element, Matter, SharedObject, Statement

GROUP = 5
"""Services around one shared object, and cards on one matter, on the average."""
WORDS = (
    "the family plan is shared with school before each review so that nobody has to tell it twice "
    "and the worker calls within a week"
).split()
HOLDERS = ("nurse", "teacher", "lead professional")
LIMITS = tuple(
    parse_limit(words)
    for words in ("at most 24 hours", "at least 3 days", "at most 12 weeks", "open-ended")
)


def large_map(services: int, statements_each: int, seed: int = 1) -> ActivityMap:
    """Return a map whose services meet in groups of five around a shared object.

    Four of five statements have a card; a matter has about five cards, all in one group.
    """
    chance = random.Random(seed)
    numbers = iter(range(1, 10**9))
    groups = -(-services // GROUP)
    matters = [
        Matter(id=f"matter-{next(numbers)}", name=f"matter {number}")
        for number in range(groups * statements_each)
    ]
    systems = []
    for service in range(services):
        group = service // GROUP
        here = matters[group * statements_each : (group + 1) * statements_each]
        statements = tuple(
            Statement(
                id=f"statement-{next(numbers)}",
                element=chance.choice(list(Element)),
                text=" ".join(chance.sample(WORDS, chance.randint(3, 8))),
                readings=(_card(chance, chance.choice(here).id),) if chance.random() < 0.8 else (),
            )
            for _ in range(statements_each)
        )
        systems.append(
            ActivitySystem(
                id=f"system-{next(numbers)}",
                name=f"Service {service}",
                colour=service % 8,
                statements=statements,
            )
        )
    shared = tuple(
        SharedObject(
            id=f"shared-object-{next(numbers)}",
            name=f"Family {group}",
            systems=tuple(system.id for system in systems[group * GROUP : (group + 1) * GROUP]),
        )
        for group in range(groups)
    )
    return ActivityMap(
        title="Large map",
        systems=tuple(systems),
        shared_objects=shared,
        matters=tuple(matters),
        last_number=next(numbers),
    )


def _card(chance: random.Random, matter: str) -> Reading:
    kind = chance.random()
    if kind < 0.5:
        modality = chance.choices(list(Modality), weights=(12, 2, 4, 1))[0]
        return Reading(matter=matter, modality=modality)
    if kind < 0.7:
        return Reading(matter=matter, limit=chance.choice(LIMITS))
    if kind < 0.9:
        change = chance.choices(list(Change), weights=(6, 1, 1, 3, 1))[0]
        return Reading(matter=matter, change=change)
    share = chance.choice((Share.ALONE, Share.SHARED, None))
    return Reading(matter=matter, share=share, holders=(chance.choice(HOLDERS),))
