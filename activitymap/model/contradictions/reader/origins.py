"""Where a rule comes from, as a text tells it: law, policy, agreement or habit."""

from activitymap.model.contradictions.reader.cues import Found, table
from activitymap.model.contradictions.reader.sentence import Sentence, Span
from activitymap.model.reading import Origin

_TABLE = table("origins")
_CUES = {
    Origin.LAW: _TABLE["law"],
    Origin.POLICY: _TABLE["policy"],
    Origin.AGREEMENT: _TABLE["agreement"],
    Origin.HABIT: _TABLE["habit"],
}


def origin(whole: Sentence) -> Found[Origin] | None:
    """Return where a rule comes from; ``None`` where the text does not say."""
    for value, cue in _CUES.items():
        if match := cue.search(whole.lower):
            return Found(value, (Span(*match.span()),))
    return None
