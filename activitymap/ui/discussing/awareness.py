"""Awareness: what do we see? The evidence, and what the group says to it."""

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from activitymap.model.discussing import Stage
from activitymap.model.edits.discussing import quote_discussion
from activitymap.model.values import Quote
from activitymap.ui.discussing.page import Page
from activitymap.ui.discussing.part import Talk, asking, plain_label
from activitymap.ui.quotes import QuotesField

MOST_QUOTES = 3
"""Quotations of the statements that are read out beside those of the discussion."""


class AwarenessPage(Page):
    """The first step: below the picture, the note stands beside the evidence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Stage.AWARENESS, parent)
        self.note.setAccessibleName(self.tr("What do we see?"))
        self.said = plain_label("stage-said")
        self.quotes = QuotesField()
        self.quotes.table.setMinimumHeight(48)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(asking(self.tr("What do w&e see?"), self.note))
        left.addWidget(self.note, 1)
        right.addWidget(self.said)
        right.addWidget(self.quotes, 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addLayout(right, 1)
        self.column.addLayout(row)
        self.quotes.changed.connect(
            lambda quotes: self.wanted.emit(
                self.tr("Add evidence"), partial(quote_discussion, quotes=quotes)
            )
        )

    @override
    def show_talk(self, talk: Talk) -> None:
        super().show_talk(talk)
        self.quotes.show_quotes(talk.discussion.quotes if talk.discussion else ())
        sides = {side.id for side in talk.found.sides} if talk.found else set()
        quotes = [
            quote
            for system in talk.map.systems
            for statement in system.statements
            if statement.id in sides
            for quote in statement.quotes
        ]
        told = [_quote_words(quote) for quote in quotes[:MOST_QUOTES]]
        if len(quotes) > MOST_QUOTES:
            more = len(quotes) - MOST_QUOTES
            told.append(self.tr("and {count} more at the statements").format(count=more))
        self.said.setText("\n".join(told))
        self.said.setVisible(bool(told))

    @override
    def finish(self) -> bool:
        self.quotes.finish()
        return super().finish()


def _quote_words(quote: Quote) -> str:
    source = ", ".join(filter(None, (quote.source, quote.date)))
    return f"“{quote.text}” ({source})" if source else f"“{quote.text}”"
