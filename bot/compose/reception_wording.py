"""What is said of language, privacy, access and groups, as data."""

from __future__ import annotations

from bot.language import N_

WHICH_LANGUAGE = N_("Which language shall I speak with you? Articles stay in theirs.")
WHICH_LANGUAGE_HERE = N_("Which language shall I speak in this group? Articles stay in theirs.")
AS_TELEGRAM = N_("As in Telegram")
EACH_THEIR_OWN = N_("Each their own")
LANGUAGE_SET = N_("I speak English with you from now on.")
LANGUAGE_SET_HERE = N_("I speak English in this group from now on.")
LANGUAGE_UNSET = N_("From now on I speak the language that Telegram tells me, where I can.")
NO_SUCH_LANGUAGE = N_("I don’t speak that. I speak: {languages}.")

SETTINGS = N_("In this group I speak: {language}. Answered are: {who}.")
EVERYBODY, ADMINS = N_("everybody"), N_("admins only")
OPEN_TO_ALL, OPEN_TO_ADMINS = N_("Answer everybody"), N_("Answer admins only")
OF_GROUPS = N_("That is for groups. Here: /language for the language, /privacy for what I keep of you.")
GROUP_ADMINS_ONLY = N_("Only admins of this group can do that.")
ANSWERED_ARE_ADMINS = N_("In this group I answer only its admins.")

PRIVACY = N_(
    "What I keep of you, on the machine of whoever runs me and nowhere else, under your Telegram id:\n"
    "• for {memory}, what this chat was last about, so that I know whom “he” means\n"
    "• the messages behind buttons, until {buttons} after they were last shown to you\n"
    "• what you chose or set up: your language, an invitation, what you follow, drafts of articles\n"
    "For {updates} I keep the bare numbers of the updates that I answered. I keep no other messages, no names, no "
    "phone numbers, and log nothing that you write.\n"
    "/mydata sends you all of it, /forget deletes it at once."
)
MYDATA = N_("Everything that I have stored about you. /forget deletes it.")
NO_DATA = N_("I have nothing stored about you.")
FORGET = N_(
    "Delete everything that I have stored about you, at once and for good? That is your language, what we talked of, "
    "the buttons above, what you follow and your drafts. If an invitation let you in, you will need a new one."
)
FORGET_ALL = N_("Delete everything")
FORGOTTEN = N_("Deleted: nothing about you is stored any more. Buttons above no longer work.")
IN_PRIVATE = N_("Not in front of everybody: write to me in a private chat.")

OPERATORS_ONLY = N_("That is for my operators.")
INVITE = N_("This link lets in {people}, for {time}. Whoever has it can use it:")
INVITED = N_("Welcome: the invitation let you in.")
NO_INVITATION = N_("This invitation doesn’t work (any more). Ask whoever sent it for a new one.")
NOT_NEEDED = N_("No invitation is needed: telegram.access is “{access}”.")
STATS = N_(
    "On record: {articles}, {quotes}, {people}.\n"
    "Known: {settings} with settings, {guests} invited, {chats} talking of late, {buttons} behind buttons.\n"
    "Since the start, {time} ago: {answered} answered, {failed} failed."
)
