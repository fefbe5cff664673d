"""Articles, quotes, people and chats on disk."""
