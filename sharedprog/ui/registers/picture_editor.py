"""Choosing a picture that is kept in the programme file by its hash."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from sharedprog.ui import fonts
from sharedprog.ui.editors.editor import Editor
from sharedprog.ui.labels import literal
from sharedprog.ui.session import Session

LARGEST = 2_000_000
"""Bytes a picture may have."""
WIDEST = 800
"""Pixels to which a picture is brought down before it is kept, without anything else that its file held."""


class PictureEdit(Editor["str | None"]):
    """A button that shows the picture, or asks for one; the value is its SHA-256, the bytes are in ``pictures``."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self._session = session
        self._button = QPushButton()
        self._hash: str | None = None
        self.pictures: dict[str, bytes] = {}
        super().__init__(self._button, None, parent)
        self._button.clicked.connect(lambda _checked=False: self._choose())

    def take(self, path: Path) -> None:
        """Take the picture of a file; what is not a picture is refused beneath the button."""
        reader = QImageReader(str(path))
        reader.setAutoTransform(True)
        size = reader.size()
        if path.stat().st_size > LARGEST or not size.isValid() or size.width() * size.height() > 50_000_000:
            self.set_trouble(f"“{path.name}” is not a picture of at most 2 MB. Choose a PNG or JPEG file.")
            return
        image = reader.read()
        if image.isNull():
            self.set_trouble(f"“{path.name}” cannot be read as a picture. Choose a PNG or JPEG file.")
            return
        if image.width() > WIDEST:
            image = image.scaledToWidth(WIDEST, Qt.TransformationMode.SmoothTransformation)
        held = QByteArray()
        buffer = QBuffer(held)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, b"PNG")
        content = bytes(held.data())
        self._hash = hashlib.sha256(content).hexdigest()
        self.pictures[self._hash] = content
        self.commit()

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Choose a picture", "", "Pictures (*.png *.jpg *.jpeg)")
        if name:
            self.take(Path(name))

    def _write(self, value: str | None) -> None:
        self._hash = value
        content = self.pictures.get(value or "") or (self._session.document.blob(value) if value else None)
        picture = QPixmap()
        if content:
            picture.loadFromData(content)
        self._button.setIcon(picture)
        self._button.setIconSize(QSize(fonts.scaled(120), fonts.scaled(40)))
        self._button.setText("" if content else literal("Choose a picture…"))

    def _read(self) -> str | None:
        return self._hash

    def _screen(self) -> object:
        return self._hash
