"""What each milestone was forecast for at each board, as figures and as a drawing."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sharedprog.domain.computing import compute
from sharedprog.domain.plan.milestone_trend import MilestoneTrend, Trend, TrendColumn, milestone_trend
from sharedprog.domain.plan.trend_chart import Frame, trend_chart
from sharedprog.domain.programme import Programme
from sharedprog.domain.results import KeptResults, PastBoard
from sharedprog.domain.view import View
from tests.domain.plan.plans import TODAY, day, milestone, plan

FRAME = Frame(600, 300, left=50, right=150, top=10, bottom=20, line=12)


def forecast(**when: str) -> Programme:
    return plan(
        *(
            milestone(name, constraint="snet", constraint_day=day(text), baseline_finish=day("1 Dec"))
            for name, text in when.items()
        )
    )


def seen(*pictures: Programme, now: Programme) -> View:
    """A view with a board for each earlier picture, a fortnight apart, the last a week ago."""
    past: tuple[PastBoard, ...] = ()
    for number, picture in enumerate(pictures, 1):
        when = TODAY - timedelta(days=7 + 14 * (len(pictures) - number))
        results = compute(View(picture, when))
        past += (PastBoard(f"b{number}", number, when, "", KeptResults(results.to_bytes)),)
    return View(now, TODAY, past)


def told(trend: Trend) -> dict[str, MilestoneTrend]:
    return {each.title: each for each in trend.milestones}


def test_each_board_says_what_it_saw_and_now_comes_last() -> None:
    view = seen(
        forecast(Mail="1 Dec"), forecast(Mail="8 Dec", Phones="2 Dec"), now=forecast(Mail="9 Dec", Phones="2 Dec")
    )
    trend = milestone_trend(view)
    assert [column.words for column in trend.columns] == ["Board 1", "Board 2", "Now"]
    mail, phones = told(trend)["Mail"], told(trend)["Phones"]
    assert mail.forecasts == (day("1 Dec"), day("8 Dec"), day("9 Dec"))
    assert (mail.slip, mail.moved) == (6, 6)
    assert phones.forecasts == (None, day("2 Dec"), day("2 Dec"))
    assert trend.words == "Since board 1, 1 milestone moved later and none sooner. Furthest: 1 Mail, by 6 working days."


def test_one_that_was_reached_says_at_which_board_it_was_known() -> None:
    done = milestone("Mail", actual_start=day("10 Nov"), actual_finish=day("10 Nov"), percent_complete=100)
    trend = milestone_trend(seen(forecast(Mail="1 Dec"), plan(done), plan(done), now=plan(done)))
    (mail,) = trend.milestones
    assert mail.reached == 1
    assert list(mail.open_forecasts) == [(0, day("1 Dec")), (1, day("10 Nov"))]
    assert trend.last(2).milestones == ()


def test_one_that_the_plan_has_no_more_is_kept_without_a_forecast_for_now() -> None:
    trend = milestone_trend(seen(forecast(Mail="1 Dec", Fax="3 Dec"), now=forecast(Mail="1 Dec")))
    fax = told(trend)["Fax"]
    assert fax.gone
    assert fax.forecasts == (day("3 Dec"), None)
    assert trend.milestones[-1] is fax


def test_only_the_last_boards_may_be_shown() -> None:
    trend = milestone_trend(seen(forecast(Mail="1 Dec"), forecast(Mail="8 Dec"), now=forecast(Mail="9 Dec"))).last(2)
    assert [column.words for column in trend.columns] == ["Board 2", "Now"]
    assert told(trend)["Mail"].forecasts == (day("8 Dec"), day("9 Dec"))


def test_before_the_first_board_there_is_no_trend() -> None:
    trend = milestone_trend(View(forecast(Mail="1 Dec"), TODAY))
    assert trend.words == "No board has been held yet, so there is no trend."
    assert trend_chart(trend, FRAME) is None


def test_a_slip_rises_what_holds_is_level_and_what_comes_sooner_falls() -> None:
    before = forecast(Later="1 Dec", Same="2 Dec", Sooner="18 Dec")
    chart = trend_chart(
        milestone_trend(seen(before, now=forecast(Later="8 Dec", Same="2 Dec", Sooner="11 Dec"))), FRAME
    )
    assert chart is not None
    rises = {line.milestone.title: line.points[0][1] - line.points[-1][1] for line in chart.lines}
    assert rises["Later"] > 0
    assert rises["Same"] == 0
    assert rises["Sooner"] < 0
    assert [(line.name, line.moved_words) for line in chart.lines] == [
        ("3 Sooner", "−5\xa0d"),
        ("1 Later", "+5\xa0d"),
        ("2 Same", ""),
    ]


def test_on_the_diagonal_the_day_of_the_board_is_the_day_forecast() -> None:
    view = seen(forecast(Mail="1 Dec"), now=forecast(Mail="1 Dec"))
    due_now = replace(milestone_trend(view).milestones[0], forecasts=(day("1 Dec"), TODAY))
    chart = trend_chart(Trend(milestone_trend(view).columns, (due_now,)), FRAME)
    assert chart is not None
    assert chart.lines[0].points[-1] == chart.diagonal[1]


def test_what_is_far_ahead_would_flatten_the_rest_and_is_counted_instead() -> None:
    picture = forecast(Near="9 Dec", Far="2028-01-10")
    chart = trend_chart(milestone_trend(seen(picture, now=picture)), FRAME)
    assert chart is not None
    assert [line.milestone.title for line in chart.lines] == ["Near"]
    assert chart.left_off == 1


@given(st.lists(st.lists(st.integers(-40, 170), min_size=3, max_size=3), min_size=1, max_size=40))
def test_names_never_touch_and_nothing_is_outside_the_frame(offsets: list[list[int]]) -> None:
    columns = (
        *(TrendColumn(number, TODAY - timedelta(days=30 - number)) for number in (1, 2)),
        TrendColumn(None, TODAY),
    )
    rows = tuple(
        MilestoneTrend(str(place), str(place), "M", None, tuple(_days(row)), None, None, row[2] - row[0])
        for place, row in enumerate(offsets)
    )
    chart = trend_chart(Trend(columns, rows), FRAME)
    assert chart is not None
    heights = [line.label_y for line in chart.lines]
    assert all(other - one >= FRAME.line - 1e-6 for one, other in pairwise(heights))
    for line in chart.lines:
        for x, y in (*line.points, (FRAME.end, line.label_y)):
            assert FRAME.left <= x <= FRAME.end
            assert FRAME.top - 1e-6 <= y <= FRAME.foot + 1e-6
    assert len(chart.lines) + chart.left_off == len(rows)


def _days(row: list[int]) -> list[date]:
    return [TODAY + timedelta(days=each) for each in row]
