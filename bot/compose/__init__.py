"""Answers -> replies: all wording, paging and buttons; no particular chat in it."""

from bot.compose.build import compose
from bot.compose.plain import plain

__all__ = ["compose", "plain"]
