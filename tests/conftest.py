"""What every test stands on: no screen, no home of its own, no memory of earlier runs."""

import os

# Qt reads this once, when it is first imported, so it comes before anything else.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = "1"
