-- The index that search goes by: how words are compared, and how its bytes are kept.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Words are compared by their bytes, whatever the database sorts by: what begins like a word lies together.
ALTER TABLE search_word ALTER COLUMN word TYPE text COLLATE "C", ALTER COLUMN stem TYPE text COLLATE "C";
ALTER TABLE search_posting ALTER COLUMN word TYPE text COLLATE "C";

-- Words that one may misspell. Numbers and codes are not among them.
CREATE INDEX search_word_misspelt_idx ON search_word USING gin (word gin_trgm_ops) WHERE word ~ '^[^0-9]{4,}$';

-- At most one of each: the live generation, and one that is built.
CREATE UNIQUE INDEX search_generation_state_key ON search_generation (state) WHERE state <> 'dropped';

-- Already packed: to compress them costs time and saves nothing.
ALTER TABLE search_posting ALTER COLUMN documents SET STORAGE EXTERNAL, ALTER COLUMN weights SET STORAGE EXTERNAL;
ALTER TABLE search_document ALTER COLUMN weights SET STORAGE EXTERNAL, ALTER COLUMN sequence SET STORAGE EXTERNAL;

-- Counts are updated in place.
ALTER TABLE search_word SET (fillfactor = 80);

INSERT INTO search_generation (state) VALUES ('live');
