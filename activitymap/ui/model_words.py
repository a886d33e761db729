"""Words that the layers below have, in the language of the person.

They know no Qt and say everything through `activitymap.model.wording`. Its few fixed words
(elements, levels, rules …) and its sentences are in the context *Model*.
"""

from PySide6.QtCore import QCoreApplication

from activitymap.model import wording


def model_words(text: str) -> str:
    """Return words of the model in the language of the person."""
    return QCoreApplication.translate("Model", text)


def speak_their_language() -> None:
    """Let the layers below say what they say in the language of the window."""
    wording.install(model_words)
