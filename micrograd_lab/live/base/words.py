"""What the pictures in the page say of their own: a browser's part has no words but these."""

WORDS = {
    "box": "{name}, as a number",  # of the number box beside a slider
}
