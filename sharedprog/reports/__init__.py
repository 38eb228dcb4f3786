"""The board pack: a picture of the programme in, PDF bytes out."""
