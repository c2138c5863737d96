"""What pictures and scans say: read once, in a limited worker, and kept beside the snapshot they came with."""
