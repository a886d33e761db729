"""What is told beside the pointer: the evidence behind a statement or a need."""

import html

from PySide6.QtCore import QCoreApplication

from activitymap.model.activity_map import ActivityMap
from activitymap.model.values import Need, Quote, Statement


def evidence(activity_map: ActivityMap, identity: str) -> str:
    """Return a statement or need with its quotations for a tool tip; ``""`` where it has none.

    Tips read markup: what people wrote is escaped.
    """
    found = _found(activity_map, identity)
    if found is None or not found.quotes:
        return ""
    lines = [f"<b>{html.escape(found.text)}</b>"]
    lines += [html.escape(_words(quote)) for quote in found.quotes]
    return f"<qt>{'<br>'.join(lines)}</qt>"


def _found(activity_map: ActivityMap, identity: str) -> Statement | Need | None:
    for system in activity_map.systems:
        for one in system.statements:
            if one.id == identity:
                return one
    return next((need for need in activity_map.needs if need.id == identity), None)


def _words(quote: Quote) -> str:
    behind = ", ".join(filter(None, (quote.source, quote.date)))
    said = QCoreApplication.translate("Evidence", "“{words}”").format(words=quote.text)
    return f"{said} ({behind})" if behind else said
