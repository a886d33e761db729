"""What is judged: the matter, both sides, why it was found, and what changed since."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from activitymap.drawing.theme import LIGHT, Theme
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.contradictions.rules.table import RULES
from activitymap.model.contradictions.since import new_rules, since_judged
from activitymap.model.judgement_words import since_words
from activitymap.ui.model_words import model_words
from activitymap.ui.panels.card_words import slot_words
from activitymap.ui.panels.finding_delegate import BAR
from activitymap.ui.panels.finding_rows import RowWords, SideWords
from activitymap.ui.panels.finding_words import finding_note


class FindingCard(QWidget):
    """Shows one contradiction in words, as the list shows it; ``beside`` stands by its matter."""

    def __init__(self, beside: QWidget) -> None:
        super().__init__()
        self.theme: Theme = LIGHT
        self.matter, self.title = plain_label("judged-matter"), plain_label("quiet")
        self.since, self.why = plain_label("since"), plain_label("")
        self.because, self.needs = plain_label("quiet"), plain_label("quiet")
        self.sides: list[_Side] = []
        self._places = QVBoxLayout()
        self._places.setSpacing(3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        top = QHBoxLayout()
        top.addWidget(self.matter, 1)
        top.addWidget(beside, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addWidget(self.title)
        column.addLayout(self._places)
        for label in (self.since, self.why, self.because, self.needs):
            column.addWidget(label)

    def show_nothing(self) -> None:
        """Say that nothing is chosen."""
        self._show_sides(())
        self.matter.setText(self.tr("Choose a contradiction to say what you make of it."))
        for label in (self.title, self.since, self.why, self.because, self.needs):
            _say(label, "")

    def show_finding(self, found: Contradiction, words: RowWords) -> None:
        """Show a contradiction; the group's own words stand above those of the rules."""
        self.matter.setText(words.matters(found))
        _say(self.title, finding_note(found))
        self._show_sides(words.sides(found))
        _say(self.since, self._since(found))
        _say(self.why, found.told)
        because = ""
        if found.told != found.because:
            template = (
                "{because}" if found.gone else self.tr("Found because: {because}")
            )  # What is gone says so by itself.
            because = template.format(because=found.because)
        _say(self.because, because)
        needs = [self.tr("Need: “{need}”").format(need=need) for need in words.needs(found)]
        _say(self.needs, "\n".join(needs))

    def _since(self, found: Contradiction) -> str:
        """Return what changed since the group judged it, a line each."""
        lines = [
            since_words(one, slot_words(one.slot)[0] if one.slot else "")
            for one in since_judged(found)
        ]
        lines += [
            self.tr("Now also found by: {rule}").format(rule=model_words(RULES[name].title))
            for name in new_rules(found)
            if name in RULES
        ]
        return "\n".join(lines)

    def _show_sides(self, sides: tuple[SideWords, ...]) -> None:
        while len(self.sides) < len(sides):
            self.sides.append(_Side())
            self._places.addWidget(self.sides[-1])
        for place, one in enumerate(self.sides):
            one.setVisible(place < len(sides))
            if place < len(sides):
                one.show_side(sides[place], self.theme)


class _Side(QWidget):
    """Who says what, beside a bar in the colour of the service."""

    def __init__(self) -> None:
        super().__init__()
        self.bar, self.said = QFrame(), plain_label("")
        self.bar.setFixedWidth(BAR)
        self.bar.setAutoFillBackground(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.bar)
        row.addWidget(self.said, 1)

    def show_side(self, side: SideWords, theme: Theme) -> None:
        """Show one side in the colours of a theme."""
        self.said.setText(f"{side.speaker}: {side.text}" if side.text else side.speaker)
        colours = self.bar.palette()
        colour = theme.shared if side.colour is None else theme.services[side.colour]
        colours.setColor(QPalette.ColorRole.Window, QColor(colour))
        self.bar.setPalette(colours)


def plain_label(name: str) -> QLabel:
    """Return a label for what people wrote: it is plain text, is wrapped, and can be copied."""
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _say(label: QLabel, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))
