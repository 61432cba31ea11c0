-- Contents of attachments: chunks named by their SHA-256, each kept once in a scope, and which attachment names which.

INSERT INTO ow.kind (n, word, parents) VALUES (15, 'attachment', '{case_id}');

CREATE TABLE ow.chunk (
  scope integer NOT NULL,
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  bytes bytea NOT NULL CHECK (octet_length(bytes) BETWEEN 1 AND 1048576),
  PRIMARY KEY (scope, hash)
);
-- Papers are packed already: to pack them again costs time and saves nothing.
ALTER TABLE ow.chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- That the bytes at that place of an attachment are here: written only when somebody brought them, or when this very scope has them, so that
-- nobody gets a content by naming its hash.
CREATE TABLE ow.chunk_use (
  scope integer NOT NULL,
  attachment uuid NOT NULL,
  place integer NOT NULL CHECK (place >= 0),
  hash bytea NOT NULL,
  PRIMARY KEY (scope, attachment, place),
  FOREIGN KEY (scope, hash) REFERENCES ow.chunk (scope, hash)
);
CREATE INDEX chunk_use_by_attachment ON ow.chunk_use (attachment, place);
CREATE INDEX chunk_use_by_hash ON ow.chunk_use (scope, hash);

-- Up to which attachment the last sweep came.
CREATE TABLE ow.chunk_sweep (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  reached uuid NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'
);
INSERT INTO ow.chunk_sweep DEFAULT VALUES;
