package onrecord.bot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The program.
@SpringBootApplication
public class OnRecord {

  public static void main(String[] arguments) {
    SpringApplication.run(OnRecord.class, arguments);
  }
}
