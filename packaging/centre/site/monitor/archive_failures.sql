-- Does the log reach the archive? What is not archived cannot be restored after the loss of all nodes, and it fills the primary's disk.
-- Threshold: alarm when failing is true, or waiting_files > 64 (1 GB), or last_archived_age > 10 minutes on a centre that works.
-- What to do: the primary's PostgreSQL log has the words of archive-wal. Archive's disk full or not mounted: mend it, PostgreSQL tries again
-- by itself. "is there with other content": two clusters write into one archive, give each its own. Then take a base backup.
select coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false) as failing, failed_count, last_failed_wal, last_failed_time,
       last_archived_wal, now() - last_archived_time as last_archived_age,
       (select count(*) from pg_ls_archive_statusdir() where name like '%.ready') as waiting_files
from pg_stat_archiver;
