-- A line that nobody typed into shows what its member hands in.
UPDATE provider_update SET recorded_text = NULL WHERE recorded_text = '' AND submitted_text IS NULL;
