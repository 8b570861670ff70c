"""What agencies file: about 2.5 kB of Vietnamese a file with the usual twelve items."""

from made.shape import Shape, Slot, amended_on, dice, filed_on, last_day, month_name

NOT_DONE = 10  # one entry of so many says "in progress"
NOTES = (
    "đã triển khai theo kế hoạch, không có vướng mắc",
    "phối hợp với các cơ quan liên quan rà soát văn bản",
    "tuyên truyền trên trang thông tin điện tử và nhóm zalo",
    "tiếp tục đôn đốc các đơn vị trực thuộc thực hiện đúng hạn",
    "đã công khai kết quả xử lý phản ánh, kiến nghị của công dân",
    "cử công chức dự lớp bồi dưỡng nghiệp vụ do Sở Tư pháp tổ chức",
)
STYLES = 3  # one file of so many is written less plainly, as by an editor: in one of three ways
MISTAKES = (  # what stands at the end of a broken file: each is found by another reader
    "unknown_key: không có khóa này\n",
    "document: {number: 9/BC, date: 2021-02-01}\n",
    "note: [chưa đóng ngoặc\n",
    'note: "\\q"\n',
    "tasks: không phải danh sách\n",
)


def number_of(slot: Slot) -> str:
    """Return the number of the letter that carries a file."""
    return f"{slot.index + 1}/BC-CQ"


def path_of(shape: Shape, slot: Slot) -> str:
    """Return the file's path inside the data folder."""
    agency = shape.agency(slot.place, slot.month)
    plan = f"{slot.plan + 7:02}-" if shape.plans > 1 else ""
    more = f"-bo-sung-{slot.edition}" if slot.edition else ""
    return f"submissions/{agency}/bao-cao-{plan}{month_name(slot.month)}{more}.yaml"


def text_of(shape: Shape, slot: Slot, items: list[tuple[str, bool]], version: int) -> str:
    """Return the file's text; a second version has done what the first had not."""
    month = month_name(slot.month)
    tasks = "".join(_entry(slot, item, month, version, goes_on) for item, goes_on in items)
    head = (
        f'schema: kehoach/submission@1\nplan: "{slot.plan + 7:02}"\n'
        f"agency: {shape.agency(slot.place, slot.month)}\n"
        f"document: {{number: {number_of(slot)}, date: {filed_on(slot)}, signer: Nguyễn Văn Mẫu}}\n"
        f"{_note(slot, version)}"
        f"reports:\n  - {{item: BC, period: {month}}}\n"
    )
    body = head + (f"tasks:\n{tasks}" if tasks else "")
    return body + (MISTAKES[slot.index % len(MISTAKES)] if shape.is_broken(slot) else "")


def _note(slot: Slot, version: int) -> str:
    """Return a note: on one line; or in a block, in quotes with an escape, below a remark."""
    words = f"Báo cáo kết quả tháng {month_name(slot.month)}, lần {version}"
    invented = "Số liệu dựng để đo, không có thật."
    styles = (
        f"note: |\n  {words}.\n  {invented}\n",
        f'note: "{words}: \\"{invented}\\""\n',
        f"note:  # {invented}\n  {words}.\n",
    )
    style = dice("style", slot.index) % (STYLES * len(styles))
    return styles[style] if style < len(styles) else f"note: {words}. {invented}\n"


def _entry(slot: Slot, item: str, month: str, version: int, goes_on: bool) -> str:
    chance = dice(slot.index, item)
    note = NOTES[chance % len(NOTES)]
    undone = chance % NOT_DONE == 0
    if goes_on or (version == 1 and undone):
        period = "" if goes_on else f"    period: {month}\n"
        return f"  - item: {item}\n{period}    status: in_progress\n    note: {note}\n"
    if undone:
        day = amended_on(slot)
    elif filed_on(slot) > last_day(slot.month):
        day = filed_on(slot)
    else:
        day = last_day(slot.month).replace(day=1 + chance % 14)
    evidence = f"{{number: {chance % 900 + 1}/KH, date: {day}, title: Kế hoạch {item}}}"
    return (
        f"  - item: {item}\n    period: {month}\n    status: done\n    completed: {day}\n"
        f"    evidence: [{evidence}]\n    note: {note}\n"
    )
