"""Which elements of Microsoft Project XML are read, by their place in the file.

Names from Microsoft's "Project XML Data Interchange Schema Reference" (2007 to 2019).
"""

from __future__ import annotations


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


NAMESPACE = "http://schemas.microsoft.com/project"

TASK = "Project/Tasks/Task"
RESOURCE = "Project/Resources/Resource"
ASSIGNMENT = "Project/Assignments/Assignment"
CALENDAR = "Project/Calendars/Calendar"
RECORDS = frozenset({TASK, RESOURCE, ASSIGNMENT, CALENDAR, "Project"})
"""Places whose records are handed over whole, one at a time."""

_WEEKDAY = f"{CALENDAR}/WeekDays/WeekDay"
_EXCEPTION = f"{CALENDAR}/Exceptions/Exception"
_WORK_WEEK = f"{CALENDAR}/WorkWeeks/WorkWeek"
_TIMES = frozenset({"FromTime", "ToTime"})
_DATES = frozenset({"FromDate", "ToDate"})

WANTED: dict[str, frozenset[str]] = {
    "Project": _names("""Name Title Author StartDate FinishDate StatusDate CalendarUID MinutesPerDay MinutesPerWeek
        ScheduleFromStart CriticalSlackLimit"""),
    TASK: _names("""UID GUID ID Name Type IsNull Active Manual WBS OutlineNumber OutlineLevel Priority
        Start Finish Duration DurationFormat Estimated Milestone Summary PercentComplete ConstraintType
        ConstraintDate Deadline ActualStart ActualFinish CalendarUID Notes ExternalTask SubprojectName StartText
        FinishText DurationText ManualStart ManualFinish RemainingDuration LevelingDelay IgnoreResourceCalendar"""),
    f"{TASK}/PredecessorLink": _names("PredecessorUID Type CrossProject CrossProjectName LinkLag LagFormat"),
    f"{TASK}/Baseline": _names("Number Start Finish Duration"),
    RESOURCE: _names("UID ID Name IsNull Type EmailAddress Group IsCostResource CalendarUID"),
    ASSIGNMENT: _names("TaskUID ResourceUID Work Units WorkContour Delay"),
    CALENDAR: _names("UID Name IsBaseCalendar BaseCalendarUID"),
    _WEEKDAY: _names("DayType DayWorking"),
    f"{_WEEKDAY}/TimePeriod": _DATES,
    f"{_WEEKDAY}/WorkingTimes/WorkingTime": _TIMES,
    _EXCEPTION: _names("""EnteredByOccurrences Occurrences Name Type Period DaysOfWeek MonthItem MonthPosition Month
        MonthDay DayWorking"""),
    f"{_EXCEPTION}/TimePeriod": _DATES,
    f"{_EXCEPTION}/WorkingTimes/WorkingTime": _TIMES,
    _WORK_WEEK: _names("Name"),
    f"{_WORK_WEEK}/TimePeriod": _DATES,
    **{
        f"{_WORK_WEEK}{day}{inside}": words
        for day in ("/WeekDay", "/WeekDays/WeekDay")
        for inside, words in (("", _names("DayType DayWorking")), ("/WorkingTimes/WorkingTime", _TIMES))
    },
}

DERIVED = _names("""Start Finish EarlyStart EarlyFinish LateStart LateFinish FreeSlack TotalSlack StartSlack FinishSlack
    StartVariance FinishVariance WorkVariance CostVariance DurationVariance Critical RemainingWork
    RemainingCost Stop Resume ResumeValid PercentWorkComplete ManualDuration
    DisplayAsSummary OverAllocated Overallocated ActualDuration SV CV VAC ACWP BCWS
    BCWP""")
"""What Project works out of the rest: no loss, and so not listed as unread."""
SETTINGS = _names("""AccrueAt Initials EffortDriven
    ActualsInSync AdminProject AutoAddNewResourcesAndTasks Autolink CreateDate CreationDate
    CurrencyDigits CurrencySymbol CurrencySymbolPosition CurrencyCode CurrentDate DaysPerMonth
    DefaultFinishTime DefaultFixedCostAccrual DefaultOvertimeRate DefaultStandardRate DefaultStartTime
    CalendarUID DefaultTaskEVMethod DefaultTaskType DurationFormat EditableActualCosts EnteredByOccurrences
    ExtendedCreationDate FYStartDate FiscalYearStart FixedCostAccrual GUID HasFixedRateUnits HideBar
    HonorConstraints InsertedProjectsLikeSummary IsPublished
    KeepTaskOnNearestWorkingTimeWhenMadeAutoScheduled LastSaved LevelAssignments
    LevelingCanSplit LevelingDelayFormat MicrosoftProjectServerURL
    MultipleCriticalPaths NewTaskStartDate NewTasksAreManual NewTasksEffortDriven NewTasksEstimated
    OvertimeRateFormat Revision Rollup SaveVersion SplitsInProgressTasks SpreadActualCost SpreadPercentComplete
    StandardRateFormat TaskUpdatesResource UID UpdateManuallyScheduledTasksWhenEditingLinks WeekStartDay
    WorkFormat""")
"""How Project shows and makes things: nothing of the plan, and so not listed either."""
EMPTY = frozenset({"0", "0.0", "0.00", "PT0H0M0S", "-1", "false"})
"""Values that say nothing."""
