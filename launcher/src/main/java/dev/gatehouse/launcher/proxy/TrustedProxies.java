package dev.gatehouse.launcher.proxy;

import java.net.InetAddress;
import java.util.List;

/**
 * The proxies whose word counts.
 *
 * @param blocks the addresses that they speak from
 */
public record TrustedProxies(List<Cidr> blocks) {

    /**
     * Where a walk back towards the client ended.
     *
     * @param client the client, as far as trusted proxies know
     * @param hop the index of the last hop that a trusted proxy spoke of; -1 if there was none
     */
    record Walk(InetAddress client, int hop) {}

    /** Copies the list. */
    public TrustedProxies {
        blocks = List.copyOf(blocks);
    }

    /** Whether an address is a trusted proxy's. */
    boolean trust(InetAddress address) {
        return blocks.stream().anyMatch(block -> block.contains(address));
    }

    /**
     * Walks a chain of senders from its end, where the proxy next to us wrote, towards its
     * beginning, where anybody may have written anything.
     *
     * @param peer who is connected to us; trusted
     * @param senders who sent the request to whom, in order of the hops; a sender that is not an
     *     address ends the walk, and whoever named it stands for the client
     */
    Walk walk(InetAddress peer, List<String> senders) {
        InetAddress client = peer;
        int hop = senders.size() - 1;
        for (int i = hop; i >= 0; i--) {
            hop = i;
            InetAddress sender = Node.address(senders.get(i)).orElse(null);
            if (sender == null) {
                break;
            }
            client = sender;
            if (!trust(sender)) {
                break;
            }
        }
        return new Walk(client, hop);
    }
}
