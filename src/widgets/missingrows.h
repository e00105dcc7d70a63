#pragma once

namespace sonde {

class MessageBar;
struct ResultInfo;

/// Says why an answer has not all its rows, or not all as they were sent; nothing where it has.
void sayWhatIsMissing(MessageBar &messages, const ResultInfo &info);

} // namespace sonde
