"""Many data repositories judged, each alone, and added up: a region, a country."""
