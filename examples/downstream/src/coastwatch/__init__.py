"""Deals of the coast guard in the news, read with names that indru doesn't ship."""

from coastwatch.orders import Order, find_orders, knowledge

__all__ = ["Order", "find_orders", "knowledge"]
