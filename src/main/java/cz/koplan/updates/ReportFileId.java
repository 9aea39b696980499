package cz.koplan.updates;

public record ReportFileId(long value) {}
