"""The caption of a figure: what it shows, and how many contradictions its arrows stand for."""

from collections import Counter
from collections.abc import Iterable

from activitymap.export.wanted import What
from activitymap.model.activity_map import ActivityMap
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.judging import Kind
from activitymap.model.wording import worded

_COUNTED = {
    Kind.CONTRADICTION: ("{count} contradiction", "{count} contradictions"),
    Kind.TENSION: ("{count} tension", "{count} tensions"),
    Kind.GAP: ("{count} gap", "{count} gaps"),
}


def caption(what: What, shown: ActivityMap, drawn: Iterable[Contradiction]) -> str:
    """Return the caption of a figure of the services in ``shown``.

    ``drawn`` are the contradictions that have an arrow in it.
    """
    names = [system.name.strip() or worded("a service without a name") for system in shown.systems]
    title = shown.title or worded("Activity map")
    if not names:
        return worded("{title}: no service is drawn yet.", title=title)
    sentence = {
        What.MAP: "{title}: activity systems of {names}.",
        What.SERVICES: "{title}: activity systems of {names}."
        if len(names) > 1
        else "{title}: activity system of {names}.",
        What.COMPARISON: "{title}: {names} side by side.",
        What.MATRIX: "{title}: contradictions and agreements between {names}.",
    }[what]
    told = [worded(sentence, title=title, names=_joined(names))]
    counts = Counter(one.kind for one in drawn)
    if counts and what is not What.MATRIX:
        counted = [
            worded(_COUNTED[kind][counts[kind] != 1], count=counts[kind])
            for kind in Kind
            if counts[kind]
        ]
        told.append(
            worded("Lightning arrows mark {counted} (Engeström 1987).", counted=_joined(counted))
        )
    return " ".join(told)


def _joined(words: list[str]) -> str:
    """Return a list as it is said: with commas, and an "and" before the last."""
    if len(words) == 1:
        return words[0]
    return worded("{all} and {last}", all=", ".join(words[:-1]), last=words[-1])
