"""A plan of nothing but continuous work has pages too."""

from collections.abc import Callable

from kehoach.run import Run
from pages_read import site_files


def test_where_nothing_has_a_day_the_picture_of_days_is_a_dash(
    judge: Callable[..., Run], plan_text: Callable[..., str]
) -> None:
    """No axis without a day on it; the work itself is listed."""
    plan = plan_text(
        'id: "1", title: Tuyên truyền, lead: [so-noi-vu], deadline: {continuous: true}'
    )
    run = judge({"plan_07.yaml": plan}, "2021-12-05", git=False, history=True)
    page = site_files(run, "vi")["index.html"]
    assert "Tuyên truyền" in page
    _, _, time = page.partition('id="time"')
    assert "<p>—</p>" in time
    assert "<svg" not in time.partition("</section>")[0]
