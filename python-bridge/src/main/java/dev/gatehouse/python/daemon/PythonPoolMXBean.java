package dev.gatehouse.python.daemon;

import java.util.List;

/** A pool of Python workers in JMX: {@code dev.gatehouse:type=PythonPool,context=...,name=...}. */
public interface PythonPoolMXBean {

    /** How many worker processes there should be. */
    int getProcesses();

    /** How many requests each answers at a time. */
    int getThreads();

    /** How many requests are with a worker. */
    int getBusyThreads();

    /** How many requests wait for a worker. */
    int getWaitingRequests();

    /** How many requests the workers were given since the deployment. */
    long getRequests();

    /** How many requests were over their deadline since the deployment. */
    long getTimeouts();

    /** How many workers have ended without a reason since the deployment. */
    long getDeaths();

    /** The resident memory of all workers, in bytes. */
    long getResidentMemory();

    /** The workers that there are, one line each: number, pid, stage, load. */
    List<String> getWorkers();

    /** Replaces every worker by one that loads the application anew, without losing a request. */
    void reload();

    /** Has the Python stacks of all threads written to the log. */
    void dumpStacks();
}
