-- What readers see, in the orders in which they see it; whoever reads drafts has the indexes of the schema.

-- The help centre's start page: what was read most, everywhere and of one product.
CREATE INDEX article_popular_idx ON article (recent_views DESC, id DESC) WHERE published_revision IS NOT NULL;
CREATE INDEX article_product_popular_idx ON article (product_id, recent_views DESC, id DESC)
  WHERE published_revision IS NOT NULL;

-- How many there are in a collection, for whom: read from the index alone.
CREATE INDEX article_collection_read_idx ON article (collection_id, audience, desk_id) WHERE published_revision IS NOT NULL;

-- What is to be checked again.
CREATE INDEX article_checked_idx ON article (desk_id, verified_at)
  WHERE verify_every_days IS NOT NULL AND published_revision IS NOT NULL;
