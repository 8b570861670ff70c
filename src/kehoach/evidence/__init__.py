"""What agencies said and when it came: claims, and the receipts that date them."""

from kehoach.evidence.claims import Claim, Claims, Periods, Unmatched, claims
from kehoach.evidence.receipts import Receipt, Source

__all__ = ["Claim", "Claims", "Periods", "Receipt", "Source", "Unmatched", "claims"]
