-- Sorting by the Czech alphabet (ch after h). Columns that must not fold anything say utf8mb4_bin;
-- look-ups without diacritics use a second column in utf8mb4_uca1400_ai_ci, which also folds č ř š ž.
ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_czech_ai_ci;
