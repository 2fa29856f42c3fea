package dev.gatehouse.python.daemon;

import dev.gatehouse.gateway.ContractException;
import dev.gatehouse.gateway.Header;
import java.util.List;

/**
 * How a response begins: the payload of HEAD.
 *
 * @param status three digits
 * @param headers in their order
 */
record ResponseHead(String status, List<Header> headers) {

    static ResponseHead of(byte[] payload) throws ProtocolException {
        if (payload.length < Short.BYTES) {
            throw new ProtocolException("HEAD without a status from a worker");
        }
        int status = ((payload[0] & 0xFF) << 8) | (payload[1] & 0xFF);
        if (status < 200 || status > 999) {
            throw new ContractException("status " + status + " from a worker");
        }
        return new ResponseHead(Integer.toString(status), Pairs.headers(payload, Short.BYTES));
    }
}
