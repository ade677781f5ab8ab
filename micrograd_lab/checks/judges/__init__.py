"""What is right and what is wrong, lesson by lesson: never beside a learner's code when it is graded."""
