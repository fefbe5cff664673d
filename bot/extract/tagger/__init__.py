"""The trained tagger: marks sources, cues and contents in a text, and the linker that makes attributions of them.

`bot.extract.tagger.attributor.Tagger` is the way in; MODEL_CARD.md beside the weights tells what they were made from.
"""
