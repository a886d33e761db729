"""The sentences of the layers below the window, in the language of the person.

The model, the drawing and the exports know no Qt. What they say goes through `worded`: a template
in British English with named gaps, which an installed translator may put into another language
before the gaps are filled. What people wrote themselves stands in the gaps and is never
translated; identifiers and the keys of data formats do not come here at all.
"""

from collections.abc import Callable

Translator = Callable[[str], str]


def _as_it_is(template: str) -> str:
    return template


class _Language:
    """The one translator of the program; chosen once, before anything is found or drawn."""

    translate: Translator = staticmethod(_as_it_is)
    number = 0


def install(translator: Translator | None) -> None:
    """Let all sentences from now on go through ``translator``; ``None`` for plain English.

    What was found or drawn before keeps its words until it is found or drawn anew.
    """
    _Language.translate = staticmethod(translator or _as_it_is)
    _Language.number += 1


def language() -> int:
    """Return a number that differs for every language installed, for what is kept by language."""
    return _Language.number


def worded(template: str, **gaps: object) -> str:
    """Return a sentence in the language of the person, its gaps (``{name}``) filled."""
    translated = _Language.translate(template)
    return translated.format(**gaps) if gaps else translated
