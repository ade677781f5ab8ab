"""What runs in the sandbox, beside code that nobody has read: no answer is here, and nothing that judges."""
