-- Is there a synchronous standby? Without one every commit waits (strict mode): desks go on and show "sending later".
-- Threshold: alarm when missing is true for 30 seconds, or waiting > 0 with oldest_wait_seconds > 10.
-- What to do: packaging/centre/status or patronictl list, start the standby that is down; with no standby left, and only when the loss of the
-- primary's disk is the smaller risk: patronictl edit-config, synchronous_mode_strict: false, and back as soon as one lives again.
-- Never cancel the sessions that wait: their commits would be reported as done and could still be lost.
select not exists (select from pg_stat_replication where state = 'streaming' and sync_state in ('sync', 'quorum')) as missing,
       current_setting('synchronous_standby_names') as configured,
       (select count(*) from pg_stat_activity where wait_event = 'SyncRep') as waiting,
       (select round(extract(epoch from max(now() - state_change))) from pg_stat_activity where wait_event = 'SyncRep') as oldest_wait_seconds;
