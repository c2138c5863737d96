"""Files and cloud folders into documents: PDF, office files, pictures. Pure."""
