"""From answers to grades: the cases, the runs in the sandbox, what came back, and what it is worth."""
