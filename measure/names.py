"""How well names of people are proposed in sentences in which they are marked."""

import re
from pathlib import Path

from activitymap.model.activity_map import ActivityMap
from activitymap.model.anonymising.anonymised import anonymised
from activitymap.model.values import ActivitySystem, Element, Statement
from measure.scores import Found

_MARKED = re.compile(r"\[([^\]]+)\]")


def score(path: Path) -> Found:
    """Return how the names in sentences are proposed, each sentence a statement of one map.

    A name that was proposed with more or fewer words than it has is missed, and wrong besides.
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
    return Found(len(names & proposed), len(proposed - names), len(names - proposed))


def _bare(name: str) -> str:
    """Return a name without a title."""
    return re.sub(r"^(?:Mr|Mrs|Ms|Miss|Dr)\.? ", "", name)
