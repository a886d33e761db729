"""Every text that somebody wrote in a map, or in any part of it: read, or written anew."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeVar, get_args

from activitymap.model.base import Value

Write = Callable[[str], str]
"""Returns a text in the words in which it is to stand."""
SomeValue = TypeVar("SomeValue", bound=Value)

_NO_TEXTS = frozenset({"names", "not_names", "rules_off", "rule", "id", "about", "systems_of"})
"""Fields of strings that identify something, or that stand outside what the map says."""
_KEYED = frozenset({"slots"})
"""Fields of pairs of a name of the program's own and somebody's words."""


def rewritten(value: SomeValue, write: Write) -> SomeValue:
    """Return a value in which every text stands as ``write`` gives it; unchanged parts are shared.

    Ids are told from texts by their constraint (`Id`), and values inside are looked into.
    """
    changed: dict[str, object] = {}
    for name, is_text in text_fields(type(value)).items():
        before = getattr(value, name)
        if is_text:
            after: object = write(before) if before else before
        elif name in _KEYED:
            after = tuple((key, write(words)) for key, words in before)
        else:
            after = _within(before, type(value).model_fields[name].annotation, write)
        if after is not before and after != before:
            changed[name] = after
    return value.but(**changed) if changed else value


def texts_of(value: Value) -> Iterator[str]:
    """Yield every text that somebody wrote, in a map or in a part of it."""
    collected: list[str] = []

    def collect(text: str) -> str:
        collected.append(text)
        return text

    rewritten(value, collect)
    yield from collected


@cache
def text_fields(model: type[Value]) -> dict[str, bool]:
    """Return the fields that may hold what somebody wrote; true for those that are texts."""
    fields = {}
    for name, field in model.model_fields.items():
        if name in _NO_TEXTS:
            continue
        if field.annotation is str:
            if not field.metadata:
                fields[name] = True
        else:
            fields[name] = False
    return fields


def _within(part: Any, annotation: Any, write: Write) -> Any:
    if isinstance(part, Value):
        return rewritten(part, write)
    if isinstance(part, tuple) and part:
        if all(type(one) is str for one in part):
            return tuple(map(write, part)) if _holds_texts(annotation) else part
        made = tuple(_within(one, annotation, write) for one in part)
        same = all(one is other for one, other in zip(made, part, strict=True))
        return part if same else made
    return part


def _holds_texts(annotation: Any) -> bool:
    """Whether a tuple of strings holds texts: those of ids are constrained (`Id`)."""
    inner = get_args(annotation)
    if not inner:
        return False
    return all(
        one is str or one is Ellipsis or (get_args(one) and _holds_texts(one)) for one in inner
    )
