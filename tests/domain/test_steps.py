"""The steps of a work, gone through in one go."""

from collections.abc import Generator

from sharedprog.domain.steps import in_one_go


def test_all_steps_are_gone_through_and_what_they_come_to_is_given() -> None:
    gone: list[int] = []

    def work() -> Generator[None, None, str]:
        for number in range(3):
            gone.append(number)
            yield
        return "done"

    assert in_one_go(work()) == "done"
    assert gone == [0, 1, 2]
