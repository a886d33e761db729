"""Words that the model has, in the language of the person.

The model knows no Qt. Its few fixed words (elements, levels, rules …) are translated where they
are shown, in the context *Model*.
"""

from PySide6.QtCore import QCoreApplication


def model_words(text: str) -> str:
    """Return words of the model in the language of the person."""
    return QCoreApplication.translate("Model", text)
