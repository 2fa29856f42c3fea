package dev.gatehouse.gateway;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Checks both sides of the contract, as {@code wsgiref.validate} does in Python: middleware for
 * tests and development.
 *
 * <p>What breaks a rule is a {@link ContractException} that says which rule of PEP 3333 was broken,
 * and by whom: the server (with the middleware in front) or the application. Thread-safe.
 */
public final class Validator implements Middleware {

    /** What gateways have no other name for: narrower than a token. */
    private static final Pattern HEADER_NAME =
            Pattern.compile("[A-Za-z]([A-Za-z0-9_-]*[A-Za-z0-9])?");

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
            headers.forEach(CheckedStart::check);
        }

        private static void check(Header header) {
            if (header.is("Status")) {
                throw byApplication("the status is no header", "there is a header Status");
            }
            if (!HEADER_NAME.matcher(header.name()).matches()) {
                throw byApplication(
                        "a header name is letters, digits, - and _, begins with a letter and does"
                                + " not end in - or _",
                        "one is " + header.name());
            }
            if (header.value().indexOf('\t') >= 0) {
                throw byApplication(
                        "a header value has no control characters",
                        "that of " + header.name() + " has a tab");
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
