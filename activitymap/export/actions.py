"""What was agreed, and every judgement ever made, as CSV for spreadsheets and for research."""

import csv
import io
from collections.abc import Iterable, Sequence

from activitymap.export.tables import guarded
from activitymap.model.activity_map import ActivityMap
from activitymap.model.judging import Hands, Judgement

ACTIONS = ("contradiction", "action", "who", "by when", "deliberately nothing", "done", "id")
JUDGEMENTS = (
    "date", "status", "answer", "statements", "rules", "text", "reason", "depends on", "level",
    "kind", "agree", "unsure", "disagree", "shows as", "present", "about", "id",
)  # fmt: skip


def actions_csv(activity_map: ActivityMap) -> bytes:
    """Return the actions, one a row, with the texts that they are about."""
    rows = [
        (
            " | ".join(side.text for side in discussion.sides if side.text),
            action.text,
            action.who,
            action.when,
            "yes" if action.nothing else "",
            action.done.isoformat() if action.done else "",
            action.id,
        )
        for discussion in activity_map.discussions
        for action in discussion.actions
    ]
    return _csv(ACTIONS, rows)


def judgements_csv(activity_map: ActivityMap) -> bytes:
    """Return every judgement that was ever made, one a row, the first one first.

    Texts are those that were judged, also where they are others today.
    """
    return _csv(JUDGEMENTS, [_judgement(one) for one in activity_map.judgements])


def _judgement(one: Judgement) -> tuple[str, ...]:
    hands = one.hands or Hands()
    counts = (hands.agree, hands.unsure, hands.disagree)
    texts = dict.fromkeys(side.text for ground in one.grounds for side in ground.sides)
    return (
        one.date.isoformat(),
        str(one.status),
        str(one.answer or ""),
        " | ".join(texts),
        " | ".join(dict.fromkeys(ground.rule for ground in one.grounds)),
        one.text,
        one.reason,
        one.depends_on,
        str(one.level or ""),
        str(one.kind or ""),
        *(str(count) if one.hands else "" for count in counts),
        str(one.showing or ""),
        "; ".join(one.present),
        " | ".join(one.about),
        one.id,
    )


def _csv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return rows as CSV that Excel opens too: a byte-order mark, and no cell that is a formula."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return target.getvalue().encode("utf-8-sig")
