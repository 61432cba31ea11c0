-- What holds vacuum's horizon back, and how near the counter of transactions is to its end.
-- Threshold: warn when a row that is no database is older than 10 million transactions; alarm when a database has used more than 40 %
-- (autovacuum should never let it).
-- What to do: 'session': as in long_transactions.sql. 'standby': a long query there (hot_standby_feedback); end it on the standby.
-- 'slot': of a node that is gone, drop it when it does not come back: select pg_drop_replication_slot(...). 'prepared': there should be none.
select 'session' as kind, pid::text || ' ' || coalesce(usename, backend_type) as held_by, age(backend_xmin) as transactions
from pg_stat_activity where backend_xmin is not null and pid <> pg_backend_pid()
union all
select 'standby', application_name, age(backend_xmin) from pg_stat_replication where backend_xmin is not null
union all
select 'slot', slot_name, age(xmin) from pg_replication_slots where xmin is not null
union all
select 'prepared', gid, age(transaction) from pg_prepared_xacts
union all
select 'database', format('%s (%s %%)', datname, round(100.0 * age(datfrozenxid) / 2147483647, 1)), age(datfrozenxid) from pg_database
order by transactions desc;
