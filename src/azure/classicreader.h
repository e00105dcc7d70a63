#pragma once

#include "azure/bodyreader.h"
#include "results/classicdecoder.h"

namespace sonde {

/// Collects a classic search answer and decodes it as a whole: its columns are known only at its end.
class ClassicReader final : public BodyReader
{
public:
    Result<Appetite> take(std::string_view bytes) override;
    Result<void> end() override;
    void breakOff() override;

    /// Set once the answer was read.
    const std::optional<ClassicAnswer> &answer() const { return m_answer; }
    /// The records that were whole, where the answer broke off.
    const std::optional<ClassicAnswer> &part() const { return m_part; }

private:
    QByteArray m_body;
    std::optional<ClassicAnswer> m_answer;
    std::optional<ClassicAnswer> m_part;
};

} // namespace sonde
