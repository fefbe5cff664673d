"""onrecord: reads news articles and answers, on the record, who said what."""
