"""What runs beside a learner's code: no answer can be read here."""
