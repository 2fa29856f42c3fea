package dev.gatehouse.python.daemon;

/**
 * What a worker tells the pool. Called on threads of the worker, or on the one that starts it; must
 * not block.
 */
interface WorkerListener {

    /** The application is loaded and every thread has its connection. */
    void ready(Worker worker);

    /** There was no worker to start: what it needs could not be made. */
    void notLaunched(StartFailure failure);

    /** The process has ended. */
    void ended(Worker worker);

    /** The source of a loaded module has changed. */
    void changed(Worker worker, String file);
}
