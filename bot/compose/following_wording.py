"""What is said to those who follow something, as data."""

from __future__ import annotations

from bot.language import N_

FOLLOWED = N_("I’ll tell you when something new is on record: {what}.")
FOLLOWED_IN = N_("I’ll post into {where} when something new is on record: {what}.")
DAILY = N_("Once a day, at {time} ({zone}).")
SAID_BY = N_("said by {speaker}")
SAID_BY_ABOUT = N_("said by {speaker} about {topic}")
SAID_ABOUT = N_("said about {topic}")
WHICH = N_("Several people on record fit “{subject}”. Whom do you mean?")
NOBODY = N_("Nobody called “{name}” is on record. What do you want to follow?")
BY_NAME = N_("Said by “{name}”, once on record")
BY_WORDS = N_("Statements with “{name}” in them")
HOW = N_(
    "Tell me what to follow: /follow and a speaker, words between quotation marks, or both: "
    "/follow Lind, /follow “bridge”, /follow Lind about the bridge."
)
ENOUGH = N_("This chat follows {number} things already; /unfollow some of them first.")
NOTHING = N_("Nothing is followed here. Begin with /follow and a speaker, or words between quotation marks.")
LIST = N_("Followed here:")
AT_ONCE = N_("Told as soon as it is on record. Time zone: {zone}.")
QUIET = N_("Quiet from {begins} to {ends}.")
UNFOLLOW = N_("Unfollow")
UNFOLLOW_ONE = N_("Unfollow {number}")
UNFOLLOWED = N_("No longer followed: {what}.")
NOT_FOLLOWED = N_("That isn’t followed here; /following shows what is.")
DIGEST_HOW = N_("Tell me when: /digest daily 08:00, or /digest off.")
QUIET_HOW = N_("Tell me from when to when: /quiet 22:00-07:00, or /quiet off.")
ZONE_HOW = N_("Tell me a city: /timezone Madrid. Times are in {zone} now, where it is {time}.")
DIGEST_ON = N_("What is new comes once a day, at {time} ({zone}). Other time zone: /timezone and a city.")
DIGEST_OFF = N_("What is new comes as soon as it is on record.")
QUIET_ON = N_("Nothing is told from {begins} to {ends} ({zone}); what is new meanwhile comes after.")
QUIET_OFF = N_("What is new is told at any hour.")
ZONE_SET = N_("Times are in {zone} from now on; it is {time} there.")
WHICH_ZONE = N_("Which time zone do you mean?")
NO_ZONE = N_("I know no time zone like that. Name a large city in it: /timezone Madrid.")
NEWS = N_("New on record")
MORE = N_("and {number} more")
ALL = N_("All statements")
GROUP_ADMINS_ONLY = N_("In groups, administrators decide what is followed.")
NO_CHANNEL = N_("I know no channel {where}. Is its name right, and am I an administrator of it?")
NOT_YOUR_CHANNEL = N_("Only administrators of {where} decide what is posted there.")
NOT_MY_CHANNEL = N_("I can’t post into {where}: make me an administrator that may post messages.")
