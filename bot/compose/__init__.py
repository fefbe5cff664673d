"""Answers -> replies: all wording, paging and buttons; no particular chat in it."""

from bot.compose.build import compose
from bot.compose.plain import plain
from bot.compose.snippets import example, snippets

__all__ = ["compose", "example", "plain", "snippets"]
