"""The portable program: built with PyInstaller, then tried where there is no Python.

`contents` says what is left out, `activitymap.spec` is the recipe, `building` makes the folder,
`notices` collects the licences, and `trial` tries the result.
"""
