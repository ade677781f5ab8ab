"""What is said of each slip in lesson 9's exercises: misconceptions that are a way to count, to cut or to train."""
