-- Named people at this computer, and change sets with their edits and what was decided about them. Versioned like
-- every other row and covered by the journal's digest. A hand is who did it: an operator's id, or "~" and the name
-- of the one local person of a workbook without operators. Whoever is among the hands of a set never decides on it.
CREATE TABLE operators (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  name TEXT NOT NULL CHECK (name <> ''),
  person INTEGER REFERENCES entities (key),
  roles TEXT NOT NULL, -- JSON array
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE UNIQUE INDEX operators_in_force ON operators (entity) WHERE superseded_in IS NULL;
CREATE UNIQUE INDEX operators_identity ON operators (name) WHERE superseded_in IS NULL;
CREATE INDEX operators_change ON operators (recorded_in);

CREATE TABLE change_sets (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'approved', 'rejected', 'withdrawn', 'superseded')),
  branch_group TEXT, -- the number of the set that the others branch from
  day TEXT NOT NULL,
  reason TEXT NOT NULL,
  doc_no TEXT,
  base_seq INTEGER NOT NULL, -- a journal entry; 0: before the first
  made_by TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  -- submitted with a day that was already past
  is_correction INTEGER NOT NULL CHECK (is_correction IN (0, 1)),
  -- the day from which it holds; known once approved
  effective_day TEXT CHECK ((effective_day IS NULL) = (state <> 'approved')),
  -- whose entry is undone by it
  undo_of INTEGER,
  hand TEXT NOT NULL, -- who made this version of the row
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE UNIQUE INDEX change_sets_in_force ON change_sets (entity) WHERE superseded_in IS NULL;
CREATE UNIQUE INDEX change_sets_identity ON change_sets (number) WHERE superseded_in IS NULL;
CREATE INDEX change_sets_change ON change_sets (recorded_in);

CREATE TABLE change_edits (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  change_set INTEGER NOT NULL REFERENCES entities (key),
  edit_key TEXT NOT NULL, -- what it edits: one edit a row, and a version of a rule
  position INTEGER NOT NULL,
  body TEXT NOT NULL, -- JSON of the edit
  hand TEXT NOT NULL, -- who made it, kept when the set is copied
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE UNIQUE INDEX change_edits_in_force ON change_edits (entity) WHERE superseded_in IS NULL;
CREATE UNIQUE INDEX change_edits_identity ON change_edits (change_set, edit_key) WHERE superseded_in IS NULL;
CREATE INDEX change_edits_change ON change_edits (recorded_in);

CREATE TABLE change_decisions (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  change_set INTEGER NOT NULL REFERENCES entities (key),
  act TEXT NOT NULL CHECK (act IN ('submit', 'withdraw', 'reject', 'approve', 'supersede')),
  said_by TEXT NOT NULL,
  hand TEXT NOT NULL,
  said_at INTEGER NOT NULL,
  words TEXT NOT NULL CHECK (act <> 'reject' OR words <> ''),
  effect TEXT, -- JSON of the simulated effect that it was decided on
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  CHECK (act NOT IN ('submit', 'approve') OR effect IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX change_decisions_in_force ON change_decisions (entity) WHERE superseded_in IS NULL;
CREATE INDEX change_decisions_set ON change_decisions (change_set);
CREATE INDEX change_decisions_change ON change_decisions (recorded_in);

-- A set moves along its states only, and each of its decisions stands.
CREATE TRIGGER change_sets_move BEFORE INSERT ON change_sets
BEGIN
  SELECT RAISE (ABORT, 'a change set does not move like this')
  FROM (SELECT state FROM change_sets WHERE entity = NEW.entity ORDER BY row_id DESC LIMIT 1) AS was
  WHERE NOT (
    (was.state = 'draft' AND NEW.state IN ('draft', 'submitted', 'withdrawn', 'superseded'))
    OR (was.state = 'submitted' AND NEW.state IN ('approved', 'rejected', 'withdrawn')));
END;
CREATE TRIGGER change_sets_begin BEFORE INSERT ON change_sets
WHEN NEW.state <> 'draft' AND NOT EXISTS (SELECT 1 FROM change_sets WHERE entity = NEW.entity)
BEGIN SELECT RAISE (ABORT, 'a change set begins as a draft'); END;
CREATE TRIGGER change_edits_of_drafts BEFORE INSERT ON change_edits
WHEN (SELECT state FROM change_sets WHERE entity = NEW.change_set AND superseded_in IS NULL) IS NOT 'draft'
BEGIN SELECT RAISE (ABORT, 'only a draft takes edits'); END;
CREATE TRIGGER change_edits_drop BEFORE UPDATE ON change_edits
WHEN (SELECT state FROM change_sets WHERE entity = NEW.change_set AND superseded_in IS NULL) IS NOT 'draft'
BEGIN SELECT RAISE (ABORT, 'only a draft loses edits'); END;
CREATE TRIGGER change_decisions_stand BEFORE UPDATE ON change_decisions
BEGIN SELECT RAISE (ABORT, 'a decision stands'); END;
