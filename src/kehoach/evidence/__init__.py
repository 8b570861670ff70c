"""What agencies said and when it came: claims, and the receipts that date them."""

from kehoach.evidence.claims import Claim, Claims, Unmatched, claims
from kehoach.evidence.receipts import Receipt, Source

__all__ = ["Claim", "Claims", "Receipt", "Source", "Unmatched", "claims"]
