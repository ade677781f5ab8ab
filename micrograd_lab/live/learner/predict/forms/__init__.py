"""What else may be answered to a prediction than one of some texts, or a number: one form a file, found by its name.

A form is a record: it says what counts as an answer, and makes the widget that takes one.
"""
