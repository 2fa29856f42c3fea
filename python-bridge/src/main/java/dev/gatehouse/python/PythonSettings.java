package dev.gatehouse.python;

import dev.gatehouse.gateway.SettingsTable;

/**
 * The parameters of Python applications: the names of mod_wsgi's WSGIDaemonProcess options in
 * camelCase, with the timeouts of mod_wsgi-express as defaults.
 */
public final class PythonSettings {

    /** All of them, in the order of the documentation. */
    public static final SettingsTable TABLE = WorkerSettings.TABLE.and(PoolSettings.TABLE);

    private PythonSettings() {}
}
