"""Processors; `machine.devices.KINDS` names them."""
