-- What of a hall stands in a further scope as well: its cases, all of them (a district that wants to see) or those whose service is of one
-- department (a queue to work from), with the services that they name.
CREATE TABLE ow.route (
  hall integer NOT NULL REFERENCES ow.hall,
  scope integer NOT NULL,
  department text CHECK (length(department) BETWEEN 1 AND 200),
  PRIMARY KEY (hall, scope)
);
