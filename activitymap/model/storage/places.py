"""The place of an error in a file, in words."""

_NAMES = {
    "systems": "service",
    "statements": "statement",
    "readings": "card",
    "shared_objects": "shared object",
    "links": "link",
    "matters": "matter",
    "related_matters": "related matters",
    "needs": "need",
    "need_marks": "mark",
    "drawn": "drawn contradiction",
    "judgements": "judgement",
    "quotes": "quote",
    "discussions": "discussion",
    "levers": "what can be changed",
    "ideas": "idea",
    "actions": "action",
    "versions": "version",
    "names": "name",
}


def place_in_words(path: tuple[str | int, ...], data: object) -> str:
    """Return a path such as ``("systems", 0, "statements", 2, "element")`` in words.

    Things that have a name or a text are called by it: *service “School”, statement 3, element*.
    """
    words: list[str] = []
    for step in path:
        data = _below(data, step)
        if isinstance(step, int):
            name = data.get("name") if isinstance(data, dict) else None
            told = f"“{name}”" if isinstance(name, str) else str(step + 1)
            words[-1] = f"{words[-1]} {told}" if words else told
        else:
            words.append(_NAMES.get(step, step.replace("_", " ")))
    return ", ".join(words) or "the map"


def _below(data: object, step: str | int) -> object:
    if isinstance(step, int):
        return data[step] if isinstance(data, list) and step < len(data) else None
    return data.get(step) if isinstance(data, dict) else None
