"""By which names a finding is told: who says its sides, and what it is about."""

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction, Side
from activitymap.model.judging import GroundSide
from activitymap.model.values import Element


class FindingNames:
    """The names in a map; of what is gone, those that its judgement or discussion kept."""

    def __init__(self, activity_map: ActivityMap) -> None:
        self._systems = {system.id: system.name for system in activity_map.systems}
        self._needs = {need.id: need.whose for need in activity_map.needs}
        self._matters = {matter.id: matter.name for matter in activity_map.matters}

    def speaker(self, found: Contradiction, side: Side) -> str:
        """Return the service that says a side, or whose need it is; ``""`` if nobody is named."""
        if side.system in self._systems:
            return self._systems[side.system]
        if side.id in self._needs:
            return self._needs[side.id]
        kept = self._kept(found, side)
        return kept.service if kept else ""

    def element(self, found: Contradiction, side: Side) -> Element | None:
        """Return the element of a side; ``None`` for a need."""
        kept = self._kept(found, side)
        return side.element or (kept.element if kept else None)

    def is_removed(self, side: Side) -> bool:
        """Whether what says a side is no longer in the map."""
        return side.system is None and side.id not in self._needs

    def matters(self, found: Contradiction) -> tuple[str, ...]:
        """Return what a finding is about; none if it is about no matter."""
        names = tuple(self._matters[one] for one in found.matters if one in self._matters)
        if names or not found.gone:
            return names
        kept = (side.matter for ground in found.kept for side in ground.sides)
        return tuple(dict.fromkeys(filter(None, kept)))

    @staticmethod
    def _kept(found: Contradiction, side: Side) -> GroundSide | None:
        sides = (one for ground in found.kept for one in ground.sides)
        return next((one for one in sides if one.id == side.id), None)
