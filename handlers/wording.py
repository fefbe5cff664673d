"""What the bot says of itself in Telegram, as data. Each fits a button's toast (200 characters) too."""

from __future__ import annotations

from bot.language import N_, Language

STALE_BUTTON = N_("This button is too old for me. Send your question again, or /help to see what you can ask.")
NOT_TEXT = N_("I can only read text. Type some words that were said, or the name of a speaker; /help shows more.")
PRIVATE = N_("This bot answers only people whom its operator let in. Ask them to add your Telegram id: {user}")
TOO_FAST = N_("That’s more than I can answer at once. Please wait {seconds}, then ask again.")
FAILED = N_("Sorry, something went wrong on my side (error {id}). Please try again; if it stays so, tell my operator.")
REPORT = N_("Error {id}: {error} at {where}. The log has more under that id.")
"""To operators."""
NOTHING = N_("There is nothing to show.")
UNCONFIRMED = N_("Telegram did not confirm my answer. If you don’t see it, please ask again (error {id}).")


def seconds(say: Language, number: float) -> str:
    """A waiting time, rounded up: "1 second", "3 seconds"."""
    return say.plural("{number} second", "{number} seconds", max(1, -int(-number // 1)))
