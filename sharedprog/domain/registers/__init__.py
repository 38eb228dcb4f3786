"""Every register, each described once, in the order people meet them."""
