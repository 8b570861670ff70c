"""The commands that write one entry each, and a function that imports each when it is called."""
# ruff: noqa: PLC0415 - importing this list imports no command

from kehoach.cli.frame.command import Action, Command
from kehoach.words import Text


def _receive() -> Action:
    from kehoach.cli.commands.recording.receive_command import receive

    return receive


def _extend() -> Action:
    from kehoach.cli.commands.recording.decision_commands import extend

    return extend


def _waive() -> Action:
    from kehoach.cli.commands.recording.decision_commands import waive

    return waive


def _pause() -> Action:
    from kehoach.cli.commands.recording.decision_commands import pause

    return pause


def _return() -> Action:
    from kehoach.cli.commands.recording.decision_commands import return_

    return return_


def _event() -> Action:
    from kehoach.cli.commands.recording.decision_commands import event

    return event


RECORDING = {
    "receive": Command(_receive, Text(
        "Ghi vào sổ văn bản đến: cơ quan nào gửi gì, đến ngày nào",
        "Enter in the registry book what came from which agency on which day",
    )),
    "extend": Command(_extend, Text(
        "Ghi một quyết định gia hạn",
        "Record that a deadline was extended",
    )),
    "waive": Command(_waive, Text(
        "Ghi một quyết định miễn",
        "Record that an obligation was excused",
    )),
    "pause": Command(_pause, Text(
        "Ghi một quyết định tạm dừng, hoặc kết thúc tạm dừng",
        "Record that the clock was stopped, or that it runs again",
    )),
    "return": Command(_return, Text(
        "Ghi việc trả lại báo cáo hay kết quả để làm lại",
        "Record that a report or task was sent back",
    )),
    "event": Command(_event, Text(
        "Ghi một sự kiện, một phiên họp hay một yêu cầu báo cáo",
        "Record an event, a session or a request for a report",
    )),
}  # fmt: skip
"""By name, in the order of lists."""
