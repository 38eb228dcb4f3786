"""The health of the plan and its forecast, without a window."""

import json
from pathlib import Path

from tests.cli.conftest import Typed

PLAN = """ID,Task,Duration,Predecessors,Days at best,Days at worst
1,Merge the directories,5d,,4d,10d
2,Shared mail,2d,1,,
3,Staff move,30d,1FS+1d,,
4,Live,0d,2,,
"""


def planned(typed: Typed, programme: str, text: str = PLAN) -> str:
    Path("plan.csv").write_text(text, encoding="utf-8")
    assert typed("import", programme, "plan.csv", "--as", "plan").code == 0
    return programme


def test_each_check_is_told_with_the_tasks_that_fail_it(typed: Typed, programme: str) -> None:
    said = typed("health", planned(typed, programme), "--preset", "dcma")

    assert said.code == 1
    assert said.lines[0] == " 1  Fail             Missing links: 1 of 4 tasks, 25\xa0% (at most 5\xa0%)"
    assert said.lines[1].startswith("      4 Live: Nothing waits for it")
    assert " 8  Pass             Long tasks: 0 of 3 tasks, 0\xa0% (at most 5\xa0%)" in said.lines
    assert "11  Not measured     Missed tasks: The plan has no baseline" in said.out
    assert said.lines[-1].startswith("By the limits of “DCMA”, with progress known to ")


def test_the_limits_of_a_short_programme_are_taken_by_themselves(typed: Typed, programme: str) -> None:
    told = json.loads(typed("health", planned(typed, programme), "--json").out)

    assert told["preset"] == "short"
    assert [check["number"] for check in told["checks"]] == list(range(1, 15))
    long = told["checks"][7]
    assert (long["key"], long["state"], long["count"], long["of"]) == ("long_tasks", "fail", 1, 3)
    assert (long["failing"][0]["wbs"], long["failing"][0]["name"]) == ("3", "Staff move")
    assert long["failing"][0]["what_to_do"].startswith("It takes 30 days")
    assert told["measured"] == sum(check["state"] in ("pass", "fail") for check in told["checks"])


def test_a_plan_that_passes_what_can_be_measured_is_no_problem(typed: Typed, programme: str) -> None:
    text = "ID,Task,Duration,Start,Predecessors\n1,First,5d,1 Sep 2126,\n2,Second,5d,,1\n"
    said = typed("health", planned(typed, programme, text))

    assert said.code == 0, said.out


def test_a_forecast_is_told_and_is_the_same_each_time(typed: Typed, programme: str) -> None:
    planned(typed, programme)
    said = typed("risk-dates", programme, "--runs", "200", "--seed", "7", "--json")
    told = json.loads(said.out)

    assert said.code == 0
    assert (told["runs"], told["seed"], told["tasks_with_a_spread"]) == (200, 7, 1)
    finish = told["finish"]
    assert finish["planned"] <= finish["p50"] <= finish["p80"]
    assert sum(each["runs"] for each in finish["histogram"]) == 200
    assert finish["drivers"] == [{"id": finish["drivers"][0]["id"], "wbs": "1", "name": "Merge the directories"} | {
        "correlation": finish["drivers"][0]["correlation"]}]  # fmt: skip
    assert typed("risk-dates", programme, "--runs", "200", "--seed", "7", "--json").out == said.out
    words = typed("risk-dates", programme, "--runs", "200", "--seed", "7").lines
    assert words[0] == "200 runs, in which 1 task took fewer days or more (seed 7)."
    assert words[1].startswith("The plan is as likely as not to finish by ")


def test_what_cannot_be_run_says_why(typed: Typed, programme: str) -> None:
    assert typed("risk-dates", programme).err.startswith("No task that is left to do has days at best or days at worst")
    planned(typed, programme)
    said = typed("risk-dates", programme, "--runs", "0")
    assert (said.code, said.err) == (2, "0 runs cannot be made. Give 1 to 100,000.\n")
    assert typed("health", "not there.sharedprog").code == 2
    assert typed("health", programme, "--preset", "mine").code == 2
