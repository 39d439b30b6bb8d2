CREATE INDEX absences_change ON absences (recorded_in);

CREATE INDEX absences_end ON absences (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX absences_identity ON absences (person, from_day) WHERE superseded_in IS NULL;

CREATE UNIQUE INDEX absences_in_force ON absences (entity) WHERE superseded_in IS NULL;

CREATE INDEX approvals_case ON approvals (case_key) WHERE superseded_in IS NULL;

CREATE INDEX approvals_change ON approvals (recorded_in);

CREATE INDEX approvals_end ON approvals (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX approvals_identity ON approvals (natural_key) WHERE superseded_in IS NULL;

CREATE UNIQUE INDEX approvals_in_force ON approvals (entity) WHERE superseded_in IS NULL;

CREATE INDEX assignments_change ON assignments (recorded_in);

CREATE INDEX assignments_end ON assignments (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX assignments_identity ON assignments (person, post, from_day, kind) WHERE superseded_in IS NULL;

CREATE UNIQUE INDEX assignments_in_force ON assignments (entity) WHERE superseded_in IS NULL;

CREATE INDEX authorities_change ON authorities (recorded_in);

CREATE INDEX authorities_end ON authorities (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX authorities_identity ON authorities (code) WHERE superseded_in IS NULL;

CREATE UNIQUE INDEX authorities_in_force ON authorities (entity) WHERE superseded_in IS NULL;

CREATE INDEX authority_notes_change ON authority_notes (recorded_in);

CREATE INDEX authority_notes_end ON authority_notes (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX authority_notes_identity ON authority_notes (authority) WHERE superseded_in IS NULL;

CREATE UNIQUE INDEX authority_notes_in_force ON authority_notes (entity) WHERE superseded_in IS NULL;

CREATE INDEX calendar_change ON calendar (recorded_in);

CREATE INDEX calendar_end ON calendar (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX calendar_identity ON calendar (day) WHERE superseded_in IS NULL;

CREATE UNIQUE INDEX calendar_in_force ON calendar (entity) WHERE superseded_in IS NULL;

CREATE INDEX cases_change ON cases (recorded_in);

CREATE INDEX cases_end ON cases (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX cases_identity ON cases (case_no) WHERE superseded_in IS NULL;

CREATE UNIQUE INDEX cases_in_force ON cases (entity) WHERE superseded_in IS NULL;

CREATE INDEX change_decisions_change ON change_decisions (recorded_in);

CREATE INDEX change_decisions_end ON change_decisions (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX change_decisions_in_force ON change_decisions (entity) WHERE superseded_in IS NULL;

CREATE INDEX change_decisions_set ON change_decisions (change_set);

CREATE INDEX change_edits_change ON change_edits (recorded_in);

CREATE INDEX change_edits_end ON change_edits (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX change_edits_identity ON change_edits (change_set, edit_key) WHERE superseded_in IS NULL;

CREATE UNIQUE INDEX change_edits_in_force ON change_edits (entity) WHERE superseded_in IS NULL;

CREATE INDEX change_sets_change ON change_sets (recorded_in);

CREATE INDEX change_sets_end ON change_sets (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX change_sets_identity ON change_sets (number) WHERE superseded_in IS NULL;

CREATE UNIQUE INDEX change_sets_in_force ON change_sets (entity) WHERE superseded_in IS NULL;

CREATE INDEX conflicts_identity ON conflicts (identity);

CREATE INDEX conflicts_state ON conflicts (state, rule_id);

CREATE INDEX control_evidence_change ON control_evidence (recorded_in);

CREATE INDEX control_evidence_end ON control_evidence (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX control_evidence_identity ON control_evidence (subject, from_day) WHERE superseded_in IS NULL;

CREATE UNIQUE INDEX control_evidence_in_force ON control_evidence (entity) WHERE superseded_in IS NULL;

CREATE INDEX delegations_change ON delegations (recorded_in);

CREATE INDEX delegations_end ON delegations (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX delegations_identity
ON delegations (authority, from_person, to_person, from_day) WHERE superseded_in IS NULL;

CREATE UNIQUE INDEX delegations_in_force ON delegations (entity) WHERE superseded_in IS NULL;

CREATE INDEX departments_change ON departments (recorded_in);

CREATE INDEX departments_end ON departments (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX departments_identity ON departments (code) WHERE superseded_in IS NULL;

CREATE UNIQUE INDEX departments_in_force ON departments (entity) WHERE superseded_in IS NULL;

CREATE INDEX duties_change ON duties (recorded_in);

CREATE INDEX duties_end ON duties (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX duties_identity ON duties (code) WHERE superseded_in IS NULL;

CREATE UNIQUE INDEX duties_in_force ON duties (entity) WHERE superseded_in IS NULL;

CREATE INDEX exemptions_change ON exemptions (recorded_in);

CREATE INDEX exemptions_end ON exemptions (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX exemptions_identity ON exemptions (person, post, from_day) WHERE superseded_in IS NULL;

CREATE UNIQUE INDEX exemptions_in_force ON exemptions (entity) WHERE superseded_in IS NULL;

CREATE INDEX follow_ups_change ON follow_ups (recorded_in);

CREATE INDEX follow_ups_end ON follow_ups (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX follow_ups_in_force ON follow_ups (entity) WHERE superseded_in IS NULL;

CREATE INDEX forced_leaves_change ON forced_leaves (recorded_in);

CREATE INDEX forced_leaves_end ON forced_leaves (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX forced_leaves_in_force ON forced_leaves (entity) WHERE superseded_in IS NULL;

CREATE INDEX handovers_change ON handovers (recorded_in);

CREATE INDEX handovers_end ON handovers (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX handovers_identity ON handovers (giver, post, last_day) WHERE superseded_in IS NULL;

CREATE UNIQUE INDEX handovers_in_force ON handovers (entity) WHERE superseded_in IS NULL;

CREATE INDEX log_profiles_change ON log_profiles (recorded_in);

CREATE INDEX log_profiles_end ON log_profiles (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX log_profiles_identity ON log_profiles (name) WHERE superseded_in IS NULL;

CREATE UNIQUE INDEX log_profiles_in_force ON log_profiles (entity) WHERE superseded_in IS NULL;

CREATE INDEX matters_change ON matters (recorded_in);

CREATE INDEX matters_end ON matters (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX matters_identity ON matters (code) WHERE superseded_in IS NULL;

CREATE UNIQUE INDEX matters_in_force ON matters (entity) WHERE superseded_in IS NULL;

CREATE INDEX notices_change ON notices (recorded_in);

CREATE INDEX notices_end ON notices (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX notices_in_force ON notices (entity) WHERE superseded_in IS NULL;

CREATE INDEX operators_change ON operators (recorded_in);

CREATE INDEX operators_end ON operators (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX operators_identity ON operators (name) WHERE superseded_in IS NULL;

CREATE UNIQUE INDEX operators_in_force ON operators (entity) WHERE superseded_in IS NULL;

CREATE INDEX people_change ON people (recorded_in);

CREATE INDEX people_end ON people (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX people_identity ON people (staff_no) WHERE superseded_in IS NULL;

CREATE UNIQUE INDEX people_in_force ON people (entity) WHERE superseded_in IS NULL;

CREATE INDEX plans_change ON plans (recorded_in);

CREATE INDEX plans_end ON plans (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX plans_in_force ON plans (entity) WHERE superseded_in IS NULL;

CREATE INDEX post_duties_change ON post_duties (recorded_in);

CREATE INDEX post_duties_end ON post_duties (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX post_duties_identity ON post_duties (post, duty, from_day) WHERE superseded_in IS NULL;

CREATE UNIQUE INDEX post_duties_in_force ON post_duties (entity) WHERE superseded_in IS NULL;

CREATE INDEX posts_change ON posts (recorded_in);

CREATE INDEX posts_end ON posts (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX posts_identity ON posts (code) WHERE superseded_in IS NULL;

CREATE UNIQUE INDEX posts_in_force ON posts (entity) WHERE superseded_in IS NULL;

CREATE INDEX qualifications_change ON qualifications (recorded_in);

CREATE INDEX qualifications_end ON qualifications (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX qualifications_identity ON qualifications (person, code, from_day) WHERE superseded_in IS NULL;

CREATE UNIQUE INDEX qualifications_in_force ON qualifications (entity) WHERE superseded_in IS NULL;

CREATE INDEX relations_change ON relations (recorded_in);

CREATE INDEX relations_end ON relations (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX relations_identity
ON relations (person, ifnull (other_person, 0), ifnull (supplier, 0), type, from_day) WHERE superseded_in IS NULL;

CREATE UNIQUE INDEX relations_in_force ON relations (entity) WHERE superseded_in IS NULL;

CREATE INDEX responsibilities_change ON responsibilities (recorded_in);

CREATE INDEX responsibilities_end ON responsibilities (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX responsibilities_identity ON responsibilities (matter, post) WHERE superseded_in IS NULL;

CREATE UNIQUE INDEX responsibilities_in_force ON responsibilities (entity) WHERE superseded_in IS NULL;

CREATE INDEX rules_change ON rules (recorded_in);

CREATE INDEX rules_end ON rules (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX rules_identity ON rules (rule_id, version) WHERE superseded_in IS NULL;

CREATE UNIQUE INDEX rules_in_force ON rules (entity) WHERE superseded_in IS NULL;

CREATE INDEX steps_change ON steps (recorded_in);

CREATE INDEX steps_end ON steps (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX steps_identity ON steps (matter, code) WHERE superseded_in IS NULL;

CREATE UNIQUE INDEX steps_in_force ON steps (entity) WHERE superseded_in IS NULL;

CREATE INDEX suppliers_change ON suppliers (recorded_in);

CREATE INDEX suppliers_end ON suppliers (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX suppliers_identity ON suppliers (code) WHERE superseded_in IS NULL;

CREATE UNIQUE INDEX suppliers_in_force ON suppliers (entity) WHERE superseded_in IS NULL;

CREATE INDEX swap_offers_change ON swap_offers (recorded_in);

CREATE INDEX swap_offers_end ON swap_offers (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX swap_offers_identity ON swap_offers (offer_id) WHERE superseded_in IS NULL;

CREATE UNIQUE INDEX swap_offers_in_force ON swap_offers (entity) WHERE superseded_in IS NULL;

CREATE INDEX tenure_policies_change ON tenure_policies (recorded_in);

CREATE INDEX tenure_policies_end ON tenure_policies (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX tenure_policies_identity ON tenure_policies (risk_grade, ifnull(post, 0)) WHERE superseded_in IS NULL;

CREATE UNIQUE INDEX tenure_policies_in_force ON tenure_policies (entity) WHERE superseded_in IS NULL;

CREATE INDEX verdicts_change ON verdicts (recorded_in);

CREATE INDEX verdicts_end ON verdicts (superseded_in) WHERE superseded_in IS NOT NULL;

CREATE UNIQUE INDEX verdicts_identity ON verdicts (conflict_id) WHERE superseded_in IS NULL;

CREATE UNIQUE INDEX verdicts_in_force ON verdicts (entity) WHERE superseded_in IS NULL;

CREATE TABLE absences (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  person INTEGER NOT NULL REFERENCES entities (key),
  from_day TEXT NOT NULL,
  until_day TEXT CHECK (until_day > from_day),
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE approvals (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  natural_key TEXT NOT NULL,
  case_key INTEGER NOT NULL REFERENCES entities (key),
  step INTEGER NOT NULL REFERENCES entities (key),
  person INTEGER REFERENCES entities (key),
  on_behalf_of INTEGER REFERENCES entities (key),
  post INTEGER REFERENCES entities (key),
  action TEXT NOT NULL,
  amount INTEGER CHECK (amount >= 0),
  happened_at INTEGER NOT NULL,
  recorded_at INTEGER,
  doc_no TEXT,
  terminal TEXT,
  source TEXT NOT NULL,
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE assignments (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  person INTEGER NOT NULL REFERENCES entities (key),
  post INTEGER NOT NULL REFERENCES entities (key),
  kind TEXT NOT NULL,
  from_day TEXT NOT NULL,
  until_day TEXT CHECK (until_day > from_day),
  doc_no TEXT,
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE authorities (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  code TEXT NOT NULL,
  step INTEGER NOT NULL REFERENCES entities (key),
  post INTEGER REFERENCES entities (key),
  person INTEGER REFERENCES entities (key),
  level TEXT,
  over_amount INTEGER CHECK (over_amount >= 0),
  up_to_amount INTEGER CHECK (up_to_amount > 0 AND (over_amount IS NULL OR up_to_amount > over_amount)),
  from_day TEXT NOT NULL,
  until_day TEXT CHECK (until_day > from_day),
  kind TEXT NOT NULL,
  is_collective INTEGER NOT NULL CHECK (is_collective IN (0, 1)),
  is_sub_delegable INTEGER NOT NULL CHECK (is_sub_delegable IN (0, 1)),
  doc_no TEXT,
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((post IS NULL) <> (person IS NULL))
) STRICT;

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

CREATE TABLE calendar (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  day TEXT NOT NULL,
  is_workday INTEGER NOT NULL CHECK (is_workday IN (0, 1)),
  name TEXT,
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE cases (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  case_no TEXT NOT NULL,
  matter INTEGER NOT NULL REFERENCES entities (key),
  department INTEGER REFERENCES entities (key),
  requester INTEGER REFERENCES entities (key),
  amount INTEGER CHECK (amount >= 0),
  category TEXT,
  budget_project TEXT,
  supplier INTEGER REFERENCES entities (key),
  method TEXT,
  is_change_approved INTEGER NOT NULL CHECK (is_change_approved IN (0, 1)),
  opened_on TEXT,
  closed_on TEXT,
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

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
, plan INTEGER REFERENCES entities (key)) STRICT;

CREATE TABLE checks (
  change INTEGER PRIMARY KEY REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  summary TEXT NOT NULL -- JSON
) STRICT;

CREATE TABLE conflict_events (
  conflict INTEGER NOT NULL REFERENCES conflicts (key),
  change INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  what TEXT NOT NULL CHECK (what IN ('opened', 'updated', 'closed', 'reopened')),
  PRIMARY KEY (conflict, change)
) STRICT, WITHOUT ROWID;

CREATE TABLE conflicts (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  identity TEXT NOT NULL,
  rule_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'closed-by-facts')),
  finding TEXT NOT NULL, -- JSON of the finding with its evidence
  first_seen INTEGER NOT NULL,
  changed_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

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

CREATE TABLE delegations (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  authority INTEGER NOT NULL REFERENCES entities (key),
  from_person INTEGER NOT NULL REFERENCES entities (key),
  to_person INTEGER NOT NULL REFERENCES entities (key),
  from_day TEXT NOT NULL,
  until_day TEXT CHECK (until_day > from_day),
  doc_no TEXT,
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED, reason TEXT, end_reason TEXT,
  CHECK (from_person <> to_person)
) STRICT;

CREATE TABLE departments (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  parent INTEGER REFERENCES entities (key),
  is_supervisory INTEGER NOT NULL CHECK (is_supervisory IN (0, 1)),
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE duties (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  implies TEXT NOT NULL, -- JSON array of duty codes
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE entities (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL
) STRICT;

CREATE TABLE exemptions (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  person INTEGER NOT NULL REFERENCES entities (key),
  post INTEGER NOT NULL REFERENCES entities (key),
  from_day TEXT NOT NULL,
  until_day TEXT NOT NULL CHECK (until_day > from_day),
  reason TEXT NOT NULL,
  compensating_control TEXT NOT NULL,
  doc_no TEXT,
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED
, approver TEXT, review_on TEXT, end_reason TEXT) STRICT;

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

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  role TEXT NOT NULL,
  action TEXT NOT NULL,
  summary_zh TEXT NOT NULL,
  summary_en TEXT NOT NULL,
  -- JSON: entity, before, after, counts, files; enough to explain the entry by itself
  detail TEXT NOT NULL,
  -- SHA-256 over every row that this entry recorded or superseded
  rows_digest TEXT NOT NULL,
  row_count INTEGER NOT NULL,
  undo_of INTEGER REFERENCES journal (seq),
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE log_profiles (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  name TEXT NOT NULL,
  mapping TEXT NOT NULL, -- JSON
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE matters (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  area TEXT NOT NULL,
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE migrations (
  version INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT;

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

CREATE TABLE operators (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  name TEXT NOT NULL CHECK (name <> ''),
  person INTEGER REFERENCES entities (key),
  roles TEXT NOT NULL, -- JSON array
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE people (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  staff_no TEXT NOT NULL,
  name TEXT NOT NULL,
  joined_on TEXT,
  leaves_on TEXT,
  grade TEXT,
  site TEXT,
  is_system INTEGER NOT NULL CHECK (is_system IN (0, 1)),
  origin TEXT NOT NULL CHECK (origin IN ('roster', 'log')),
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE plans (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  name TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  body TEXT NOT NULL, -- JSON of the plan as found, with seed and work units
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE post_duties (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  post INTEGER NOT NULL REFERENCES entities (key),
  duty TEXT NOT NULL,
  from_day TEXT NOT NULL,
  until_day TEXT CHECK (until_day > from_day),
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE posts (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  department INTEGER NOT NULL REFERENCES entities (key),
  level TEXT NOT NULL,
  is_key INTEGER NOT NULL CHECK (is_key IN (0, 1)),
  risk_grade TEXT,
  tenure_limit_months INTEGER CHECK (tenure_limit_months > 0),
  headcount INTEGER NOT NULL CHECK (headcount >= 0),
  min_staff INTEGER NOT NULL CHECK (min_staff >= 0),
  qualifications TEXT NOT NULL, -- JSON array of codes
  successor INTEGER REFERENCES entities (key),
  from_day TEXT NOT NULL,
  until_day TEXT CHECK (until_day > from_day),
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE qualifications (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  person INTEGER NOT NULL REFERENCES entities (key),
  code TEXT NOT NULL,
  from_day TEXT NOT NULL,
  until_day TEXT CHECK (until_day > from_day),
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE relations (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  person INTEGER NOT NULL REFERENCES entities (key),
  other_person INTEGER REFERENCES entities (key),
  supplier INTEGER REFERENCES entities (key),
  type TEXT NOT NULL,
  from_day TEXT NOT NULL,
  until_day TEXT CHECK (until_day > from_day),
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  CHECK ((other_person IS NULL) <> (supplier IS NULL))
) STRICT;

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

CREATE TABLE rules (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  rule_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  pack TEXT NOT NULL,
  body TEXT NOT NULL, -- JSON of the rule
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

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

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE steps (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  matter INTEGER NOT NULL REFERENCES entities (key),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  duty TEXT NOT NULL,
  is_required INTEGER NOT NULL CHECK (is_required IN (0, 1)),
  is_terminal INTEGER NOT NULL CHECK (is_terminal IN (0, 1)),
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE suppliers (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED
) STRICT;

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

CREATE TABLE tenure_policies (
  row_id INTEGER PRIMARY KEY,
  entity INTEGER NOT NULL REFERENCES entities (key),
  risk_grade TEXT NOT NULL,
  limit_months INTEGER NOT NULL CHECK (limit_months > 0),
  min_stay_months INTEGER NOT NULL CHECK (min_stay_months >= 0),
  cooling_off_months INTEGER NOT NULL CHECK (cooling_off_months >= 0),
  notice_days INTEGER NOT NULL CHECK (notice_days >= 0),
  recorded_in INTEGER NOT NULL REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED,
  superseded_in INTEGER REFERENCES journal (seq) DEFERRABLE INITIALLY DEFERRED
, overlap_days INTEGER CHECK (overlap_days BETWEEN 0 AND 60), post INTEGER REFERENCES entities (key)) STRICT;

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

CREATE TRIGGER approvals_edit AFTER UPDATE ON approvals
BEGIN UPDATE segments SET is_dirty = 1 WHERE of_table = 'approvals' AND first_row <= OLD.row_id AND last_row >= OLD.row_id; END;

CREATE TRIGGER approvals_gone AFTER DELETE ON approvals
BEGIN UPDATE segments SET is_dirty = 1 WHERE of_table = 'approvals' AND first_row <= OLD.row_id AND last_row >= OLD.row_id; END;

CREATE TRIGGER approvals_late AFTER INSERT ON approvals
BEGIN UPDATE segments SET is_dirty = 1 WHERE of_table = 'approvals' AND first_row <= NEW.row_id AND last_row >= NEW.row_id; END;

CREATE TRIGGER cases_edit AFTER UPDATE ON cases
BEGIN UPDATE segments SET is_dirty = 1 WHERE of_table = 'cases' AND first_row <= OLD.row_id AND last_row >= OLD.row_id; END;

CREATE TRIGGER cases_gone AFTER DELETE ON cases
BEGIN UPDATE segments SET is_dirty = 1 WHERE of_table = 'cases' AND first_row <= OLD.row_id AND last_row >= OLD.row_id; END;

CREATE TRIGGER cases_late AFTER INSERT ON cases
BEGIN UPDATE segments SET is_dirty = 1 WHERE of_table = 'cases' AND first_row <= NEW.row_id AND last_row >= NEW.row_id; END;

CREATE TRIGGER change_decisions_stand BEFORE UPDATE ON change_decisions
BEGIN SELECT RAISE (ABORT, 'a decision stands'); END;

CREATE TRIGGER change_edits_drop BEFORE UPDATE ON change_edits
WHEN (SELECT state FROM change_sets WHERE entity = NEW.change_set AND superseded_in IS NULL) IS NOT 'draft'
BEGIN SELECT RAISE (ABORT, 'only a draft loses edits'); END;

CREATE TRIGGER change_edits_of_drafts BEFORE INSERT ON change_edits
WHEN (SELECT state FROM change_sets WHERE entity = NEW.change_set AND superseded_in IS NULL) IS NOT 'draft'
BEGIN SELECT RAISE (ABORT, 'only a draft takes edits'); END;

CREATE TRIGGER change_sets_begin BEFORE INSERT ON change_sets
WHEN NEW.state <> 'draft' AND NOT EXISTS (SELECT 1 FROM change_sets WHERE entity = NEW.entity)
BEGIN SELECT RAISE (ABORT, 'a change set begins as a draft'); END;

CREATE TRIGGER change_sets_move BEFORE INSERT ON change_sets
BEGIN
  SELECT RAISE (ABORT, 'a change set does not move like this')
  FROM (SELECT state FROM change_sets WHERE entity = NEW.entity ORDER BY row_id DESC LIMIT 1) AS was
  WHERE NOT (
    (was.state = 'draft' AND NEW.state IN ('draft', 'submitted', 'withdrawn', 'superseded'))
    OR (was.state = 'submitted' AND NEW.state IN ('approved', 'rejected', 'withdrawn')));
END;

CREATE TRIGGER journal_is_append_only_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE (ABORT, 'the journal is append-only'); END;

CREATE TRIGGER journal_is_append_only_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE (ABORT, 'the journal is append-only'); END;
