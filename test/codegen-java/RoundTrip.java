import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;

/** Reads and writes each passage as the converter of its package does, or says what it refuses. */
public class RoundTrip {
    public static void main(String[] args) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        List<String> passed = new ArrayList<>();
        for (JsonNode asked : mapper.readTree(System.in)) passed.add(pass(asked));
        mapper.writeValue(System.out, passed);
    }

    private static String pass(JsonNode asked) throws Exception {
        Class<?> converter = Class.forName(asked.get("package").asText() + ".Converter");
        Class<?> type = Class.forName(asked.get("class").asText());
        String name = asked.get("type").asText();
        try {
            Object value = converter
                .getMethod(name + "FromJsonString", String.class)
                .invoke(null, asked.get("text").asText());
            return (String) converter.getMethod(name + "ToJsonString", type).invoke(null, value);
        } catch (InvocationTargetException refused) {
            return "refused: " + refused.getCause().getMessage();
        }
    }
}
