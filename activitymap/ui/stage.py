"""What fills the window: the map with its panels, or a discussion on the whole screen."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from activitymap.model.contradictions.finding import Contradiction
from activitymap.ui.discussing.discussion_view import DiscussionView
from activitymap.ui.workspace import Workspace


class Stage(QStackedWidget):
    """Changes between the two; the window is given back as it was.

    ``show_full_screen`` fills the screen with the window or gives it back its size; ``frame``
    returns what stands around the map and is away while a group discusses.
    """

    def __init__(
        self,
        space: Workspace,
        discussion: DiscussionView,
        show_full_screen: Callable[[bool], None],
        frame: Callable[[], Sequence[QWidget]],
    ) -> None:
        super().__init__()
        self._space, self._discussion = space, discussion
        self._show_full_screen, self._frame = show_full_screen, frame
        self._was_full = False
        for page in (space, discussion):
            self.addWidget(page)
        discussion.left.connect(self.leave_discussion)

    def discuss(self, found: Contradiction | None) -> None:
        """Discuss a contradiction, or the agenda from where it was left, on the whole screen."""
        self._was_full = self.window().isFullScreen()
        self._show_frame(False)
        self.setCurrentWidget(self._discussion)
        self._show_full_screen(True)
        self._discussion.begin(found)

    def leave_discussion(self) -> None:
        """Go back to the map where it was."""
        self.setCurrentWidget(self._space)
        self._show_frame(True)
        self._show_full_screen(self._was_full)
        self._space.centre.currentWidget().setFocus()

    def _show_frame(self, shown: bool) -> None:
        for part in self._frame():
            part.setVisible(shown)
