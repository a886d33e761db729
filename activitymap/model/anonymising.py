"""Showing a map without the names of people.

The map itself keeps the names; a copy with other words in their place is shown, reported and
exported. Ids stay, so that what is chosen in the one is found in the other.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from typing import Any, NamedTuple, get_args

from activitymap.model.activity_map import ActivityMap
from activitymap.model.base import Value
from activitymap.model.text import fold
from activitymap.model.values import PersonName
from activitymap.model.wording import worded

_WORD = r"[^\W\d_]+(?:[’'\-][^\W\d_]+)*"
_SENTENCE_ENDS = re.compile(r"[.!?:;…]\s+|\n|[“\"‘(•–—]\s*")
_UNTOUCHED = frozenset({"names", "not_names", "rules_off"})


class Replacement(NamedTuple):
    """A name, what is shown instead of it, and how often it was replaced."""

    name: str
    instead: str
    times: int


class Anonymised(NamedTuple):
    """A map without the names of people, what was replaced, and what looks like a name."""

    map: ActivityMap
    replaced: tuple[Replacement, ...]
    doubtful: tuple[str, ...]


def anonymised(activity_map: ActivityMap) -> Anonymised:
    """Return a map in which every name of its list is replaced, wherever somebody wrote it.

    A name stands as a whole word or several, in capitals or small letters, also before ’s. Longer
    names go first, so that "Anna Berg" is one person. Unchanged parts are shared.
    """
    counts: Counter[str] = Counter()
    replace = _replacer(activity_map.names, counts)
    made = activity_map if replace is None else _rewritten(activity_map, replace)
    assert isinstance(made, ActivityMap)
    shown = _instead(activity_map.names)
    replaced = tuple(
        Replacement(one.name, shown[one.name], counts[one.name]) for one in activity_map.names
    )
    return Anonymised(made, replaced, proposed_names(made))


def _instead(names: Iterable[PersonName]) -> dict[str, str]:
    """Return what is shown for each name; those without words of their own are numbered."""
    return {
        one.name: one.instead or worded("Person {number}", number=number)
        for number, one in enumerate(names, start=1)
    }


def _replacer(names: tuple[PersonName, ...], counts: Counter[str]) -> Callable[[str], str] | None:
    if not names:
        return None
    shown = _instead(names)
    by_fold = {fold(one.name): one.name for one in names}
    longest = sorted((one.name for one in names), key=len, reverse=True)
    parts = (r"\s+".join(map(re.escape, name.split())) for name in longest)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)

    def replacement(found: re.Match[str]) -> str:
        name = by_fold.get(fold(found.group()))
        if name is None:
            return found.group()
        counts[name] += 1
        return shown[name]

    return lambda text: pattern.sub(replacement, text)


def with_names(activity_map: ActivityMap, before: str, typed: str) -> str:
    """Return a text that was typed over ``before`` without its names, with those names again."""
    shown = _instead(activity_map.names)
    for name, instead in shown.items():
        replace = _replacer((PersonName(name=name, instead=instead),), Counter())
        if replace is not None and replace(before) != before:
            back = _replacer((PersonName(name=instead, instead=name),), Counter())
            typed = back(typed) if back else typed
    return typed


def edited_without_names(kept: ActivityMap, shown: ActivityMap, made: ActivityMap) -> ActivityMap:
    """Return what an edit made of a map that was ``shown`` without names, with the names again.

    ``shown`` is `anonymised` from ``kept``, and ``made`` is ``shown`` after the edit. What the edit
    left alone is as it was kept; a text that was typed over another has that one's names again.
    """
    if kept is shown:
        return made
    back = _with_names_again(kept, shown, made, partial(with_names, kept))
    assert isinstance(back, ActivityMap)
    return back


def _with_names_again(
    kept: Any, shown: Any, made: Any, typed_over: Callable[[str, str], str]
) -> Any:
    if made is shown or made == shown:
        return kept
    if isinstance(made, Value) and type(kept) is type(made):
        texts = _text_fields(type(made))
        changed = {}
        for name in type(made).model_fields:
            before, now = getattr(kept, name), getattr(made, name)
            if texts.get(name) and now != getattr(shown, name):
                now = typed_over(before, now)
            else:
                now = _with_names_again(before, getattr(shown, name), now, typed_over)
            if now is not before and now != before:
                changed[name] = now
        return kept.but(**changed)
    if isinstance(made, tuple) and isinstance(kept, tuple):
        return tuple(
            one if pair is None else _with_names_again(*pair, one, typed_over)
            for pair, one in _paired(kept, shown, made)
        )
    return made


def _paired(
    kept: tuple[Any, ...], shown: tuple[Any, ...], made: tuple[Any, ...]
) -> Iterator[tuple[tuple[Any, Any] | None, Any]]:
    """Yield each part that was made with what it was: by its id, or by its place among others.

    Parts without ids are told by what is equal before and after them; as many as are left between
    are taken to be the same ones in order, and are new where their number has changed.
    """
    if all(hasattr(one, "id") for one in (*shown, *made)):
        known = {one.id: (before, one) for before, one in zip(kept, shown, strict=True)}
        yield from ((known.get(one.id), one) for one in made)
        return
    pairs = list(zip(kept, shown, strict=True))
    least = min(len(shown), len(made))
    head = next((n for n in range(least) if shown[n] != made[n]), least)
    rest = least - head
    tail = next((n for n in range(rest) if shown[-1 - n] != made[-1 - n]), rest)
    middle = pairs[head : len(pairs) - tail]
    between = len(made) - head - tail
    same = middle if len(middle) == between else [None] * between
    yield from zip([*pairs[:head], *same, *pairs[len(pairs) - tail :]], made, strict=True)


# Every text of a value ----------------------------------------------------------------------


@cache
def _text_fields(model: type[Value]) -> dict[str, bool]:
    """Return the fields that may hold what somebody wrote; true for those that are texts.

    Ids are told from texts by their constraint (`Id`), and other values are looked into.
    """
    fields = {}
    for name, field in model.model_fields.items():
        if name in _UNTOUCHED:
            continue
        if field.annotation is str:
            if not field.metadata:
                fields[name] = True
        elif name not in {"id", "about", "systems_of"}:
            fields[name] = False
    return fields


def _rewritten(value: Value, replace: Callable[[str], str]) -> Value:
    changed: dict[str, object] = {}
    for name, is_text in _text_fields(type(value)).items():
        before = getattr(value, name)
        if is_text:
            after: object = replace(before) if before else before
        else:
            annotation = type(value).model_fields[name].annotation
            after = _within(before, annotation, replace)
        if after is not before and after != before:
            changed[name] = after
    return value.but(**changed) if changed else value


def _within(part: Any, annotation: Any, replace: Callable[[str], str]) -> Any:
    if isinstance(part, Value):
        return _rewritten(part, replace)
    if isinstance(part, tuple) and part:
        if all(type(one) is str for one in part):
            return tuple(map(replace, part)) if _holds_texts(annotation) else part
        made = tuple(_within(one, annotation, replace) for one in part)
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


def texts_of(value: Value) -> Iterator[str]:
    """Yield every text that somebody wrote, in a map or in a part of it."""
    collected: list[str] = []

    def collect(text: str) -> str:
        collected.append(text)
        return text

    _rewritten(value, collect)
    yield from collected


# What looks like a name ---------------------------------------------------------------------


def proposed_names(activity_map: ActivityMap) -> tuple[str, ...]:
    """Return words that look like somebody's name: capitalised inside a sentence, and no service.

    Those who were there at a judgement, or agreed to do something, are proposed as well.
    Left out are the names of services and what belongs to them, abbreviations, what also stands
    in small letters somewhere, and what the group said is no name. Most frequent first.
    """
    texts = list(texts_of(activity_map.but(versions=())))
    small = {word for text in texts for word in re.findall(_WORD, text) if word == word.lower()}
    known = _known_words(activity_map)
    found: Counter[str] = Counter()
    people = set(_of_people(activity_map))
    names = [name for text in texts for name in _capitalised(text, 0 if text in people else 1)]
    for name in names:
        if not all(word.lower() in small or fold(word) in known for word in name.split()):
            found[name] += 1
    return tuple(name for name, _ in sorted(found.items(), key=lambda one: (-one[1], one[0])))


def _of_people(activity_map: ActivityMap) -> Iterator[str]:
    """Yield the texts that are names by themselves: who was there, and who does something."""
    for judgement in activity_map.judgements:
        yield from judgement.present
    for discussion in activity_map.discussions:
        yield from (action.who for action in discussion.actions)


def _known_words(activity_map: ActivityMap) -> set[str]:
    """Return the folded words of services, shared objects, the title, and what is no name."""
    named = [one.name for one in activity_map.systems]
    named += [one.name for one in activity_map.shared_objects]
    named += [activity_map.title, *activity_map.not_names]
    named += [one.instead for one in activity_map.names]
    named += _instead(activity_map.names).values()
    return {fold(word) for name in named for word in re.findall(_WORD, name)} | _COMMON


def _capitalised(text: str, first: int) -> Iterator[str]:
    """Yield the runs of capitalised words of each sentence, from the word ``first`` of it on."""
    for sentence in _SENTENCE_ENDS.split(text):
        run: list[str] = []
        for place, word in enumerate(re.findall(_WORD, sentence)):
            if place >= first and _is_capitalised(word):
                run.append(re.sub(r"[’']s$", "", word))
            elif run:
                yield " ".join(run)
                run = []
        if run:
            yield " ".join(run)


def _is_capitalised(word: str) -> bool:
    return word[0].isupper() and any(letter.islower() for letter in word)


_COMMON = frozenset(
    fold(word)
    for word in (
        "I I’m I'm I’ve I've I’d I'd I’ll I'll Monday Tuesday Wednesday Thursday Friday Saturday "
        "Sunday January February March April May June July August September October November "
        "December Christmas Easter English Welsh Polish Scottish Irish British"
    ).split()
)
