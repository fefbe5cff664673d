"""Article -> the sentences that tell what it is about, verbatim."""

from bot.summarize.lead import LeadSummarizer
from bot.summarize.trained import TrainedSummarizer

__all__ = ["LeadSummarizer", "TrainedSummarizer"]
