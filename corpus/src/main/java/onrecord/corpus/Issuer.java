package onrecord.corpus;

import java.util.List;

/// A listed company, as its disclosures name it.
///
/// @param code the securities code
/// @param shortName the short name used on the exchange, such as `星衡算力`
/// @param companyName the registered name
/// @param aliases other names that stand in its disclosures: English name, former short names,
///   abbreviations
public record Issuer(
    SecuritiesCode code, String shortName, String companyName, List<String> aliases) {

  public Issuer {
    aliases = List.copyOf(aliases);
  }
}
