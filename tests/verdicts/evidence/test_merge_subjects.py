"""The default subjects of merges, by git and by each forge, as their documentation gives them."""

import pytest

from kehoach.verdicts.evidence.merge_subjects import pulled_main


@pytest.mark.parametrize(
    "subject",
    [
        # git pull, git merge
        "Merge branch 'main' of https://git.example.vn/tinh/du-lieu",
        "Merge branch 'main' of git.example.vn:tinh/du-lieu",
        "Merge branch 'main' of git@git.example.vn:tinh/du-lieu into stc",
        "Merge branch 'main' of ../du-lieu",
        "Merge branch 'master' of /srv/du-lieu",
        "Merge branch 'main' into stc",
        "Merge branch 'trunk' into so-tai-chinh/bc-2022",
        "Merge branch 'chinh' of git.example.vn:tinh/du-lieu into chinh",
        "Merge branches 'main' and 'khac' into stc",
        "Merge branches 'a', 'b' and 'main' into stc",
        "Merge remote-tracking branch 'origin/main'",
        "Merge remote-tracking branch 'upstream/main' into stc",
        "Merge remote-tracking branch 'tinh/main' into stc",
        "Merge remote-tracking branch 'refs/remotes/origin/main' into stc",
        # GitHub, Gitea: the button that brings a branch up to date
        "Merge branch 'main' into so-tai-chinh",
        # a request from the main branch into one's own
        "Merge branch 'main' into 'stc'",
        'Merge branch "main" into "stc"',
        "Merge branch main into stc",
        "Merge pull request 'Cập nhật' (#3) from main into stc",
        "Merge pull request #12 in STC/kho from main to stc",
        "Merge pull request 12 from main into stc",
        "Merged main into stc",
        "Merge main into stc",
        "Merge branch 'main' of tinh/du-lieu into stc",
    ],
)  # fmt: skip
def test_the_main_branch_was_pulled(subject: str) -> None:
    assert pulled_main(subject)


@pytest.mark.parametrize(
    "subject",
    [
        # git
        "Merge branch 'stc'",
        "Merge branch 'stc' into main",
        "Merge branch 'stc' of https://git.example.vn/stc/kho",
        "Merge branch 'stc' of git.example.vn:stc/kho into main",
        "Merge branches 'stc' and 'snv'",
        "Merge branch 'main-2022' into stc",
        "Merge branch 'so-tai-chinh/main'",
        "Merge remote-tracking branch 'so-tai-chinh/main'",
        "Merge remote-tracking branch 'origin/stc'",
        "Merge commit '0123abc' into main",
        "Merge tag 'v1' into stc",
        "Merge https://git.example.vn/stc/kho",
        "Merge branch 'and' into main",
        # GitHub
        "Merge pull request #1 from so-tai-chinh/stc",
        "Merge pull request #1 from so-tai-chinh/main",
        "Merge pull request #1 from so-tai-chinh/patch-1",
        # GitLab
        "Merge branch 'main' into 'main'",
        "Merge branch 'master' into 'master'",
        "Merge branch 'stc' into 'main'",
        "Merge branch 'master' into 'main'",
        "Merge branch 'chinh' into 'chinh'",
        "Merge branch 'so-tai-chinh/main' into 'main'",
        'Merge branch "main" into "main"',
        # Gitea
        "Merge pull request 'Báo cáo' (#1) from stc into main",
        "Merge pull request 'Báo cáo' (#1) from so-tai-chinh/main into main",
        "Merge pull request 'Báo cáo' (#1) from so-tai-chinh:main into main",
        "Merge pull request 'from main into stc' (#1) from stc into main",
        "Merge branch 'main' of so-tai-chinh/du-lieu into main",
        "Merge branch 'stc' of so-tai-chinh/du-lieu into main",
        # Bitbucket
        "Merged in stc (pull request #1)",
        "Merged in main (pull request #1)",
        "Merged in so-tai-chinh/du-lieu/main (pull request #1)",
        "Pull request #1: Báo cáo năm",
        "Pull request #1: Merge main into stc",
        "Merge pull request #12 in STC/kho from stc to main",
        "Merged stc into main",
        # Azure DevOps
        "Merged PR 1: Báo cáo năm",
        "Merged PR 1: main into stc",
        "Merge pull request 1 from stc into main",
        # words of one's own
        "Nhập nhánh 'main'",
        "Merge bài main into hợp phần stc",
        "",
    ],
)
def test_a_branch_was_merged(subject: str) -> None:
    assert not pulled_main(subject)


def test_the_word_between_two_branches_is_no_branch() -> None:
    """Merged into a branch that is called by that very word."""
    assert not pulled_main("Merge branches 'stc' and 'snv' into and")
    assert pulled_main("Merge branches 'stc' and 'main' into and")


def test_a_branch_may_be_called_by_its_whole_name() -> None:
    """As git itself writes it where a name may mean two things."""
    assert pulled_main("Merge refs/heads/main into stc")
    assert pulled_main("Merge refs/remotes/origin/main into stc")
    assert not pulled_main("Merge refs/heads/stc into main")
    assert not pulled_main("Merge refs/heads/main into refs/heads/master")
