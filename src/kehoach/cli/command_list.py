"""The commands: what each is for, and a function that imports it when it is called.

One entry here and one file in ``commands/`` a command.
"""
# ruff: noqa: PLC0415 - importing this list imports no command

from kehoach.cli.commands.recording.recording_list import RECORDING
from kehoach.cli.frame.command import Action, Command
from kehoach.words import Text


def _status() -> Action:
    from kehoach.cli.commands.status_command import status

    return status


def _check() -> Action:
    from kehoach.cli.commands.checking.check_command import check

    return check


def _agency() -> Action:
    from kehoach.cli.commands.agency_command import agency

    return agency


def _item() -> Action:
    from kehoach.cli.commands.item_command import item

    return item


def _explain() -> Action:
    from kehoach.cli.commands.explain_command import explain

    return explain


def _upcoming() -> Action:
    from kehoach.cli.commands.upcoming_command import upcoming

    return upcoming


def _summary() -> Action:
    from kehoach.cli.commands.summary_command import summary

    return summary


def _consolidate() -> Action:
    from kehoach.cli.commands.consolidate_command import consolidate

    return consolidate


def _new() -> Action:
    from kehoach.cli.commands.new_command import new

    return new


def _receipt() -> Action:
    from kehoach.cli.commands.receipt_command import receipt

    return receipt


def _import() -> Action:
    from kehoach.cli.commands.importing.import_command import import_

    return import_


def _export() -> Action:
    from kehoach.cli.commands.export_command import export

    return export


def _site() -> Action:
    from kehoach.cli.commands.site_command import site

    return site


def _deadline() -> Action:
    from kehoach.cli.commands.deadline_command import deadline

    return deadline


def _diff() -> Action:
    from kehoach.cli.commands.diff_command import diff

    return diff


def _schema() -> Action:
    from kehoach.cli.commands.schema_command import schema

    return schema


def _portfolio() -> Action:
    from kehoach.cli.commands.portfolio_command import portfolio

    return portfolio


def _init() -> Action:
    from kehoach.cli.commands.init_command import init

    return init


def _demo() -> Action:
    from kehoach.cli.commands.demo_command import demo

    return demo


def _codeowners() -> Action:
    from kehoach.cli.commands.codeowners_command import codeowners

    return codeowners


def _arrivals() -> Action:
    from kehoach.cli.commands.arrivals_command import arrivals

    return arrivals


def _cache() -> Action:
    from kehoach.cli.commands.cache_command import cache

    return cache


def _completion() -> Action:
    from kehoach.cli.commands.completion_command import completion

    return completion


COMMANDS = {
    "status": Command(_status, Text(
        "Tình hình thực hiện kế hoạch: việc nào đúng hạn, quá hạn, của cơ quan nào",
        "Where the plan stands: what is on time, what is overdue, and whose it is",
    ), answers=True),
    "check": Command(_check, Text(
        "Kiểm tra các tệp và thời hạn: sai ở đâu, sửa thế nào, việc nào quá hạn",
        "Check files and deadlines: what is wrong, how to mend it, what is overdue",
    ), answers=True),
    "agency": Command(_agency, Text(
        "Mọi điều về một cơ quan: là ai, phải làm gì, đã gửi gì",
        "Everything about one agency: who it is, what it owes, what it has sent",
    ), answers=True),
    "item": Command(_item, Text(
        "Mọi điều về một mục của kế hoạch: nguyên văn, các hạn, ai đã làm",
        "Everything about one item of the plan: its words, its due days, who has delivered",
    ), answers=True),
    "explain": Command(_explain, Text(
        "Vì sao có kết luận này, từng bước một; hoặc một mã phát hiện nghĩa là gì",
        "Why a verdict is what it is, step by step; or what the code of a finding means",
    ), answers=True),
    "upcoming": Command(_upcoming, Text(
        "Các hạn sắp tới, và cơ quan nào chưa hoàn thành",
        "The next due dates, and which agencies have not delivered yet",
    ), answers=True),
    "summary": Command(_summary, Text(
        "Thông báo tình hình để gửi đi, hoặc văn bản đôn đốc từng cơ quan",
        "A message on the state of the plan to send, or reminders to single agencies",
    ), answers=True),
    "consolidate": Command(_consolidate, Text(
        "Tổng hợp các báo cáo của một kỳ theo từng mục",
        "Put the reports of one period together, item by item",
    ), answers=True),
    "new": Command(_new, Text(
        "Lập sẵn một tệp báo cáo để cơ quan điền",
        "Write a submission file for an agency to fill in",
    )),
    "receipt": Command(_receipt, Text(
        "Văn bản xác nhận để gửi lại cho cơ quan: một tệp báo cáo được hiểu ra sao",
        "A confirmation to send back to the agency: what was understood from its file",
    )),
    **RECORDING,
    "import": Command(_import, Text(
        "Đưa văn bản thành dự thảo kế hoạch, bảng tính nhận lại thành báo cáo, danh sách thành cơ quan",
        "Turn a document into a draft plan, a returned workbook into submissions, a list into agencies",
    )),
    "export": Command(_export, Text(
        "Xuất các nghĩa vụ ra bảng tính, lịch hoặc dữ liệu",
        "Write the obligations to a spreadsheet, a calendar or data",
    ), answers=True),
    "site": Command(_site, Text(
        "Tạo các trang để xem bằng trình duyệt, không cần mạng",
        "Write pages to look at in a browser, without a network",
    )),
    "deadline": Command(_deadline, Text(
        "Một câu chữ về thời hạn được hiểu ra sao, và đến hạn những ngày nào",
        "What the wording of a deadline is read as, and on which days it falls due",
    ), answers=True),
    "diff": Command(_diff, Text(
        "Điều gì thay đổi giữa hai bản git, hoặc từ một bản git đến nay",
        "What changed between two git revisions, or from one of them to now",
    ), answers=True),
    "schema": Command(_schema, Text(
        "JSON Schema của một loại tệp dữ liệu hoặc kết quả",
        "The JSON Schema of a kind of data file or output",
    )),
    "portfolio": Command(_portfolio, Text(
        "Tính nhiều kho dữ liệu (các tỉnh, cả nước) rồi gộp lại",
        "Judge many data repositories (provinces, a country) and put them together",
    )),
    "init": Command(_init, Text(
        "Lập một kho dữ liệu mới, sẵn sàng để dùng",
        "Write a new data repository that is ready to work with",
    )),
    "demo": Command(_demo, Text(
        "Lập một kho git minh hoạ, để xem thử mọi chức năng",
        "Make a sample git repository in which everything can be tried",
    )),
    "codeowners": Command(_codeowners, Text(
        "Tệp CODEOWNERS lập từ danh sách cơ quan: ai duyệt thay đổi nào",
        "A CODEOWNERS file made from the registry: who approves which change",
    )),
    "arrivals": Command(_arrivals, Text(
        "Nhật ký tiếp nhận: ghi lại commit nào đến nhánh chính lúc nào",
        "The arrival log: record which commit reached the main line when",
    )),
    "cache": Command(_cache, Text(
        "Những gì lưu lại giữa các lần chạy: ở đâu, bao nhiêu; xoá đi",
        "What is kept between runs: where, and how much; delete it",
    )),
    "completion": Command(_completion, Text(
        "Tập lệnh để phím TAB gợi ý lệnh, tùy chọn, mã cơ quan, mục và kỳ",
        "The script by which the TAB key completes commands, options, agencies, items and periods",
    )),
}  # fmt: skip
