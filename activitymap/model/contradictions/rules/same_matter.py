"""The question whether two statements are about one matter, where no rule says more yet."""

from collections.abc import Sequence

from activitymap.model.contradictions.rules.rule import DependsOn, Rule
from activitymap.model.wording import worded

RULE = Rule(
    name="same-matter",
    title="About the same thing?",
    theory="Activities meet in a shared object (Engeström 2001); words alone only hint at it.",
    example="“Update the family plan” and “Plan reviewed each term”.",
    depends_on=DependsOn.WORDS,
)


def sentence(words: Sequence[str]) -> str:
    """Return the question about two statements that share some words."""
    if not words:
        return worded("Are these two about the same thing?")
    return worded(
        "Are these two about the same thing? Both speak of: {words}.", words=", ".join(words[:4])
    )
