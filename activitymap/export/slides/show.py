"""A drawing as a presentation of one slide with notes."""

import io
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from activitymap.drawing.shapes import Drawing
from activitymap.export.packing import stable_zip
from activitymap.export.slides.lettering import FONT
from activitymap.export.slides.markup import DRAWINGML, PRESENTATIONML, fill
from activitymap.export.slides.size import slide_size
from activitymap.export.slides.slide import slide_shapes
from activitymap.model.wording import worded

_TITLE_ONLY = 5
_FOREIGN = (RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)


def pptx(drawing: Drawing, scale: float | None = None) -> bytes:
    """Return a drawing as a presentation; the same drawing gives the same bytes.

    With a ``scale`` the slide is as large as the drawing is then, but no narrower than
    ten inches; without one it is as wide as screens are, and the drawing as large as fits.
    """
    show: Any = Presentation()
    (wide, high), plane = slide_size(drawing, scale)
    _resize(show, wide, high)
    _clean(show, drawing)
    slide: Any = show.slides.add_slide(show.slide_layouts[_TITLE_ONLY])
    tree = slide.element.cSld.spTree
    tree.addprevious(parse_xml(_background(drawing)))
    tree.getparent().replace(tree, parse_xml(slide_shapes(drawing, plane, wide / plane.unit)))
    slide.notes_slide.notes_text_frame.text = _notes(drawing)
    _name_notes_master(show)
    target = io.BytesIO()
    show.save(target)
    return stable_zip(target.getvalue())


def _background(drawing: Drawing) -> str:
    return (
        f'<p:bg xmlns:a="{DRAWINGML}" xmlns:p="{PRESENTATIONML}"><p:bgPr>'
        f"{fill(drawing.background)}<a:effectLst/></p:bgPr></p:bg>"
    )


def _resize(show: Any, wide: int, high: int) -> None:
    """Give the slides their size, and the layouts of slides to come theirs."""
    across, down = wide / show.slide_width, high / show.slide_height
    for part in (show.slide_master, *show.slide_layouts):
        for tag, names in ((qn("a:off"), "xy"), (qn("a:ext"), ("cx", "cy"))):
            for one in part.element.iter(tag):
                for name, scale in zip(names, (across, down), strict=True):
                    if name in one.attrib:
                        one.set(name, str(round(int(one.get(name)) * scale)))
    show.slide_width, show.slide_height = wide, high
    size = show.element.find(qn("p:sldSz"))
    del size.attrib["type"]


def _clean(show: Any, drawing: Drawing) -> None:
    """Take away what the template says of its own maker, and name the font of what is added."""
    properties = show.core_properties
    properties.title = drawing.title[:255]
    properties.author = properties.last_modified_by = properties.comments = ""
    package = show.part.package
    for name, relation in list(package._rels.items()):  # noqa: SLF001  # has no public name
        if relation.reltype in _FOREIGN:
            package._rels.pop(name)  # noqa: SLF001
    for name, relation in list(show.part.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.PRINTER_SETTINGS:
            show.part.rels.pop(name)
        elif relation.reltype == RELATIONSHIP_TYPE.THEME:
            theme = relation.target_part
            theme._blob = theme.blob.replace(  # noqa: SLF001
                b'<a:latin typeface="Calibri"/>', f'<a:latin typeface="{FONT}"/>'.encode()
            )


def _name_notes_master(show: Any) -> None:
    """Name the master of the notes in the presentation: python-pptx only makes it."""
    (name,) = (
        name
        for name, relation in show.part.rels.items()
        if relation.reltype == RELATIONSHIP_TYPE.NOTES_MASTER
    )
    masters = show.element.makeelement(qn("p:notesMasterIdLst"), {})
    masters.append(masters.makeelement(qn("p:notesMasterId"), {qn("r:id"): name}))
    show.element.find(qn("p:sldMasterIdLst")).addnext(masters)


def _notes(drawing: Drawing) -> str:
    """Return the notes of the slide: what it shows, and how it is moved about."""
    listed = [one.text for one in drawing.alternatives if one.text not in drawing.description]
    hint = worded(
        "Every service is one group. The lines between services are attached to them and follow "
        "when a service is moved; a lightning bolt, or the words on a link, stay where they are "
        "and can be moved after it."
    )
    return "\n".join([drawing.description, *dict.fromkeys(listed), hint])
