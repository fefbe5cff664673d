"""Paragraphs with gold quotes, one file a group, and the yardstick that the sample articles are held to as well."""
