"""The rule over the graph of *relies on*: services that wait for each other to begin."""

from collections.abc import Iterator
from itertools import product

from activitymap.model.contradictions.block import Block, Found
from activitymap.model.contradictions.claims import Claim, Position, Says
from activitymap.model.contradictions.neighbours import Joined
from activitymap.model.contradictions.rules.rule import DependsOn, Rule, speaker
from activitymap.model.judging import Kind
from activitymap.model.wording import worded

LONGEST = 8
"""Systems in the longest circle that is looked for; longer ones are beyond a discussion."""

RULE = Rule(
    name="waits-on-each-other",
    title="Each waits for the other",
    theory="A double bind (Bateson 1972; Engeström 1987): no single activity can end it.",
    example="“We assess once family work is done” against “Family work starts once assessed”.",
    depends_on=DependsOn.GRAPH,
)


def waits_on_each_other(block: Block) -> Iterator[Found]:
    """Yield the cycles of *relies on* between systems that are joined.

    Elementary cycles are found by networkx (Johnson 1975; Gupta and Suzumura 2021 for the bound).
    A circle of two gives each pair of statements; a longer one the first statement of each step.
    """
    steps = _steps(block)
    if len({source for source, _ in steps}) < 2:
        return
    import networkx

    graph = networkx.DiGraph(steps.keys())
    for cycle in networkx.simple_cycles(graph, length_bound=LONGEST):
        if len(cycle) > 1:
            first = cycle.index(min(cycle, key=lambda node: _first_place(steps, node)))
            nodes = cycle[first:] + cycle[:first]
            edges = [steps[edge] for edge in zip(nodes, nodes[1:] + nodes[:1], strict=True)]
            yield from _circle(edges, block)


def _first_place(steps: dict[tuple[str, str], list[Claim]], node: str) -> Position:
    return min(
        claim.position
        for (source, _), claims in steps.items()
        if source == node
        for claim in claims
    )


def _steps(block: Block) -> dict[tuple[str, str], list[Claim]]:
    """Return the claims by (who relies, on whom); systems by id, other people by name."""
    steps: dict[tuple[str, str], list[Claim]] = {}
    for claim in block.claims:
        if claim.says & Says.RELIES and not claim.says & Says.MUST_NOT:
            for name in claim.reading.relies_on:
                for system in sorted(block.registry.systems(name)):
                    if system != claim.system:
                        steps.setdefault((claim.system, system), []).append(claim)
    return steps


def _circle(edges: list[list[Claim]], block: Block) -> Iterator[Found]:
    rounds = product(*edges) if len(edges) == 2 else [tuple(claims[0] for claims in edges)]
    for claims in rounds:
        pairs = list(zip(claims, claims[1:] + claims[:1], strict=True))
        if any(not block.comparable(one, other) for one, other in pairs):
            continue
        if any(block.joined(one, other) is Joined.UNLINKED for one, other in pairs):
            continue
        ordered = sorted(claims, key=lambda claim: claim.position)
        told = ", ".join(
            worded(
                "{claim} waits for {names}",
                claim=speaker(claim),
                names=worded(" and ").join(claim.reading.relies_on),
            )
            for claim in claims
        )
        sentence = worded("Each waits for the other to begin: {told}.", told=told)
        slots = (("relies_on",),) * len(ordered)
        yield Found(RULE.name, Kind.CONTRADICTION, tuple(ordered), slots, sentence)
