-- People prove themselves under a login of their own; what a desk needs to let a new clerk in; what administrators did.

-- The login's name follows from the person's. `keys` are the secrets of the halls where the person works, sealed under the passphrase, which
-- the centre never has; `is_initial`: the passphrase is the one that an administrator gave, and must be replaced at the first login.
ALTER TABLE ow.staff ADD COLUMN login_role text UNIQUE;
ALTER TABLE ow.staff ADD COLUMN keys bytea;
ALTER TABLE ow.staff ADD COLUMN is_initial boolean NOT NULL DEFAULT true;
-- The key of the desk's store, sealed with the secret of its hall, which the centre does not have either.
ALTER TABLE ow.desk ADD COLUMN store_key bytea;
ALTER TABLE ow.session ADD COLUMN client integer NOT NULL DEFAULT 1;
-- Whether an author must have proven himself at the desk that sends his work. Desks of a version that cannot are not asked.
ALTER TABLE ow.site ADD COLUMN asks_proof boolean NOT NULL DEFAULT true;

-- Who has proven himself at which desk.
CREATE TABLE ow.clerk_at_desk (
  desk uuid NOT NULL REFERENCES ow.desk,
  staff uuid NOT NULL REFERENCES ow.staff,
  first_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  PRIMARY KEY (desk, staff)
);

CREATE TABLE ow.administration (
  n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  login text NOT NULL DEFAULT session_user,
  act text NOT NULL,
  subject text NOT NULL
);
