"""How well names of people are proposed: precision and recall over sentences with marked names."""

import re
from pathlib import Path
from typing import NamedTuple

from activitymap.model.activity_map import ActivityMap
from activitymap.model.anonymising.anonymised import anonymised
from activitymap.model.values import ActivitySystem, Element, Statement

_MARKED = re.compile(r"\[([^\]]+)\]")


class Proposed(NamedTuple):
    """How many names stand in some sentences, were proposed, and are both."""

    names: int
    proposed: int
    both: int

    @property
    def precision(self) -> float:
        """The share of names among what was proposed."""
        return self.both / self.proposed if self.proposed else 1.0

    @property
    def recall(self) -> float:
        """The share of the names that was proposed."""
        return self.both / self.names if self.names else 1.0


def measured(path: Path) -> Proposed:
    """Return how well the names in sentences are proposed, each sentence a statement of one map.

    A name counts where it was proposed whole, or its last word was.
    """
    lines = [
        line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"
    ]
    names = {_bare(name) for line in lines for name in _MARKED.findall(line)}
    statements = tuple(
        Statement(id=f"statement-{number}", element=Element.RULES, text=_MARKED.sub(r"\1", line))
        for number, line in enumerate(lines, start=1)
    )
    system = ActivitySystem(id="system-1", name="Early help", statements=statements)
    proposed = {one.name for one in anonymised(ActivityMap(systems=(system,))).doubtful}
    both = {name for name in names if name in proposed}
    return Proposed(len(names), len(proposed), len(both))


def _bare(name: str) -> str:
    """Return a name without a title."""
    return re.sub(r"^(?:Mr|Mrs|Ms|Miss|Dr)\.? ", "", name)
