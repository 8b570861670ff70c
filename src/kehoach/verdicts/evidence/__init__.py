"""What agencies said and when it came: claims, and the receipts that date them."""

from kehoach.verdicts.evidence.claim import Claim
from kehoach.verdicts.evidence.claims import Claims, Unmatched, claims
from kehoach.verdicts.evidence.entries import Entries, Periods
from kehoach.verdicts.evidence.receipt import Receipt, Source

__all__ = ["Claim", "Claims", "Entries", "Periods", "Receipt", "Source", "Unmatched", "claims"]
