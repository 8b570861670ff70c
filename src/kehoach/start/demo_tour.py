"""What is to be seen in the sample repository: commands to try, and the stories it tells."""

from typing import NamedTuple

from kehoach.words import LANGUAGES, Lang, Text

YEAR_TAG = "het-nam-{year}"
MISPLACED_TAG = "sai-thu-muc"

TOUR = (
    ("kehoach status --as-of 2021-12-15",
     Text("ai đúng hạn, ai muộn, ai chưa gửi", "who was on time, late, silent")),
    ("kehoach check",
     Text("lỗi trong tệp, ghi lùi ngày, sửa sau hạn, rút, hợp nhất muộn",
          "mistakes in files; back-dated, amended, withdrawn, merged late")),
    ("kehoach explain II.1 --agency so-giao-duc --period 2022",
     Text("vì sao muộn: nhánh có từ 30/11, nhánh chính nhận 09/12",
          "why it is late: on a branch since 30/11, on the main line since 09/12")),
    ("kehoach explain II.1 --agency so-van-hoa --period 2022 --as-of 2022-12-20",
     Text("gia hạn: đúng hạn nhờ một văn bản", "an extension: on time by a letter")),
    ("kehoach check --rev sai-thu-muc --as-of 2022-12-05",
     Text("kho như khi một báo cáo nằm sai thư mục", "as when a report lay in a wrong folder")),
    ("kehoach explain I.6 --agency so-xay-dung",
     Text("việc nhận lại từ cơ quan đã nhập vào", "what it took over from a merged agency")),
    ("kehoach diff het-nam-2022 het-nam-2023",
     Text("điều gì thay đổi trong năm 2023", "what changed in 2023")),
    ("kehoach summary --as-of 2024-11-25",
     Text("bản thông báo tình hình, hạn sắp tới", "a message to send, the next due dates")),
)  # fmt: skip


class Story(NamedTuple):
    """Something that happened, and the finding or status that it leads to."""

    year: int
    agency: str
    what: Text
    found: str


STORIES = (
    Story(2021, "so-tai-chinh", Text("gửi đúng hạn", "sent in time"), "done_on_time"),
    Story(2021, "so-y-te", Text("gửi muộn, 08/12", "sent late, on 08/12"), "KH501"),
    Story(2021, "so-cong-thuong",
          Text("văn bản ghi 25/11, gửi 20/12", "dated 25/11, sent 20/12"), "KH504"),
    Story(2021, "so-xay-dung", Text("gửi rồi rút (xoá tệp) 17/01/2022", "sent, then withdrawn"), "KH507"),
    Story(2021, "ubnd-binh-minh", Text("báo cáo giấy, có trong sổ", "on paper, in the book"), "registry"),
    Story(2021, "ubnd-dong-song", Text("không phát sinh, vẫn là báo cáo", "a nil report counts"), "nil"),
    Story(2021, "ubnd-tay-nui", Text("không gửi", "never sent"), "KH502"),
    Story(2021, "so-van-hoa", Text("mục I.2 không làm", "item I.2 never done"), "KH502"),
    Story(2021, "so-tu-phap",
          Text("sự kiện 15/09 mở hạn của mục I.4", "an event starts item I.4"), "waiting"),
    Story(2022, "so-noi-vu", Text("sửa báo cáo sau hạn, 20/12", "amended after the deadline"), "KH508"),
    Story(2022, "so-giao-duc",
          Text("nộp trên nhánh 30/11, hợp nhất 09/12", "in time, merged late"), "KH509"),
    Story(2022, "so-van-hoa", Text("gia hạn đến 15/12, gửi 12/12", "extended to 15/12"), "done_on_time"),
    Story(2022, "so-cong-thuong", Text("kiểm tra 01 lĩnh vực, cần 02", "one field, two asked"), "KH411"),
    Story(2022, "ubnd-tay-nui",
          Text("đặt nhầm thư mục, chuyển về 12/12", "wrong folder, then moved"), "KH112"),
    Story(2022, "so-y-te",
          Text("đột xuất: hạn 15/08, gửi 17/08", "on request: due 15/08, sent 17/08"), "KH501"),
    Story(2022, "so-noi-vu", Text("đột xuất: không trả lời", "on request: no answer"), "KH502"),
    Story(2023, "so-giao-thong",
          Text("nhập vào so-xay-dung từ 01/03", "merged into so-xay-dung"), "inherited"),
    Story(2023, "so-noi-vu", Text("sửa tệp của so-y-te, 05/06", "edited a file of so-y-te"), "KH513"),
    Story(2023, "so-noi-vu",
          Text("gửi 23 giờ 40 ngày cuối", "sent at 23:40 of the last day"), "done_on_time"),
    Story(2023, "so-y-te", Text("báo cáo bỏ sót mục I.5", "leaves item I.5 out"), "KH412"),
    Story(2023, "ubnd-dong-song", Text("được miễn vì bão", "waived after a storm"), "waived"),
    Story(2023, "ubnd-tay-nui", Text("tệp sai đến 05/12 mới sửa", "invalid until 05/12"), "KH501"),
    Story(2024, "so-giao-duc",
          Text("gửi 02/12: 01/12 là Chủ nhật", "on 02/12: 01/12 is a Sunday"), "done_on_time"),
    Story(2024, "so-tai-chinh", Text("gửi 00 giờ 10 hôm sau", "ten past midnight"), "KH501"),
    Story(2024, "so-cong-thuong", Text("tệp sai, chưa ai sửa", "invalid, never mended"), "KH203"),
    Story(2024, "so-van-hoa",
          Text("nằm ở thư mục so-noi-vu", "lies in the folder of so-noi-vu"), "KH112"),
)  # fmt: skip


def tour_lines(lang: Lang) -> str:
    """Return the commands, each with what it shows."""
    return "".join(f"  {command}\n      {what.to(lang)}\n" for command, what in TOUR)


def tour_block() -> str:
    """Return the commands as Markdown, in both languages."""
    return "".join(
        f"- `{command}`  \n  {' · '.join(what.to(lang) for lang in LANGUAGES)}\n"
        for command, what in TOUR
    )


def stories_table() -> str:
    """Return the rows of the table of stories."""
    return "\n".join(
        f"| {each.year} | {each.agency} | {each.what.vi} | {each.what.en} | {each.found} |"
        for each in STORIES
    )
