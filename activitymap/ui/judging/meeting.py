"""What a group typed in a meeting and did not record yet: all views in which it judges share it."""

from activitymap.ui.document import Document
from activitymap.ui.judging.draft import Drafts
from activitymap.ui.judging.present import Present


class Meeting:
    """Who is here, and what is filled in about contradictions, while one map is open."""

    def __init__(self, document: Document) -> None:
        self.present, self.drafts = Present(document), Drafts(document)

    def forget(self) -> None:
        """Forget what was typed: another map is open."""
        self.present.forget()
        self.drafts.clear()
