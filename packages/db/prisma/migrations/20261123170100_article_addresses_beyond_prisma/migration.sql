-- Two desks may each have a draft of one address; readers see one article under it, for good.
CREATE UNIQUE INDEX article_published_slug_key ON article (slug) WHERE published_at IS NOT NULL;
