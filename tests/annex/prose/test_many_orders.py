"""A text gives so many orders as a plan may have, and each is looked for once: counted, not timed."""

import pytest

from annex.prose.test_kinds import _drafted
from kehoach.annex.bodies.body_names import Word, words_of
from kehoach.annex.bodies.registry_names import Directory
from kehoach.annex.documents.document_limits import AnnexRefused
from kehoach.annex.prose import orders


def _text(number: int) -> str:
    return "\n".join(f"{n}. Giao Sở Y tế rà soát lần {n}." for n in range(1, number + 1))


def test_more_orders_than_any_plan_gives_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(orders, "_MOST_ORDERS", 3)
    assert len(_drafted(_text(3)).items) == 3
    with pytest.raises(AnnexRefused) as refused:
        _drafted(_text(4))
    assert "over 3 orders" in refused.value.text.en


def test_orders_in_paragraphs_below_one_number_count_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Behind 999 no number is read: 9,000 further orders stood in the last place, and took 8 s."""
    monkeypatch.setattr(orders, "_MOST_ORDERS", 3)
    text = "1. Sở Y tế rà soát.\n" + "Giao Sở Y tế tập huấn.\n" * 3
    with pytest.raises(AnnexRefused, match="orders"):
        _drafted(f"{text}Sở Y tế báo cáo.")


def test_what_gives_no_order_is_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A heading and words under it are paragraphs, of which there may be ten thousand."""
    monkeypatch.setattr(orders, "_MOST_ORDERS", 1)
    text = "I. Nhiệm vụ\n1. Rà soát\n- Hồ sơ giấy.\n- Hồ sơ số.\n2. Giao Sở Y tế tập huấn."
    assert [item.id for item in _drafted(text).items if item.owing] == ["I.2"]


def test_a_sentence_that_is_asked_about_again_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = orders.OrderReader(Directory(None, None))
    asked: list[str] = []

    def counted(words: str) -> tuple[Word, ...]:
        asked.append(words)
        return words_of(words)

    monkeypatch.setattr(orders, "words_of", counted)
    first = reader.at_start("Giao Sở Y tế rà soát.")
    many = len(asked)
    assert reader.at_start("Giao Sở Y tế rà soát.") is first
    assert 0 < many == len(asked)
