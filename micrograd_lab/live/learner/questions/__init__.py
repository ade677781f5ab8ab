"""live.questions: ten questions, before the course and after it."""

from .view import QuestionsView, questions

__all__ = ["QuestionsView", "questions"]
