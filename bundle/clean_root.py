"""A Linux with next to nothing in it, to try the program in.

It has the C library, what a desktop has for X, EGL and Wayland, the keyboard and font settings,
and a person without rights. There is no Python, no shell, no font and no network; the program's
folder cannot be written to.
"""

import os
import re
import shutil
import subprocess
from pathlib import Path

TOOLS = ("ldconfig", "ldd", "mount", "sh", "unshare")
PERSON = 1000
HOME = Path("/home/person")
PROGRAM = Path("/opt/activitymap")
ENVIRONMENT = {
    "HOME": str(HOME),
    "LANG": "C.UTF-8",
    "PATH": "/usr/bin:/bin:/usr/sbin:/sbin",
    "XDG_RUNTIME_DIR": "/tmp",  # noqa: S108 - that of the clean root, in memory.
}

# What PyInstaller leaves to the system, and the programs of a desktop load as well; libz is for
# PyInstaller's loader.
LIBRARIES = """
    libc.so.6 libm.so.6 libdl.so.2 libpthread.so.0 librt.so.1 libutil.so.1 libresolv.so.2 libz.so.1
    libEGL.so.1 libGL.so.1 libxcb.so.1 libwayland-client.so.0 libwayland-cursor.so.0
"""
SETTINGS = """
    /etc/fonts /usr/lib/locale/C.utf8 /usr/share/X11/locale /usr/share/X11/xkb
    /usr/share/xml/fontconfig
"""
DEVICES = ("null", "zero", "random", "urandom")

# Arguments: the clean root, the program's folder, how that must stay mounted, then the command.
ENTER = f"""
root=$1 folder=$2 flags=$3; shift 3
mount --bind "$folder" "$root{PROGRAM}"
mount -o "remount,bind,ro$flags" "$root{PROGRAM}"
mount -t proc proc "$root/proc"
mount -t tmpfs tmpfs "$root/tmp"
for device in {" ".join(DEVICES)}; do mount --bind "/dev/$device" "$root/dev/$device"; done
mount -t tmpfs tmpfs "$root/dev/shm"
if [ -d /tmp/.X11-unix ]; then
    mkdir "$root/tmp/.X11-unix"
    mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"
fi
exec unshare --user --map-user={PERSON} --map-group={PERSON} --root="$root" --wd={HOME} -- "$@"
"""


def obstacle() -> str:
    """Return why there can be no clean root on this machine, or nothing."""
    if os.name != "posix" or not Path("/proc/self/ns/user").exists():
        return "only Linux has them"
    path = os.pathsep.join([os.environ.get("PATH", ""), "/sbin", "/usr/sbin"])
    if missing := [tool for tool in TOOLS if shutil.which(tool, path=path) is None]:
        return f"{', '.join(missing)} not found"
    tried = subprocess.run(
        ["unshare", *"--user --map-root-user --mount --net --pid --fork".split(), "true"],
        capture_output=True,
        text=True,
        check=False,
    )
    return tried.stderr.strip()


class CleanRoot:
    """The clean root in a folder; nothing of it is left outside that folder."""

    def __init__(self, root: Path, program: Path) -> None:
        """Fill an empty folder.

        Args:
            root: The folder.
            program: The folder of the program, which appears inside as `PROGRAM`.
        """
        self.root = root
        self.program = program
        for place in ("dev/shm", "proc", "tmp", "etc", f".{HOME}", f".{PROGRAM}"):
            (root / place).mkdir(parents=True)
        for device in DEVICES:
            (root / "dev" / device).touch()
        for setting in filter(Path.is_dir, map(Path, SETTINGS.split())):
            shutil.copytree(setting, root / setting.relative_to("/"))
        person = f"person:x:{PERSON}:{PERSON}::{HOME}:\n"
        (root / "etc/passwd").write_text(f"root:x:0:0::/:\n{person}", encoding="ascii")
        for library in _libraries():
            (root / library.parent.relative_to("/")).mkdir(parents=True, exist_ok=True)
            shutil.copy2(library, root / library.relative_to("/"))

    @property
    def home(self) -> Path:
        """The person's own folder, seen from outside."""
        return self.root / HOME.relative_to("/")

    def command(self, *words: str) -> list[str]:
        """Return the command that runs a program of the clean root, by its path in there.

        It listens to no signal but `SIGKILL`, which also ends the program.
        """
        own = "--user --map-root-user --mount --net --pid --fork --kill-child".split()
        enter = ["sh", "-euc", ENTER, "sh", str(self.root), str(self.program)]
        return ["unshare", *own, "--", *enter, _locked(self.program), *words]

    def pythons(self) -> list[Path]:
        """Return what is called Python in the clean root, outside the program."""
        return [path for path in self.root.rglob("*python*") if path.is_file()]


def _locked(place: Path) -> str:
    """Return the mount flags of a place that a person without rights cannot take away."""
    held = os.statvfs(place).f_flag
    flags = {"nosuid": os.ST_NOSUID, "nodev": os.ST_NODEV, "noexec": os.ST_NOEXEC}
    return "".join(f",{name}" for name, bit in flags.items() if held & bit)


def _libraries() -> set[Path]:
    """Return where the libraries are that the clean root has, with those they need."""
    path = os.pathsep.join([os.environ.get("PATH", ""), "/sbin", "/usr/sbin"])
    ldconfig = shutil.which("ldconfig", path=path) or "ldconfig"
    known = _output(ldconfig, "-p")
    places: set[Path] = set()
    for name in LIBRARIES.split():
        # Of several kinds of processor, the first is this one.
        if found := re.search(rf"^\s+{re.escape(name)} .*=> (\S+)$", known, re.MULTILINE):
            needed = re.findall(r"(/\S+) \(0x", _output("ldd", found[1]))
            places |= {Path(found[1]), *map(Path, needed)}
    return places


def _output(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout
