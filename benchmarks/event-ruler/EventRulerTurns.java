import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import software.amazon.event.ruler.Machine;

/**
 * Answers, on one thread, a line of standard output for each line of standard input:
 * "rules FILE" takes a new rule set, a rule a line; "counts N" says how many rules take each of the
 * first N events; "turn N" handles the first N events and says how many nanoseconds that took and
 * how many rules matched. The events stand in the file that the one argument names, one a line.
 */
public final class EventRulerTurns {
    private final List<String> events;
    private Machine machine = newMachine();

    private EventRulerTurns(List<String> events) {
        this.events = events;
    }

    public static void main(String[] arguments) throws Exception {
        EventRulerTurns turns = new EventRulerTurns(Files.readAllLines(Path.of(arguments[0])));
        BufferedReader in =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            System.out.println(turns.answerOrRefuse(line.split(" ", 2)));
        }
    }

    private String answerOrRefuse(String[] command) {
        try {
            return answer(command);
        } catch (Exception exception) {
            return "refused " + exception.toString().replace('\n', ' ');
        }
    }

    private String answer(String[] command) throws Exception {
        switch (command[0]) {
            case "rules":
                return take(Files.readAllLines(Path.of(command[1])));
            case "counts":
                return counts(Integer.parseInt(command[1]));
            default:
                return turn(Integer.parseInt(command[1]));
        }
    }

    private String take(List<String> rules) throws IOException {
        machine = newMachine();
        for (int index = 0; index < rules.size(); index++) {
            machine.addRule("r" + index, rules.get(index));
        }
        return "taken";
    }

    private static Machine newMachine() {
        return (Machine) Machine.builder().build();
    }

    private String counts(int count) throws Exception {
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < count; index++) {
            text.append(machine.rulesForJSONEvent(events.get(index)).size()).append(' ');
        }
        return text.toString().trim();
    }

    private String turn(int count) throws Exception {
        long matched = 0;
        long start = System.nanoTime();
        for (int index = 0; index < count; index++) {
            matched += machine.rulesForJSONEvent(events.get(index)).size();
        }
        return (System.nanoTime() - start) + " " + matched;
    }
}
