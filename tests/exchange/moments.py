"""Moments as files hold them: local, without a zone."""

from datetime import datetime

moment = datetime.fromisoformat
