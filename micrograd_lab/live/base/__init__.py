"""What every view is built of: its box, its sliders, its pictures in the page."""
