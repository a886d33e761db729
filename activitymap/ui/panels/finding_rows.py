"""What the rows of the list of contradictions say, and the panel beside it."""

from typing import NamedTuple

from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction, MatterGroup, Side
from activitymap.model.contradictions.naming import FindingNames
from activitymap.model.wording import sentences
from activitymap.ui.model_words import model_words
from activitymap.ui.panels.finding_words import finding_note, group_words, tr


class SideWords(NamedTuple):
    """One side as the list shows it: who says it, the words, and the number of the colour."""

    speaker: str
    text: str
    colour: int | None


class Row(NamedTuple):
    """One row: a matter (without ``found``) or a contradiction.

    ``findings`` are what choosing the row brings into focus.
    """

    title: str
    note: str
    sides: tuple[SideWords, ...]
    why: str
    needs: tuple[str, ...]
    weak: bool
    findings: tuple[Contradiction, ...]

    @property
    def words(self) -> str:
        """The row as one text, for search and for screen readers."""
        sides = [f"{side.speaker}: {side.text}" for side in self.sides]
        return sentences((self.title, self.note, *sides, self.why, *self.needs))


class RowWords:
    """What the rows say, from the names of a map."""

    def __init__(self, activity_map: ActivityMap) -> None:
        self._systems = {system.id: system for system in activity_map.systems}
        self._names = FindingNames(activity_map)
        self._needs = {need.id: need for need in activity_map.needs}

    def matter(self, group: MatterGroup) -> Row:
        """Return the row of a matter, with all who say something on it."""
        found = group.contradictions
        sides = dict.fromkeys(side for one in found for side in self.sides(one))
        needs = dict.fromkeys(need for one in found for need in one.needs)
        named = {side.id for one in found for side in one.sides}
        title = group.name if group.matter else tr("On no matter")
        return Row(
            title=title,
            note=group_words(group),
            sides=tuple(sides),
            why="" if len(found) > 1 else found[0].told,
            needs=tuple(self._needs[need].text for need in needs if need not in named),
            weak=False,
            findings=found,
        )

    def finding(self, one: Contradiction) -> Row:
        """Return the row of one contradiction; of what is gone it says why first."""
        told = (one.because, one.own_words) if one.gone else (one.told,)
        return Row(
            title="",
            note=finding_note(one),
            sides=self.sides(one),
            why=" ".join(filter(None, told)),
            needs=self.needs(one),
            weak=not one.linked or one.gone,
            findings=(one,),
        )

    def needs(self, one: Contradiction) -> tuple[str, ...]:
        """Return the needs that a contradiction touches and that are none of its sides."""
        sides = {side.id for side in one.sides}
        return tuple(self._needs[need].text for need in one.needs if need not in sides)

    def matters(self, one: Contradiction) -> str:
        """Return what a contradiction is about."""
        return ", ".join(self._names.matters(one)) or tr("On no matter")

    def sides(self, one: Contradiction) -> tuple[SideWords, ...]:
        """Return the sides of a contradiction: who says what, as the list shows it."""
        return tuple(self._side(one, side) for side in one.sides)

    def weak(self, found: tuple[Contradiction, ...]) -> Row:
        """Return the row above what is not linked, or above what is gone."""
        gone = found[0].gone
        return Row(
            title=tr("Judged or discussed, and no longer found")
            if gone
            else tr("Same matter, not linked"),
            note=tr("What the group said and made of it is kept.")
            if gone
            else tr("These services are not linked; the same young person may live both."),
            sides=(),
            why="",
            needs=(),
            weak=True,
            findings=found,
        )

    def _side(self, one: Contradiction, side: Side) -> SideWords:
        speaker = self._names.speaker(one, side)
        element = self._names.element(one, side)
        if element and not side.text:
            speaker = f"{speaker} ({model_words(str(element))})"
        if self._names.is_removed(side):
            speaker = tr("{name}, removed").format(name=speaker) if speaker else tr("removed")
        colour = self._systems[side.system].colour if side.system else None
        return SideWords(speaker or tr("Need"), side.text, colour)
