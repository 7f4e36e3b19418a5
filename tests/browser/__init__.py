"""The finished site in a real Chromium."""
