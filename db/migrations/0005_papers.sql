-- Why a delegation was given, and why it ended before its time. Rows recorded before stay as they are.
ALTER TABLE delegations ADD COLUMN reason TEXT;
ALTER TABLE delegations ADD COLUMN end_reason TEXT;

-- What a schedule of authorities says beside the grant: no check reads it.
CREATE TABLE authority_notes (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  authority INTEGER NOT NULL REFERENCES entities (key),
  countersign TEXT,
  grantor TEXT,
  remark TEXT,
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE UNIQUE INDEX authority_notes_in_force ON authority_notes (entity) WHERE superseded_in IS NULL;
CREATE UNIQUE INDEX authority_notes_identity ON authority_notes (authority) WHERE superseded_in IS NULL;
CREATE INDEX authority_notes_change ON authority_notes (recorded_in);

-- What a list of powers and responsibilities says of one post in one matter beside the matrix: no check reads it.
CREATE TABLE responsibilities (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  matter INTEGER NOT NULL REFERENCES entities (key),
  post INTEGER NOT NULL REFERENCES entities (key),
  power_type TEXT,
  basis TEXT,
  body TEXT,
  handling_post TEXT,
  duties TEXT,
  accountability TEXT,
  flow_chart TEXT,
  risk_point TEXT,
  risk_grade TEXT,
  measures TEXT,
  responsible TEXT,
  supervision TEXT,
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE UNIQUE INDEX responsibilities_in_force ON responsibilities (entity) WHERE superseded_in IS NULL;
CREATE UNIQUE INDEX responsibilities_identity ON responsibilities (matter, post) WHERE superseded_in IS NULL;
CREATE INDEX responsibilities_change ON responsibilities (recorded_in);
