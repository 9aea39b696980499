package cz.koplan.services;

import cz.koplan.shared.Input;

/**
 * What people keep of a row of a code list; its code stays as it is.
 *
 * @param verified whether somebody checked it against the official list
 */
public record CodeData(String name, Validity validity, boolean verified) {

    public static final int MAX_NAME = 200;

    public CodeData {
        name = Input.required(name, MAX_NAME);
    }
}
