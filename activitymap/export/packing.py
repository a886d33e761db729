"""Office files are ZIP archives; packed anew, equal contents give equal bytes."""

import datetime
import io
import os
import re
import zipfile

from activitymap.errors import ExportError

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP archive can hold."""
_CORE = "docProps/core.xml"
_TIMES = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def stable_zip(data: bytes) -> bytes:
    """Return a ZIP archive with the same files in the same order, none of which has a time.

    The properties of an Office file say `day_of_export`.
    """
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in source.namelist():
            content = source.read(name)
            if name == _CORE:
                day = day_of_export().strftime("%Y-%m-%dT%H:%M:%SZ").encode()
                content = _TIMES.sub(rb"\g<1>" + day, content)
            add_file(made, name, content)
    return target.getvalue()


def add_file(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    """Add a file without a time to an archive."""
    entry = zipfile.ZipInfo(name, EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content)


def day_of_export() -> datetime.datetime:
    """Return the time that a file says it was made at: SOURCE_DATE_EPOCH, or always the same.

    Raises:
        ExportError: SOURCE_DATE_EPOCH is no number of seconds that a file can say.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "") or str(_USUAL)
    if not re.fullmatch("[0-9]{1,18}", given) or int(given) > _LATEST:
        raise ExportError(
            f"SOURCE_DATE_EPOCH is “{given[:30]}”. Set it to the seconds since 1970 in digits, "
            f"at most {_LATEST}, or leave it unset."
        )
    return datetime.datetime.fromtimestamp(int(given), datetime.UTC)


_USUAL = 946_684_800
"""The beginning of the year 2000."""
_LATEST = 253_402_300_799
"""The end of the year 9999, the last that dates of files have."""
