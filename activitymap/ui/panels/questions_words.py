"""The words of the guiding questions in the language of the person."""

from PySide6.QtCore import QCoreApplication


def told(text: str) -> str:
    """Return a text of the questions or templates, which the model keeps, as it is shown."""
    return QCoreApplication.translate("GuidingQuestions", text)
