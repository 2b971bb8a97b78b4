-- What agents look people up by, and what lists the searches that found nothing.

CREATE EXTENSION IF NOT EXISTS unaccent;

-- unaccent() goes by a dictionary that could be changed, so PostgreSQL does not take it for an index. Nobody changes it here.
CREATE FUNCTION person_words(name text, email text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT to_tsvector('pg_catalog.simple', translate(public.unaccent('public.unaccent', name || ' ' || email), '@.-_+''', '      '))
$$;

-- The words of a name or an address, by how they start.
CREATE INDEX person_words_idx ON person USING gin (person_words(name, email::text));

CREATE INDEX search_log_miss_idx ON search_log (at) WHERE found = 0;
