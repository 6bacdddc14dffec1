/// Figures side by side, drawn.
@NullMarked
package onrecord.bot.chart;

import org.jspecify.annotations.NullMarked;
