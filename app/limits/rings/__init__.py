"""Rings: how often one number is rung, how many phones a campaign rings, and what else stands in the way of one."""
