"""What single lines of a drawing say, for people who hear it: contradictions and links."""

from collections.abc import Iterable, Iterator, Sequence

from activitymap.drawing.clashes import Bundle, bundled
from activitymap.drawing.shapes import Alternative
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Agreement, Contradiction, Side
from activitymap.model.judging import Kind
from activitymap.model.wording import worded


def of_lines(
    activity_map: ActivityMap, found: Iterable[Contradiction], *, in_focus: bool
) -> tuple[Alternative, ...]:
    """Return what the lines of a map say: its shared objects, links and contradictions.

    At rest an arrow tells of all contradictions that it counts; in focus each has its own.
    """
    names = {system.id: system.name for system in activity_map.systems}
    arrows = _each(found, names) if in_focus else _at_rest(found, names)
    return (*_joins(activity_map, names), *arrows)


def _at_rest(found: Iterable[Contradiction], names: dict[str, str]) -> Iterator[Alternative]:
    for bundle, several in bundled(found).items():
        told = " ".join(one.told for one in several)
        yield Alternative(bundle.id, _named(several, _who(bundle, names)), told)


def of_pairs(
    activity_map: ActivityMap, found: Iterable[Contradiction], agreed: Iterable[Agreement]
) -> tuple[Alternative, ...]:
    """Return what the lines between statements say, which clash or agree."""
    names = {system.id: system.name for system in activity_map.systems}
    return (
        *_each(found, names),
        *(
            Alternative(
                "=".join(side.id for side in one.sides),
                worded("Agreement: {who}", who=_between(one.sides, names)),
                one.sentence,
            )
            for one in agreed
        ),
    )


def _joins(activity_map: ActivityMap, names: dict[str, str]) -> Iterator[Alternative]:
    for shared in activity_map.shared_objects:
        for member in shared.systems:
            gaps = {"system": names[member], "object": shared.name}
            told = worded("{system} works on the shared object {object}.", **gaps)
            yield Alternative(f"{shared.id}/{member}", f"{names[member]} – {shared.name}", told)
    for link in activity_map.links:
        source, target = names[link.source], names[link.target]
        told = worded(
            "{source} {kind} {target}.", source=source, kind=worded(str(link.kind)), target=target
        )
        if link.label:
            told += f" {link.label}"
        yield Alternative(link.id, worded("Link: {who}", who=f"{source} – {target}"), told)


def _each(found: Iterable[Contradiction], names: dict[str, str]) -> Iterator[Alternative]:
    for one in found:
        name = _named([one], _between(one.sides, names))
        yield Alternative("+".join(one.about), name, one.told)


def _named(several: Sequence[Contradiction], who: str) -> str:
    if any(one.kind is Kind.CONTRADICTION for one in several):
        return worded("Contradiction: {who}", who=who)
    return worded("Tension or gap: {who}", who=who)


def _who(bundle: Bundle, names: dict[str, str]) -> str:
    who = " – ".join(names[system] for system in bundle.systems)
    elements = ", ".join(worded(str(element)) for element in bundle.elements)
    return f"{who} ({elements})" if elements else who


def _between(sides: Iterable[Side], names: dict[str, str]) -> str:
    known = dict.fromkeys(side.system for side in sides if side.system)
    return " – ".join(names[system] for system in known if system in names)
