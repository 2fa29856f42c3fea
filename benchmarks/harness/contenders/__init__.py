"""The servers that can be compared, one family in each module."""
