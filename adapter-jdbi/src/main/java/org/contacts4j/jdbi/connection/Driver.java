package org.contacts4j.jdbi.connection;

import org.contacts4j.jdbi.CannotOpenDatabase;
import org.contacts4j.jdbi.sql.Database;
import org.contacts4j.jdbi.sql.H2Database;

/** The drivers of the databases. Each is optional: an application has the driver of the database that it uses. */
enum Driver {
    H2("org.h2.Driver", "com.h2database:h2"),
    POSTGRESQL("org.postgresql.Driver", "org.postgresql:postgresql");

    private final boolean present;
    private final String artifact;

    Driver(String className, String artifact) {
        this.present = exists(className);
        this.artifact = artifact;
    }

    /** Returns whether the classes of the driver can be used. */
    boolean isPresent() {
        return present;
    }

    /**
     * Checks that the driver of this database is there.
     *
     * @throws CannotOpenDatabase when it is not
     */
    static void require(Database database) {
        Driver driver = database instanceof H2Database ? H2 : POSTGRESQL;
        if (!driver.present) {
            throw new CannotOpenDatabase("There is no driver for jdbc:" + database.productName() + ": URLs: add "
                    + driver.artifact + " to the class path");
        }
    }

    private static boolean exists(String className) {
        try {
            Class.forName(className, false, Driver.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
