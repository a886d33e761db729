"""Awareness: what do we see? Why it was found, the evidence, and what the group says to it."""

from functools import partial

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from activitymap.model.discussing import Stage
from activitymap.model.edits.discussing import quote_discussion
from activitymap.ui.discussing.page import Page, Talk, plain_label
from activitymap.ui.quotes import QuotesField


class AwarenessPage(Page):
    """The first step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Stage.AWARENESS, "", parent)
        self.question.setText(self.tr("What do we see?"))
        self.note.setAccessibleName(self.tr("What do we see?"))
        self.said = plain_label("stage-said")
        self.quotes = QuotesField()
        self.column.addWidget(self.said)
        self.column.addWidget(self.note, 2)
        self.column.addWidget(self.quotes, 1)
        self.quotes.changed.connect(
            lambda quotes: self.wanted.emit(
                self.tr("Add evidence"), partial(quote_discussion, quotes=quotes)
            )
        )

    @override
    def show_talk(self, talk: Talk) -> None:
        super().show_talk(talk)
        discussion = talk.discussion
        self.quotes.show_quotes(discussion.quotes if discussion else ())
        sides = {side.id for side in talk.found.sides} if talk.found else set()
        told = [
            "“{text}” ({source})".format(
                text=quote.text, source=", ".join(filter(None, (quote.source, quote.date)))
            )
            for system in talk.map.systems
            for statement in system.statements
            if statement.id in sides
            for quote in statement.quotes
        ]
        self.said.setText("\n".join(told))
        self.said.setVisible(bool(told))
