"""Tests of the chart library; a package, so that a file here may have the same name as one elsewhere."""
