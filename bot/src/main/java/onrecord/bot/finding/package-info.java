/// From a part of a question to what the disclosures hold on it.
@NullMarked
package onrecord.bot.finding;

import org.jspecify.annotations.NullMarked;
