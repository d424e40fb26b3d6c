import sqlite3

from machine.image.migrations import STEPS, VERSION, upgrade


def test_there_is_one_step_from_each_version_to_the_next() -> None:
    assert sorted(STEPS) == list(range(1, VERSION))


def test_upgrade_runs_the_steps_in_order_and_raises_the_version(monkeypatch: object) -> None:
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.execute(f"PRAGMA user_version = {VERSION}")

    upgrade(database, VERSION)

    assert database.execute("PRAGMA user_version").fetchone() == (VERSION,)
    database.close()
