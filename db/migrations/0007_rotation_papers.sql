-- From a rotation plan to the last signed handover; exemptions with who gave them; forced leave; offers to other units.
ALTER TABLE tenure_policies ADD COLUMN overlap_days INTEGER CHECK (overlap_days BETWEEN 0 AND 60); -- working days; NULL: 5
ALTER TABLE exemptions ADD COLUMN approver TEXT;
ALTER TABLE exemptions ADD COLUMN review_on TEXT;

-- One handover per leaving of a post; items, signatures and what was kept with a reason are in the body.
CREATE TABLE handovers (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  giver INTEGER NOT NULL REFERENCES entities (key),
  post INTEGER NOT NULL REFERENCES entities (key),
  taker INTEGER REFERENCES entities (key),
  from_day TEXT NOT NULL, -- the successor arrives
  last_day TEXT NOT NULL, -- the giver's last day on the post
  state TEXT NOT NULL,
  body TEXT NOT NULL, -- JSON
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE UNIQUE INDEX handovers_in_force ON handovers (entity) WHERE superseded_in IS NULL;
CREATE UNIQUE INDEX handovers_identity ON handovers (giver, post, last_day) WHERE superseded_in IS NULL;
CREATE INDEX handovers_change ON handovers (recorded_in);
CREATE INDEX handovers_end ON handovers (superseded_in) WHERE superseded_in IS NOT NULL;

-- Exit reviews, special audits, checks after three months: what must still be done, by when, and what came of it.
CREATE TABLE follow_ups (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  kind TEXT NOT NULL,
  person INTEGER NOT NULL REFERENCES entities (key),
  post INTEGER NOT NULL REFERENCES entities (key),
  due_on TEXT NOT NULL,
  state TEXT NOT NULL,
  body TEXT NOT NULL, -- JSON
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE UNIQUE INDEX follow_ups_in_force ON follow_ups (entity) WHERE superseded_in IS NULL;
CREATE INDEX follow_ups_change ON follow_ups (recorded_in);
CREATE INDEX follow_ups_end ON follow_ups (superseded_in) WHERE superseded_in IS NOT NULL;

-- Evidence that a compensating control was carried out in a period of an exemption or a forced leave.
CREATE TABLE control_evidence (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  subject INTEGER NOT NULL REFERENCES entities (key), -- the exemption or forced leave
  from_day TEXT NOT NULL,
  until_day TEXT NOT NULL CHECK (until_day > from_day),
  body TEXT NOT NULL, -- JSON
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE UNIQUE INDEX control_evidence_in_force ON control_evidence (entity) WHERE superseded_in IS NULL;
CREATE UNIQUE INDEX control_evidence_identity ON control_evidence (subject, from_day) WHERE superseded_in IS NULL;
CREATE INDEX control_evidence_change ON control_evidence (recorded_in);
CREATE INDEX control_evidence_end ON control_evidence (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE TABLE forced_leaves (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  person INTEGER NOT NULL REFERENCES entities (key),
  post INTEGER NOT NULL REFERENCES entities (key),
  stand_in INTEGER REFERENCES entities (key), -- NULL: not planned yet
  from_day TEXT NOT NULL, -- of the leave, or of its window while it is not planned
  until_day TEXT NOT NULL CHECK (until_day > from_day),
  state TEXT NOT NULL,
  body TEXT NOT NULL, -- JSON
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE UNIQUE INDEX forced_leaves_in_force ON forced_leaves (entity) WHERE superseded_in IS NULL;
CREATE INDEX forced_leaves_change ON forced_leaves (recorded_in);
CREATE INDEX forced_leaves_end ON forced_leaves (superseded_in) WHERE superseded_in IS NOT NULL;

-- Offers to other units under a random id: the only place where it is known whom an offer is about.
CREATE TABLE swap_offers (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  offer_id TEXT NOT NULL,
  person INTEGER NOT NULL REFERENCES entities (key),
  post INTEGER NOT NULL REFERENCES entities (key),
  state TEXT NOT NULL,
  body TEXT NOT NULL, -- JSON
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE UNIQUE INDEX swap_offers_in_force ON swap_offers (entity) WHERE superseded_in IS NULL;
CREATE UNIQUE INDEX swap_offers_identity ON swap_offers (offer_id) WHERE superseded_in IS NULL;
CREATE INDEX swap_offers_change ON swap_offers (recorded_in);
CREATE INDEX swap_offers_end ON swap_offers (superseded_in) WHERE superseded_in IS NOT NULL;
