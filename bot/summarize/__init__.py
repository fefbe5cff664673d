"""Article -> the sentences that tell what it is about, verbatim."""

from bot.summarize.lead import LeadSummarizer

__all__ = ["LeadSummarizer"]
