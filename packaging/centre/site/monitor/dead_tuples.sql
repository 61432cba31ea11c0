-- Tables that carry many dead rows: bloat, and slower pulls.
-- Threshold: warn at dead_percent > 20 with more than 100,000 dead rows, or when last_vacuum is older than a day on such a table.
-- What to do: first what holds vacuum back (monitor/horizon_age.sql), then vacuum (verbose, analyze) <table>; when it recurs,
-- alter table <table> set (autovacuum_vacuum_scale_factor = 0.02). Space that is already lost: pg_repack or a planned vacuum full.
select format('%I.%I', schemaname, relname) as name, n_live_tup as live, n_dead_tup as dead,
       round(100.0 * n_dead_tup / greatest(n_live_tup + n_dead_tup, 1), 1) as dead_percent,
       pg_size_pretty(pg_total_relation_size(relid)) as size,
       greatest(last_vacuum, last_autovacuum) as last_vacuum, greatest(last_analyze, last_autoanalyze) as last_analyze
from pg_stat_user_tables
where n_dead_tup > 1000
order by n_dead_tup desc
limit 30;
