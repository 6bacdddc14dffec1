package onrecord.bot.operation;

import java.time.Clock;
import onrecord.bot.operation.backup.Backup;
import onrecord.bot.operation.backup.BackupRequests;
import onrecord.corpus.Storage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How the parts of the operation fit together.
@Configuration(proxyBeanMethods = false)
class OperationConfiguration {

  @Bean(initMethod = "start")
  BackupRequests backupRequests(Storage storage, Clock clock) {
    return new BackupRequests(
        storage.directory(), folder -> Backup.take(storage, folder, clock).told());
  }
}
