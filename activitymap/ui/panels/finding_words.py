"""Contradictions in the words of the panel: plain first, the theory beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from activitymap.model.contradictions.finding import Contradiction, MatterGroup
from activitymap.model.judgement_words import status_words
from activitymap.model.judging import Kind, Level
from activitymap.ui.model_words import model_words


def tr(text: str) -> str:
    """Return a text of the panel in the language of the person."""
    return QCoreApplication.translate("Contradictions", text)


def place_words(found: Contradiction) -> str:
    """Return where a contradiction lies, in plain words."""
    if found.gone:
        return tr("no longer found")
    return {
        Level.PRIMARY: tr("inside one element"),
        Level.SECONDARY: tr("inside one service"),
        Level.TERTIARY: tr("today’s form and the newer one"),
        Level.QUATERNARY: tr("between services"),
        None: tr("with a need") if found.linked else tr("not linked"),
    }[found.level_found]


def level_words(level: Level | None) -> str:
    """Return the name of a level in activity theory, with what it means."""
    return {
        Level.PRIMARY: tr("Primary contradiction: within one element of an activity system."),
        Level.SECONDARY: tr(
            "Secondary contradiction: between two elements of one activity system."
        ),
        Level.TERTIARY: tr("Tertiary contradiction: between an activity and a newer form of it."),
        Level.QUATERNARY: tr("Quaternary contradiction: between neighbouring activity systems."),
        None: tr("It has no level: it does not lie between two elements of activity systems."),
    }[level]


def kind_words(kind: Kind) -> str:
    """Return the kind of a finding."""
    return {
        Kind.CONTRADICTION: tr("contradiction"),
        Kind.TENSION: tr("tension"),
        Kind.GAP: tr("gap"),
    }[kind]


def finding_note(found: Contradiction) -> str:
    """Return in a line what a finding is, where it lies, and what was made of it."""
    place = place_words(found)
    if found.level is not None and found.level is not found.level_found:
        place = tr("{place} ({level}, says the group)").format(
            place=place, level=model_words(str(found.level))
        )
    return ", ".join((kind_words(found.kind), place, status_words(found)))


def count_words(found: Sequence[Contradiction]) -> str:
    """Return how many contradictions there are, and how many of them are open."""
    count, still = len(found), sum(one.is_open for one in found)
    if still != count:
        return tr("{open} open of {count} contradictions").format(open=still, count=count)
    return tr("1 contradiction") if count == 1 else tr("{count} contradictions").format(count=count)


def group_words(group: MatterGroup) -> str:
    """Return the second line of a matter: how many there are, and between how many services."""
    services = len(group.systems)
    words = count_words(group.contradictions)
    if services > 1:
        return tr("{contradictions}, {services} services").format(
            contradictions=words, services=services
        )
    return words
