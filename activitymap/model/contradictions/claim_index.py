"""The claims of a map by statement and by matter, kept up to date system by system."""

from collections.abc import Iterable

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.claims import Claim, claims_of
from activitymap.model.contradictions.reader.names import names_of
from activitymap.model.contradictions.situation import Situation
from activitymap.model.values import ActivitySystem

Claims = tuple[Claim, ...]


class ClaimIndex:
    """All claims of a map; unchanged systems (by identity) keep theirs."""

    def __init__(self, activity_map: ActivityMap) -> None:
        self._systems: dict[str, ActivitySystem] = {}
        self._claims: dict[str, Claims] = {}
        self._by_matter: dict[str, dict[Claim, None]] = {}
        self._names = names_of(activity_map)
        for number, system in enumerate(activity_map.systems):
            self._add(system, number)

    def matters(self) -> Iterable[str]:
        """Return the ids of all matters that a claim is on."""
        return self._by_matter.keys()

    def of_system(self, system: str) -> Claims:
        """Return the claims of one system; none if it does not exist."""
        return self._claims.get(system, ())

    def all(self) -> Iterable[Claim]:
        """Go through all claims."""
        return (claim for claims in self._claims.values() for claim in claims)

    def on(self, matters: Iterable[str]) -> Claims:
        """Return the claims on some matters, in the order of the map."""
        found = [claim for matter in matters for claim in self._by_matter.get(matter, ())]
        found.sort(key=lambda claim: claim.position)
        return tuple(found)

    def matters_by_block(self, here: Situation, keys: set[str]) -> dict[str, list[str]]:
        """Return the matters of each block of ``keys``."""
        found = {key: [key] for key in keys}
        for matter, key in here.block_of.items():
            if key in found and matter != key:
                found[key].append(matter)
        return found

    def update(self, activity_map: ActivityMap) -> set[str] | None:
        """Take up an edited map.

        Returns:
            The matters whose claims changed, or ``None`` where systems came, went or changed
            name or order, so that all must be looked at again.
        """
        names = names_of(activity_map)
        if names != self._names and any(claim.read is not None for claim in self.all()):
            return None  # A text may name the service that came, went or has a new name.
        self._names = names
        systems = {system.id: system for system in activity_map.systems}
        stay = [system for system in self._systems if system in systems]
        if stay != [system for system in systems if system in self._systems]:
            return None
        changed: set[str] = set()
        for gone in [system for system in self._systems if system not in systems]:
            changed |= self._remove(gone)
        for number, system in enumerate(activity_map.systems):
            known = self._systems.get(system.id)
            if known is not system:
                if known is not None:
                    changed |= self._changes(known, system)
                    self._remove(system.id)
                self._add(system, number)
                if known is None:
                    changed |= {claim.matter for claim in self.of_system(system.id)}
            else:
                self._renumber(system.id, number)
        # A new system in the middle is put where it stands, so that the next order is compared.
        self._systems = systems
        return changed

    def _add(self, system: ActivitySystem, number: int) -> None:
        claims = tuple(
            claim
            for place, statement in enumerate(system.statements)
            for claim in claims_of(system, statement, number, place, self._names)
        )
        self._systems[system.id] = system
        self._claims[system.id] = claims
        for claim in claims:
            self._by_matter.setdefault(claim.matter, {})[claim] = None

    def _remove(self, system: str) -> set[str]:
        claims = self._claims.pop(system)
        del self._systems[system]
        for claim in claims:
            on = self._by_matter[claim.matter]
            del on[claim]
            if not on:
                del self._by_matter[claim.matter]
        return {claim.matter for claim in claims}

    def _renumber(self, system: str, number: int) -> None:
        for claim in self._claims[system]:
            if claim.position.system == number:
                return
            claim.position = claim.position._replace(system=number)

    def _changes(self, before: ActivitySystem, now: ActivitySystem) -> set[str]:
        """Return the matters on which a system says something else than before."""
        if before.statements is now.statements and before.name == now.name:
            return set()
        old = {statement.id: statement for statement in before.statements}
        new = {statement.id: statement for statement in now.statements}
        same_order = [one for one in old if one in new] == [one for one in new if one in old]
        if before.name != now.name or not same_order:
            return _matters(before) | _matters(now)
        changed = [
            statement
            for one, other in ((old, new), (new, old))
            for key, statement in one.items()
            if other.get(key) is not statement
        ]
        return {
            reading.matter
            for statement in changed
            for reading in statement.readings
            if reading.matter is not None
        }


def _matters(system: ActivitySystem) -> set[str]:
    return {
        reading.matter
        for statement in system.statements
        for reading in statement.readings
        if reading.matter is not None
    }
