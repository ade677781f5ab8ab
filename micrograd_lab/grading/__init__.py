"""Grade a folder of submissions: a learner's code runs in a sandbox, and what it gave is judged outside."""
