"""From a document, an annex in Word, Excel or HTML, to a draft of a plan."""
