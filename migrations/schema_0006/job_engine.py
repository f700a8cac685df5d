"""The tables, functions and triggers of Procrastinate 3.10, by its own versioned files.

When a later release ships more of them, the next migration of ours applies those by name: `apply("03.11.00_01_….sql")`.
Its whole schema is never applied: that is whatever happens to be installed, so old and new databases would part.
"""

from pathlib import Path

from alembic import op
from procrastinate.schema import SchemaManager

SHIPPED = Path(SchemaManager.get_migrations_path())
TO_2_6 = (
    "00.00.00_01_initial.sql",
    "00.05.00_01_drop_started_at_column.sql",
    "00.05.00_02_drop_started_at_column.sql",
    "00.05.00_03_drop_procrastinate_version_table.sql",
    "00.06.00_01_fix_procrastinate_fetch_job.sql",
    "00.07.01_01_fix_trigger_status_events_insert.sql",
    "00.08.01_01_add_queueing_lock_column.sql",
    "00.10.00_01_close_fetch_job_race_condition.sql",
    "00.10.00_02_add_defer_job_function.sql",
    "00.11.00_03_add_procrastinate_periodic_defers.sql",
    "00.12.00_01_add_foreign_key_index.sql",
    "00.14.00_01_add_locks_to_periodic_defer.sql",
    "00.15.02_01_fix_procrastinate_defer_periodic_job.sql",
    "00.16.00_01_add_finish_job_and_retry_job_functions.sql",
    "00.17.00_01_add_trigger_on_job_deletion.sql",
    "00.17.00_02_delete_finished_jobs.sql",
    "00.17.00_03_add_checks_to_finish_job.sql",
    "00.17.00_04_add_checks_to_retry_job.sql",
    "00.18.01_01_fix_finish_job_compat_issue.sql",
    "00.19.00_01_add_index_on_procrastinate_jobs.sql",
    "00.22.00_01_add_kwargs_to_defer_periodic_job.sql",
    "00.23.00_01_null_locks_excluded.sql",
    "01.00.00_01_remove_old_finish_job_function.sql",
    "01.01.01_01_job_id_bigint.sql",
    "02.00.03_01_add_job_priority.sql",
    "02.05.00_01_add_periodic_job_priority.sql",
    "02.06.00_01_add_cancel_states.sql",
)
TO_3_10 = (
    "02.08.00_01_add_additional_params_to_retry_job.sql",
    "02.14.01_01_add_indexes_for_fetch_job.sql",
    "03.00.00_01_pre_cancel_notification.sql",
    "03.00.00_50_post_cancel_notification.sql",
    "03.01.00_01_pre_add_heartbeat.sql",
    "03.01.00_50_post_add_heartbeat.sql",
    "03.02.00_01_pre_batch_defer_jobs.sql",
    "03.02.00_50_post_batch_defer_jobs.sql",
    "03.03.00_01_pre_priority_lock_fetch_job.sql",
    "03.04.00_01_pre_add_retry_failed_job_procedure.sql",
    "03.04.00_50_post_add_retry_failed_job_procedure.sql",
)
DROP = r"""
DO $$ DECLARE thing regprocedure; BEGIN
  FOR thing IN SELECT oid FROM pg_proc WHERE proname LIKE 'procrastinate\_%' LOOP
    EXECUTE 'DROP FUNCTION ' || thing || ' CASCADE';
  END LOOP;
END $$;
DROP TABLE procrastinate_periodic_defers, procrastinate_events, procrastinate_jobs, procrastinate_workers CASCADE;
DROP TYPE procrastinate_job_to_defer_v1, procrastinate_job_status, procrastinate_job_event_type CASCADE;
"""


def create() -> None:
    """Apply every file up to 3.10, in two transactions.

    2.6 adds values to an enum, and 2.14 names them in an index: before PostgreSQL 17 they must be committed in between.
    An upgrade that was cut short there goes on from there.
    """
    begun = op.get_bind().exec_driver_sql("SELECT to_regclass('procrastinate_jobs') IS NOT NULL").scalar_one()
    if not begun:
        with op.get_context().autocommit_block():  # a script of several statements is one transaction all the same
            apply(*TO_2_6)
    apply(*TO_3_10)


def apply(*names: str) -> None:
    """Apply files that Procrastinate ships, as one script."""
    _execute("\n".join((SHIPPED / name).read_text(encoding="utf-8") for name in names))


def drop() -> None:
    """Leave nothing of it."""
    _execute(DROP)


def _execute(script: str) -> None:
    op.get_bind().exec_driver_sql(script.replace("%", "%%"))
