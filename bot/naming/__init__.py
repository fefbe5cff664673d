"""Names and roles: how alike they are, and which of them may be one person's."""
