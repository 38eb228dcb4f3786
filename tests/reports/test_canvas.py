import pytest

from sharedprog.reports.structure import Element
from tests.reports.paper import blank_canvas


def test_marked_content_is_never_nested() -> None:
    canvas = blank_canvas()
    with (
        canvas.content(Element("P")),
        pytest.raises(RuntimeError, match="inside"),
        canvas.content(Element("P")),
    ):
        pass


def test_what_is_drawn_as_ornament_inside_content_is_part_of_it() -> None:
    canvas = blank_canvas()
    with canvas.content(Element("P")), canvas.artifact():
        canvas.line(0, 0, 1, 1)
    canvas.showPage()
    assert [step for step in canvas.pages[0].code if "BMC" in step or "BDC" in step] == ["/P <</MCID 0>> BDC"]


def test_an_element_continued_on_the_next_page_stays_one_element() -> None:
    canvas = blank_canvas()
    paragraph = Element("P")
    for _page in range(2):
        with canvas.content(paragraph):
            canvas.write(10, 10, "text")
        canvas.showPage()
    assert canvas.tree.children == [paragraph]
    assert paragraph.children == [(0, 0), (1, 0)]


def test_elements_stand_in_the_one_that_was_open() -> None:
    canvas = blank_canvas()
    table, row, cell = Element("Table"), Element("TR"), Element("TD")
    with canvas.inside(table), canvas.inside(row), canvas.content(cell):
        canvas.write(10, 10, "text")
    assert [element.role for element in canvas.tree.walk()] == ["Document", "Table", "TR", "TD"]


def test_the_number_of_pages_is_not_known_too_early() -> None:
    canvas = blank_canvas()
    with pytest.raises(RuntimeError, match="not all laid out"):
        _ = canvas.book
    canvas.write(10, 10, "text")
    canvas.save()
    assert canvas.book.pages == 1


def test_characters_without_a_glyph_are_told() -> None:
    canvas = blank_canvas()
    canvas.write(10, 10, "漢 in one line\nof two")
    canvas.save()
    assert canvas.book.lost == {"漢"}
