"""Build the portable program and try it: ``python -m bundle``."""

import sys

from bundle import trial
from bundle.building import BuildError, build


def main() -> int:
    """Build, then try, and return the exit status."""
    try:
        folder = build()
    except BuildError as error:
        print(error)
        return 1
    print(f"Built {folder}")
    return trial.main([str(folder)])


if __name__ == "__main__":
    sys.exit(main())
