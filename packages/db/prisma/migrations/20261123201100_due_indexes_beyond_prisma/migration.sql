-- What is asked sooner than daily: few of all links and sites, found without looking through the others.
CREATE INDEX product_link_failing_idx ON product_link (checked_at) WHERE failures > 0;
CREATE INDEX product_link_new_idx ON product_link (created_at) WHERE checked_at IS NULL;
CREATE INDEX product_source_begun_idx ON product_source (leased_to) WHERE begun_at IS NOT NULL;
CREATE INDEX product_source_new_idx ON product_source (created_at) WHERE leased_to IS NULL;
