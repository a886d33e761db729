"""What is discussed now: the matter, what the group made of it so far, and why it was found."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.judgement_words import status_words
from activitymap.ui.discussing.part import Talk, plain_label
from activitymap.ui.discussing.stopwatch import Stopwatch
from activitymap.ui.panels.finding_words import kind_words, place_words


class Heading(QWidget):
    """The head of the view, with the place in the agenda and a clock at its end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.matter, self.kind = plain_label("sort-title"), plain_label("quiet")
        self.why = plain_label("stage-said")
        self.place, self.clock = QLabel(), Stopwatch()
        self.place.setObjectName("quiet")
        top = QHBoxLayout()
        top.setSpacing(18)
        top.addWidget(self.matter, 1)
        for label in (self.place, self.clock):
            top.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(top)
        column.addWidget(self.kind)
        column.addWidget(self.why)

    def show_talk(self, talk: Talk, about: tuple[str, ...]) -> None:
        """Show what is talked about, or why there is nothing."""
        found = talk.found
        if found is not None and not found.gone:
            self._show_found(found, talk)
        elif about:
            self.matter.setText(self.tr("This is no longer found"))
            told = self.tr(
                "Something that it was about has changed or was removed. What you wrote down is "
                "kept."
            )
            self.kind.setText(" ".join(filter(None, (found.because if found else "", told))))
            self.why.clear()
        else:
            self.matter.setText(self.tr("There is nothing to discuss"))
            self.kind.setText(
                self.tr(
                    "No contradiction is open. One appears where two linked services say different "
                    "things on the same matter."
                )
            )
            self.why.clear()
        self.clock.setVisible(bool(about))

    def _show_found(self, found: Contradiction, talk: Talk) -> None:
        matters = {matter.id: matter.name for matter in talk.map.matters}
        names = [matters[one] for one in found.matters if one in matters]
        self.matter.setText(", ".join(names) or self.tr("On no matter"))
        told = (kind_words(found.kind), place_words(found), status_words(found))
        self.kind.setText(", ".join(told))
        self.why.setText(found.told)

    def show_place(self, place: int | None, count: int) -> None:
        """Show where in the agenda this is, from 0 on, and how many there are."""
        number = "–" if place is None else place + 1
        words = self.tr("{number} of {all}").format(number=number, all=count)
        self.place.setText(words if count else "")
