-- Words of a title, wherever they stand in it.
CREATE INDEX article_title_words_idx ON article USING gin (title gin_trgm_ops);

-- What is to be checked again, by when: of one desk, and of all.
DROP INDEX article_checked_idx;
CREATE INDEX article_desk_due_idx
  ON article (desk_id, ((verified_at AT TIME ZONE 'UTC') + make_interval(days => verify_every_days)), id)
  WHERE verify_every_days IS NOT NULL AND published_revision IS NOT NULL;
CREATE INDEX article_due_idx ON article (((verified_at AT TIME ZONE 'UTC') + make_interval(days => verify_every_days)), id)
  WHERE verify_every_days IS NOT NULL AND published_revision IS NOT NULL;
