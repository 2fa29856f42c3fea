package dev.gatehouse.benchmarks.bridge;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs {@link BridgeBenchmark} and prints what the bridge adds to each request. */
public final class Main {

    private static final String ROW = "%-8s %10s %10s %10s   %10s %10s %10s%n";
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private Main() {}

    /**
     * Runs the benchmark.
     *
     * @param arguments options of JMH, for example {@code -f 1 -p request=PLAIN}
     * @throws CommandLineOptionException if JMH does not know an option
     * @throws RunnerException if JMH fails
     */
    public static void main(String[] arguments) throws CommandLineOptionException, RunnerException {
        Options options =
                new OptionsBuilder()
                        .parent(new CommandLineOptions(arguments))
                        .include(BridgeBenchmark.class.getName())
                        .addProfiler(GCProfiler.class)
                        .build();
        print(new Runner(options).run());
    }

    private static void print(Collection<RunResult> results) {
        Map<String, Result<?>> times = new TreeMap<>();
        Map<String, Result<?>> bytes = new TreeMap<>();
        for (RunResult result : results) {
            String form = result.getPrimaryResult().getLabel();
            String key = result.getParams().getParam("request") + ' ' + form;
            times.put(key, result.getPrimaryResult());
            bytes.put(key, result.getSecondaryResults().get(ALLOCATED));
        }
        System.out.printf("%n" + ROW, "request", "plain", "gateway", "added", "", "", "");
        System.out.printf(ROW, "", "ns", "ns", "ns", "bytes", "bytes", "bytes");
        for (Requests request : Requests.values()) {
            String plain = request + " plain";
            String gateway = request + " gateway";
            if (times.containsKey(plain) && times.containsKey(gateway)) {
                System.out.printf(
                        ROW,
                        request,
                        whole(times.get(plain).getScore()),
                        whole(times.get(gateway).getScore()),
                        whole(times.get(gateway).getScore() - times.get(plain).getScore()),
                        whole(bytes.get(plain).getScore()),
                        whole(bytes.get(gateway).getScore()),
                        whole(bytes.get(gateway).getScore() - bytes.get(plain).getScore()));
            }
        }
    }

    private static String whole(double number) {
        return String.format("%.0f", number);
    }
}
