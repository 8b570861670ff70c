"""A hub, as a forge keeps it, and a clone in which everybody works; the job that records arrivals."""

from datetime import date, datetime, timezone
from pathlib import Path

from kehoach.reading.repositories.arrival_writing import SERVICE, Recorded, Recording, record
from kehoach.reading.repositories.repository import open_repository
from kehoach.run import Question
from kehoach.verdicts.evidence import Receipt
from kehoach.verdicts.evidence.arrival_log import BRANCH
from run.histories import Office
from run.repositories import PLAN, REGISTRY, SNV, STC, STP, Depot, edited, filed

KH = ("KH525", "KH526", "KH527", "KH528")
OFFICE, FORGE = "tong-hop@stp.example.vn", "noreply@github.com"
AN, BINH = "an@stc.example.vn", "binh@snv.example.vn"
LISTED = "".join(
    edited(line, f"name: {name}}}", f'name: {name}, committers: ["@{domain}.example.vn"]}}')
    for line, name, domain in zip(
        REGISTRY.splitlines(keepends=True)[2:5],
        ("Sở Tài chính", "Sở Nội vụ", "Sở Tư pháp"),
        ("stc", "snv", "stp"),
        strict=True,
    )
)
SERVED = "".join(
    [
        *REGISTRY.splitlines(keepends=True)[:2],
        LISTED,
        *REGISTRY.splitlines(keepends=True)[5:],
        f"services: [{SERVICE}]\n",
    ]
)
REQUIRED = edited(
    PLAN, "consolidator: so-tu-phap}", "consolidator: so-tu-phap, arrivals: 2022-10-01}"
)


class Hub:
    """A bare repository, and a clone of it; days are Vietnamese, at ten in the morning."""

    def __init__(self, place: Path, registry: str = SERVED, plan: str = PLAN) -> None:
        self.place = place
        self.depot = Depot(place / "kho")
        self.depot.git("init", "-q", "--bare", "-b", "main", str(place / "hub"))
        self.depot.git("remote", "add", "origin", str(place / "hub"))
        self.depot.commit_as(
            "2022-01-11", {"agencies.yaml": registry, "plan_07.yaml": plan}, OFFICE
        )
        self.push()

    def push(self, *words: str) -> None:
        """Push the main line, or whatever is named."""
        self.depot.git("push", "-q", "origin", *(words or ("main",)))

    def record(self, day: str, pusher: str = "an", at: Office | None = None) -> Recorded:
        """Let the job run on a day."""
        repository = open_repository((at or self.depot).root)
        assert repository is not None
        moment = datetime.fromisoformat(f"{day}T10:00:00+07:00").astimezone(timezone.utc)
        done = record(repository, Recording("origin", "", pusher), moment)
        self.depot.git("fetch", "-q", "--prune", "origin")
        return done

    def send(self, agency: str, dated: str, pushed: str, by: str, committer: str = "") -> str:
        """Let an agency's report on 2022 be committed, pushed, and recorded if the job runs."""
        commit = self.depot.commit_as(dated, filed(agency, 2022), by, committer or by)
        self.push()
        if pushed:
            self.record(pushed)
        return commit

    def write_log(self, text: str, by: str, *, upon: bool = True, force: bool = False) -> None:
        """Write the log's file as somebody who may push to its branch."""
        blob = self.depot.git("hash-object", "-w", "--stdin", given=text.encode())
        tree = self.depot.git("mktree", given=f"100644 blob {blob}\tarrivals.txt\n".encode())
        parent = ("-p", f"origin/{BRANCH}") if upon else ()
        words = ("-c", f"user.email={by}", "commit-tree", tree, *parent, "-m", "x")
        commit = self.as_(by, *words)
        self.push(*(["--force"] if force else []), f"{commit}:refs/heads/{BRANCH}")
        self.depot.git("fetch", "-q", "origin")

    def as_(self, address: str, *words: str) -> str:
        """Run git as somebody."""
        import subprocess  # noqa: PLC0415 - here alone

        from run.histories import environment  # noqa: PLC0415 - the same

        who = {"GIT_AUTHOR_EMAIL": address, "GIT_COMMITTER_EMAIL": address}
        done = subprocess.run(  # noqa: S603 - the words are the test's own
            ["git", *words],  # noqa: S607 - the git under test
            cwd=self.depot.root, env={**environment("2022-12-01"), **who}, capture_output=True, check=True,
        )  # fmt: skip
        return done.stdout.decode().strip()

    def log(self) -> str:
        """Return the log as the hub has it."""
        return self.depot.git("cat-file", "blob", f"origin/{BRANCH}:arrivals.txt") + "\n"

    def receipt(self, agency: str) -> Receipt:
        """Return when the report of an agency on 2022 came."""
        (report,) = self.depot.ask(Question(date(2023, 6, 15), history=True)).reports
        (found,) = (
            each.receipt for each in report.claims if each.key.agency == agency and each.receipt
        )
        return found

    def came(self, agency: str) -> str:
        """Return the day, the source, and whether anybody vouches for it."""
        found = self.receipt(agency)
        return f"{found.day} {found.source.value}{'' if found.verified else ' unverified'}"

    def told(self, *codes: str) -> list[str]:
        """Return what ``check`` says under these codes, in order."""
        found = self.depot.ask().wrong
        return sorted(
            f"{each.rule.code} {each.message('en')}" for each in found if each.rule.code in codes
        )


__all__ = ["AN", "BINH", "FORGE", "KH", "OFFICE", "REQUIRED", "SERVED", "SNV", "STC", "STP", "Hub"]
