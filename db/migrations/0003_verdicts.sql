-- What a named person has said of a conflict: confirmed, or set aside with a reason. Versioned like every other row.
CREATE TABLE verdicts (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  conflict_id TEXT NOT NULL REFERENCES conflicts (id),
  state TEXT NOT NULL CHECK (state IN ('confirmed', 'set-aside')),
  said_by TEXT NOT NULL CHECK (said_by <> ''),
  said_on TEXT NOT NULL,
  words TEXT NOT NULL CHECK (state = 'confirmed' OR words <> ''),
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE UNIQUE INDEX verdicts_in_force ON verdicts (entity) WHERE superseded_in IS NULL;
CREATE UNIQUE INDEX verdicts_identity ON verdicts (conflict_id) WHERE superseded_in IS NULL;
CREATE INDEX verdicts_change ON verdicts (recorded_in);
