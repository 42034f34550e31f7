"""In and out of the store: export to a USB drive or folder, backup and restore, import of other systems' lists."""
