package dev.gatehouse.python.daemon;

import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** A pool as seen through JMX. Thread-safe. */
final class PoolManagement implements PythonPoolMXBean, AutoCloseable {

    private static final System.Logger LOG = System.getLogger("dev.gatehouse.python");

    private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    private final Supervisor supervisor;
    private final Rotation rotation;
    private final PoolOptions options;

    PoolManagement(Supervisor supervisor, PoolResources resources) {
        this.supervisor = supervisor;
        this.rotation = resources.rotation();
        this.options = resources.options();
    }

    /** Shows the pool; one that cannot be shown runs all the same. */
    void register() {
        try {
            server.registerMBean(this, name());
        } catch (JMException e) {
            LOG.log(Level.WARNING, "no JMX for \"" + options.name() + "\": " + e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            if (server.isRegistered(name())) {
                server.unregisterMBean(name());
            }
        } catch (JMException e) {
            LOG.log(Level.WARNING, "JMX keeps \"" + options.name() + "\": " + e.getMessage());
        }
    }

    @Override
    public int getProcesses() {
        return options.processes();
    }

    @Override
    public int getThreads() {
        return options.threads();
    }

    @Override
    public int getBusyThreads() {
        return supervisor.crew().members().stream()
                .mapToInt(member -> rotation.load(member.worker()).leased())
                .sum();
    }

    @Override
    public int getWaitingRequests() {
        return rotation.waiting();
    }

    @Override
    public long getRequests() {
        return supervisor.tally().requestsOfEnded()
                + supervisor.crew().members().stream()
                        .mapToLong(member -> rotation.load(member.worker()).requests())
                        .sum();
    }

    @Override
    public long getTimeouts() {
        return supervisor.tally().timeouts();
    }

    @Override
    public long getDeaths() {
        return supervisor.tally().deaths();
    }

    @Override
    public long getResidentMemory() {
        return supervisor.crew().members().stream()
                .mapToLong(member -> ResidentMemory.of(member.worker().pid()))
                .sum();
    }

    @Override
    public List<String> getWorkers() {
        return supervisor.crew().members().stream().map(this::describe).toList();
    }

    @Override
    public void reload() {
        supervisor.reload("through JMX");
    }

    @Override
    public void dumpStacks() {
        supervisor
                .crew()
                .members()
                .forEach(member -> member.worker().tell(Frame.DUMP, Frame.NO_SLOT));
    }

    private String describe(Member member) {
        Rotation.Load load = rotation.load(member.worker());
        return "%s %s, %d requests in hand, %d in all"
                .formatted(member.worker(), member.stage(), load.leased(), load.requests());
    }

    private ObjectName name() throws JMException {
        return new ObjectName(
                "dev.gatehouse:type=PythonPool,context=%s,name=%s"
                        .formatted(
                                ObjectName.quote(options.context()),
                                ObjectName.quote(options.name())));
    }
}
