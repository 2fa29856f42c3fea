package dev.gatehouse.python.daemon;

/** What a worker tells the pool. Called on threads of the worker; must not block. */
interface WorkerListener {

    /** The application is loaded and every thread has its connection. */
    void ready(Worker worker);

    /** The process has ended. */
    void ended(Worker worker);

    /** The source of a loaded module has changed. */
    void changed(Worker worker, String file);
}
