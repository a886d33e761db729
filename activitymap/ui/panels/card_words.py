"""What the slots of a card are called in plain words, and an example of each."""

from PySide6.QtCore import QCoreApplication


def tr(text: str) -> str:
    """Return a text of the card in the language of the person."""
    return QCoreApplication.translate("Card", text)


def slot_words(slot: str) -> tuple[str, str]:
    """Return the plain name of a slot and an example of what to write."""
    return {
        "modality": (tr("Must or may"), ""),
        "who": (tr("Whom it binds"), tr("nurse; teacher")),
        "holders": (tr("Who does it"), tr("lead professional")),
        "share": (tr("How many may do it"), ""),
        "relies_on": (tr("Whose doing it relies on"), tr("Health centre")),
        "limit": (tr("Limit"), tr("at most 24 hours, every 6 weeks, open-ended")),
        "time": (tr("Time"), tr("Tuesday 14:00, after 15:30, until 21:00")),
        "pace": (tr("How fast"), ""),
        "condition": (tr("Condition"), tr("only if consent is given; unless there is danger")),
        "scope": (tr("For whom"), tr("age 0 to 5; area North; threshold 3 or more")),
        "change": (tr("Wanted change"), ""),
        "worked_on": (tr("What is worked on"), tr("children with several illnesses")),
        "value": (tr("Which of several"), tr("at home")),
        "origin": (tr("Where the rule comes from"), ""),
        "changed_by": (tr("Who can change it"), tr("the board")),
    }[slot]
