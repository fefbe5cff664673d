"""What the bot says of itself in Telegram, as data. Each fits a button's toast (200 characters) too."""

from __future__ import annotations

from bot.language import N_, Language

STALE_BUTTON = N_("This button is too old for me. Send your question again, or /help to see what you can ask.")
INLINE_HOW = N_("How to search here")
INLINE_MORE, INLINE_NOTHING = N_("Ask for more in a private chat"), N_("Not on record. Ask me in a private chat")
INLINE_CLOSED, INLINE_WAIT = N_("Only for those whom my operator let in"), N_("Too fast: please wait a moment")
"""Each fits a button of 64 characters."""
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
