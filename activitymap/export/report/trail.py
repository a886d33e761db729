"""The trail of judgements: every one that was ever made, with what it judged."""

from collections.abc import Iterator

from activitymap.export.report.blocks import Block, Heading, Paragraph, Table
from activitymap.export.report.findings import judged_text
from activitymap.model.activity_map import ActivityMap
from activitymap.model.days import day_text
from activitymap.model.judgement_words import reason_words, verdict_words
from activitymap.model.judging import Judgement
from activitymap.model.wording import sentences, worded


def trail_of_judgements(activity_map: ActivityMap) -> Iterator[Block]:
    """Yield all judgements in the order in which they were made, the texts as they were judged."""
    if not activity_map.judgements:
        return
    yield Heading(worded("Appendix: all judgements"))
    yield Paragraph(worded("Texts are those that were judged, also where they are others today."))
    yield Table(
        (
            worded("Day"),
            worded("What was judged"),
            worded("Judgement"),
            worded("Why, and who was there"),
        ),
        tuple(map(_row, activity_map.judgements)),
        (1.3, 2.8, 1.9, 2.7),
    )


def _row(one: Judgement) -> tuple[str, ...]:
    sides = [side for ground in one.grounds[:1] for side in ground.sides]
    return (
        day_text(one.date),
        judged_text(sides) or "–",
        verdict_words(one),
        sentences(reason_words(one)),
    )
