"""Words that state relations, and the frames in which their two actors stand."""
