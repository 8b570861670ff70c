"""A list of bodies, from a sheet, a table or plain lines, merged into the registry."""
