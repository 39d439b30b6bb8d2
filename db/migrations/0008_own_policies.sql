-- A policy may be one post's own; an exemption that ended early keeps why.
ALTER TABLE tenure_policies ADD COLUMN post INTEGER REFERENCES entities (key); -- NULL: of the whole risk grade
DROP INDEX tenure_policies_identity;
CREATE UNIQUE INDEX tenure_policies_identity ON tenure_policies (risk_grade, ifnull(post, 0)) WHERE superseded_in IS NULL;
ALTER TABLE exemptions ADD COLUMN end_reason TEXT;
