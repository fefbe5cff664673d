"""Sample articles, each with its expected parse and quotes beside it. All people and places in them are invented."""
