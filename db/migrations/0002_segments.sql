-- Columns of numbers of the rows in force, 65,536 row ids a segment: a cache for checks, made from the rows and
-- compared with them whenever the journal is verified. It may be emptied at any time. Nothing else reads it.

CREATE TABLE segments (
  of_table TEXT NOT NULL CHECK (of_table IN ('approvals', 'cases')),
  first_row INTEGER NOT NULL,
  -- the largest row id of the table that was looked at: later ones are not in it
  last_row INTEGER NOT NULL,
  row_count INTEGER NOT NULL,
  -- 1: a row of it was changed since; it is made anew before it is read
  is_dirty INTEGER NOT NULL CHECK (is_dirty IN (0, 1)),
  body BLOB NOT NULL,
  PRIMARY KEY (of_table, first_row)
) STRICT;

CREATE TRIGGER approvals_edit AFTER UPDATE ON approvals
BEGIN UPDATE segments SET is_dirty = 1 WHERE of_table = 'approvals' AND first_row <= OLD.row_id AND last_row >= OLD.row_id; END;
CREATE TRIGGER approvals_late AFTER INSERT ON approvals
BEGIN UPDATE segments SET is_dirty = 1 WHERE of_table = 'approvals' AND first_row <= NEW.row_id AND last_row >= NEW.row_id; END;
CREATE TRIGGER approvals_gone AFTER DELETE ON approvals
BEGIN UPDATE segments SET is_dirty = 1 WHERE of_table = 'approvals' AND first_row <= OLD.row_id AND last_row >= OLD.row_id; END;
CREATE TRIGGER cases_edit AFTER UPDATE ON cases
BEGIN UPDATE segments SET is_dirty = 1 WHERE of_table = 'cases' AND first_row <= OLD.row_id AND last_row >= OLD.row_id; END;
CREATE TRIGGER cases_late AFTER INSERT ON cases
BEGIN UPDATE segments SET is_dirty = 1 WHERE of_table = 'cases' AND first_row <= NEW.row_id AND last_row >= NEW.row_id; END;
CREATE TRIGGER cases_gone AFTER DELETE ON cases
BEGIN UPDATE segments SET is_dirty = 1 WHERE of_table = 'cases' AND first_row <= OLD.row_id AND last_row >= OLD.row_id; END;
