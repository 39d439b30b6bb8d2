-- The rotation plan whose moves a change set carries out; and what is told to whom before a move.
ALTER TABLE change_sets ADD COLUMN plan INTEGER REFERENCES entities (key);

CREATE TABLE notices (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  mover INTEGER NOT NULL REFERENCES entities (key),
  recipient INTEGER NOT NULL REFERENCES entities (key),
  move_day TEXT NOT NULL,
  due_on TEXT NOT NULL,
  state TEXT NOT NULL,
  body TEXT NOT NULL, -- JSON
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE UNIQUE INDEX notices_in_force ON notices (entity) WHERE superseded_in IS NULL;
CREATE INDEX notices_change ON notices (recorded_in);
CREATE INDEX notices_end ON notices (superseded_in) WHERE superseded_in IS NOT NULL;
