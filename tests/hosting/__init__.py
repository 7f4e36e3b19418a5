"""The site behind a real nginx, with the configuration that docs/dev/hosting offers."""
