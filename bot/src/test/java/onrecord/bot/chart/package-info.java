@NullMarked
package onrecord.bot.chart;

import org.jspecify.annotations.NullMarked;
