"""What is said to those who add and remove articles, as data."""

from __future__ import annotations

from bot.language import N_
from bot.model import State

KEEP, DISCARD, FIX_HEADLINE = N_("Keep"), N_("Discard"), N_("Fix headline")
KEEP_ALL, DISCARD_ALL = N_("Keep all"), N_("Discard all")
REMOVE, SUMMARY, QUOTES = N_("Remove"), N_("Summary"), N_("Quotes")
NO_HEADLINE = N_("No headline found")
PLACE_AND_DATE, OUTLET, BY, SPEAKERS = N_("Where and when"), N_("Outlet"), N_("By"), N_("Speakers")
NOBODY = N_("nobody is quoted")
MORE = N_("and {number} more")
DECIDE = N_("Not on record yet. Keep it?")
DECIDE_ALL = N_("Not on record yet. Keep them?")
KNOWN = N_("On record already: {headline}")
KNOWN_ALL = N_("{articles} on record already.")
UNREAD = N_("Not read: {error}")
KEPT = {
    State.NEW: N_("Kept, and on record now: {headline}"),
    State.UPDATED: N_("Kept, as a new revision of: {headline}"),
    State.UNCHANGED: N_("On record already: {headline}"),
    State.DUPLICATE: N_("On record already: {headline}"),
}
KEPT_ALL = N_("Kept: {articles} on record now.")
DISCARDED = N_("Discarded.")
GONE = N_("This draft is decided on already, or too old. Send the article again if you need it.")
ASK_HEADLINE = N_("Send me the headline, as one message. Any command leaves it as it is.")
READING = N_("Reading {name} …")
READING_OF = N_("Reading {name} ({number} of {all}) …")
A_TEXT = N_("the text")
NOTHING_TO_READ = N_(
    "Send me an article: paste its text, send a file, forward a post, or write /add and a text or link."
)
TOO_LARGE = N_("{name} is too large: files of up to {megabytes} MB can be read.")
NOT_FETCHED = N_("{name} could not be fetched from Telegram. Please send it again.")
REMOVE_WHICH = N_("Tell me which article: /remove followed by its number in the last list, or words of its headline.")
REMOVE_NONE = N_("No article like that is on record.")
REMOVE_ASKED = N_("Take this article off the record, with all that is quoted in it?")
REMOVE_WHICH_OF = N_("Several articles fit. Which one is to be taken off the record?")
REMOVED = N_("Off the record: {headline}")
NO_FOLDERS = N_("No folders are set: name them in the settings, reading.folders.")
RELOADING = N_("Loading the folders … {number} so far")
RELOADING_ALREADY = N_("The folders are being loaded already.")
RELOADED = N_("Loaded: {counts}.")
NOTHING_LOADED = N_("nothing was there")
STATES = {
    "new": N_("{number} new"),
    "updated": N_("{number} updated"),
    "unchanged": N_("{number} unchanged"),
    "duplicate_of": N_("{number} copies of others"),
    "failed": N_("{number} failed"),
}
ADMINS_ONLY = N_("Only the operators of this bot can add or remove articles.")
