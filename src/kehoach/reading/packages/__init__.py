"""Office files (.docx, .xlsx): zips of XML that anybody may have made."""
