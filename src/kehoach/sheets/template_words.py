"""The words of the workbook that agencies without git fill in."""

from kehoach.words import Text

GUIDE_SHEET = Text("Hướng dẫn", "Guide")
TITLE = Text("TÌNH HÌNH THỰC HIỆN KẾ HOẠCH", "HOW THE PLAN IS CARRIED OUT")
WHOSE = (
    Text("Cơ quan: {value}", "Agency: {value}"),
    Text("Kế hoạch: {value}", "Plan: {value}"),
    Text("Kỳ báo cáo: {value}", "Period: {value}"),
    Text("Chỉ điền các ô nền vàng", "Fill in yellow cells only"),
)
CHOOSE = Text("Chọn trong danh sách.", "Choose from the list.")
INVALID = {
    "status": Text("Chọn một trạng thái trong danh sách.", "Choose a state from the list."),
    "date": Text("Ghi ngày/tháng/năm, ví dụ 05/12/2026.", "Write day/month/year."),
    "quantity": Text("Chỉ ghi số nguyên, ví dụ 2.", "Write a whole number, e.g. 2."),
}
GUIDE = (
    Text("HƯỚNG DẪN ĐIỀN", "HOW TO FILL IT IN"),
    Text("1. Mở tờ mang tên cơ quan mình. Chỉ điền các ô nền vàng; các ô khác đã khoá.",
         "1. Open the sheet of your agency. Fill in yellow cells only; the others are locked."),
    Text("2. Đầu tờ: số, ký hiệu, ngày và người ký của văn bản gửi kèm bảng này.",
         "2. At its head: number, date and signer of the covering letter."),
    Text("3. Hàng báo cáo (nền xanh): chọn “đã gửi”, “không phát sinh” hoặc “chưa gửi”.",
         "3. Rows of reports (blue): choose “sent”, “nothing arose” or “not sent”."),
    Text("4. Hàng nhiệm vụ: chọn “chưa thực hiện”, “đang thực hiện” hoặc “hoàn thành”. Việc thường "
         "xuyên đang duy trì: chọn “đang thực hiện” và ghi kết quả vào Ghi chú.",
         "4. Rows of tasks: choose “not started”, “in progress” or “done”. Continuous work that goes "
         "on: choose “in progress” and write the results into the notes."),
    Text("5. Việc đã hoàn thành: ghi ngày hoàn thành và số, ngày, trích yếu của văn bản chứng minh; "
         "nơi kế hoạch đặt số tối thiểu thì ghi số lượng.",
         "5. What is done: write the day, and number, date and title of the document that proves it; "
         "where the plan sets a least number, the quantity."),
    Text("6. Ngày ghi ngày/tháng/năm, ví dụ 05/12/2026. Số văn bản ghi đủ ký hiệu, ví dụ 125/BC-STC.",
         "6. Write days as day/month/year, e.g. 05/12/2026; a document's number with its sign."),
    Text("7. Không gộp ô, không dùng công thức, không xoá cột hay hàng. Được lọc và ẩn hàng.",
         "7. Do not merge cells, use formulas, or delete columns or rows. You may filter and hide "
         "rows."),
    Text("8. Hàng để trống trạng thái được coi là chưa báo cáo.",
         "8. A row without a state counts as not reported."),
    Text("9. Lưu dạng .xlsx, không đặt mật khẩu, gửi lại kèm văn bản.",
         "9. Save it as .xlsx without a password, and send it back with the letter."),
)  # fmt: skip
