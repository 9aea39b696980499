package cz.koplan.minutes;

import java.io.IOException;
import java.io.OutputStream;

/** What the register of resolutions is exported as. */
public enum RegisterFormat {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("text/csv;charset=utf-8");

    private final String contentType;

    RegisterFormat(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    public String fileName() {
        return switch (this) {
            case XLSX -> "usneseni.xlsx";
            case CSV -> "usneseni.csv";
        };
    }

    RegisterTable table(OutputStream out) throws IOException {
        return switch (this) {
            case XLSX -> new RegisterXlsx(out);
            case CSV -> new RegisterCsv(out);
        };
    }
}
