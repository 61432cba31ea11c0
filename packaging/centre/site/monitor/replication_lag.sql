-- How far each standby is behind, measured on the primary. (What etcd shows is a sample some seconds old.)
-- Threshold: warn at replay_bytes > 64 MB or replay_seconds > 10 for five minutes; alarm when fewer rows come back than there are standbys.
-- What to do: is its disk full or slow, does a long query on it hold replay back (monitor/horizon_age.sql), is the network busy with a
-- base backup? A standby that stays behind: patronictl reinit onewindow <node>.
select application_name as standby, state, sync_state,
       pg_wal_lsn_diff(pg_current_wal_lsn(), sent_lsn)::bigint as sent_bytes,
       pg_wal_lsn_diff(pg_current_wal_lsn(), flush_lsn)::bigint as flush_bytes,
       pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn)::bigint as replay_bytes,
       round(coalesce(extract(epoch from replay_lag), 0), 3) as replay_seconds
from pg_stat_replication
where application_name <> 'pg_basebackup'
order by replay_bytes desc nulls first;
