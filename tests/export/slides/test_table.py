"""The matrix as a table that can be edited as one."""

from pptx.enum.dml import MSO_FILL

from activitymap.drawing.shapes import Polygon, Role, Text
from tests.export.making import example
from tests.export.slides.reading import A, figured, shown

TEAM = "team-around-the-child"


def test_the_matrix_is_a_table_with_headings():
    drawing = figured(example(TEAM), "matrix")
    show, slide = shown(drawing)
    (frame,) = (one for one in slide.shapes if one.has_table)
    table = frame.table
    names = [system.name for system in example(TEAM).systems]
    rows = [[cell.text_frame.text.replace("\v", " ") for cell in row.cells] for row in table.rows]
    assert [row[0] for row in rows] == ["", *names]
    assert rows[0] == ["", *names, "Altogether"]
    assert rows[4][1].startswith("3 contradictions")
    # A pair has one cell, below the diagonal.
    assert rows[1][4] == ""
    assert table.first_row
    assert table.first_col
    assert frame.left + sum(column.width for column in table.columns) <= show.slide_width


def test_its_cells_have_the_colours_and_sizes_of_the_drawing():
    drawing = figured(example(TEAM), "matrix", theme="dark")
    show, slide = shown(drawing)
    (frame,) = (one for one in slide.shapes if one.has_table)
    cells = [one for one in drawing if isinstance(one, Polygon)]
    made = [cell for row in list(frame.table.rows)[1:] for cell in list(row.cells)[1:]]
    filled = [str(cell.fill.fore_color.rgb) for cell in made if cell.fill.type == MSO_FILL.SOLID]
    assert filled == [(one.fill or "").lstrip("#").upper() for one in cells]
    unit = min(show.slide_width / drawing.box.width, show.slide_height / drawing.box.height)
    (first, *_) = (one for one in drawing if isinstance(one, Text) and one.tag.role is Role.NAME)
    size = next(frame.element.iter(f"{A}rPr")).get("sz")
    assert int(size) == round(first.size * unit / 127)
