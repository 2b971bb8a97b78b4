-- How many articles each product has, for whom: read from the index alone, as with collections.
CREATE INDEX article_product_read_idx ON article (product_id, audience, desk_id)
  WHERE published_revision IS NOT NULL AND product_id IS NOT NULL;

-- What stands in no collection is little, and is not to be looked for among all the rest.
CREATE INDEX article_uncollected_idx ON article (product_id, recent_views DESC, id DESC)
  WHERE published_revision IS NOT NULL AND collection_id IS NULL;
