"""The keys of a discussion, in words: those of each step, and those that always work."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from activitymap.model.discussing import Stage

Key = QKeySequence.StandardKey


def tr(text: str) -> str:
    """Return a text of the keys in the language of the person."""
    return QCoreApplication.translate("DiscussionKeys", text)


def _native(key: Key) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def keys_of(stage: Stage) -> list[tuple[str, str]]:
    """Return what can be done at a step, and by which keys."""
    edit, remove = (tr("change what is chosen"), "F2"), (tr("remove it"), tr("Del"))
    return {
        Stage.AWARENESS: [(tr("what do we see"), "Alt+E"), (tr("a quotation"), "Alt+Q")],
        Stage.STEP_BACK: [
            (tr("what it means"), "Alt+E"),
            (tr("a need"), "Alt+D"),
            (tr("serves, hinders"), tr("Space")),
        ],
        Stage.CHOICE: [
            (tr("what can be changed"), "Alt+C"),
            (tr("ideas"), "Alt+D"),
            (tr("reason for, against"), "+  –"),
            (tr("which idea"), "↑ ↓"),
            (tr("choose"), tr("Space")),
        ],
        Stage.ACTION: [
            (tr("what to do"), "Alt+D"),
            (tr("done"), tr("Space")),
            (tr("what we make of it"), "Alt+K"),
            (tr("confirmed, dismissed, resolved"), "Alt+C I R"),
        ],
    }[stage] + ([] if stage is Stage.STEP_BACK else [edit, remove])


def keys_of_agenda() -> list[tuple[str, str]]:
    """Return what can be done in the agenda, and by which keys."""
    return [
        (tr("choose"), "↑ ↓"),
        (tr("talk about it"), tr("Enter")),
        (tr("back to the discussion"), tr("Esc")),
    ]


def keys_to_leave() -> list[tuple[str, str]]:
    """Return what can be done where nothing is to be discussed."""
    return [(tr("back to the map"), tr("Esc"))]


def keys_everywhere() -> list[tuple[str, str]]:
    """Return the keys that work at every step."""
    return [
        (tr("One of the four steps"), "Alt+1, 2, 3, 4"),
        (tr("Next, previous contradiction"), tr("Ctrl+Page Down, Ctrl+Page Up; Alt+→, Alt+←")),
        (tr("Agenda; Enter goes to the chosen contradiction"), "Alt+A"),
        (tr("Next, previous field"), tr("Tab, Shift+Tab")),
        (tr("Add what is typed in a line"), tr("Enter")),
        (tr("Undo"), _native(Key.Undo)),
        (tr("Redo"), _native(Key.Redo)),
        (tr("Save"), _native(Key.Save)),
        (tr("Back to the map"), tr("Esc")),
    ]


def all_keys(titles: dict[Stage, str]) -> list[tuple[str, str]]:
    """Return every key; those of a step say which, by its title."""
    rows = keys_everywhere()
    for stage, title in titles.items():
        rows += [(f"{title}: {what}", keys) for what, keys in keys_of(stage)]
    return rows
