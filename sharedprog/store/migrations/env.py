"""What Alembic runs for each command: the caller's connection and transaction, nothing of its own."""

from alembic import context

from sharedprog.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,
    transaction_per_migration=False,
)
context.run_migrations()
