"""Start Activity Map: ``python -m activitymap`` and the ``activitymap`` command."""

import sys

from activitymap.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
