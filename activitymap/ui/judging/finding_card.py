"""What is judged: the matter, both sides, why it was found, and what changed since."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from activitymap.drawing.theme import LIGHT, Theme
from activitymap.model.contradictions.finding import Contradiction
from activitymap.model.contradictions.rules.table import RULES
from activitymap.model.contradictions.since import new_rules, since_judged
from activitymap.model.judgement_words import since_words
from activitymap.ui.model_words import model_words
from activitymap.ui.panels.card_words import slot_words
from activitymap.ui.panels.finding_rows import RowWords, SideWords
from activitymap.ui.panels.finding_words import finding_note


class FindingCard(QWidget):
    """Shows one contradiction in words, as the list shows it."""

    def __init__(self) -> None:
        super().__init__()
        self.theme: Theme = LIGHT
        self.matter, self.title = plain_label("judged-matter"), plain_label("quiet")
        self.since, self.why = plain_label("since"), plain_label("")
        self.because, self.needs = plain_label("quiet"), plain_label("quiet")
        self.sides: list[QLabel] = []
        self._places = QVBoxLayout()
        self._places.setSpacing(3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for label in (self.matter, self.title):
            column.addWidget(label)
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
            label = plain_label("judged-side")
            self.sides.append(label)
            self._places.addWidget(label)
        for place, label in enumerate(self.sides):
            label.setVisible(place < len(sides))
            if place < len(sides):
                side = sides[place]
                label.setText(f"{side.speaker}: {side.text}" if side.text else side.speaker)
                theme = self.theme
                colour = theme.shared if side.colour is None else theme.services[side.colour]
                label.setStyleSheet(f"border-left: 3px solid {colour}; padding-left: 6px;")


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
