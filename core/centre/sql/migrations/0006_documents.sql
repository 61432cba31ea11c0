-- Documents (文书) and their numbers: 机关代字〔年份〕n号, without gaps per authority, year and type (GB/T 9704).

INSERT INTO ow.kind (n, word, parents) VALUES (16, 'document', '{case_id}');

-- What a paper is, as 机关代字 says it.
CREATE TABLE ow.document_type (
  type text PRIMARY KEY,
  word text NOT NULL CHECK (length(word) BETWEEN 1 AND 20)
);
INSERT INTO ow.document_type (type, word) VALUES ('acceptance_notice', '许受'), ('correction_notice', '许补'), ('refusal_decision', '许不受'),
  ('procedure_notice', '许特'), ('extension_notice', '许延'), ('approval', '许准'), ('denial', '许不准');

-- In whose name: of one department's services, or all others of the hall; the hall's code where nobody said. One word is one hall's, so the
-- lock of the hall's scope keeps its series.
CREATE TABLE ow.authority (
  hall integer NOT NULL REFERENCES ow.hall,
  department text NOT NULL DEFAULT '' CHECK (length(department) <= 200),
  word text NOT NULL UNIQUE CHECK (length(word) BETWEEN 1 AND 40),
  PRIMARY KEY (hall, department)
);

-- Every number that was given, to whom, for good: also of a document that was erased.
CREATE TABLE ow.document_number (
  hall integer NOT NULL,
  word text NOT NULL,
  type text NOT NULL,
  year integer NOT NULL,
  n bigint NOT NULL CHECK (n > 0),
  document uuid NOT NULL,
  given_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (hall, word, type, year, n)
);

-- Where the year of a number begins.
ALTER TABLE ow.site ADD COLUMN time_zone text NOT NULL DEFAULT 'Asia/Shanghai';
