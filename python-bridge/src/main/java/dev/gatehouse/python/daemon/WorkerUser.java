package dev.gatehouse.python.daemon;

import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.UserPrincipal;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who the workers are, where their command prefix makes them another user than this JVM.
 *
 * @param user as the kernel knows them from outside
 * @param group likewise
 * @param name the name of the user; empty if there is none
 * @param home the home of the user
 */
record WorkerUser(UserPrincipal user, GroupPrincipal group, String name, String home) {

    /** The variables in which a login differs from ours. */
    Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>(Map.of("HOME", home));
        if (!name.isEmpty()) {
            environment.put("USER", name);
            environment.put("LOGNAME", name);
        }
        return environment;
    }
}
