"""Plans of other programs through MPXJ and Java, where both are installed."""

import shutil
from pathlib import Path

import pytest

from sharedprog.exchange.conversion import installed
from sharedprog.exchange.plan_files import read_plan
from sharedprog.exchange.trouble import Unreadable

PLANS = Path(__file__).parents[2].parent / "shared" / "data" / "plans"
REAL = sorted(path for path in PLANS.glob("*.*") if path.suffix in (".mpp", ".mpx", ".pod"))

pytestmark = pytest.mark.skipif(
    not (installed() and shutil.which("java")), reason="the extra msproject or Java is not installed"
)

WEEK = "".join(
    f"<StandardWorkHours><DayOfWeek>{day}</DayOfWeek>"
    "<WorkTime><Start>08:00:00</Start><Finish>15:59:00</Finish></WorkTime></StandardWorkHours>"
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
)


def activity(uid: int, name: str, hours: int, start: str, finish: str) -> str:
    dates = "".join(
        f"<{kind}StartDate>{start}</{kind}StartDate><{kind}FinishDate>{finish}</{kind}FinishDate>"
        for kind in ("Planned", "RemainingEarly")
    )
    length = "".join(f"<{kind}Duration>{hours}</{kind}Duration>" for kind in ("Planned", "Remaining", "AtCompletion"))
    return (
        f"<Activity><ObjectId>{uid}</ObjectId><Id>A{uid}</Id><Name>{name}</Name><CalendarObjectId>1</CalendarObjectId>"
        "<ProjectObjectId>10</ProjectObjectId><Type>Task Dependent</Type><Status>Not Started</Status>"
        f"<DurationType>Fixed Duration and Units</DurationType>{length}{dates}</Activity>"
    )


PRIMAVERA = (
    '<?xml version="1.0"?>'
    '<APIBusinessObjects xmlns="http://xmlns.oracle.com/Primavera/P6/V8.3/API/BusinessObjects"><Calendar>'
    "<ObjectId>1</ObjectId><Name>Five days</Name><Type>Global</Type><IsDefault>1</IsDefault>"
    f"<HoursPerDay>8</HoursPerDay><StandardWorkWeek>{WEEK}</StandardWorkWeek></Calendar>"
    "<Project><ObjectId>10</ObjectId><Id>DEPOT</Id><Name>Depot</Name>"
    "<PlannedStartDate>2026-11-02T08:00:00</PlannedStartDate>"
    "<ActivityDefaultCalendarObjectId>1</ActivityDefaultCalendarObjectId>"
    + activity(101, "Let the contract", 16, "2026-11-02T08:00:00", "2026-11-03T16:00:00")
    + activity(102, "Move in", 8, "2026-11-04T08:00:00", "2026-11-04T16:00:00")
    + "<Relationship><ObjectId>5</ObjectId><PredecessorActivityObjectId>101</PredecessorActivityObjectId>"
    "<SuccessorActivityObjectId>102</SuccessorActivityObjectId><Type>Finish to Start</Type><Lag>0</Lag></Relationship>"
    "</Project></APIBusinessObjects>"
)
PLANNER = """<?xml version="1.0"?>
<project name="Depot" company="" manager="" project-start="20261102T000000Z" mrproject-version="2" calendar="1">
<calendars><day-types><day-type id="0" name="Working"/><day-type id="1" name="Nonworking"/></day-types>
<calendar id="1" name="Default"><default-week mon="0" tue="0" wed="0" thu="0" fri="0" sat="1" sun="1"/>
<overridden-day-types><overridden-day-type id="0"><interval start="0800" end="1200"/>
<interval start="1300" end="1700"/></overridden-day-type></overridden-day-types><days/></calendar></calendars>
<tasks>
<task id="1" name="Let the contract" work="57600" start="20261102T080000Z" end="20261103T170000Z"/>
<task id="2" name="Move in" work="28800" start="20261104T080000Z" end="20261104T170000Z">
<predecessors><predecessor id="1" predecessor-id="1" type="FS"/></predecessors></task></tasks>
<resource-groups/><resources/><allocations/></project>
"""
XER = """ERMHDR|8.0|2026-11-01|Project|admin|admin|db|Project Management|GBP
%T|PROJECT
%F|proj_id|proj_short_name|plan_start_date|export_flag
%R|10|DEPOT|2026-11-02 08:00|Y
%R|11|OFFICES|2026-11-02 08:00|N
%T|TASK
%F|task_id|proj_id|task_type|status_code|task_code|task_name|target_drtn_hr_cnt|remain_drtn_hr_cnt|early_start_date|early_end_date
%R|101|10|TT_Task|TK_NotStart|A10|Let the contract|16|16|2026-11-02 08:00|2026-11-03 17:00
%R|102|10|TT_Task|TK_NotStart|A20|Move in|8|8|2026-11-04 08:00|2026-11-04 17:00
%R|103|11|TT_Task|TK_NotStart|B10|Paint|8|8|2026-11-04 08:00|2026-11-04 17:00
%T|TASKPRED
%F|task_pred_id|task_id|pred_task_id|proj_id|pred_proj_id|pred_type|lag_hr_cnt
%R|5|102|101|10|10|PR_FS|0
%E
""".replace("|", "\t").replace("\n", "\r\n")


@pytest.mark.skipif(not REAL, reason="the files of others are not at hand")
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
def test_a_real_plan_is_the_same_as_the_xml_that_was_made_of_it(path: Path) -> None:
    assert read_plan(path) == read_plan(path.with_name(f"{path.name}.mspdi.xml"))


@pytest.mark.parametrize(("name", "text"), [("Depot.xml", PRIMAVERA), ("Depot.planner", PLANNER), ("Depot.xer", XER)])
def test_the_tasks_and_links_of_other_programs_come_in(name: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8", newline="")
    plan = read_plan(path)
    found = {each.name: each for each in plan.tasks}
    assert found.keys() == {"Let the contract", "Move in"}
    assert [found["Let the contract"].duration, found["Move in"].duration] == [960, 480]
    assert [str(found["Let the contract"].start), str(found["Move in"].start)] == [
        "2026-11-02 08:00:00",
        "2026-11-04 08:00:00",
    ]
    (link,) = plan.links
    assert (link.predecessor_uid, link.successor_uid, link.kind) == (
        found["Let the contract"].uid,
        found["Move in"].uid,
        "FS",
    )


def test_another_plan_in_the_same_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "Depot.xer"
    path.write_text(XER, encoding="utf-8", newline="")
    assert [each.place for each in read_plan(path).unread if each.place.startswith("Other")] == ["Other plans/OFFICES"]


@pytest.mark.parametrize("name", ["Depot.mpp", "Depot.mpx", "Depot.xer", "Depot.planner", "Depot.pod"])
@pytest.mark.parametrize("data", [b"hello", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 cut short", b"MPX,damaged"])
def test_what_is_no_plan_is_told_in_a_sentence(name: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(Unreadable, match=f"“{name}” could not be read: it (is damaged|was not recognised)"):
        read_plan(path)


def test_a_plan_in_xml_cannot_fetch_another_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the salaries", encoding="utf-8")
    path = tmp_path / "Depot.planner"
    entity = f'<!DOCTYPE project [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    path.write_text(PLANNER.replace("<project", f"{entity}<project").replace("Move in", "&x;"), encoding="utf-8")
    with pytest.raises(Unreadable):
        read_plan(path)
