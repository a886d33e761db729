"""A judgement in words: when, what, why, by whom."""

from PySide6.QtCore import QCoreApplication

from activitymap.model.judging import Judgement, Status
from activitymap.ui.model_words import model_words


def tr(text: str) -> str:
    """Return a text of the trail in the language of the person."""
    return QCoreApplication.translate("Judgements", text)


def judgement_words(one: Judgement) -> str:
    """Return a judgement as people read it, the day first."""
    status = {
        Status.CANDIDATE: tr("to be looked at again"),
        Status.CONFIRMED: tr("confirmed"),
        Status.DISMISSED: tr("dismissed"),
        Status.RESOLVED: tr("resolved"),
    }[one.status]
    told = [f"{one.date.isoformat()}: {status}"]
    if one.answer:
        told.append(tr("answered “{answer}”").format(answer=model_words(str(one.answer))))
    if one.depends_on:
        told.append(tr("depends on {words}").format(words=one.depends_on))
    if one.kind or one.level:
        seen = ", ".join(model_words(str(part)) for part in (one.kind, one.level) if part)
        told.append(tr("seen as {what}").format(what=seen))
    if one.showing:
        told.append(tr("shows as {what}").format(what=model_words(str(one.showing))))
    if one.hands:
        told.append(
            tr("{agree} agree, {unsure} unsure, {disagree} disagree").format(
                **one.hands.model_dump()
            )
        )
    lines = [", ".join(told)]
    lines += filter(None, (one.text, one.reason))
    if one.present:
        lines.append(tr("Present: {names}").format(names="; ".join(one.present)))
    return "\n".join(lines)
