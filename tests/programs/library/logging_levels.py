"""Levels and names: what is said, by whom, and what is held back."""

import logging

logging.warning("before any setting: %s", "shown")
logging.info("before any setting: held back")
logging.basicConfig(level=logging.DEBUG, format="%(levelname)-8s %(name)s %(threadName)s: %(message)s", force=True)
logging.debug("details %d of %d", 1, 2)
database = logging.getLogger("app.database")
app = logging.getLogger("app")
app.setLevel("WARNING")
database.info("held back by the parent's level")
database.error("not held back")
database.setLevel(logging.INFO)
database.info("its own level")
print(app, database, database.parent is app, database.getEffectiveLevel(), app.isEnabledFor(logging.INFO))
print(logging.getLevelName(20), logging.getLevelName("ERROR"), logging.getLogger() is logging.root)
logging.log(35, "between two levels")
logging.disable(logging.ERROR)
logging.error("disabled")
logging.critical("not disabled")
