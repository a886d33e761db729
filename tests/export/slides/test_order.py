"""The order of elements that PowerPoint insists on: a file out of order is one to be repaired.

The order is that of the schemas of ISO/IEC 29500-1 for the elements that are written here.
"""

import pytest
from lxml import etree

from tests.export.making import NAMES, example
from tests.export.slides.reading import figured, tree

ORDER = {
    "cSld": ["bg", "spTree"],
    "sp": ["nvSpPr", "spPr", "txBody"],
    "cxnSp": ["nvCxnSpPr", "spPr"],
    "graphicFrame": ["nvGraphicFramePr", "xfrm", "graphic"],
    "nvSpPr": ["cNvPr", "cNvSpPr", "nvPr"],
    "nvCxnSpPr": ["cNvPr", "cNvCxnSpPr", "nvPr"],
    "nvGrpSpPr": ["cNvPr", "cNvGrpSpPr", "nvPr"],
    "nvGraphicFramePr": ["cNvPr", "cNvGraphicFramePr", "nvPr"],
    "cNvCxnSpPr": ["stCxn", "endCxn"],
    "spPr": ["xfrm", "custGeom|prstGeom", "noFill|solidFill", "ln"],
    "xfrm": ["off", "ext", "chOff", "chExt"],
    "custGeom": ["avLst", "gdLst", "ahLst", "cxnLst", "rect", "pathLst"],
    "ln": ["noFill|solidFill", "custDash", "round", "headEnd", "tailEnd"],
    "txBody": ["bodyPr", "lstStyle", "p*"],
    "bodyPr": ["noAutofit|normAutofit"],
    "p": ["pPr", "r|br*"],
    "pPr": ["lnSpc", "spcBef"],
    "r": ["rPr", "t"],
    "br": ["rPr"],
    "rPr": ["noFill|solidFill", "latin", "cs"],
    "tbl": ["tblPr", "tblGrid", "tr*"],
    "tc": ["txBody", "tcPr"],
    "tcPr": ["lnL", "lnR", "lnT", "lnB", "noFill|solidFill"],
    "path": ["moveTo", "lnTo|cubicBezTo*", "close"],
}


def _is_in_order(element: etree._Element) -> bool:
    """Whether the children of an element are those allowed, each at most once if not starred."""
    name = etree.QName(element).localname
    steps = ORDER["ln" if name.startswith("ln") and len(name) == 3 else name]
    children = [etree.QName(child).localname for child in element]
    for step in steps:
        names = step.rstrip("*").split("|")
        while children and children[0] in names:
            children.pop(0)
            if not step.endswith("*"):
                break
    return not children


@pytest.mark.parametrize("what", ["map", "comparison", "matrix"])
@pytest.mark.parametrize("name", NAMES)
def test_elements_stand_in_the_order_of_the_standard(name, what):
    root = tree(figured(example(name), what))
    for element in root.iter():
        local = etree.QName(element).localname
        if local in ORDER or (local.startswith("ln") and len(local) == 3):
            assert _is_in_order(element), etree.tostring(element)[:400]


@pytest.mark.parametrize(
    "wrong",
    ["<ln><headEnd/><solidFill/></ln>", "<r><t/><rPr/></r>", "<ln><round/><round/></ln>"],
)
def test_the_check_finds_what_is_out_of_order(wrong):
    assert not _is_in_order(etree.fromstring(wrong))
