package dev.gatehouse.python.daemon;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.gateway.ContractException;
import dev.gatehouse.gateway.Header;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.nio.channels.Channels;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Frames as bytes: PROTOCOL.md, "Frames". */
class FrameTest {

    @Test
    void aRequestHasNumberFlagsEnvironAndBody() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<String, Object> environ = new LinkedHashMap<>();
        environ.put("A", "1");
        environ.put("wsgi.input", new Object());
        environ.put("B", "\u00e9");
        FrameWriter writer = new FrameWriter().begin(Frame.REQUEST).u64(258).u8(1);
        EnvironEncoder.encode(environ, writer);
        writer.put(new byte[] {'x', 'y'}, 0, 2).write(Channels.newChannel(out));

        assertThat(out.toString(ISO_8859_1))
                .isEqualTo(
                        "\0\0\0\u0019\u0002"
                                + "\0\0\0\0\0\0\u0001\u0002"
                                + "\u0001"
                                + "\0\0\0\u0003"
                                + "\0\0\0\u0003"
                                + "A\0B"
                                + "1\0\u00e9"
                                + "xy");
    }

    @Test
    void anEnvironWithoutBytesIsRefused() {
        FrameWriter writer = new FrameWriter().begin(Frame.REQUEST);

        assertThatThrownBy(() -> EnvironEncoder.encode(Map.of("A", "\u20ac"), writer))
                .isInstanceOf(ContractException.class)
                .hasMessageContaining("environ[A]");
        assertThatThrownBy(() -> EnvironEncoder.encode(Map.of("A", "x\0PATH_INFO\0y"), writer))
                .isInstanceOf(ContractException.class);
    }

    @Test
    void aHeadHasAtLeastAStatus() {
        assertThatThrownBy(() -> ResponseHead.of(new byte[1]))
                .isInstanceOf(ProtocolException.class)
                .hasMessage("HEAD without a status from a worker");
    }

    @Test
    void framesThatCameTogetherAreReadOneByOne() throws Exception {
        FrameReader reader =
                reader("\0\0\0\u0003\u0024abc" + "\0\0\0\0\u0025" + "\0\0\0\u0002\u0024d");

        assertThat(reader.next()).isEqualTo(Frame.DATA);
        assertThat(reader.part()).asString(ISO_8859_1).isEqualTo("abc");
        assertThat(reader.hasNext(Frame.END)).isTrue();
        assertThat(reader.next()).isEqualTo(Frame.END);
        assertThat(reader.hasNext()).isFalse();
        assertThat(reader.next()).isEqualTo(Frame.DATA);
        assertThat(reader.left()).isEqualTo(2);
        assertThatThrownBy(reader::part).isInstanceOf(EOFException.class);
    }

    @Test
    void aFrameOverItsLimitIsRefused() throws Exception {
        FrameReader reader = reader("\0\0\0\u0003\u0023abc");
        reader.next();

        assertThatThrownBy(() -> reader.payload(2))
                .isInstanceOf(ProtocolException.class)
                .hasMessage("a frame of 3 bytes, at most 2");
    }

    @Test
    void headersArePairs() throws Exception {
        byte[] payload = "\0\u00c8Set-Cookie\0a=1\0Set-Cookie\0\0X\0y".getBytes(ISO_8859_1);

        assertThat(Pairs.headers(payload, 2))
                .containsExactly(
                        new Header("Set-Cookie", "a=1"),
                        new Header("Set-Cookie", ""),
                        new Header("X", "y"));
        assertThat(Pairs.headers(payload, payload.length)).isEmpty();
        assertThatThrownBy(() -> Pairs.headers("X".getBytes(ISO_8859_1), 0))
                .isInstanceOf(ProtocolException.class);
    }

    private static FrameReader reader(String bytes) {
        return new FrameReader(
                Channels.newChannel(new ByteArrayInputStream(bytes.getBytes(ISO_8859_1))));
    }
}
