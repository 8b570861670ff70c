"""``kehoach import``: a document, a list of bodies or a returned workbook becomes files."""
