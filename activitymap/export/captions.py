"""The caption of a figure: what it shows, and how many contradictions its arrows stand for."""

from collections.abc import Sequence

from activitymap.export.wanted import What
from activitymap.model.activity_map import ActivityMap
from activitymap.model.comparing import count_words
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.wording import worded


def caption(what: What, shown: ActivityMap, drawn: Sequence[Contradiction]) -> str:
    """Return the caption of a figure of the services in ``shown``.

    ``drawn`` are the contradictions that have an arrow in it; tensions and gaps count among
    them, as they do in the matrix and in the lists.
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
    if drawn and what is not What.MATRIX:
        told.append(
            worded("Lightning arrows (Engeström 1987) mark {counted}.", counted=count_words(drawn))
        )
    return " ".join(told)


def _joined(words: list[str]) -> str:
    """Return a list as it is said: with commas, and an "and" before the last."""
    if len(words) == 1:
        return words[0]
    return worded("{all} and {last}", all=", ".join(words[:-1]), last=words[-1])
