"""Addresses of e-mail: what a mail program takes for one, and nothing else."""

import pytest
from pydantic import ValidationError

from kehoach.model.agencies import Contact


@pytest.mark.parametrize(
    "email", ["vanthu@stc.example.vn", "a.b_c+d@e-f.gov.vn", "o'a@b.vn", "root@may-chu"]
)
def test_an_address_is_two_rows_of_words_with_dots(email: str) -> None:
    """RFC 5322, 3.4.1: a dot-atom, ``@``, a dot-atom."""
    assert Contact.model_validate({"email": email}).email == email


@pytest.mark.parametrize(
    "email",
    ["ạ@b.vn", "a..b@c.vn", ".a@b.vn", "a.@b.vn", "a@b..vn", "a@b.vn.", "a\u202e@b.vn", "a@b@c.vn",
     "a@b.vn, c@d.vn", "a@b.vn\nBcc: c@d.vn", "a@b.vn\n", "a@b.vn>", "a b@c.vn", '"a"@b.vn'],
)  # fmt: skip
def test_what_no_mail_program_takes_is_none(email: str) -> None:
    with pytest.raises(ValidationError):
        Contact.model_validate({"email": email})
