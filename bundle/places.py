"""Where the program is tried: in a clean root, or on this machine as it is."""

import os
import tempfile
from abc import ABC, abstractmethod
from pathlib import Path

from typing_extensions import override

from bundle.building import PROGRAM as EXECUTABLE
from bundle.clean_root import ENVIRONMENT, HOME, PROGRAM, CleanRoot


class Place(ABC):
    """A machine with the program and with a person's own folder."""

    environment: dict[str, str]
    """The variables that the program is started with."""
    folder: Path
    """The program's folder, seen from outside."""
    home: Path
    """The person's own folder, seen from outside."""

    @abstractmethod
    def command(self, *words: str) -> list[str]:
        """Return the command that starts the program with some arguments."""

    @abstractmethod
    def program(self, name: str) -> str:
        """Return the path of a file in the program's folder, as the program has it."""

    @abstractmethod
    def own(self, name: str) -> str:
        """Return the path of a file in the person's own folder, as the program has it."""


class CleanPlace(Place):
    """A clean root."""

    def __init__(self, root: CleanRoot) -> None:
        self.root = root
        self.environment = dict(ENVIRONMENT)
        self.folder = root.program
        self.home = root.home

    @override
    def command(self, *words: str) -> list[str]:
        return self.root.command(self.program(EXECUTABLE), *words)

    @override
    def program(self, name: str) -> str:
        return str(PROGRAM / name)

    @override
    def own(self, name: str) -> str:
        return str(HOME / name)


class PlainPlace(Place):
    """This machine, without the path on which it may have Python."""

    def __init__(self, folder: Path, home: Path) -> None:
        own = {"HOME": str(home), "USERPROFILE": str(home), "PATH": str(folder)}
        kept = ("APPDATA", "LOCALAPPDATA", "SYSTEMROOT", "TEMP", "TMP", "WINDIR")
        self.environment = {name: os.environ[name] for name in kept if name in os.environ} | own
        self.environment.setdefault("TEMP", tempfile.gettempdir())
        self.folder = folder
        self.home = home

    @override
    def command(self, *words: str) -> list[str]:
        return [self.program(EXECUTABLE), *words]

    @override
    def program(self, name: str) -> str:
        return str(self.folder / name)

    @override
    def own(self, name: str) -> str:
        return str(self.home / name)
