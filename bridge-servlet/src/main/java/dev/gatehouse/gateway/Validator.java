package dev.gatehouse.gateway;

import java.util.List;

/**
 * Checks both sides of the contract, as {@code wsgiref.validate} does in Python: middleware for
 * tests and development.
 *
 * <p>What breaks a rule is a {@link ContractException} that says which rule of PEP 3333 was broken,
 * and by whom: the server (with the middleware in front) or the application. Thread-safe.
 */
public final class Validator implements Middleware {

    /** For the list of middleware, which makes its members with no arguments. */
    public Validator() {}

    @Override
    public Application wrap(Application inner) {
        return (environ, startResponse) -> {
            EnvironCheck.check(environ);
            environ.put(Environ.WSGI_INPUT, new CheckedInput(Environ.input(environ)));
            environ.put(Environ.WSGI_ERRORS, new CheckedErrors(Environ.errors(environ)));
            CheckedStart start = new CheckedStart(startResponse);
            Iterable<byte[]> body = inner.call(environ, start);
            if (body == null) {
                throw byApplication("the application must return a body", "it returned null");
            }
            return new CheckedBody(body, start);
        };
    }

    static ContractException byServer(String rule, String found) {
        return broken("server", rule, found);
    }

    static ContractException byApplication(String rule, String found) {
        return broken("application", rule, found);
    }

    private static ContractException broken(String who, String rule, String found) {
        return new ContractException("the %s broke a rule: %s; %s".formatted(who, rule, found));
    }

    /** start_response, between the application and the server. */
    static final class CheckedStart implements StartResponse {

        private final StartResponse inner;
        private boolean started;

        CheckedStart(StartResponse inner) {
            this.inner = inner;
        }

        boolean started() {
            return started;
        }

        @Override
        public Write start(String status, List<Header> headers) {
            if (started) {
                throw byApplication(
                        "start_response is called once unless there is an error", "it was again");
            }
            check(status, headers);
            return checked(inner.start(status, headers));
        }

        @Override
        public Write start(String status, List<Header> headers, Throwable error) {
            if (error == null) {
                return start(status, headers);
            }
            check(status, headers);
            return checked(inner.start(status, headers, error));
        }

        private void check(String status, List<Header> headers) {
            started = true;
            ResponseHead head;
            try {
                head = ResponseHead.of(status, headers);
            } catch (ContractException e) {
                throw byApplication("status and headers are well-formed", e.getMessage());
            }
            boolean typed = headers.stream().anyMatch(header -> header.is("Content-Type"));
            if (typed == head.bodiless()) {
                throw byApplication(
                        "a response has a Content-Type if and only if it has a body",
                        "status " + status + (typed ? " came with one" : " came without"));
            }
            if (headers.stream().anyMatch(header -> header.is("Status"))) {
                throw byApplication("the status is no header", "there is a header Status");
            }
        }

        private static Write checked(Write inner) {
            if (inner == null) {
                throw byServer("start_response returns a write callable", "it returned null");
            }
            return block -> {
                if (block == null) {
                    throw byApplication("write takes bytes", "it was given null");
                }
                inner.write(block);
            };
        }
    }
}
