-- One line for each table whose rows a backup must bring back: name, rows, an order-free sum of 64-bit hashes of the rows.
-- Run with the same settings at backup time and on what was restored; a policy that hides rows is an error, not a smaller count.
set datestyle = 'ISO, YMD';
set intervalstyle = 'iso_8601';
set timezone = 'UTC';
set extra_float_digits = 1;
set bytea_output = 'hex';
set row_security = off;
set statement_timeout = 0;
set idle_in_transaction_session_timeout = 0;
set search_path = pg_catalog;
select format('select %L, count(*), coalesce(sum(hashtextextended(proven_row::text, 0)::numeric), 0) from only %s as proven_row', name, name)
from ow_site.proven_table order by name \gexec
