"""Where a rule comes from, as a text tells it: law, policy, agreement or habit."""

from activitymap.model.contradictions.reader.cues import Found, pattern
from activitymap.model.contradictions.reader.sentence import Sentence, Span
from activitymap.model.reading import Origin

_CUES = {
    Origin.LAW: pattern(
        r"by law", r"the law", r"statut\w+", r"legal(?:ly)?", r"illegal", r"unlawful", r"legislation", r"act of parliament",
        r"under the [\w ]{3,30} act", r"court order\w*", r"regulations?", r"legal duty", r"gdpr", r"data protection",
    ),
    Origin.POLICY: pattern(
        r"polic(?:y|ies)(?! officer)", r"procedures?", r"guidance", r"guidelines?", r"our (?:rules|standards?) says?", r"handbook",
        r"head office", r"management says?", r"trust rules?", r"standard operating", r"directive", r"inspectors? (?:want|require)",
    ),
    Origin.AGREEMENT: pattern(
        r"(?:we|they|all|services|agencies|partners)(?: have| had|'ve)?(?: all| both)? (?:agreed|signed|shook hands)", r"agreement",
        r"protocol", r"memorandum", r"contract(?:s|ually)?", r"signed up to", r"as agreed", r"it was agreed", r"compact", r"terms of reference",
    ),
    Origin.HABIT: pattern(
        r"(?:we|they|has|have|'ve|it's|it has)(?: always| usually)(?: been| done| had| gone)?", r"always (?:has|have|been|done|had|was)", r"out of habit", r"habit", r"custom",
        r"tradition\w*", r"that's (?:just )?how (?:it is|we do it|it's done)", r"the way we've always", r"used to it", r"unwritten", r"by convention",
    ),
}  # fmt: skip


def origin(whole: Sentence) -> Found[Origin] | None:
    """Return where a rule comes from; ``None`` where the text does not say."""
    for value, cue in _CUES.items():
        if match := cue.search(whole.lower):
            return Found(value, (Span(*match.span()),))
    return None
