"""live.orders: the four cards of a training loop in each of their 24 orders."""

from .view import OrdersView, orders

__all__ = ["OrdersView", "orders"]
