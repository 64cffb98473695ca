"""The edition in PDF: the text, those who endorse it and the sources, to print and to keep."""
