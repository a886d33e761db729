"""Numbers of things in the sentences that the command line says."""


def counted(count: int, noun: str) -> str:
    """Return a number with its noun, which takes an "s": "1 matter", "2 matters"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
